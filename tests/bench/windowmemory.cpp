// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/windowmemory.h"

#include "core/library/library.h"
#include "ui/document/preparedreview.h"
#include "ui/shell/mainwindow.h"
#include "ui/style/theme.h"

#include <QApplication>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <unistd.h>

#include <cstdio>

using namespace Viral;
using namespace Qt::StringLiterals;

namespace ViralTest {

namespace {

/// What this program holds in memory, in MiB; as Linux counts it.
double residentMemory()
{
    QFile file(u"/proc/self/statm"_s);
    if (!file.open(QIODevice::ReadOnly))
        return 0;
    return file.readAll().split(' ').value(1).toDouble() * double(sysconf(_SC_PAGESIZE)) / (1024 * 1024);
}

} // namespace

int measureMemory(QApplication &application, const QString &path)
{
    const QTemporaryDir folder;
    Theme theme(application);
    SystemClock clock;
    const auto library = std::move(*Library::open(folder.path()));
    MainWindow window({.journal = library->journal(),
                       .clock = clock,
                       .theme = theme,
                       .remembersLayout = false,
                       .prepareReview = [&folder](Work &work) {
                           if (const auto reader = Library::open(folder.path(), Library::Access::ReadOnly))
                               prepareReview(work, (*reader)->journal());
                       }});
    window.resize(1600, 1000);
    window.show();
    QTest::qWait(500);
    const double empty = residentMemory();
    window.open(path);
    const bool isOpen = QTest::qWaitFor([&] { return window.document().isOpen() && window.isSettled(); }, 20'000);
    QTest::qWait(500);
    std::printf("%-44s %8.0f MiB, the empty window %.0f MiB\n", isOpen ? "memory with all that is open" : "not opened",
                residentMemory(), empty);
    return isOpen ? 0 : 1;
}

} // namespace ViralTest
