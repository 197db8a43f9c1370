// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/player/transport.h"

#include "tests/support/testregistry.h"
#include "ui/player/clockplayback.h"

#include <QSignalSpy>
#include <QTest>

using namespace Viral;
using namespace Qt::StringLiterals;

namespace {

/// A playback whose time moves only when told.
class HandPlayback final : public Playback
{
public:
    Milliseconds duration() const override { return Milliseconds{600'000}; }
    Milliseconds position() const override { return m_position; }
    bool isPlaying() const override { return m_isPlaying; }
    double rate() const override { return m_rate; }
    Milliseconds frameDuration() const override { return Milliseconds{40}; }
    void play() override
    {
        m_isPlaying = true;
        Q_EMIT playingChanged(true);
    }
    void pause() override
    {
        m_isPlaying = false;
        Q_EMIT playingChanged(false);
    }
    void seek(Milliseconds time) override
    {
        m_position = std::clamp(time, Milliseconds{0}, duration());
        Q_EMIT positionChanged(m_position);
    }
    void setRate(double rate) override { m_rate = rate; }

    void arriveAt(int ms)
    {
        m_position = Milliseconds{ms};
        Q_EMIT positionChanged(m_position);
    }

private:
    Milliseconds m_position{0};
    bool m_isPlaying = false;
    double m_rate = 1.0;
};

} // namespace

class TransportTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void playsASpanAndStopsAtItsEnd();
    void loops();
    void playsSpansInOrder();
    void seekingOutsideLeavesTheSpan();
    void shuttleSpeeds();
    void stopResetsTheSpeed();
    void framesStepAndPause();
    void aLatePictureIsToldOn();
    void emptyTransportDoesNothing();
    void theClockPlaysOnItsOwn();

private:
    std::unique_ptr<PlayerTransport> m_transport;
    HandPlayback *m_playback = nullptr;
};

VIRAL_TEST(TransportTest)

void TransportTest::init()
{
    m_transport = std::make_unique<PlayerTransport>();
    auto playback = std::make_unique<HandPlayback>();
    m_playback = playback.get();
    m_transport->setPlayback(std::move(playback));
}

void TransportTest::playsASpanAndStopsAtItsEnd()
{
    m_transport->playSpan(spanMs(10'000, 60'000));
    QCOMPARE(m_transport->position(), Milliseconds{10'000});
    QVERIFY(m_transport->isPlaying());
    m_playback->arriveAt(59'999);
    QVERIFY(m_transport->isPlaying());
    m_playback->arriveAt(60'010);
    QVERIFY(!m_transport->isPlaying());
    QCOMPARE(m_transport->position(), Milliseconds{60'000});
    QVERIFY(!m_transport->playedSpan());
}

void TransportTest::loops()
{
    m_transport->setLooping(true);
    m_transport->playSpan(spanMs(10'000, 20'000));
    m_playback->arriveAt(20'000);
    QVERIFY(m_transport->isPlaying());
    QCOMPARE(m_transport->position(), Milliseconds{10'000});
    m_transport->setLooping(false);
    m_playback->arriveAt(20'000);
    QVERIFY(!m_transport->isPlaying());
}

void TransportTest::playsSpansInOrder()
{
    QSignalSpy started(m_transport.get(), &PlayerTransport::spanStarted);
    m_transport->playSpans({spanMs(1000, 2000), spanMs(50'000, 51'000)});
    m_playback->arriveAt(2000);
    QCOMPARE(m_transport->position(), Milliseconds{50'000});
    QVERIFY(m_transport->isPlaying());
    m_playback->arriveAt(51'000);
    QVERIFY(!m_transport->isPlaying());
    QCOMPARE(started.size(), 2);
    QCOMPARE(started.at(1).at(0).toInt(), 1);
}

void TransportTest::seekingOutsideLeavesTheSpan()
{
    m_transport->playSpan(spanMs(10'000, 20'000));
    m_transport->seek(Milliseconds{15'000});
    QVERIFY(m_transport->playedSpan());
    m_transport->seek(Milliseconds{300'000});
    QVERIFY(!m_transport->playedSpan());
    m_playback->arriveAt(310'000);
    QVERIFY(m_transport->isPlaying());
}

void TransportTest::shuttleSpeeds()
{
    QList<double> speeds;
    for (int i = 0; i < 7; ++i) {
        m_transport->shuttleForward();
        speeds.append(m_transport->rate());
    }
    QCOMPARE(speeds, QList<double>({1, 1.5, 2, 3, 4, 8, 8}));
    m_transport->shuttleBackward();
    QCOMPARE(m_transport->rate(), -1.0);
    m_transport->shuttleBackward();
    QCOMPARE(m_transport->rate(), -1.5);
    QVERIFY(m_transport->isPlaying());
}

void TransportTest::stopResetsTheSpeed()
{
    m_transport->shuttleForward();
    m_transport->shuttleForward();
    m_transport->pause();
    QCOMPARE(m_transport->rate(), 1.0);
    QVERIFY(!m_transport->isPlaying());
}

void TransportTest::framesStepAndPause()
{
    m_transport->play();
    m_transport->seek(Milliseconds{1000});
    m_transport->stepFrames(2);
    QCOMPARE(m_transport->position(), Milliseconds{1080});
    QVERIFY(!m_transport->isPlaying());
    m_transport->stepFrames(-1);
    QCOMPARE(m_transport->position(), Milliseconds{1040});
}

void TransportTest::aLatePictureIsToldOn()
{
    QList<std::optional<Milliseconds>> told;
    connect(m_transport.get(), &PlayerTransport::lateAt, this,
            [&told](std::optional<Milliseconds> shown) { told.append(shown); });
    Q_EMIT m_playback->lateAt(Milliseconds{1200});
    QCOMPARE(told.size(), 1);
    QVERIFY(told.constLast() == Milliseconds{1200});
    // What comes from another file is never late.
    m_transport->setPlayback(std::make_unique<ClockPlayback>(Milliseconds{10'000}));
    QCOMPARE(told.size(), 2);
    QVERIFY(!told.constLast());
}

void TransportTest::emptyTransportDoesNothing()
{
    PlayerTransport transport;
    transport.play();
    transport.toggle();
    transport.seek(Milliseconds{5});
    transport.stepFrames(1);
    transport.shuttleForward();
    transport.playSpan(spanMs(0, 1));
    QVERIFY(!transport.isPlaying());
    QCOMPARE(transport.duration(), Milliseconds{0});
}

void TransportTest::theClockPlaysOnItsOwn()
{
    PlayerTransport transport;
    transport.setPlayback(std::make_unique<ClockPlayback>(Milliseconds{10'000}));
    transport.playSpan(spanMs(9'900, 9'960));
    QTRY_VERIFY(!transport.isPlaying());
    QCOMPARE(transport.position(), Milliseconds{9'960});
    transport.seek(Milliseconds{20'000});
    QCOMPARE(transport.position(), Milliseconds{10'000});
    transport.seek(Milliseconds{9'950});
    transport.play();
    QTRY_VERIFY(!transport.isPlaying());
    QCOMPARE(transport.position(), Milliseconds{10'000});
}

#include "tst_transport.moc"
