// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exporters/reviewsheet.h"
#include "tests/exporters/exportsamples.h"
#include "tests/support/testregistry.h"

#include <QProcess>
#include <QTest>
#include <QXmlStreamReader>

using namespace Viral;
using namespace ViralTest;
using namespace Qt::StringLiterals;

class SheetsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void saysWhatWasDecided();
    void timesAreTheSourcesOwn();
    void markdownMeansItself();
    void htmlIsWellFormed();
    void htmlSaysEverything();
    void htmlRunsNothing();
#ifdef VIRAL_PDF
    void printedSheetSaysEverything();
    void printedSheetOfHostileTexts();
#endif
};

VIRAL_TEST(SheetsTest)

void SheetsTest::saysWhatWasDecided()
{
    ReviewedMoment held = selectedMoment(u"B"_s, 100'000, 160'000, Decision::Held);
    held.reason = u"needs-context"_s;
    held.starred = true;
    const ReviewSheet sheet = makeReviewSheet(selectsOf({selectedMoment(u"A"_s, 0, 52'440), held}, {}));
    QCOMPARE(sheet.summary, u"2 moments, 1:52 in all"_s);
    QCOMPARE(sheet.moments.at(0).length, u"52.4 s"_s);
    QCOMPARE(sheet.moments.at(0).decision, u"Kept"_s);
    QCOMPARE(sheet.moments.at(1).reason, u"needs context"_s);
    QVERIFY(sheet.moments.at(1).isStarred);
    QCOMPARE(sheet.moments.at(1).number, 2);
    QCOMPARE(makeReviewSheet(selectsOf({held}, {})).summary, u"1 moment, 1:00"_s);
}

void SheetsTest::timesAreTheSourcesOwn()
{
    const QList<ReviewedMoment> moments{selectedMoment(u"A"_s, 60'060, 120'120)};
    QCOMPARE(makeReviewSheet(selectsOf(moments, {})).moments.at(0).times, u"1:00 – 2:00"_s);
    const ReviewSheet sheet = makeReviewSheet(selectsOf(moments, sampleMedia({30'000, 1001}, 107'892, true)));
    QCOMPARE(sheet.moments.at(0).times, u"01:01:00;02 – 01:02:00;04"_s);
    QCOMPARE(sheet.media, u"Talk One.mp4"_s);
}

void SheetsTest::markdownMeansItself()
{
    ReviewedMoment moment = selectedMoment(u"# [x](y) | <b> *z*"_s, 0, 60'000);
    moment.current.socialCopy[0].text = u"One.\n# two\n3. three - 4"_s;
    const QString text = QString::fromUtf8(exported("markdown", selectsOf({moment}, {})).files.at(0).bytes);
    QVERIFY(text.contains(uR"(## 1. \# \[x\](y) \| \<b\> \*z\*)"_s));
    QVERIFY(text.contains(u"> One.\n> \\# two\n> 3\\. three - 4\n"_s));
    QVERIFY(text.startsWith(u"# Talk One\n\n1 moment, 1:00\n"_s));
}

void SheetsTest::htmlIsWellFormed()
{
    QRandomGenerator random(3);
    const QByteArray page = exported("html", hostileSelects(random, 100, sampleMedia())).files.at(0).bytes;
    QXmlStreamReader reader(page);
    int sections = 0;
    while (!reader.atEnd()) {
        reader.readNext();
        sections += reader.isStartElement() && reader.name() == u"section" ? 1 : 0;
    }
    QVERIFY2(!reader.hasError(), qPrintable(reader.errorString()));
    QCOMPARE(sections, 100);
}

void SheetsTest::htmlSaysEverything()
{
    const QByteArray page = exported("html", sampleSelects(sampleMedia())).files.at(0).bytes;
    QVERIFY(page.startsWith("<!DOCTYPE html>"));
    for (const char *text : {"The Three-Hour Rule", "00:00:10:00 – 00:01:10:13", "60.5 s", "score 7.0", "Kept", "Held",
                             "Undecided", "Nobody tells you this", "Growth / Mindset", "It surprises.",
                             "nobody tells you", "A post for X", "Start with the laugh", "Hook strength 5"})
        QVERIFY2(page.contains(text), text);
}

void SheetsTest::htmlRunsNothing()
{
    ReviewedMoment moment = selectedMoment(u"</style><script>alert(1)</script>"_s, 0, 60'000);
    moment.current.quote = u"<img src=x onerror=alert(1)>"_s;
    moment.note = u"javascript:alert(1)"_s;
    const QByteArray page = exported("html", selectsOf({moment}, {})).files.at(0).bytes;
    QVERIFY(!page.contains("<script"));
    QVERIFY(!page.contains("<img"));
    QVERIFY(!page.contains("href=\"javascript"));
}

#ifdef VIRAL_PDF

namespace {

/// What a reader of the PDF finds in it.
QString readBack(const QByteArray &bytes)
{
    QProcess reader;
    reader.start(u"pdftotext"_s, {u"-layout"_s, u"-"_s, u"-"_s});
    reader.write(bytes);
    reader.closeWriteChannel();
    return reader.waitForFinished(30'000) ? QString::fromUtf8(reader.readAllStandardOutput()) : QString();
}

} // namespace

void SheetsTest::printedSheetSaysEverything()
{
    Selects selects = sampleSelects(sampleMedia());
    selects.moments[1].current.socialCopy[0].text = QStringList(700, u"Word"_s).join(u' ') + u" finis"_s;
    const QByteArray bytes = exported("pdf", selects).files.at(0).bytes;
    QVERIFY(bytes.startsWith("%PDF-"));
    QCOMPARE(exported("pdf", selects).files.at(0).bytes, bytes);
    const QString text = readBack(bytes);
    for (const QString &part : {u"The Three-Hour Rule"_s, u"00:00:10:00 – 00:01:10:13"_s, u"60.5 s"_s, u"Held"_s,
                                u"Growth / Mindset"_s, u"A post for X"_s, u"finis"_s, u"Start with the laugh"_s})
        QVERIFY2(text.contains(part), qPrintable(part));
    QCOMPARE(text.count(u"Word"_s), 700);
}

void SheetsTest::printedSheetOfHostileTexts()
{
    QRandomGenerator random(5);
    const QByteArray bytes = exported("pdf", hostileSelects(random, 60, sampleMedia())).files.at(0).bytes;
    QVERIFY(readBack(bytes).contains(u"60."_s));
}

#endif

#include "tst_sheets.moc"
