// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/dropoverlay.h"

#include "ui/document/work.h"
#include "ui/style/metrics.h"
#include "ui/style/palette.h"

#include <QDragEnterEvent>
#include <QFileInfo>
#include <QMimeData>
#include <QPainter>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Viral {

namespace {

/// As the window takes them: nothing when the first is none of this computer.
QStringList localFiles(const QMimeData &data)
{
    const QList<QUrl> urls = data.urls();
    if (urls.isEmpty() || !urls.constFirst().isLocalFile())
        return {};
    QStringList paths;
    for (const QUrl &url : urls) {
        if (url.isLocalFile())
            paths.append(url.toLocalFile());
    }
    return paths;
}

} // namespace

DropOverlay::DropOverlay(QWidget &window)
    : QWidget(&window)
{
    setObjectName(u"drop.overlay"_s);
    setAttribute(Qt::WA_TransparentForMouseEvents);
    hide();
    window.installEventFilter(this);
}

bool DropOverlay::eventFilter(QObject *watched, QEvent *event)
{
    switch (event->type()) {
    case QEvent::DragEnter:
        if (const QStringList paths = localFiles(*static_cast<QDragEnterEvent *>(event)->mimeData()); !paths.isEmpty())
            showFor(paths);
        break;
    case QEvent::DragLeave:
    case QEvent::Drop:
    case QEvent::WindowDeactivate:
        hide();
        break;
    case QEvent::Resize:
        setGeometry(parentWidget()->rect());
        break;
    default:
        break;
    }
    return QWidget::eventFilter(watched, event);
}

void DropOverlay::showFor(const QStringList &paths)
{
    const QString name = QFileInfo(paths.constFirst()).fileName();
    const bool isMediaOnly = std::all_of(paths.begin(), paths.end(), isMediaFile);
    m_text =
        isMediaOnly ? tr("Drop “%1” to play it with this transcript").arg(name) : tr("Drop “%1” to open it").arg(name);
    setAccessibleName(m_text);
    setGeometry(parentWidget()->rect());
    raise();
    show();
    update();
}

void DropOverlay::paintEvent(QPaintEvent *)
{
    const Colours &colours = coloursFor(palette());
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    QColor veil = colours.window;
    veil.setAlphaF(0.85F);
    painter.fillRect(rect(), veil);
    const QRect area = rect().adjusted(largeGap, largeGap, -largeGap, -largeGap);
    painter.setPen(QPen(colours.accent, 2, Qt::DashLine));
    painter.setBrush(Qt::NoBrush);
    painter.drawRoundedRect(area, normalGap, normalGap);
    painter.setFont(sized(font(), TextSize::Large, TextWeight::Strong));
    painter.setPen(colours.text);
    painter.drawText(area.adjusted(largeGap, largeGap, -largeGap, -largeGap), Qt::AlignCenter | Qt::TextWordWrap,
                     m_text);
}

} // namespace Viral
