// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/jobs/runbar.h"

#include "core/base/timetext.h"
#include "ui/jobs/joblistmodel.h"
#include "ui/jobs/quotemodel.h"
#include "ui/style/elidedlabel.h"
#include "ui/style/icons.h"
#include "ui/style/metrics.h"
#include "ui/style/palette.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QProgressBar>
#include <QPushButton>
#include <QToolButton>

using namespace Qt::StringLiterals;

namespace Viral {

namespace {

/// What services say often ends without a full stop, and more follows.
QString sentence(QString text)
{
    if (!text.isEmpty() && text.back().isLetterOrNumber())
        text += u'.';
    return text;
}

} // namespace

QString runTitle(const RunRecord &run)
{
    const QString name = run.model.isEmpty() ? engineName(run.kind) : engineName(run.kind) + u' ' + run.model;
    return run.number > 0 ? RunBar::tr("Run %1 · %2").arg(run.number).arg(name) : name;
}

QString totalsText(const RunTotals &totals)
{
    QStringList parts;
    if (const std::int64_t tokens = totals.inputTokens + totals.outputTokens; tokens > 0)
        parts.append(tokensText(tokens));
    if (totals.price)
        parts.append(totals.price->forPeople());
    if (totals.left)
        parts.append(RunBar::tr("%1 left").arg(clockText(*totals.left)));
    else
        parts.append(clockText(totals.elapsed));
    return parts.join(u" · "_s);
}

QString checkText(const ForecastCheck &check)
{
    if (!check.quoted.price || !check.truth.price)
        return {};
    const QString quoted = priceText(*check.quoted.price);
    switch (check.price) {
    case ForecastCheck::Verdict::Below:
        return RunBar::tr("less than the %1 quoted").arg(quoted);
    case ForecastCheck::Verdict::Within:
        return RunBar::tr("as quoted (%1)").arg(quoted);
    case ForecastCheck::Verdict::Above:
        return RunBar::tr("more than the %1 quoted").arg(quoted);
    case ForecastCheck::Verdict::Unknown:
        return {};
    }
    return {};
}

RunBar::RunBar(QWidget *parent)
    : QWidget(parent)
    , m_mark(new QLabel)
    , m_title(new QLabel)
    , m_state(new ElidedLabel)
    , m_progress(new QProgressBar)
    , m_totals(new QLabel)
    , m_open(new QPushButton(icon(Icon::Open), tr("Open")))
    , m_goOn(new QPushButton(icon(Icon::Run), tr("Go on")))
    , m_use(new QPushButton(tr("Use what is there")))
    , m_error(new QPushButton(tr("See the error")))
    , m_close(new QToolButton)
{
    setAccessibleName(tr("The run that goes on"));
    m_title->setFont(sized(font(), TextSize::Normal, TextWeight::Strong));
    m_title->setTextFormat(Qt::PlainText);
    m_state->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    m_totals->setFont(tabular(font()));
    m_progress->setTextVisible(false);
    m_progress->setFixedWidth(40 * gridStep);
    m_progress->setFixedHeight(2 * gridStep);
    m_progress->setAccessibleName(tr("Chunks that have ended"));
    m_goOn->setToolTip(tr("The same request again: only what is missing is paid"));
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(normalGap, smallGap, normalGap, smallGap);
    layout->setSpacing(normalGap);
    layout->addWidget(m_mark);
    layout->addWidget(m_title);
    layout->addWidget(m_progress);
    layout->addWidget(m_state, 1);
    layout->addWidget(m_totals);
    for (QWidget *button : std::initializer_list<QWidget *>{m_open, m_goOn, m_use, m_error, m_close})
        layout->addWidget(button);
    // A run that has ended goes away when its job is followed again, from another window perhaps.
    const auto ask = [this](const QPushButton *button, void (RunBar::*wish)(const RunId &)) {
        connect(button, &QPushButton::clicked, this, [this, wish] {
            if (m_run)
                Q_EMIT(this->*wish)(m_run->id());
        });
    };
    ask(m_open, &RunBar::openRequested);
    ask(m_goOn, &RunBar::goOnRequested);
    ask(m_use, &RunBar::useRequested);
    connect(m_error, &QPushButton::clicked, this, [this] {
        if (m_run && m_run->ending())
            Q_EMIT errorRequested(m_run->ending()->error);
    });
    connect(m_close, &QToolButton::clicked, this, &RunBar::cancelOrClose);
    showButtons();
}

void RunBar::setRun(LiveRun *run)
{
    if (m_run)
        disconnect(m_run, nullptr, this, nullptr);
    m_run = run;
    if (run) {
        connect(run, &LiveRun::totalsChanged, this, &RunBar::showTotals);
        connect(run, &LiveRun::recordChanged, this, &RunBar::showTitle);
        connect(run, &LiveRun::chunkChanged, this, &RunBar::showTotals);
        connect(run, &LiveRun::begun, this, &RunBar::showTotals);
        connect(run, &LiveRun::begun, this, &RunBar::showButtons);
        connect(run, &LiveRun::cancelRefused, this, &RunBar::showButtons);
        connect(run, &LiveRun::finished, this, &RunBar::showEnding);
        connect(run, &QObject::destroyed, this, [this] { setRun(nullptr); });
    }
    showTitle();
    showTotals();
    showButtons();
}

void RunBar::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    // The mark is drawn in the colours of the moment.
    if (event->type() == QEvent::PaletteChange)
        showTotals();
}

void RunBar::setShown(bool isShown)
{
    m_isShown = isShown;
    showButtons();
}

void RunBar::showTitle()
{
    m_title->setText(m_run ? runTitle(m_run->record()) : QString());
}

void RunBar::showTotals()
{
    if (!m_run || m_run->isFinished()) {
        showEnding();
        return;
    }
    const RunTotals totals = m_run->totals();
    m_mark->setPixmap(icon(Icon::Run).pixmap(smallIcon));
    m_state->setText(m_run->stateText());
    m_progress->show();
    // Nothing known yet: the bar says only that something goes on.
    m_progress->setRange(0, totals.chunks);
    m_progress->setValue(totals.ended());
    m_totals->setText(totalsText(totals));
}

void RunBar::showEnding()
{
    m_progress->hide();
    if (!m_run || !m_run->ending()) {
        m_state->clear();
        m_totals->clear();
        return;
    }
    const LiveEnding &ending = *m_run->ending();
    const RunTotals totals = m_run->totals();
    const Colours &colours = coloursFor(palette());
    const bool isGood = ending.state == RunState::Succeeded;
    m_mark->setPixmap((isGood                                ? icon(Icon::Keep, colours.good)
                       : ending.state == RunState::Cancelled ? icon(Icon::Stop)
                                                             : icon(Icon::Error, colours.danger))
                          .pixmap(smallIcon));
    QStringList told;
    if (isGood)
        told.append(tr("%n moment(s)", nullptr, m_run->record().momentCount));
    else
        told.append(sentence(ending.error.message));
    if (!ending.kept.isEmpty())
        told.append(ending.kept);
    if (isGood && totals.kept > 0) {
        told.append(totals.kept == totals.chunks
                        ? tr("the answers of an earlier run were used and nothing was paid; ask anew by “Find moments "
                             "with…”")
                        : tr("%n of them in an earlier run and not paid again", nullptr, totals.kept));
    }
    if (const auto check = m_run->quoteCheck(); check && totals.kept < totals.chunks) {
        if (const QString line = checkText(*check); !line.isEmpty())
            told.append(line);
    }
    // Sentences where something went wrong; else what there is to know, part by part.
    for (QString &part : told) {
        if (isGood && part.endsWith(u'.'))
            part.chop(1);
    }
    m_state->setText(told.join(isGood ? u" · "_s : u" "_s));
    m_totals->setText(totalsText(totals));
    showButtons();
}

void RunBar::showButtons()
{
    const LiveEnding ending = m_run && m_run->ending() ? *m_run->ending() : LiveEnding();
    const bool hasEnded = m_run && m_run->isFinished();
    // What ended well, or has begun and is not in sight; of what failed there may be only a part to use.
    const bool canOpen = m_run && (hasEnded ? ending.state == RunState::Succeeded : !m_run->chunks().isEmpty());
    m_open->setVisible(canOpen && !m_isShown);
    m_open->setToolTip(hasEnded ? tr("Open what the run found") : tr("Show the run that goes on"));
    m_goOn->setVisible(hasEnded && ending.canDo.contains(WhatNow::GoOn));
    m_use->setVisible(hasEnded && ending.canDo.contains(WhatNow::UseWhatIsThere));
    m_error->setVisible(hasEnded && ending.canDo.contains(WhatNow::SeeError));
    m_close->setText(tr("Cancel"));
    m_close->setIcon(icon(Icon::Close));
    m_close->setToolButtonStyle(hasEnded ? Qt::ToolButtonIconOnly : Qt::ToolButtonTextOnly);
    m_close->setAutoRaise(hasEnded);
    m_close->setToolTip(hasEnded ? tr("Close") : tr("End the run; what was paid for is kept"));
    m_close->setAccessibleName(hasEnded ? tr("Close") : tr("Cancel the run"));
    m_close->setEnabled(m_run && !m_run->isCancelling());
}

void RunBar::cancelOrClose()
{
    if (m_run && !m_run->isFinished()) {
        m_run->cancel();
        showButtons();
    } else {
        Q_EMIT closed();
    }
}

} // namespace Viral
