// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/runnotifier.h"

#include "ui/desk/rundesk.h"
#include "ui/shell/desktopsignals.h"

using namespace Qt::StringLiterals;

namespace Viral {

namespace {

/// Nothing while no run goes on; runs whose chunks are not known count as not begun.
std::optional<int> percentDone(const QList<LiveRun *> &runs)
{
    if (runs.isEmpty())
        return std::nullopt;
    int ended = 0;
    int all = 0;
    for (const LiveRun *run : runs) {
        const RunTotals totals = run->totals();
        ended += totals.ended();
        all += std::max(1, totals.chunks);
    }
    return 100 * ended / all;
}

QString headline(const LiveEnding &ending)
{
    switch (ending.state) {
    case RunState::Succeeded:
        return RunNotifier::tr("The moments are found");
    case RunState::Failed:
        return RunNotifier::tr("A run failed");
    default:
        return RunNotifier::tr("A run ended early");
    }
}

QString details(const LiveRun &run)
{
    const LiveEnding &ending = *run.ending();
    const QString what = ending.state == RunState::Succeeded
                             ? RunNotifier::tr("%n moments", nullptr, run.totals().moments)
                             : ending.error.message;
    const QString title = run.record().title;
    return title.isEmpty() ? what : RunNotifier::tr("%1: %2").arg(title, what);
}

} // namespace

QString endingInWords(const LiveRun &run)
{
    return headline(*run.ending()) + u". "_s + details(run);
}

RunNotifier::RunNotifier(RunDesk &desk, DesktopSignals &desktop, std::function<bool()> isLookedAt, Milliseconds longRun,
                         QObject *parent)
    : QObject(parent)
    , m_desk(desk)
    , m_desktop(desktop)
    , m_isLookedAt(std::move(isLookedAt))
    , m_longRun(longRun)
{
    connect(&desk, &RunDesk::runStarted, this, &RunNotifier::follow);
    connect(&desk, &RunDesk::runFinished, this, &RunNotifier::tellEnd);
    for (LiveRun *run : desk.running())
        follow(run);
}

void RunNotifier::follow(LiveRun *run)
{
    connect(run, &LiveRun::totalsChanged, this, &RunNotifier::showProgress, Qt::UniqueConnection);
    showProgress();
}

void RunNotifier::showProgress()
{
    const std::optional<int> percent = percentDone(m_desk.running());
    if (percent == m_shown)
        return;
    m_shown = percent;
    m_desktop.showProgress(percent ? std::optional(*percent / 100.0) : std::nullopt);
}

void RunNotifier::tellEnd(const RunId &id)
{
    showProgress();
    const LiveRun *run = m_desk.live(id);
    // Whoever cancelled it knows that it ended.
    if (!run || !run->ending() || run->ending()->state == RunState::Cancelled || run->totals().elapsed < m_longRun ||
        m_isLookedAt())
        return;
    m_desktop.notify(headline(*run->ending()), details(*run));
}

} // namespace Viral
