// SPDX-License-Identifier: GPL-3.0-or-later
// documentwriter FOLDER BYTES: keeps one document of a run again and again, each time with another letter, and prints
// the letter once it is kept: for a test that kills it.
#include "tests/library/librarysamples.h"

#include <QCoreApplication>

#include <cstdio>

using namespace Viral;

int main(int argc, char **argv)
{
    QCoreApplication application(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    if (arguments.size() != 3)
        return 2;
    const Result<std::unique_ptr<Library>> library = Library::open(arguments.at(1));
    const RunRecord run = ViralTest::sampleRun(QStringLiteral("a"));
    if (!library || !(*library)->runs().saveRun(run))
        return 1;
    for (char letter = 'a';; letter = letter == 'z' ? 'a' : static_cast<char>(letter + 1)) {
        const auto kept = (*library)->runs().keepFunnel(run.id, QByteArray(arguments.at(2).toLongLong(), letter));
        if (!kept) {
            std::fprintf(stderr, "%s\n", qPrintable(kept.error().text()));
            return 1;
        }
        std::printf("%c\n", letter);
        std::fflush(stdout);
    }
}
