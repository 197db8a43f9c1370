// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/timeline/waveformstretch.h"

#include <QRegularExpression>
#include <QtEndian>

using namespace Qt::StringLiterals;

namespace Viral {

namespace {

constexpr int samplesPerSecond = 8000;
constexpr qsizetype bytesPerPeak = samplesPerSecond / PeakPyramid::peaksPerSecond * 2;
// A decoder that begins in the middle needs some sound to get going; many formats lean on what came before.
constexpr int leadInSeconds = 1;
constexpr qsizetype longestLine = 4096;

qint8 eightBits(int sample)
{
    return static_cast<qint8>(std::clamp(sample / 256, -127, 127));
}

QStringList arguments(const QString &mediaPath, std::size_t fromSecond)
{
    QStringList list{u"-hide_banner"_s, u"-nostats"_s, u"-v"_s, u"level+info"_s, u"-nostdin"_s};
    if (fromSecond > 0)
        list << u"-ss"_s << QString::number(fromSecond);
    // A path that begins with a dash or holds a colon is still a file. Sound that begins late or has holes keeps its
    // times, to less than half a peak. Written packet by packet, an hour of small ones costs seconds for nothing.
    return list << u"-i"_s << u"file:"_s + mediaPath << u"-map"_s << u"0:a:0"_s << u"-vn"_s << u"-sn"_s << u"-dn"_s
                << u"-af"_s << u"aresample=async=1:first_pts=0:min_hard_comp=0.004"_s << u"-ac"_s << u"1"_s << u"-ar"_s
                << QString::number(samplesPerSecond) << u"-flush_packets"_s << u"0"_s << u"-f"_s << u"s16le"_s
                << u"-"_s;
}

} // namespace

std::vector<Peak> peaksOf(const QByteArray &samples)
{
    std::vector<Peak> peaks;
    peaks.reserve(static_cast<std::size_t>(samples.size() / bytesPerPeak));
    for (qsizetype offset = 0; offset + bytesPerPeak <= samples.size(); offset += bytesPerPeak) {
        int low = 0;
        int high = 0;
        for (qsizetype byte = offset; byte < offset + bytesPerPeak; byte += 2) {
            const int sample = qFromLittleEndian<qint16>(samples.constData() + byte);
            low = std::min(low, sample);
            high = std::max(high, sample);
        }
        peaks.push_back({eightBits(low), eightBits(high)});
    }
    return peaks;
}

Milliseconds lengthInWords(const QByteArray &line)
{
    static const QRegularExpression length(u"^(?:\\[info\\] )?  Duration: (\\d{1,4}):(\\d\\d):(\\d\\d)\\.(\\d\\d),"_s);
    const QRegularExpressionMatch match = length.match(QString::fromLatin1(line));
    const auto number = [&match](int index) { return match.capturedView(index).toLongLong(); };
    return Milliseconds{((number(1) * 60 + number(2)) * 60 + number(3)) * 1000 + number(4) * 10};
}

WaveformStretch::WaveformStretch(const QString &mediaPath, std::size_t first, QObject *parent)
    : QObject(parent)
    , m_mediaPath(mediaPath)
    , m_first(first)
    , m_end(first)
{
    m_process.setStandardInputFile(QProcess::nullDevice());
    connect(&m_process, &QProcess::readyReadStandardOutput, this, &WaveformStretch::arrived);
    connect(&m_process, &QProcess::readyReadStandardError, this, &WaveformStretch::readWords);
    connect(&m_process, &QProcess::finished, this, &WaveformStretch::settle);
    connect(&m_process, &QProcess::errorOccurred, this, [this](QProcess::ProcessError error) {
        if (error != QProcess::FailedToStart)
            return;
        m_state = State::Broken;
        Q_EMIT notInstalled();
    });
}

WaveformStretch::~WaveformStretch()
{
    stop();
    m_process.waitForFinished(1000);
}

void WaveformStretch::start()
{
    const std::size_t second = m_first / PeakPyramid::peaksPerSecond;
    const std::size_t leadIn = std::min<std::size_t>(second, leadInSeconds);
    m_leadIn = qsizetype(leadIn) * samplesPerSecond * 2;
    m_process.start(u"ffmpeg"_s, arguments(m_mediaPath, second - leadIn));
}

void WaveformStretch::stop()
{
    if (m_state == State::Reading)
        m_state = State::Stopped;
    m_process.disconnect(this);
    m_process.kill();
}

std::vector<Peak> WaveformStretch::take()
{
    m_rest += m_process.readAllStandardOutput();
    const qsizetype skipped = std::min(m_leadIn, m_rest.size());
    m_rest.remove(0, skipped);
    m_leadIn -= skipped;
    const qsizetype whole = m_rest.size() - m_rest.size() % bytesPerPeak;
    std::vector<Peak> peaks = peaksOf(m_rest.left(whole));
    m_rest.remove(0, whole);
    m_end += peaks.size();
    return peaks;
}

void WaveformStretch::readWords()
{
    m_line += m_process.readAllStandardError();
    qsizetype start = 0;
    for (qsizetype end = m_line.indexOf('\n'); end >= 0; end = m_line.indexOf('\n', start)) {
        const QByteArray line = m_line.mid(start, std::min(end - start, longestLine));
        start = end + 1;
        m_hasComplained = m_hasComplained || line.contains("[error]") || line.contains("[fatal]");
        const Milliseconds length = m_hasToldLength ? Milliseconds{0} : lengthInWords(line);
        if (length <= Milliseconds{0})
            continue;
        m_hasToldLength = true;
        Q_EMIT lengthTold(length);
    }
    m_line.remove(0, m_line.size() - start > longestLine ? m_line.size() : start);
}

void WaveformStretch::settle(int exitCode, QProcess::ExitStatus status)
{
    readWords();
    m_state = status == QProcess::NormalExit && exitCode == 0 ? State::Ended : State::Broken;
    Q_EMIT ended();
}

} // namespace Viral
