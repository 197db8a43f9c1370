// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui_desk/deskbench.h"

#include <QCoreApplication>

#include <cstdio>

using namespace Viral;
using namespace ViralTest;
using namespace Qt::StringLiterals;

// desk_driver LIBRARY BASE CHUNKS TITLE: runs TITLE from a desk, or goes on with it, and writes what a window would
// show: "done N" for a chunk, "moments N" for a list, "finished STATE" at the end.

namespace {

void say(const QString &line)
{
    std::fputs(qPrintable(line + u'\n'), stdout);
    std::fflush(stdout);
}

RunPlan planOf(int chunks, const QString &title)
{
    RunPlan plan{.engine = RunKind::OpenAi, .request = chunkedRequest(chunks), .title = title};
    plan.request.jobId = title;
    plan.request.metadata.append({u"video_title"_s, '"' + title.toUtf8() + '"'});
    return plan;
}

/// Shows \a run; one that has no request in the library, since the program was killed before it was there, is started
/// anew as the window with the open transcript does it.
void watch(RunDesk &desk, LiveRun &run, const RunPlan &plan)
{
    QObject::connect(&run, &LiveRun::chunkChanged, &run, [&run](int index) {
        if (run.chunkStates().at(index).progress.state == ChunkProgress::State::Done)
            say(u"done %1"_s.arg(index));
    });
    QObject::connect(&run, &LiveRun::outcomeGrew, &run, [](const std::shared_ptr<const AnalysisOutcome> &outcome) {
        say(u"moments %1"_s.arg(outcome->result.moments.size()));
    });
    QObject::connect(&run, &LiveRun::finished, &run, [&desk, plan](const LiveEnding &ending) {
        if (ending.error.kind == ErrorKind::Storage && ending.state == RunState::Failed) {
            watch(desk, **desk.start(plan), plan);
            return;
        }
        say(u"finished %1 %2"_s.arg(static_cast<int>(ending.state)).arg(ending.error.text()));
        QCoreApplication::exit(ending.state == RunState::Succeeded ? 0 : 1);
    });
}

Result<LiveRun *> begin(RunDesk &desk, int chunks, const QString &title)
{
    for (const RunRecord &record : desk.runs()) {
        if (record.title == title)
            return desk.goOn(record.id);
    }
    return desk.start(planOf(chunks, title));
}

} // namespace

int main(int argc, char **argv)
{
    QCoreApplication application(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    if (arguments.size() != 5)
        return 2;
    DeskSetup setup{.libraryFolder = arguments.at(1)};
    setup.settings.openAiKey = Secret(u"sk-driver-1234567890"_s);
    setup.settings.openAiBase = *parseBaseUrl(arguments.at(2));
    setup.settings.maxConcurrency = 4;
    RunDesk desk(setup);
    bool hasBegun = false;
    QObject::connect(&desk, &RunDesk::failed,
                     [](const Error &error, const RunId &) { say(u"error "_s + error.text()); });
    QObject::connect(&desk, &RunDesk::runsChanged, [&] {
        if (std::exchange(hasBegun, true))
            return;
        const Result<LiveRun *> run = begin(desk, arguments.at(3).toInt(), arguments.at(4));
        if (run) {
            watch(desk, **run, planOf(arguments.at(3).toInt(), arguments.at(4)));
            return;
        }
        say(u"error "_s + run.error().text());
        QCoreApplication::exit(1);
    });
    return QCoreApplication::exec();
}
