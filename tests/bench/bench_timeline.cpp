// SPDX-License-Identifier: GPL-3.0-or-later
// How long one frame takes with a ten-hour source; prints a table. Without arguments it starts itself once for each
// scale of the screen. With "waveform <media file>" it tells how long the sound takes, the first time and the next.
#include "tests/bench/benchtable.h"
#include "tests/support/timelinesample.h"
#include "ui/style/theme.h"
#include "ui/timeline/timelineview.h"
#include "ui/timeline/waveformreader.h"
#include "ui/transcript/transcriptview.h"

#include <QApplication>
#include <QProcess>
#include <QScrollBar>
#include <QTemporaryDir>
#include <QThreadPool>

using namespace Viral;
using namespace ViralTest;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr int frames = 200;

struct Content
{
    Transcript transcript;
    QList<TimelineMoment> moments;
    QList<TimelineDropped> dropped;
    QList<TimelineChunk> chunks;
    QList<RibbonPoint> ribbon;
    std::shared_ptr<PeakPyramid> peaks;
};

Content tenHours()
{
    TimelineSample sample(10h);
    return {.transcript = sample.transcript(),
            .moments = sample.moments(2000),
            .dropped = sample.dropped(600),
            .chunks = sample.chunks(90),
            .ribbon = sample.ribbon(),
            .peaks = sample.peaks()};
}

void measureFilling(TimelineView &view)
{
    const Content content = tenHours();
    view.setDuration(10h);
    const std::array<TranscriptIndex, 2> transcripts{TranscriptIndex(content.transcript),
                                                     TranscriptIndex(content.transcript)};
    int turn = 0;
    measure(u"give it the transcript"_s, 9, [&] { view.setTranscript(transcripts[std::size_t(++turn % 2)]); });
    measure(u"give it 2 000 moments"_s, 9, [&] { view.setMoments(content.moments); });
    view.setDropped(content.dropped);
    measure(u"give it 90 chunks"_s, 9, [&] { view.setChunks(content.chunks); });
    view.setRibbon(content.ribbon);
    view.setPeaks(content.peaks);
}

void measureZoom(TimelineView &view, const QString &name, Milliseconds shown)
{
    const TimelineGeometry start = view.axis().fittedTo({5h, 5h + shown}, 0);
    view.setAxis(start);
    view.viewport()->repaint();
    int frame = 0;
    measure(name, frames, [&] {
        view.setAxis(start.panned(7.0 * ++frame));
        // At the widest zoom there is nothing to pan: another selection asks for a new picture as well.
        view.setSelected(view.scene().moments()[frame].id);
        view.viewport()->repaint();
    });
}

void measureTimeline()
{
    TimelineView view;
    view.resize(1920, 260);
    measureFilling(view);
    view.show();
    QCoreApplication::processEvents();
    measureZoom(view, u"frame, whole source"_s, 10h);
    measureZoom(view, u"frame, one hour"_s, 1h);
    measureZoom(view, u"frame, ten minutes"_s, 10min);
    measureZoom(view, u"frame, one minute"_s, 1min);
    measureZoom(view, u"frame, five seconds"_s, 5s);
    view.setAxis(view.axis().fittedToSource());
    int step = 0;
    measure(u"frame while zooming in from the whole"_s, 40, [&] {
        view.setAxis(view.axis().zoomed(1.2, 700 + ++step));
        view.viewport()->repaint();
    });
    view.setFollowMode(FollowMode::None);
    view.setAxis(view.axis().fittedToSource());
    view.viewport()->repaint();
    measure(u"playhead step"_s, frames, [&] {
        view.setPlayhead(view.playhead() + 30s);
        QCoreApplication::processEvents();
    });
}

void measureTranscript()
{
    const TranscriptIndex index(TimelineSample(10h).transcript());
    printTitle(u"transcript, 640 x 900, %1 words"_s.arg(index.transcript().words.size()));
    TranscriptView view;
    view.resize(640, 900);
    view.show();
    QCoreApplication::processEvents();
    measure(u"open and show"_s, 9, [&] {
        view.setTranscript(index);
        view.viewport()->repaint();
    });
    const QList<TimelineMoment> moments = TimelineSample(10h).moments(2000);
    QList<TranscriptMoment> covered;
    for (const TimelineMoment &moment : moments)
        covered.append({.id = moment.id, .span = moment.span, .decision = moment.decision});
    measure(u"give it 2 000 moments"_s, 9, [&] { view.setMoments(covered); });
    QScrollBar *bar = view.verticalScrollBar();
    measure(u"scroll step"_s, 400, [&] {
        bar->setValue(bar->value() + 48);
        view.viewport()->repaint();
    });
    measure(u"scroll by a page"_s, 100, [&] {
        bar->setValue(bar->value() + 900);
        view.viewport()->repaint();
    });
    int jump = 0;
    measure(u"drag the scroll bar anywhere"_s, 100, [&] {
        bar->setValue(int(qint64(bar->maximum()) * (++jump * 37 % 100) / 100));
        view.viewport()->repaint();
    });
    measure(u"next word while playing"_s, 400, [&, word = 20000]() mutable {
        view.setPlayhead(index.transcript().words[++word].span.start);
        QCoreApplication::processEvents();
    });
    measure(u"find a word"_s, 9, [&] {
        view.find(u"nobody"_s);
        view.viewport()->repaint();
    });
}

int measureWaveform(const QString &mediaPath)
{
    const QTemporaryDir folder;
    printTitle(u"waveform of %1"_s.arg(mediaPath));
    for (const QString &name : {u"read"_s, u"from the cache"_s}) {
        QElapsedTimer clock;
        clock.start();
        WaveformReader reader(mediaPath, WaveformCache(folder.path()));
        QEventLoop loop;
        qint64 first = -1;
        QObject::connect(&reader, &WaveformReader::grown, &loop, [&] { first = first < 0 ? clock.elapsed() : first; });
        QObject::connect(&reader, &WaveformReader::finished, &loop, &QEventLoop::quit);
        QObject::connect(&reader, &WaveformReader::failed, &loop, &QEventLoop::quit);
        loop.exec();
        std::printf("%-20s first part %5lld ms, whole %5lld ms, %lld s of sound in %d stretches\n", qPrintable(name),
                    first, clock.elapsed(), qint64{reader.peaks()->covered() / 1s}, int(reader.stretchCount()));
        QThreadPool::globalInstance()->waitForDone();
    }
    return 0;
}

int runAtScale(const QString &program, const char *scale)
{
    QProcess process;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(u"QT_SCALE_FACTOR"_s, QString::fromLatin1(scale));
    process.setProcessEnvironment(environment);
    process.setProcessChannelMode(QProcess::ForwardedChannels);
    process.start(program, {u"once"_s});
    process.waitForFinished(-1);
    return process.exitCode();
}

} // namespace

int main(int argc, char **argv)
{
    if (!qEnvironmentVariableIsSet("QT_QPA_PLATFORM"))
        qputenv("QT_QPA_PLATFORM", "offscreen");
    QApplication application(argc, argv);
    if (argc == 3 && QByteArrayView(argv[1]) == "waveform")
        return measureWaveform(QString::fromLocal8Bit(argv[2]));
    if (argc < 2)
        return std::max(runAtScale(application.applicationFilePath(), "1"),
                        runAtScale(application.applicationFilePath(), "2"));
    Theme theme(application);
    theme.setChoice(ThemeChoice::Dark);
    printTitle(u"timeline, 1920 x 260, scale %1"_s.arg(application.devicePixelRatio()));
    measureTimeline();
    measureTranscript();
    return 0;
}
