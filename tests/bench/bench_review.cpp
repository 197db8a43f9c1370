// SPDX-License-Identifier: GPL-3.0-or-later
// How long the interface's thread is held by a step, by a run that brings more, by looking for what others decided:
// with 2 000 and 4 000 moments and a journal of as many steps. Not a test.
#include "core/library/library.h"
#include "tests/bench/benchtable.h"
#include "tests/support/samplework.h"
#include "ui/models/comparemodel.h"
#include "ui/models/funnelmodel.h"
#include "ui/models/historymodel.h"
#include "ui/models/momentlistmodel.h"

#include <QCoreApplication>
#include <QTemporaryDir>

using namespace Viral;
using namespace ViralTest;
using namespace Qt::StringLiterals;

namespace {

/// What the run has a chunk later: every hundredth moment gave way, as many are new.
AnalysisOutcome later(const Work &work)
{
    AnalysisOutcome outcome = work.outcome;
    for (qsizetype i = 0; i < outcome.result.moments.size(); i += 100)
        outcome.result.moments[i] = validMoment(u"Better %1"_s.arg(i), i * 100'000 + 3000, i * 100'000 + 53'000, 9);
    for (int i = 0; i < 20; ++i)
        outcome.result.moments.append(
            validMoment(u"New %1"_s.arg(i), 900'000'000 + i * 100'000, 900'050'000 + i * 100'000));
    return outcome;
}

void measureReview(int count)
{
    const QTemporaryDir folder;
    const auto library = std::move(*Library::open(folder.path()));
    SystemClock clock;
    Work work = evenWork(count);
    work.isLive = true;
    const Review fresh(work.outcome.result);
    QList<JournalEntry> steps;
    for (int i = 0; i < count; ++i) {
        const Decision decision = allDecisions.at(static_cast<std::size_t>(1 + i % 3));
        steps.append({.edits = {DecisionEdit{fresh.moments().at(i).id, decision, {}}}});
    }
    if (!library->journal().append(work.review, steps, 0))
        return;
    ReviewDocument document(library->journal(), clock);
    printTitle(u"%1 moments, a journal of as many steps"_s.arg(count));
    measure(u"reading and replaying the journal"_s, 5, [&] { document.open(work); });
    MomentListModel list(document);
    FunnelModel funnel(document);
    HistoryModel history(document);
    CompareModel compare(document);
    int row = 0;
    measure(u"a step, on disk and shown"_s, 50, [&] {
        document.apply({StarEdit{document.review().moments().at(++row).id, true}});
    });
    measure(u"nothing new from others"_s, 50, [&] { document.catchUp(); });
    const AnalysisOutcome grown = later(work);
    bool isGrown = false;
    measure(u"a run that brings 40 more"_s, 20, [&] {
        isGrown = !isGrown;
        document.grow(isGrown ? grown : work.outcome, Growth::GoingOn);
    });
    measure(u"comparing with another result"_s, 5, [&] { compare.setOther(std::make_shared<AnalysisOutcome>(grown)); });
    measure(u"a step while comparing"_s, 50, [&] {
        document.apply({StarEdit{document.review().moments().at(++row).id, true}});
    });
}

} // namespace

int main(int argc, char **argv)
{
    const QCoreApplication application(argc, argv);
    for (const int count : {2000, 4000})
        measureReview(count);
    return 0;
}
