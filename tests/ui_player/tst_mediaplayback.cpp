// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/player/mediaplayback.h"

#include "tests/support/testregistry.h"

#include <QSignalSpy>
#include <QTest>

using namespace Viral;
using namespace Qt::StringLiterals;

// With the real back end and the sample's sound track; no sound device is needed.
class MediaPlaybackTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void loadsSeeksAndPlaysSound();
    void theLatestOfManySeeksWins();
    void aMissingFileFailsWithAMessage();
};

VIRAL_TEST(MediaPlaybackTest)

namespace {

const QString sound = QStringLiteral(VIRAL_RESOURCES "/sample/interview.opus");

} // namespace

void MediaPlaybackTest::loadsSeeksAndPlaysSound()
{
    MediaPlayback playback(sound);
    QTRY_VERIFY_WITH_TIMEOUT(playback.duration() > Milliseconds{900'000}, 15000);
    playback.seek(Milliseconds{300'000});
    QCOMPARE(playback.position(), Milliseconds{300'000});
    playback.play();
    QTRY_VERIFY_WITH_TIMEOUT(playback.isPlaying(), 15000);
    QTRY_VERIFY_WITH_TIMEOUT(playback.position() > Milliseconds{300'100}, 15000);
    playback.pause();
    QTRY_VERIFY(!playback.isPlaying());
    const Milliseconds stopped = playback.position();
    QVERIFY(stopped < Milliseconds{330'000});
    QTest::qWait(60);
    QCOMPARE(playback.position(), stopped);
}

void MediaPlaybackTest::theLatestOfManySeeksWins()
{
    MediaPlayback playback(sound);
    QTRY_VERIFY_WITH_TIMEOUT(playback.duration() > Milliseconds{0}, 15000);
    for (int i = 1; i <= 50; ++i)
        playback.seek(Milliseconds{i * 1000});
    QCOMPARE(playback.position(), Milliseconds{50'000});
    QSignalSpy moved(&playback, &Playback::positionChanged);
    QTRY_VERIFY(!moved.isEmpty());
    QCOMPARE(playback.position(), Milliseconds{50'000});
    // Never to the very end: after it the back end shows nothing more.
    playback.seek(playback.duration() + Milliseconds{5000});
    QVERIFY(playback.position() < playback.duration());
}

void MediaPlaybackTest::aMissingFileFailsWithAMessage()
{
    MediaPlayback playback(u"/nowhere/interview.mp4"_s);
    QSignalSpy failed(&playback, &Playback::failed);
    QTRY_VERIFY_WITH_TIMEOUT(!failed.isEmpty(), 15000);
    const auto failure = failed.constFirst().constFirst().value<PlaybackFailure>();
    QCOMPARE(failure.kind, PlaybackFailure::Kind::Missing);
    QVERIFY(failure.message.contains(u"/nowhere/interview.mp4"_s));
    playback.play();
    playback.seek(Milliseconds{10});
    QVERIFY(!playback.isPlaying());
}

#include "tst_mediaplayback.moc"
