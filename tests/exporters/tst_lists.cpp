// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exporters/exporttext.h"
#include "tests/exporters/exportsamples.h"
#include "tests/support/testregistry.h"

#include <QTest>

using namespace Viral;
using namespace ViralTest;
using namespace Qt::StringLiterals;

// Tables, labels and chapters: a line for each moment.
class ListsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void cleanText_data();
    void cleanText();
    void table();
    void tableCountsPictures();
    void formulasAreDefused();
    void audacityLabels();
    void losslessCut();
    void chapters_data();
    void chapters();
    void oneLineEach();
    void timesOutsideOfRecordings();
    void tellsWhatIsBehindTheEnd();
};

VIRAL_TEST(ListsTest)

void ListsTest::cleanText_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("line");
    QTest::addColumn<QString>("lines");
    QTest::newRow("plain") << u"Fish & chips"_s << u"Fish & chips"_s << u"Fish & chips"_s;
    QTest::newRow("lines") << u" a \r\n\r\n b\tc\rd "_s << u"a b c d"_s << u"a\n\nb c\nd"_s;
    QTest::newRow("controls") << u"a\x01\x1b[31mb\u0085c\x7f"_s << u"a[31mb c"_s << u"a[31mb c"_s;
    QTest::newRow("halves") << QString(QChar(0xd83d)) + u'a' + QChar(0xde00) << u"a"_s << u"a"_s;
    QTest::newRow("emoji") << u"\U0001F600!"_s << u"\U0001F600!"_s << u"\U0001F600!"_s;
    QTest::newRow("no characters") << u"a\uFFFE\uFFFF\uFEFFb\U0001FFFE"_s << u"ab"_s << u"ab"_s;
    QTest::newRow("from the right") << u"\u200fשלום"_s << u"\u200fשלום"_s << u"\u200fשלום"_s;
}

void ListsTest::cleanText()
{
    QFETCH(const QString, text);
    QTEST(oneLine(text), "line");
    QTEST(cleanLines(text), "lines");
}

void ListsTest::table()
{
    ReviewedMoment moment = selectedMoment(u"A \"quoted\", title"_s, 3'723'004, 3'783'504);
    moment.starred = true;
    moment.reason = u"late-start"_s;
    moment.current.socialCopy[0].text = u"Two\nlines"_s;
    const QList<QByteArray> rows = exported("csv", selectsOf({moment}, {})).files.at(0).bytes.split('\r');
    QCOMPARE(rows.size(), 3);
    QCOMPARE(rows.at(0),
             QByteArray("number,title,start,end,start_ms,end_ms,seconds,in,out,decision,reason,starred,score,"
                        "category,hook,engagement,quote,note,shareability,emotionalImpact,surpriseFactor,"
                        "rewatchability,hookStrength,post_twitter,post_instagram_reels,"
                        "post_youtube_shorts,post_tiktok,post_linkedin"));
    QCOMPARE(
        rows.at(1).trimmed(),
        QByteArray("1,\"A \"\"quoted\"\", title\",01:02:03.004,01:03:03.504,3723004,3783504,60.500,,,kept,late-start,"
                   "yes,7.0,Growth / Mindset,Nobody tells you this,It surprises.,nobody tells you,"
                   "Start with the laugh,9,7,8,6,5,\"Two\nlines\",,,,"));
}

void ListsTest::tableCountsPictures()
{
    const QByteArray bytes = exported("csv", selectsOf({selectedMoment(u"A"_s, 60'060, 120'120)},
                                                       sampleMedia({30'000, 1001}, 107'892, true)))
                                 .files.at(0)
                                 .bytes;
    QVERIFY2(bytes.contains(",01:01:00;02,01:02:00;04,"), bytes.constData());
}

void ListsTest::formulasAreDefused()
{
    const QByteArray bytes =
        exported("csv", selectsOf({selectedMoment(u"=HYPERLINK(\"http://x\")"_s, 0, 45'000)}, {})).files.at(0).bytes;
    QVERIFY(bytes.contains("\"'=HYPERLINK(\"\"http://x\"\")\""));
    // Programs that cut take the text to the letter.
    QVERIFY(exported("losslesscut-csv", selectsOf({selectedMoment(u"-1"_s, 0, 45'000)}, {}))
                .files.at(0)
                .bytes.contains(",-1,"));
}

void ListsTest::audacityLabels()
{
    const Selects selects =
        selectsOf({selectedMoment(u"A\tB\nC"_s, 1'004, 61'040), selectedMoment(u"\\D"_s, 3'600'000, 3'645'000)}, {});
    QCOMPARE(exported("audacity-labels", selects).files.at(0).bytes,
             QByteArray("1.004000\t61.040000\tA B C\n3600.000000\t3645.000000\t\\D\n"));
}

void ListsTest::losslessCut()
{
    const Selects selects = sampleSelects(sampleMedia());
    QCOMPARE(exported("losslesscut-csv", selects).files.at(0).bytes,
             QByteArray("Start,End,Name,decision,score,category\n"
                        "10.000,70.520,The Three-Hour Rule,kept,7.0,Growth / Mindset\n"
                        "70.520,130.000,Why Nobody Listens,undecided,7.0,Growth / Mindset\n"
                        "1800.720,1850.040,An Honest Number,held,7.0,Growth / Mindset\n"));
}

void ListsTest::chapters_data()
{
    QTest::addColumn<QList<int>>("edges");
    QTest::addColumn<int>("length");
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<int>("warnings");
    const QByteArray on = " The conversation goes on\n";
    QTest::newRow("moments apart") << QList<int>{60, 120, 300, 360} << 4000
                                   << "0:00 Beginning\n1:00 Moment 1\n2:00" + on + "5:00 Moment 2\n6:00" + on << 0;
    QTest::newRow("from the start") << QList<int>{4, 64, 64, 120} << 121 << QByteArray("0:00 Moment 1\n1:04 Moment 2\n")
                                    << 1;
    QTest::newRow("close together") << QList<int>{60, 120, 65, 130, 125, 180} << 185
                                    << QByteArray("0:00 Beginning\n1:00 Moment 1\n2:05 Moment 3\n") << 1;
    QTest::newRow("a short one") << QList<int>{60, 63, 90, 150} << 150
                                 << "0:00 Beginning\n1:00 Moment 1\n1:10" + on + "1:30 Moment 2\n"
                                 << 0;
    QTest::newRow("a short one at the end")
        << QList<int>{20, 60, 100, 105} << 107 << "0:00 Beginning\n0:20 Moment 1\n1:00" + on + "1:40 Moment 2\n"
        << 1;
    QTest::newRow("hours") << QList<int>{3700, 3760} << 8000 << "0:00 Beginning\n1:01:40 Moment 1\n1:02:40" + on << 0;
    QTest::newRow("length unknown") << QList<int>{60, 120, 300, 360} << 0
                                    << "0:00 Beginning\n1:00 Moment 1\n2:00" + on + "5:00 Moment 2\n"
                                    << 0;
}

void ListsTest::chapters()
{
    QFETCH(const QList<int>, edges);
    QFETCH(const int, length);
    QFETCH(const int, warnings);
    QList<ReviewedMoment> moments;
    for (qsizetype i = 0; i < edges.size(); i += 2)
        moments.append(selectedMoment(u"Moment %1"_s.arg(i / 2 + 1), edges.at(i) * 1000, edges.at(i + 1) * 1000));
    SourceMedia media;
    media.facts.duration = Milliseconds{length * 1000};
    const Exported made = exported("youtube-chapters", selectsOf(moments, media));
    QTEST(made.files.at(0).bytes, "text");
    QCOMPARE(made.warnings.size(), warnings);
}

void ListsTest::oneLineEach()
{
    QRandomGenerator random(11);
    const Selects selects = hostileSelects(random, 300, sampleMedia({30'000, 1001}, 107'892, true));
    QCOMPARE(exported("audacity-labels", selects).files.at(0).bytes.count('\n'), 300);
    QCOMPARE(exported("losslesscut-csv", selects).files.at(0).bytes.count('\n'), 301);
    for (const char *format : {"audacity-labels", "losslesscut-csv", "csv", "youtube-chapters", "markdown", "html"}) {
        const QByteArray bytes = exported(format, selects).files.at(0).bytes;
        QVERIFY(QString::fromUtf8(bytes).toUtf8() == bytes);
        for (char c = 0; c < 9; ++c)
            QVERIFY2(!bytes.contains(c), format);
    }
}

void ListsTest::timesOutsideOfRecordings()
{
    QCOMPARE(decimalSeconds(Milliseconds{-1}), u"0.000"_s);
    QCOMPARE(decimalSeconds(Milliseconds{std::numeric_limits<qint64>::min()}), u"0.000"_s);
    QCOMPARE(decimalSeconds(Milliseconds{1}), u"0.001"_s);
    constexpr TimeSpan all{Milliseconds::min(), Milliseconds::max()};
    const MediaFacts facts = sampleMedia({30'000, 1001}).facts;
    QCOMPARE(frameSpan(all, facts).first, 0);
    QCOMPARE(frameSpan(all, facts).end, (1000LL * 3600 * 30'000 + 500) / 1001);
    QCOMPARE(frameSpan({Milliseconds::max(), Milliseconds::min()}, facts, 5).count(), 1 + 5);
    QCOMPARE(cutSpan(all, {}), spanMs(0, 1000LL * 3'600'000));
    QCOMPARE(cutSpan(spanMs(-500, 1000), {}), spanMs(0, 1000));
}

void ListsTest::tellsWhatIsBehindTheEnd()
{
    const QList<ReviewedMoment> moments{selectedMoment(u"A"_s, 10'000, 60'000),
                                        selectedMoment(u"B"_s, 3'590'000, 3'600'041)};
    for (const char *format : {"audacity-labels", "losslesscut-csv", "youtube-chapters", "edl"}) {
        const QStringList warnings = exported(format, selectsOf(moments, sampleMedia())).warnings;
        QVERIFY2(warnings.join(u' ').contains(u"One moment reaches behind the end of the media at 1:00:00"), format);
        const QStringList none = exported(format, selectsOf(moments.first(1), sampleMedia())).warnings;
        QVERIFY2(!none.join(u' ').contains(u"behind"), format);
    }
}

#include "tst_lists.moc"
