// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/player/playerview.h"

#include "ui/player/momentmeter.h"
#include "ui/player/timefield.h"
#include "ui/player/videoview.h"
#include "ui/style/metrics.h"
#include "ui/style/timedisplay.h"

#include <QAction>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QToolButton>
#include <QVBoxLayout>

#include <cmath>

using namespace Qt::StringLiterals;

namespace Viral {

QString speedText(double rate)
{
    if (qFuzzyCompare(rate, 1.0))
        return {};
    return (rate < 0 ? u"−"_s : QString()) + QString::number(std::abs(rate), 'g', 2) + u"×"_s;
}

PlayerView::PlayerView(PlayerTransport &transport, TimeDisplay &display, QWidget *parent)
    : QWidget(parent)
    , m_transport(transport)
    , m_display(display)
    , m_view(new VideoView)
    , m_banner(new PlayerBanner)
    , m_time(new TimeField(display))
    , m_meter(new MomentMeter)
{
    setAccessibleName(tr("Player"));
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->setSpacing(0);
    layout->addWidget(m_view, 1);
    layout->addWidget(makeBar());
    auto *over = new QVBoxLayout(m_view);
    over->setContentsMargins({});
    over->addWidget(m_banner);
    over->addStretch();
    m_banner->installEventFilter(this);

    connect(m_view, &VideoView::clicked, &m_transport, &PlayerTransport::toggle);
    connect(m_view, &VideoView::roomChanged, &m_transport, &PlayerTransport::setPictureSize);
    connect(m_time, &TimeField::entered, &m_transport, &PlayerTransport::seek);
    connect(&m_transport, &PlayerTransport::positionChanged, this, &PlayerView::showPosition);
    connect(&m_transport, &PlayerTransport::durationChanged, m_time, &TimeField::setDuration);
    connect(&m_transport, &PlayerTransport::rateChanged, this, &PlayerView::showRate);
    connect(&m_transport, &PlayerTransport::frameChanged, this, &PlayerView::showFrame);
    connect(&m_transport, &PlayerTransport::playedChanged, this, [this] { m_meter->setPlayed(m_transport.played()); });
    connect(&m_transport, &PlayerTransport::behindMediaChanged, this, [this](bool behind) {
        if (behind)
            showFrame({});
    });
    connect(&m_display, &TimeDisplay::changed, this, [this] { showPosition(m_transport.position()); });
    showPosition(m_transport.position());
    showRate();
}

QWidget *PlayerView::makeBar()
{
    auto *bar = new QWidget;
    // What moves along the time axis points along it in every window: forward is to the right.
    bar->setLayoutDirection(Qt::LeftToRight);
    auto *layout = new QHBoxLayout(bar);
    layout->setContentsMargins(normalGap, smallGap, normalGap, smallGap);
    layout->setSpacing(normalGap);

    m_buttons = new QWidget;
    auto *buttons = new QHBoxLayout(m_buttons);
    buttons->setContentsMargins({});
    buttons->setSpacing(0);
    m_rate = new QLabel;
    m_rate->setObjectName(u"player.speed"_s);
    m_rate->setFont(tabular(sized(font(), TextSize::Normal, TextWeight::Strong)));
    m_rate->setAccessibleName(tr("Speed"));
    m_rate->setToolTip(tr("Speed"));
    // Room for the widest speed, so that the buttons stay where they are.
    m_rate->setFixedWidth(QFontMetrics(m_rate->font()).horizontalAdvance(u"−0.5×"_s));

    layout->addWidget(m_time);
    layout->addWidget(m_rate);
    layout->addStretch(1);
    layout->addWidget(m_buttons);
    layout->addStretch(1);
    layout->addWidget(m_meter);
    return bar;
}

void PlayerView::setActions(const QList<QAction *> &actions)
{
    for (QAction *action : actions) {
        if (!action) {
            static_cast<QHBoxLayout *>(m_buttons->layout())->addSpacing(largeGap);
            continue;
        }
        auto *button = new QToolButton;
        button->setDefaultAction(action);
        button->setAutoRaise(true);
        button->setFocusPolicy(Qt::NoFocus);
        button->setIconSize({smallIcon, smallIcon});
        m_buttons->layout()->addWidget(button);
    }
}

void PlayerView::setTranscript(const TranscriptIndex &index)
{
    m_index = index;
    m_view->setFrame({});
    showPosition(m_transport.position());
}

void PlayerView::setSpan(const TimeSpan &span)
{
    m_meter->setSpan(span);
}

bool PlayerView::eventFilter(QObject *watched, QEvent *event)
{
    const bool changes =
        event->type() == QEvent::Resize || event->type() == QEvent::Show || event->type() == QEvent::Hide;
    if (watched == m_banner && changes)
        m_view->setCoveredTop(m_banner->isHidden() ? 0 : m_banner->height());
    return QWidget::eventFilter(watched, event);
}

void PlayerView::beginTimeEntry()
{
    m_time->beginEntry();
}

void PlayerView::showPosition(Milliseconds position)
{
    m_time->setTime(position);
    m_meter->setPosition(position);
    if (!m_view->hasFrame())
        showCaption(position);
}

void PlayerView::showCaption(Milliseconds position)
{
    const auto sentence = m_index.sentenceAt(position);
    m_view->setCaption(m_display.shortText(position),
                       sentence ? m_index.transcript().sentences.at(*sentence).text : QString());
}

void PlayerView::showFrame(const QImage &frame)
{
    m_view->setFrame(frame);
    if (frame.isNull())
        showCaption(m_transport.position());
}

void PlayerView::showRate()
{
    m_rate->setText(speedText(m_transport.rate()));
}

} // namespace Viral
