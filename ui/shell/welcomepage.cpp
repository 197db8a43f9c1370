// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/welcomepage.h"

#include "ui/settings/connectionoverview.h"
#include "ui/settings/settingwidgets.h"
#include "ui/shell/droparea.h"
#include "ui/shell/recentdelegate.h"
#include "ui/style/icons.h"
#include "ui/style/metrics.h"

#include <QDir>
#include <QDropEvent>
#include <QFileInfo>
#include <QFrame>
#include <QHBoxLayout>
#include <QLabel>
#include <QListWidget>
#include <QMimeData>
#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace Viral {

namespace {

constexpr int widest = 280 * gridStep;
constexpr int enginesWidth = 84 * gridStep;

QLabel *heading(const QString &text)
{
    auto *label = new QLabel(text);
    label->setFont(sized(label->font(), TextSize::Normal, TextWeight::Strong));
    return label;
}

QStringList localFiles(const QMimeData *data)
{
    QStringList paths;
    for (const QUrl &url : data->urls()) {
        if (url.isLocalFile())
            paths.append(url.toLocalFile());
    }
    return paths;
}

} // namespace

WelcomePage::WelcomePage(Connections *connections, QWidget *parent)
    : QScrollArea(parent)
{
    setAcceptDrops(true);
    setWidgetResizable(true);
    setFrameShape(QFrame::NoFrame);
    setFocusPolicy(Qt::NoFocus);
    auto *columns = new QHBoxLayout;
    columns->setSpacing(10 * gridStep);
    columns->addWidget(makeBeginning(), 1);
    columns->addWidget(makeEngines(connections));
    auto *frame = new QWidget;
    frame->setLayout(columns);
    frame->setMaximumWidth(widest);
    auto *content = new QWidget;
    auto *layout = new QHBoxLayout(content);
    layout->setContentsMargins(10 * gridStep, 8 * gridStep, 10 * gridStep, 8 * gridStep);
    layout->addStretch();
    layout->addWidget(frame, 1000);
    layout->addStretch();
    setWidget(content);
    setRecent({});
}

QWidget *WelcomePage::makeBeginning()
{
    auto *open = new QPushButton(icon(Icon::Open), tr("Open a file…"));
    open->setDefault(true);
    open->setObjectName(u"welcome.open"_s);
    m_sample = new QPushButton(icon(Icon::Play), tr("Open the sample interview"));
    m_sample->setObjectName(u"welcome.sample"_s);
    m_dropArea = new DropArea(tr("Drop a transcript, a payload or a result here"),
                              tr("SubRip, WebVTT, JSON with sentences and words, request payloads, saved results. The "
                                 "video or sound beside the file is opened with it."),
                              {open, m_sample});
    m_recentTitle = heading(tr("Opened lately"));
    m_recent = new QListWidget;
    m_recent->setObjectName(u"welcome.recent"_s);
    m_recent->setFrameShape(QFrame::NoFrame);
    m_recent->setAccessibleName(tr("Opened lately"));
    m_recent->setItemDelegate(new RecentDelegate(m_recent));
    m_recent->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_recent->setMinimumHeight(40 * gridStep);
    m_recentTitle->setBuddy(m_recent);

    auto *beginning = new QWidget;
    auto *column = new QVBoxLayout(beginning);
    column->setContentsMargins({});
    column->setSpacing(normalGap);
    column->addWidget(m_dropArea, 2);
    column->addSpacing(largeGap);
    column->addWidget(m_recentTitle);
    column->addWidget(m_recent, 3);

    connect(open, &QPushButton::clicked, this, &WelcomePage::openRequested);
    connect(m_sample, &QPushButton::clicked, this, &WelcomePage::sampleRequested);
    // Return and double click activate; a single click only chooses.
    connect(m_recent, &QListWidget::itemActivated, this, [this](const QListWidgetItem *item) {
        if (item->flags().testFlag(Qt::ItemIsEnabled))
            Q_EMIT fileRequested(item->data(RecentDelegate::PathRole).toString());
    });
    return beginning;
}

QWidget *WelcomePage::makeEngines(Connections *connections)
{
    auto *engines = new QWidget;
    engines->setFixedWidth(enginesWidth);
    auto *column = new QVBoxLayout(engines);
    column->setContentsMargins({});
    column->setSpacing(3 * gridStep);
    column->addWidget(heading(tr("Who finds the moments")));
    if (connections) {
        auto *overview = new ConnectionOverview(*connections);
        connect(overview, &ConnectionOverview::settingsRequested, this, &WelcomePage::settingsRequested);
        column->addWidget(overview);
    } else {
        column->addWidget(smallLabel(tr("The offline engine: it needs no key and no network.")));
    }
    column->addStretch();
    return engines;
}

void WelcomePage::setRecent(const QStringList &paths)
{
    m_recent->clear();
    for (const QString &path : paths) {
        const QFileInfo info(path);
        auto *item = new QListWidgetItem(info.fileName(), m_recent);
        const QString folder = QDir::toNativeSeparators(info.absolutePath());
        item->setData(RecentDelegate::PathRole, path);
        item->setData(RecentDelegate::FolderRole, folder);
        item->setToolTip(QDir::toNativeSeparators(path));
        if (!info.exists()) {
            item->setData(RecentDelegate::MissingRole, true);
            item->setFlags(item->flags() & ~Qt::ItemIsEnabled);
        }
        item->setData(Qt::AccessibleTextRole, info.exists() ? tr("%1 in %2").arg(info.fileName(), folder)
                                                            : tr("%1 in %2, missing").arg(info.fileName(), folder));
    }
    m_recent->setVisible(!paths.isEmpty());
    m_recentTitle->setVisible(!paths.isEmpty());
}

void WelcomePage::setSampleAvailable(bool available)
{
    m_sample->setVisible(available);
}

void WelcomePage::dragEnterEvent(QDragEnterEvent *event)
{
    if (localFiles(event->mimeData()).isEmpty())
        return;
    event->acceptProposedAction();
    m_dropArea->setTarget(true);
}

void WelcomePage::dragLeaveEvent(QDragLeaveEvent *)
{
    m_dropArea->setTarget(false);
}

void WelcomePage::dropEvent(QDropEvent *event)
{
    m_dropArea->setTarget(false);
    event->acceptProposedAction();
    Q_EMIT filesDropped(localFiles(event->mimeData()));
}

} // namespace Viral
