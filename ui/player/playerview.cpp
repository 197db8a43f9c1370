// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/player/playerview.h"

#include "core/base/timetext.h"
#include "ui/player/videoview.h"
#include "ui/style/metrics.h"

#include <QAction>
#include <QHBoxLayout>
#include <QLabel>
#include <QToolButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace Viral {

PlayerView::PlayerView(Transport &transport, QWidget *parent)
    : QWidget(parent)
    , m_transport(transport)
    , m_view(new VideoView)
{
    setAccessibleName(tr("Player"));
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->setSpacing(0);
    layout->addWidget(m_view, 1);
    layout->addWidget(makeBar());

    connect(m_view, &VideoView::clicked, &m_transport, &Transport::toggle);
    connect(&m_transport, &Transport::positionChanged, this, &PlayerView::showPosition);
    connect(&m_transport, &Transport::durationChanged, this, [this] { showPosition(m_transport.position()); });
    connect(&m_transport, &Transport::rateChanged, this, &PlayerView::showRate);
    connect(&m_transport, &Transport::frameChanged, m_view, &VideoView::setFrame);
    showPosition(m_transport.position());
    showRate();
}

QWidget *PlayerView::makeBar()
{
    auto *bar = new QWidget;
    auto *layout = new QHBoxLayout(bar);
    layout->setContentsMargins(normalGap, smallGap, normalGap, smallGap);
    layout->setSpacing(normalGap);

    m_time = new QLabel;
    m_time->setFont(tabular(sized(font(), TextSize::Normal, TextWeight::Strong)));
    m_time->setAccessibleName(tr("Position"));
    m_buttons = new QWidget;
    auto *buttons = new QHBoxLayout(m_buttons);
    buttons->setContentsMargins({});
    buttons->setSpacing(0);
    m_rate = new QLabel;
    m_rate->setFont(tabular(font()));
    m_rate->setAccessibleName(tr("Speed"));
    m_span = new QLabel;
    m_span->setFont(tabular(font()));
    m_span->setForegroundRole(QPalette::PlaceholderText);
    m_span->setAccessibleName(tr("Length of the moment"));
    for (QLabel *label : {m_time, m_span})
        label->setMinimumWidth(fontMetrics().horizontalAdvance(u"00:00:00.000 / 00:00"_s));
    m_span->setAlignment(Qt::AlignRight | Qt::AlignVCenter);

    layout->addWidget(m_time);
    layout->addStretch();
    layout->addWidget(m_buttons);
    layout->addWidget(m_rate);
    layout->addStretch();
    layout->addWidget(m_span);
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
    m_span->setText(span.isEmpty() ? QString()
                                   : clockText(span.start) + u"–"_s + clockText(span.end) + u"  "_s +
                                         secondsText(span.duration()));
}

void PlayerView::showPosition(Milliseconds position)
{
    m_time->setText(exactTimeText(position) + u" / "_s + clockText(m_transport.duration()));
    if (m_view->hasFrame())
        return;
    const auto sentence = m_index.sentenceAt(position);
    m_view->setCaption(clockText(position), sentence ? m_index.transcript().sentences.at(*sentence).text : QString());
}

void PlayerView::showRate()
{
    const double rate = m_transport.rate();
    m_rate->setText(qFuzzyCompare(rate, 1.0) ? QString() : QString::number(rate, 'g', 2) + u"×"_s);
}

} // namespace Viral
