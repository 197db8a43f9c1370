// SPDX-License-Identifier: GPL-3.0-or-later
// What seeking and scrubbing a 1080p file costs the interface; prints a table. The file (a test picture, a key frame
// every 250 pictures) is made by ffmpeg first, unless one is given.
#include "tests/bench/benchtable.h"
#include "ui/player/mediaplayback.h"
#include "ui/player/playerview.h"
#include "ui/style/timedisplay.h"

#include <QApplication>
#include <QProcess>
#include <QRandomGenerator>
#include <QTemporaryDir>
#include <QTimer>

using namespace Viral;
using namespace ViralTest;
using namespace Qt::StringLiterals;

namespace {

/// How long the interface was away between two turns of its loop, while one of them takes no time at all.
class Gaps : public QObject
{
public:
    Gaps()
    {
        m_timer.setTimerType(Qt::PreciseTimer);
        m_timer.setInterval(1);
        connect(&m_timer, &QTimer::timeout, this, [this] {
            m_gaps.push_back(double(m_since.nsecsElapsed()) / 1e6);
            m_since.start();
        });
        m_since.start();
        m_timer.start();
    }

    void print(const QString &name)
    {
        std::ranges::sort(m_gaps);
        const auto at = [this](double part) { return m_gaps[std::size_t(part * double(m_gaps.size() - 1))]; };
        std::printf("%-44s %10.2f %10.2f   (99 of 100: %.2f)\n", qPrintable(name), at(0.5), m_gaps.back(), at(0.99));
        std::fflush(stdout);
    }

private:
    QTimer m_timer;
    QElapsedTimer m_since;
    std::vector<double> m_gaps;
};

template <typename Condition>
bool waitFor(Condition isMet, int milliseconds)
{
    QElapsedTimer timer;
    timer.start();
    while (!isMet() && timer.elapsed() < milliseconds)
        QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents, 5);
    return isMet();
}

bool makeFile(const QString &path)
{
    return QProcess::execute(u"ffmpeg"_s, {u"-v"_s, u"error"_s, u"-f"_s, u"lavfi"_s, u"-i"_s,
                                           u"testsrc=size=1920x1080:rate=30000/1001:duration=60"_s, u"-c:v"_s,
                                           u"libx264"_s, u"-preset"_s, u"ultrafast"_s, u"-g"_s, u"250"_s, u"-bf"_s,
                                           u"2"_s, u"-b:v"_s, u"6M"_s, u"-pix_fmt"_s, u"yuv420p"_s, path}) == 0;
}

struct Bench
{
    PlayerTransport transport;
    TimeDisplay display;
    PlayerView view{transport, display};
    int pictures = 0;

    explicit Bench(const QString &path)
    {
        view.resize(960, 600);
        view.show();
        QObject::connect(&transport, &PlayerTransport::frameChanged, &view, [this] { ++pictures; });
        transport.setPlayback(std::make_unique<MediaPlayback>(path));
    }

    void seekOneByOne()
    {
        std::vector<double> taken;
        for (int i = 0; i < 30; ++i) {
            const int before = pictures;
            QElapsedTimer timer;
            timer.start();
            transport.seek(Milliseconds{QRandomGenerator::global()->bounded(int(transport.duration().count()))});
            if (waitFor([&] { return pictures > before; }, 5000))
                taken.push_back(double(timer.nsecsElapsed()) / 1e6);
        }
        std::ranges::sort(taken);
        if (!taken.empty())
            std::printf("%-44s %10.2f %10.2f\n", "seek until the picture is there", taken[taken.size() / 2],
                        taken.back());
    }

    void scrub()
    {
        const int before = pictures;
        Gaps gaps;
        QTimer hand;
        int step = 0;
        QObject::connect(&hand, &QTimer::timeout, &view, [&] {
            transport.seek(Milliseconds{(++step * 137) % std::max(1, int(transport.duration().count()))});
        });
        hand.start(16);
        waitFor([] { return false; }, 6000);
        gaps.print(u"interface gap while scrubbing, 6 s"_s);
        std::printf("%-44s %10d\n", "pictures shown meanwhile", pictures - before);
    }

    void playOn(const QString &name, double rate)
    {
        transport.seek(Milliseconds{20'000});
        waitFor([] { return false; }, 500);
        const int before = pictures;
        if (rate < 0)
            transport.shuttleBackward();
        else
            transport.play();
        waitFor([] { return false; }, 300);
        Gaps gaps;
        waitFor([] { return false; }, 3000);
        gaps.print(name);
        transport.pause();
        std::printf("%-44s %10.1f\n", "pictures a second meanwhile", (pictures - before) / 3.3);
    }
};

} // namespace

int main(int argc, char **argv)
{
    if (!qEnvironmentVariableIsSet("QT_QPA_PLATFORM"))
        qputenv("QT_QPA_PLATFORM", "offscreen");
    QApplication application(argc, argv);
    const QTemporaryDir folder;
    QString path = application.arguments().value(1);
    if (path.isEmpty()) {
        path = folder.filePath(u"hd.mp4"_s);
        if (!makeFile(path)) {
            std::puts("the player is not measured: ffmpeg is not there");
            return 0;
        }
    }
    Bench bench(path);
    if (!waitFor([&] { return bench.pictures > 0; }, 20'000)) {
        std::puts("the player is not measured: the file cannot be played");
        return 0;
    }
    printTitle(u"player, %1"_s.arg(path.section(u'/', -1)));
    bench.seekOneByOne();
    bench.scrub();
    bench.playOn(u"interface gap while playing"_s, 1);
    bench.playOn(u"interface gap while playing backwards"_s, -1);
    return 0;
}
