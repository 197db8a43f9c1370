// SPDX-License-Identifier: GPL-3.0-or-later
// How long the desktop application takes from its start to the first complete frame, with a library of 1 000 runs, and
// to everything shown of the sample. Runs the program itself, offscreen unless a display is given.
#include "core/library/library.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QProcess>
#include <QTemporaryDir>

#include <algorithm>
#include <cstdio>
#include <vector>

using namespace Viral;
using namespace Qt::StringLiterals;

namespace {

constexpr int rounds = 11;

bool fillLibrary(const QString &folder)
{
    const auto library = Library::open(folder);
    if (!library)
        return false;
    for (int i = 0; i < 1000; ++i) {
        const RunRecord run{.id = {u"run-%1"_s.arg(i)},
                            .state = RunState::Succeeded,
                            .createdAt = QDateTime::fromMSecsSinceEpoch(1'700'000'000'000 + i * 60'000LL, Qt::UTC),
                            .title = u"Interview %1"_s.arg(i)};
        if (!(*library)->runs().saveRun(run))
            return false;
        if (!(*library)->recent().note({.path = u"/interviews/%1.json"_s.arg(i), .openedAt = run.createdAt}))
            return false;
    }
    return true;
}

/// Milliseconds until \a mark stands on standard error, or until the program ends when \a mark is empty.
qint64 timeUntil(const QStringList &arguments, const QByteArray &mark)
{
    QProcess program;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(u"QT_LOGGING_RULES"_s, u"viral.interface.debug=true"_s);
    if (!environment.contains(u"DISPLAY"_s))
        environment.insert(u"QT_QPA_PLATFORM"_s, u"offscreen"_s);
    program.setProcessEnvironment(environment);
    program.setReadChannel(QProcess::StandardError);
    QElapsedTimer timer;
    timer.start();
    program.start(QStringLiteral(VIRAL_PROGRAMS "/viral-moments"), arguments);
    QByteArray messages;
    while (!mark.isEmpty() && program.waitForReadyRead(10'000)) {
        messages += program.readAllStandardError();
        if (messages.contains(mark))
            break;
    }
    if (mark.isEmpty())
        program.waitForFinished(30'000);
    const qint64 elapsed = timer.elapsed();
    program.kill();
    program.waitForFinished(5000);
    return elapsed;
}

void printMedian(const char *name, const QStringList &arguments, const QByteArray &mark)
{
    std::vector<qint64> times;
    for (int i = 0; i < rounds; ++i)
        times.push_back(timeUntil(arguments, mark));
    std::sort(times.begin(), times.end());
    std::printf("%-52s %6lld ms  (%lld–%lld)\n", name, static_cast<long long>(times[rounds / 2]),
                static_cast<long long>(times.front()), static_cast<long long>(times.back()));
}

} // namespace

int main(int argc, char **argv)
{
    QCoreApplication application(argc, argv);
    const QTemporaryDir folder;
    if (!fillLibrary(folder.path())) {
        std::fprintf(stderr, "the library could not be filled\n");
        return 1;
    }
    printMedian("start to first frame, library of 1 000 runs", {u"--library"_s, folder.path()}, "first frame");
    printMedian("start to first frame, opening the sample",
                {u"--library"_s, folder.path(), QStringLiteral(VIRAL_RESOURCES "/sample/interview.payload.json")},
                "first frame");
    return 0;
}
