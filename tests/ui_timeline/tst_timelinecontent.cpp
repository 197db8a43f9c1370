// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/timeline/timelinecontent.h"

#include "tests/support/testregistry.h"
#include "ui/timeline/timelinescene.h"

#include <QTest>

using namespace Viral;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

class TimelineContentTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void speakers();
    void spoken_data();
    void spoken();
    void timesAreTheWindows();
    void chunksAreToldInWords_data();
    void chunksAreToldInWords();
    void limits_data();
    void limits();
    void sceneSortsAndFinds();
    void chunkAtATime();
    void droppedAtATime();
};

VIRAL_TEST(TimelineContentTest)

void TimelineContentTest::speakers()
{
    Transcript transcript;
    const auto say = [&transcript](const QString &speaker, qint64 from, qint64 to) {
        transcript.sentences.append({.text = u"…"_s, .span = spanMs(from, to), .speakerId = speaker});
    };
    say(u"host"_s, 0, 1000);
    say(u"host"_s, 1900, 3000);
    say(u"guest"_s, 3000, 5000);
    say(u"guest"_s, 6000, 7000);
    say(QString(), 7000, 8000);
    const TimelineSpeakers speakers = speakersOf(TranscriptIndex(transcript));
    QCOMPARE(speakers.ids, (QStringList{u"host"_s, u"guest"_s, QString()}));
    const QList<SpeakerRun> runs{{.span = spanMs(0, 3000), .speaker = 0},
                                 {.span = spanMs(3000, 5000), .speaker = 1},
                                 {.span = spanMs(6000, 7000), .speaker = 1},
                                 {.span = spanMs(7000, 8000), .speaker = 2}};
    QCOMPARE(speakers.runs, runs);
    QCOMPARE(speakersOf(TranscriptIndex()), TimelineSpeakers{});
}

void TimelineContentTest::spoken_data()
{
    QTest::addColumn<double>("score");
    QTest::addColumn<int>("decision");
    QTest::addColumn<bool>("isEdited");
    QTest::addColumn<QString>("text");
    QTest::newRow("kept") << 7.8 << int(Decision::Kept) << false
                          << u"3. The Quiet Launch, 12:30, 52 s, score 7.8, kept"_s;
    QTest::newRow("without score") << 0.0 << int(Decision::Undecided) << false
                                   << u"3. The Quiet Launch, 12:30, 52 s, undecided"_s;
    QTest::newRow("edited") << 10.0 << int(Decision::Held) << true
                            << u"3. The Quiet Launch, 12:30, 52 s, score 10.0, held, edited"_s;
}

void TimelineContentTest::spoken()
{
    QFETCH(const double, score);
    QFETCH(const int, decision);
    QFETCH(const bool, isEdited);
    QTEST(spokenMoment(3, {.id = {u"m"_s},
                           .span = spanMs(750400, 802000),
                           .title = u"The Quiet Launch"_s,
                           .score = score,
                           .decision = Decision(decision),
                           .isEdited = isEdited}),
          "text");
}

void TimelineContentTest::timesAreTheWindows()
{
    const TimecodeFormat frames{.style = TimeStyle::Frames, .rate = {25, 1}};
    QVERIFY(spokenMoment(1, {.span = spanMs(61'000, 100'000), .title = u"A"_s}, frames).contains(u"01:01:00"_s));
    QVERIFY(spokenChunk({.index = 0, .span = spanMs(0, 61'480)}, frames).contains(u"00:00 – 01:01:12"_s));
}

void TimelineContentTest::chunksAreToldInWords_data()
{
    QTest::addColumn<int>("state");
    QTest::addColumn<QString>("tokens");
    QTest::addColumn<QString>("note");
    QTest::addColumn<QString>("text");
    const QString begin = u"Chunk 3, 12:30 – 1:02:03, "_s;
    QTest::newRow("queued") << int(ChunkState::Queued) << QString() << QString() << begin + u"queued"_s;
    QTest::newRow("sent") << int(ChunkState::Running) << QString() << QString() << begin + u"sent"_s;
    QTest::newRow("retrying") << int(ChunkState::Retrying) << QString() << u"Too many requests; again in 4 s."_s
                              << begin + u"waits to retry. Too many requests; again in 4 s."_s;
    QTest::newRow("done") << int(ChunkState::Done) << u"2 310 tokens"_s << QString() << begin + u"done, 2 310 tokens"_s;
    QTest::newRow("kept") << int(ChunkState::Kept) << u"2 310 tokens"_s << QString()
                          << begin + u"kept answer, 2 310 tokens"_s;
    QTest::newRow("failed") << int(ChunkState::Failed) << QString() << u"The key was refused."_s
                            << begin + u"failed. The key was refused."_s;
}

void TimelineContentTest::chunksAreToldInWords()
{
    QFETCH(const int, state);
    QFETCH(const QString, tokens);
    QFETCH(const QString, note);
    QTEST(
        spokenChunk(
            {.index = 2, .span = spanMs(750000, 3723000), .state = ChunkState(state), .tokens = tokens, .note = note}),
        "text");
}

void TimelineContentTest::limits_data()
{
    QTest::addColumn<qint64>("length");
    QTest::addColumn<QString>("text");
    QTest::newRow("shortest") << qint64(40000) << QString();
    QTest::newRow("longest") << qint64(90000) << QString();
    QTest::newRow("under") << qint64(34900) << u"5.1 s under"_s;
    QTest::newRow("over") << qint64(93200) << u"3.2 s over"_s;
}

void TimelineContentTest::limits()
{
    QFETCH(const qint64, length);
    QTEST(limitText(Milliseconds{length}, {40s, 90s}), "text");
}

void TimelineContentTest::sceneSortsAndFinds()
{
    TimelineScene scene;
    scene.setMoments({{.id = {u"c"_s}, .span = spanMs(9000, 12000)},
                      {.id = {u"b"_s}, .span = spanMs(1000, 4000)},
                      {.id = {u"a"_s}, .span = spanMs(1000, 8000)}});
    QCOMPARE(scene.moments()[0].id.value, u"a"_s);
    QCOMPARE(scene.indexOf({u"b"_s}), 1);
    QCOMPARE(scene.laneOf(1), 1);
    QCOMPARE(scene.momentLaneCount(), 2);
    QVERIFY(!scene.indexOf({u"x"_s}));
    QCOMPARE(scene.momentAt(0, 2s, 0ms), 0);
    QCOMPARE(scene.momentAt(1, 2s, 0ms), 1);
    QVERIFY(!scene.momentAt(1, 5s, 500ms));
    // Beside a box counts as much as asked for; in between the nearer wins.
    QCOMPARE(scene.momentAt(0, 8400ms, 700ms), 0);
    QCOMPARE(scene.momentAt(0, 8600ms, 700ms), 2);
}

void TimelineContentTest::chunkAtATime()
{
    TimelineScene scene;
    scene.setChunks({{.index = 0, .span = spanMs(0, 5000)}, {.index = 1, .span = spanMs(4000, 9000)}});
    QCOMPARE(scene.chunkAt(3999ms), 0);
    QCOMPARE(scene.chunkAt(4500ms), 1);
    QVERIFY(!scene.chunkAt(9s));
}

void TimelineContentTest::droppedAtATime()
{
    TimelineScene scene;
    scene.setDropped({{.number = 7, .span = spanMs(1000, 2000)}, {.number = 8, .span = spanMs(1500, 3000)}});
    QCOMPARE(scene.droppedAt(1200ms, 0ms), 0);
    QCOMPARE(scene.droppedAt(1700ms, 0ms), 1);
    QVERIFY(!scene.droppedAt(3200ms, 100ms));
}

#include "tst_timelinecontent.moc"
