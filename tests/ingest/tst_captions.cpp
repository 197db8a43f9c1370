// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ingest/captions.h"

#include "tests/support/testregistry.h"

#include <QTest>

using namespace Viral;
using namespace Qt::StringLiterals;

class CaptionsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void lineEnds();
    void cuesOfText_data();
    void cuesOfText();
    void stitchedRecordingIsRefused_data();
    void stitchedRecordingIsRefused();
    void stampsOutsideTheCueAreNotUsed();
    void evenStampsAreEstimates();
    void repeatedAnswersAreNotRolling();
};

VIRAL_TEST(CaptionsTest)

namespace {

constexpr CueSyntax srt{.parseTiming = parseArrowLine};
constexpr CueSyntax webVtt{.parseTiming = parseArrowLine, .isWebVtt = true};

QStringList unitTexts(const QString &text, const CueSyntax &syntax)
{
    const auto transcript = transcriptOfCues(parseCues(text, syntax));
    QStringList texts;
    for (const RawUnit &unit : transcript ? transcript->units : QList<RawUnit>()) {
        QStringList words{unit.text};
        for (const RawWord &word : unit.words)
            words.append(word.text);
        texts.append(words.join(u' ').trimmed());
    }
    return texts;
}

const QString timing = u"00:00:01.000 --> 00:00:02.000\n"_s;
const QString laterTiming = u"00:00:03.000 --> 00:00:04.000\n"_s;

} // namespace

void CaptionsTest::lineEnds()
{
    QStringList lines;
    for (LineCursor cursor(u"a\r\nb\rc\nd\n\r\re"); !cursor.atEnd();)
        lines.append(cursor.next().toString());
    QCOMPARE(lines, (QStringList{u"a"_s, u"b"_s, u"c"_s, u"d"_s, QString(), QString(), u"e"_s}));
}

void CaptionsTest::cuesOfText_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<bool>("isWebVtt");
    QTest::addColumn<QStringList>("units");
    const auto row = [](const char *name, const QString &text, bool isWebVtt, const QStringList &units) {
        QTest::newRow(name) << text << isWebVtt << units;
    };
    row("number below a text line", u"1\n"_s + timing + u"a\n2\n"_s + laterTiming + u"b"_s, false, {u"a"_s, u"b"_s});
    row("number that is speech", timing + u"exactly\n20\n\n"_s + laterTiming + u"b"_s, false,
        {u"exactly\n20"_s, u"b"_s});
    row("last line is a number", timing + u"42\n"_s, false, {u"42"_s});
    row("doubled line breaks", u"1\n\n"_s + timing + u"\na\n\n\n\n2\n\n"_s + laterTiming + u"\nb\n"_s, false,
        {u"a"_s, u"b"_s});
    row("name of a cue", u"WEBVTT\n\nintro\n"_s + timing + u"a\n\noutro\n"_s + laterTiming + u"b"_s, true,
        {u"a"_s, u"b"_s});
    row("timing below text", u"WEBVTT\n\n"_s + timing + u"a\n"_s + laterTiming + u"b"_s, true, {u"a"_s, u"b"_s});
    row("note", u"WEBVTT\n\n"_s + timing + u"a\n\nNOTE c\nd\n\n"_s + laterTiming + u"b"_s, true, {u"a"_s, u"b"_s});
    row("note is speech in SRT", timing + u"a\n\nNOTE c\n\n"_s + laterTiming + u"b"_s, false, {u"a\nNOTE c"_s, u"b"_s});
    row("arrow in text", timing + u"a --> b\n"_s, false, {u"a --> b"_s});
    row("no cue", u"WEBVTT\n\nnothing"_s, true, {});
    row("voices", u"WEBVTT\n\n"_s + timing + u"x <v A>a</v> <v.b B>b\nc"_s, true, {u"x"_s, u"a"_s, u"b\nc"_s});
}

void CaptionsTest::cuesOfText()
{
    QFETCH(const QString, text);
    QFETCH(const bool, isWebVtt);
    QTEST(unitTexts(text, isWebVtt ? webVtt : srt), "units");
}

void CaptionsTest::stitchedRecordingIsRefused_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("place");
    QTest::newRow("second file") << QString(u"WEBVTT\n\n"_s + timing + u"a\n\nWEBVTT\n\n"_s + timing + u"b"_s)
                                 << u"line 6"_s;
    QTest::newRow("stream clock") << QString(u"WEBVTT\nX-TIMESTAMP-MAP=MPEGTS:900000,LOCAL:00:00:00.000\n\n"_s +
                                             timing + u"a"_s)
                                  << u"line 2"_s;
    QTest::newRow("spoken of") << QString(u"WEBVTT\n\n"_s + timing + u"We export\nWEBVTT files"_s) << QString();
}

void CaptionsTest::stitchedRecordingIsRefused()
{
    QFETCH(const QString, text);
    QFETCH(const QString, place);
    const auto transcript = transcriptOfCues(parseCues(text, webVtt));
    QCOMPARE(transcript.has_value(), place.isEmpty());
    if (!transcript) {
        QCOMPARE(transcript.error().place, place);
        QVERIFY(transcript.error().message.contains(u"live stream"_s));
    }
}

void CaptionsTest::stampsOutsideTheCueAreNotUsed()
{
    const QString text = u"WEBVTT\n\n"_s + timing + u"a<00:00:09.000><c> b</c>\n"_s;
    const auto transcript = transcriptOfCues(parseCues(text, webVtt));
    QVERIFY(transcript.has_value());
    QCOMPARE(transcript->repairs.count(Repair::UnusableStamps), qsizetype(1));
    QVERIFY(transcript->units.constFirst().words.isEmpty());
    QVERIFY(!transcript->units.constFirst().text.isEmpty());
}

void CaptionsTest::evenStampsAreEstimates()
{
    const auto origin = [](const QString &line) {
        return transcriptOfCues(parseCues(u"WEBVTT\n\n00:00.000 --> 00:02.000\n"_s + line, webVtt))->wordTimes;
    };
    QCOMPARE(origin(u"a <00:00.500><c>b </c><00:01.001><c>c </c><00:01.500><c>d</c>"_s), TimeOrigin::Estimated);
    QCOMPARE(origin(u"a <00:00.500><c>b </c><00:01.101><c>c </c><00:01.500><c>d</c>"_s), TimeOrigin::Exact);
    QCOMPARE(origin(u"a <00:00.500><c>b </c>"_s), TimeOrigin::Exact);
}

void CaptionsTest::repeatedAnswersAreNotRolling()
{
    QString text;
    for (int i = 0; i < 6; ++i)
        text += u"00:00:0%1,000 --> 00:00:0%1,900\nNo.\n\n"_s.arg(i);
    QCOMPARE(unitTexts(text, srt).size(), 6);
}

#include "tst_captions.moc"
