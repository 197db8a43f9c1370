// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/edges.h"

#include "tests/analysis/transcripts.h"
#include "tests/support/testregistry.h"

#include <QTest>

using namespace Viral;
using namespace ViralTest;
using namespace Qt::StringLiterals;

class EdgesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void placing_data();
    void placing();
    void placingInTheMiddleOfTheTranscript();
    void proposedIsSaidEvenWhenRefused();
    void evenSentences_data();
    void evenSentences();
    void adjustmentsSayWhy();
    void wordsMakeTheEdges();
    void roundedTimesKeepTheirSentence();
    void tenMinuteSentence_data();
    void tenMinuteSentence();
    void longNeighbours();
    void withoutWords();
    void nothingSpoken();
    void overlappingSentences();
    void manySentencesAtOnce();
    void hookMovesTheStart();
};

VIRAL_TEST(EdgesTest)

namespace {

Candidate numbered(int first, int last)
{
    Candidate candidate;
    candidate.startSentence = first;
    candidate.endSentence = last;
    return candidate;
}

Candidate timed(qint64 start, qint64 end)
{
    Candidate candidate;
    candidate.startTime = Milliseconds{start};
    candidate.endTime = Milliseconds{end};
    return candidate;
}

Judged<Clip> fitted(const Candidate &candidate, const TranscriptIndex &index)
{
    const auto placement = place(candidate, index, wholeChunk(index));
    return placement ? fitEdges(*placement, index) : tl::unexpected(placement.error());
}

QString described(const Judged<Clip> &clip)
{
    return clip ? u"%1-%2"_s.arg(clip->span.start.count()).arg(clip->span.end.count()) : clip.error().rule;
}

QString described(const QList<Adjustment> &adjustments)
{
    QStringList lines;
    for (const Adjustment &adjustment : adjustments)
        lines += u"%1 %2 → %3 %4"_s.arg(adjustment.what)
                     .arg(adjustment.from.value_or(Milliseconds{-1}).count())
                     .arg(adjustment.to.value_or(Milliseconds{-1}).count())
                     .arg(adjustment.why);
    return lines.join(u" | "_s);
}

} // namespace

void EdgesTest::placing_data()
{
    QTest::addColumn<int>("startSentence"); // -9 for none
    QTest::addColumn<int>("endSentence");
    QTest::addColumn<int>("startTime");
    QTest::addColumn<int>("endTime");
    QTest::addColumn<QString>("expected"); // span, or the rule
    constexpr int none = -9;
    QTest::newRow("sentences") << 10 << 14 << none << none << u"100000-150000"_s;
    QTest::newRow("times") << none << none << 101'000 << 149'000 << u"101000-149000"_s;
    QTest::newRow("sentences win") << 10 << 14 << 999'000'000 << 3 << u"100000-150000"_s;
    QTest::newRow("one of each") << 10 << none << 5 << 149'000 << u"100000-149000"_s;
    QTest::newRow("one sentence alone") << 10 << 10 << none << none << u"100000-110000"_s;
    QTest::newRow("nothing") << none << none << none << none << u"no-place"_s;
    QTest::newRow("no end") << 10 << none << none << none << u"no-place"_s;
    QTest::newRow("no start") << none << none << none << 5000 << u"no-place"_s;
    QTest::newRow("reversed sentences") << 14 << 10 << none << none << u"edges-reversed"_s;
    QTest::newRow("reversed times") << none << none << 149'000 << 101'000 << u"edges-reversed"_s;
    QTest::newRow("empty times") << none << none << 101'000 << 101'000 << u"edges-reversed"_s;
    QTest::newRow("negative sentence") << -1 << 10 << none << none << u"no-such-sentence"_s;
    QTest::newRow("sentence behind the last") << 10 << 100 << none << none << u"no-such-sentence"_s;
    QTest::newRow("highest number") << 10 << std::numeric_limits<int>::max() << none << none << u"no-such-sentence"_s;
    // The chunk has the sentences 10 to 29, 100–300 s.
    QTest::newRow("first sentence before the chunk") << 9 << 14 << none << none << u"outside-chunk"_s;
    QTest::newRow("last sentence behind the chunk") << 25 << 30 << none << none << u"outside-chunk"_s;
    QTest::newRow("all of the chunk") << 10 << 29 << none << none << u"100000-300000"_s;
    QTest::newRow("a second too early is rounding") << none << none << 99'000 << 150'000 << u"100000-150000"_s;
    QTest::newRow("more is outside") << none << none << 98'999 << 150'000 << u"outside-chunk"_s;
    QTest::newRow("a second too late is rounding") << none << none << 250'000 << 301'000 << u"250000-300000"_s;
    QTest::newRow("later is outside") << none << none << 250'000 << 301'001 << u"outside-chunk"_s;
    // Such times would lie in the chunk if they were counted from its start.
    QTest::newRow("never relative to the chunk") << none << none << 5000 << 60'000 << u"outside-chunk"_s;
}

void EdgesTest::placing()
{
    QFETCH(const int, startSentence);
    QFETCH(const int, endSentence);
    QFETCH(const int, startTime);
    QFETCH(const int, endTime);
    const TranscriptIndex index = TranscriptMaker().numbered(100, 10'000).index();
    const Chunk chunk{1, spanMs(100'000, 300'000), 10, 30};
    Candidate candidate;
    if (startSentence != -9)
        candidate.startSentence = startSentence;
    if (endSentence != -9)
        candidate.endSentence = endSentence;
    if (startTime != -9)
        candidate.startTime = Milliseconds{startTime};
    if (endTime != -9)
        candidate.endTime = Milliseconds{endTime};
    const auto placement = place(candidate, index, chunk);
    const QString seen = placement ? u"%1-%2"_s.arg(placement->span().start.count()).arg(placement->span().end.count())
                                   : placement.error().rule;
    QTEST(seen, "expected");
    if (!placement) {
        QCOMPARE(placement.error().stage, FunnelStage::Placing);
        QVERIFY(!placement.error().reason.isEmpty());
        QVERIFY(!placement.error().measured.isEmpty());
    }
}

void EdgesTest::placingInTheMiddleOfTheTranscript()
{
    // Absolute times of the second chunk of a long interview: later than a chunk is long, and taken as they are.
    const TranscriptIndex index = TranscriptMaker().numbered(200, 10'000).index();
    const Chunk chunk{3, spanMs(1'140'000, 1'590'000), 114, 159};
    const auto placement = place(timed(1'150'000, 1'205'000), index, chunk);
    QVERIFY(placement.has_value());
    QCOMPARE(placement->span(), spanMs(1'150'000, 1'205'000));
}

void EdgesTest::proposedIsSaidEvenWhenRefused()
{
    const TranscriptIndex index = TranscriptMaker().numbered(10, 10'000).index();
    QCOMPARE(proposedSpan(timed(5, 9), index), std::optional(spanMs(5, 9)));
    QCOMPARE(proposedSpan(numbered(3, 2), index), std::optional(spanMs(30'000, 30'000)));
    QCOMPARE(proposedSpan(numbered(3, 12), index), std::nullopt);
    QCOMPARE(proposedSpan(Candidate{}, index), std::nullopt);
}

void EdgesTest::evenSentences_data()
{
    QTest::addColumn<qint64>("start");
    QTest::addColumn<qint64>("end");
    QTest::addColumn<QString>("expected");
    const auto row = [](const char *name, qint64 start, qint64 end, const QString &expected) {
        QTest::newRow(name) << start << end << expected;
    };
    // Thirty sentences of ten seconds.
    row("on the edges", 100'000, 150'000, u"100000-150000"_s);
    row("inside the sentences", 104'000, 146'000, u"100000-150000"_s);
    row("exactly 40 s", 100'000, 140'000, u"100000-140000"_s);
    row("exactly 90 s", 100'000, 190'000, u"100000-190000"_s);
    row("too short grows forward", 100'000, 115'000, u"100000-140000"_s);
    row("one sentence grows forward", 100'000, 110'000, u"100000-140000"_s);
    row("at the end grows forward, then backward", 285'000, 300'000, u"260000-300000"_s);
    row("too long ends at the last sentence that fits", 100'000, 260'000, u"100000-190000"_s);
    row("sentence edges make it too long", 104'000, 192'000, u"100000-190000"_s);
    row("the whole transcript", 0, 300'000, u"0-90000"_s);
    row("half a second before a sentence", 99'600, 150'000, u"100000-150000"_s);
    row("half a second into a sentence", 100'000, 150'400, u"100000-150000"_s);
    row("more than that", 99'400, 150'600, u"90000-160000"_s);
    row("a tenth of a second", 100'000, 100'100, u"100000-140000"_s);
    row("across an edge, within the slack", 99'700, 100'200, u"100000-140000"_s);
}

void EdgesTest::evenSentences()
{
    QFETCH(const qint64, start);
    QFETCH(const qint64, end);
    const TranscriptIndex index = TranscriptMaker().numbered(30, 10'000).index();
    QTEST(described(fitted(timed(start, end), index)), "expected");
}

void EdgesTest::adjustmentsSayWhy()
{
    const TranscriptIndex index =
        TranscriptMaker().sentence(u"Before that nothing."_s, 0, 11'400).numbered(20, 10'000).index();
    QCOMPARE(described(fitted(timed(12'000, 66'000), index)->adjustments),
             u"start 12000 → 11400 to the start of its sentence | end 66000 → 71400 to the end of its sentence"_s);
    QCOMPARE(described(fitted(numbered(1, 5), index)->adjustments), QString());
    QCOMPARE(described(fitted(numbered(1, 1), index)->adjustments),
             u"end 21400 → 51400 on by whole sentences to reach 40 s"_s);
    QCOMPARE(described(fitted(numbered(1, 12), index)->adjustments),
             u"end 131400 → 101400 back to the last sentence end within 90 s"_s);
    QCOMPARE(described(fitted(numbered(19, 20), index)->adjustments),
             u"start 191400 → 171400 back by whole sentences to reach 40 s"_s);
}

void EdgesTest::wordsMakeTheEdges()
{
    // The words begin later and end earlier than their sentences claim.
    TranscriptMaker maker;
    for (int i = 0; i < 10; ++i)
        maker.silentSentence(u"Go on."_s, i * 10'000, (i + 1) * 10'000)
            .word(u"Go"_s, i * 10'000 + 300, i * 10'000 + 5000)
            .word(u"on."_s, i * 10'000 + 5000, i * 10'000 + 9200);
    QCOMPARE(described(fitted(timed(10'000, 60'000), maker.index())), u"10300-59200"_s);
    // 39 900 ms by the words: one sentence more.
    QCOMPARE(described(fitted(numbered(1, 4), maker.index())), u"10300-59200"_s);
}

void EdgesTest::roundedTimesKeepTheirSentence()
{
    // A start that lies in the silence behind a sentence belongs to the next one.
    TranscriptMaker maker;
    for (int i = 0; i < 10; ++i)
        maker.sentence(u"Go on then."_s, i * 12'000, i * 12'000 + 10'000);
    QCOMPARE(described(fitted(timed(22'500, 71'000), maker.index())), u"24000-70000"_s);
    QCOMPARE(described(fitted(timed(22'000, 71'999), maker.index())), u"24000-70000"_s);
}

void EdgesTest::tenMinuteSentence_data()
{
    QTest::addColumn<qint64>("start");
    QTest::addColumn<qint64>("end");
    QTest::addColumn<QString>("expected");
    const auto row = [](const char *name, qint64 start, qint64 end, const QString &expected) {
        QTest::newRow(name) << start << end << expected;
    };
    // 600 words of one second each, without a full stop.
    row("from word to word", 300'400, 360'700, u"300000-360000"_s);
    row("on the words", 300'000, 360'000, u"300000-360000"_s);
    row("too short grows word by word", 300'000, 310'000, u"300000-340000"_s);
    row("too long shrinks to a word", 300'000, 420'000, u"300000-390000"_s);
    row("at the end grows backward", 590'000, 600'000, u"560000-600000"_s);
    row("all of it", 0, 600'000, u"0-90000"_s);
}

void EdgesTest::tenMinuteSentence()
{
    QFETCH(const qint64, start);
    QFETCH(const qint64, end);
    const TranscriptIndex index = TranscriptMaker().sentence(u"on "_s.repeated(600).trimmed(), 0, 600'000).index();
    QTEST(described(fitted(timed(start, end), index)), "expected");
}

void EdgesTest::longNeighbours()
{
    // 20 s between two sentences of five minutes: neither fits as a whole.
    const TranscriptIndex index = TranscriptMaker()
                                      .sentence(u"on "_s.repeated(300).trimmed(), 0, 300'000)
                                      .sentence(u"Twenty seconds."_s, 300'000, 320'000)
                                      .sentence(u"on "_s.repeated(300).trimmed(), 320'000, 620'000)
                                      .index();
    QCOMPARE(described(fitted(numbered(1, 1), index)), u"300000-340000"_s);
    // 30 s and 70 s: the second does not fit, the sentence before does.
    const TranscriptIndex other = TranscriptMaker()
                                      .sentence(u"Fifteen."_s, 0, 15'000)
                                      .sentence(u"Thirty."_s, 15'000, 45'000)
                                      .sentence(u"Seventy."_s, 45'000, 115'000)
                                      .index();
    QCOMPARE(described(fitted(numbered(1, 2), other)), u"0-45000"_s);
    // Without words nothing can be cut: too short stays too short.
    const TranscriptIndex silent = TranscriptMaker()
                                       .silentSentence(u"Thirty."_s, 0, 30'000)
                                       .silentSentence(u"Seventy."_s, 30'000, 100'000)
                                       .index();
    const auto clip = fitted(numbered(0, 1), silent);
    QCOMPARE(described(clip), u"duration-minimum"_s);
    QCOMPARE(clip.error().measured, u"30 000 ms"_s);
}

void EdgesTest::withoutWords()
{
    TranscriptMaker maker;
    for (int i = 0; i < 10; ++i)
        maker.silentSentence(u"Go on."_s, i * 15'000, (i + 1) * 15'000);
    QCOMPARE(described(fitted(timed(16'000, 59'000), maker.index())), u"15000-60000"_s);
    const TranscriptIndex tenMinutes = TranscriptMaker().silentSentence(u"On and on"_s, 0, 600'000).index();
    const auto clip = fitted(timed(100'000, 160'000), tenMinutes);
    QCOMPARE(described(clip), u"duration-maximum"_s);
    QCOMPARE(clip.error().measured, u"600 000 ms"_s);
    QCOMPARE(clip.error().stage, FunnelStage::Edges);
    // The whole transcript is 39 999 ms long.
    QCOMPARE(described(fitted(numbered(0, 0), TranscriptMaker().silentSentence(u"x"_s, 0, 39'999).index())),
             u"duration-minimum"_s);
    QCOMPARE(described(fitted(numbered(0, 0), TranscriptMaker().silentSentence(u"x"_s, 0, 40'000).index())),
             u"0-40000"_s);
    QCOMPARE(described(fitted(numbered(0, 0), TranscriptMaker().silentSentence(u"x"_s, 0, 90'000).index())),
             u"0-90000"_s);
    QCOMPARE(described(fitted(numbered(0, 0), TranscriptMaker().silentSentence(u"x"_s, 0, 90'001).index())),
             u"duration-maximum"_s);
}

void EdgesTest::nothingSpoken()
{
    const TranscriptIndex index = TranscriptMaker()
                                      .sentence(u"First words here."_s, 0, 10'000)
                                      .sentence(u"Much later again."_s, 200'000, 260'000)
                                      .index();
    QCOMPARE(described(fitted(timed(50'000, 100'000), index)), u"nothing-spoken"_s);
    QCOMPARE(described(fitEdges({{Milliseconds{0}, {}}, {Milliseconds{50'000}, {}}}, TranscriptIndex())),
             u"nothing-spoken"_s);
    // Ten seconds of speech before three minutes of silence cannot grow.
    QCOMPARE(described(fitted(numbered(0, 0), index)), u"duration-minimum"_s);
}

void EdgesTest::overlappingSentences()
{
    TranscriptMaker maker;
    for (int i = 0; i < 8; ++i)
        maker.sentence(u"One goes on and on."_s, i * 20'000, i * 20'000 + 20'000)
            .sentence(u"Yes."_s, i * 20'000 + 5000, i * 20'000 + 6000);
    const auto clip = fitted(timed(21'000, 79'000), maker.index());
    QVERIFY(clip.has_value());
    QCOMPARE(clip->span.start, Milliseconds{20'000});
    QVERIFY(clip->span.duration() >= shortestMoment);
    QVERIFY(clip->span.duration() <= longestMoment);
}

void EdgesTest::manySentencesAtOnce()
{
    // A thousand sentences of no length at one instant must not trap the growth.
    TranscriptMaker maker;
    maker.sentence(u"Start here."_s, 0, 20'000);
    for (int i = 0; i < 1000; ++i)
        maker.silentSentence(u"click"_s, 20'000, 20'000);
    maker.sentence(u"And on it goes."_s, 20'000, 50'000);
    QCOMPARE(described(fitted(numbered(0, 0), maker.index())), u"0-50000"_s);
}

void EdgesTest::hookMovesTheStart()
{
    const TranscriptIndex index = TranscriptMaker().numbered(12, 10'000).index();
    const Clip clip = *fitted(numbered(2, 7), index);
    const auto moved = startedAt(clip, Milliseconds{34'000}, 3, u"to its hook"_s, index);
    QVERIFY(moved.has_value());
    QCOMPARE(moved->span, spanMs(34'000, 80'000));
    QCOMPARE(described(moved->adjustments), u"start 20000 → 34000 to its hook"_s);
    // 25 s are left: the end grows, by whole sentences.
    QCOMPARE(startedAt(clip, Milliseconds{55'000}, 5, u"to its hook"_s, index)->span, spanMs(55'000, 100'000));
    // From 85 s on there are only 35 s of transcript, and the start must stay.
    QVERIFY(!startedAt(*fitted(numbered(6, 11), index), Milliseconds{85'000}, 8, u"to its hook"_s, index));
}

#include "tst_edges.moc"
