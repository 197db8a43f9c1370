// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/desk/liverun.h"
#include "ui/document/documentchange.h"
#include "ui/document/work.h"

#include <QObject>
#include <QPointer>

#include <functional>

namespace Viral {

class ReviewDocument;
class RunBar;
class TimelineBinder;

/// Shows a run while it goes on: its bar, its chunks on the timeline, and its moments in the document as they come. The
/// run goes on when the editor opens something else; only the bar follows it then.
class LiveWorkBinder final : public QObject
{
    Q_OBJECT

public:
    LiveWorkBinder(ReviewDocument &document, TimelineBinder &timeline, RunBar &bar, QObject *parent);

    /// What is done with a run's work before it is opened, on another thread.
    void setPreparation(std::function<void(Work &)> prepare) { m_prepare = std::move(prepare); }

    /// Follows \a run from now on, and opens its work as soon as its chunks are known.
    void watch(LiveRun *run);
    /// Follows \a run in the bar alone: what the editor has open stays, and the bar offers to open the run.
    void watchFromAfar(LiveRun *run);
    /// The run that the bar shows; null when there is none.
    LiveRun *run() const { return m_run; }
    /// The document shows the work of run().
    bool isShown() const;

Q_SIGNALS:
    /// The quote of the run whose work is shown against what it came to; nothing for a work without a quote and until
    /// its run ends.
    void quoteChecked(const std::optional<Viral::ForecastCheck> &check);

private:
    void openWork();
    void prepareWork(const Work &open);
    void follow(const DocumentChange &change);
    void showChunks();
    void showChunk(int index);
    void takeOutcome(const std::shared_ptr<const AnalysisOutcome> &outcome);
    void takeEnding();

    ReviewDocument &m_document;
    TimelineBinder &m_timeline;
    RunBar &m_bar;
    QPointer<LiveRun> m_run;
    bool m_wasOpened = false;
    std::function<void(Work &)> m_prepare;
    /// What the work that is being opened has already.
    std::shared_ptr<const AnalysisOutcome> m_opened;
    /// What the editor had before: back again when the run ends with nothing.
    std::optional<Work> m_before;
};

} // namespace Viral
