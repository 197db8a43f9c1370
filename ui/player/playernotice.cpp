// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/player/playernotice.h"

#include "ui/style/icons.h"
#include "ui/style/metrics.h"
#include "ui/style/palette.h"

#include <QClipboard>
#include <QEvent>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QProgressBar>
#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace Viral {

PlayerBanner::PlayerBanner(QWidget *parent)
    : QFrame(parent)
    , m_icon(new QLabel)
    , m_text(new QLabel)
    , m_progress(new QProgressBar)
    , m_buttons(new QHBoxLayout)
    , m_lines(new QBoxLayout(QBoxLayout::LeftToRight, this))
{
    setObjectName(u"player.banner"_s);
    setAccessibleName(tr("About the media file"));
    m_text->setWordWrap(true);
    // File names come from anywhere: nothing in them is markup.
    m_text->setTextFormat(Qt::PlainText);
    m_text->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_text->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    m_progress->setRange(0, 100);
    m_progress->setMaximumWidth(40 * gridStep);
    m_progress->setAccessibleName(tr("Progress of the light copy"));
    m_buttons->setSpacing(normalGap);
    m_locate = addButton("player.locate", tr("Locate…"));
    m_packages = addButton("player.copyPackages", tr("Copy the package names"));
    m_make = addButton("player.makeCopy", tr("Make a light copy"));
    m_without = addButton("player.withoutMedia", tr("Go on without"));
    m_cancel = addButton("player.cancelCopy", tr("Cancel"));
    m_close = addButton("player.closeNotice", tr("Not now"));

    auto *words = new QHBoxLayout;
    words->setSpacing(normalGap);
    words->addWidget(m_icon, 0, Qt::AlignTop);
    words->addWidget(m_text, 1);
    words->addWidget(m_progress);
    m_buttons->insertStretch(0);
    m_lines->setContentsMargins(normalGap, smallGap, normalGap, smallGap);
    m_lines->setSpacing(smallGap);
    m_lines->addLayout(words);
    m_lines->addLayout(m_buttons);

    connect(m_locate, &QPushButton::clicked, this, &PlayerBanner::locateRequested);
    connect(m_without, &QPushButton::clicked, this, &PlayerBanner::withoutMediaRequested);
    connect(m_make, &QPushButton::clicked, this, &PlayerBanner::copyRequested);
    connect(m_cancel, &QPushButton::clicked, this, &PlayerBanner::copyCancelled);
    connect(m_close, &QPushButton::clicked, this, &PlayerBanner::closed);
    connect(m_packages, &QPushButton::clicked, this,
            [this] { QGuiApplication::clipboard()->setText(m_notice.packages); });
    hide();
}

QPushButton *PlayerBanner::addButton(const char *name, const QString &text)
{
    auto *button = new QPushButton(text);
    button->setObjectName(QString::fromLatin1(name));
    m_buttons->addWidget(button);
    return button;
}

void PlayerBanner::setNotice(const PlayerNotice &notice)
{
    if (notice == m_notice)
        return;
    m_notice = notice;
    m_text->setText(notice.text);
    m_text->setToolTip(u"<qt>"_s + notice.text.toHtmlEscaped() + u"</qt>"_s);
    setAccessibleDescription(notice.text);
    showButtons();
    arrange();
    setVisible(notice.kind != PlayerNotice::Kind::None);
}

void PlayerBanner::showButtons()
{
    using enum PlayerNotice::Kind;
    const auto kind = m_notice.kind;
    const bool isTrouble = kind == Failed || kind == CopyFailed;
    const Colours &colours = coloursFor(palette());
    m_icon->setPixmap(icon(isTrouble ? Icon::Warning : Icon::Info, isTrouble ? colours.caution : colours.textSecondary)
                          .pixmap(smallIcon, smallIcon));
    m_locate->setVisible(kind == Failed);
    m_without->setVisible(kind == Failed);
    m_packages->setVisible(!m_notice.packages.isEmpty());
    m_make->setVisible(kind == Slow);
    m_cancel->setVisible(kind == Copying);
    m_progress->setVisible(kind == Copying);
    m_progress->setValue(m_notice.percent);
    m_close->setVisible(kind == Slow || kind == CopyFailed);
    m_close->setText(kind == Slow ? tr("Not now") : tr("Close"));
}

void PlayerBanner::arrange()
{
    m_buttons->invalidate();
    // Beside the words while there is room for both, else below them.
    const bool isNarrow = m_buttons->sizeHint().width() > width() / 2;
    m_lines->setDirection(isNarrow ? QBoxLayout::TopToBottom : QBoxLayout::LeftToRight);
    // What is stretched along the lines must not be stretched across them: the picture is below.
    m_lines->setStretch(0, isNarrow ? 0 : 1);
    updateGeometry();
}

void PlayerBanner::resizeEvent(QResizeEvent *event)
{
    QFrame::resizeEvent(event);
    arrange();
}

void PlayerBanner::changeEvent(QEvent *event)
{
    QFrame::changeEvent(event);
    // The sign is drawn in the colours of the moment.
    if (event->type() == QEvent::PaletteChange && m_close)
        showButtons();
}

void PlayerBanner::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const Colours &colours = coloursFor(palette());
    painter.fillRect(rect(), colours.raised);
    painter.setPen(colours.hairline);
    painter.drawLine(rect().bottomLeft(), rect().bottomRight());
}

} // namespace Viral
