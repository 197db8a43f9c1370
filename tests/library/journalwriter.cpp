// SPDX-License-Identifier: GPL-3.0-or-later
// Appends steps to a review of a library and prints each one's number once it is kept: for a test that kills it.
#include "tests/library/librarysamples.h"

#include <QCoreApplication>

#include <cstdio>

using namespace Viral;

int main(int argc, char **argv)
{
    QCoreApplication application(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    if (arguments.size() != 5)
        return 2;
    const Result<std::unique_ptr<Library>> library = Library::open(arguments.at(1));
    if (!library) {
        std::fprintf(stderr, "%s\n", qPrintable(library.error().text()));
        return 1;
    }
    const int first = arguments.at(3).toInt();
    const int end = arguments.at(4).toInt();
    const ReviewId review{arguments.at(2)};
    qint64 last = 0;
    for (int number = first; number < end; ++number) {
        auto kept = (*library)->journal().append(review, {ViralTest::numberedEntry(number)}, last);
        while (kept && !*kept) {
            const auto news = (*library)->journal().entriesAfter(review, last).value_or(QList<JournalEntry>());
            last = news.isEmpty() ? last : news.constLast().number;
            kept = (*library)->journal().append(review, {ViralTest::numberedEntry(number)}, last);
        }
        if (!kept) {
            std::fprintf(stderr, "%s\n", qPrintable(kept.error().text()));
            return 1;
        }
        last = **kept;
        std::printf("%d\n", number);
        std::fflush(stdout);
    }
    return 0;
}
