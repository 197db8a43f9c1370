// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/player/lightcopy.h"

#include <QCryptographicHash>
#include <QDateTime>
#include <QDir>
#include <QFileInfo>
#include <QLocale>
#include <QStorageInfo>

#include <cstdio>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace Viral {

namespace {

// Measured: an hour at 540 lines takes about 320 MB; twice that is free to spare.
constexpr qint64 bytesPerSecond = 180'000;
constexpr qint64 longestMakingSeconds = 24 * 3'600;

} // namespace

LightCopies::LightCopies(QString folder, qint64 mostBytes)
    : m_folder(std::move(folder))
    , m_mostBytes(mostBytes)
{}

QString LightCopies::pathFor(const QString &mediaPath) const
{
    const QFileInfo file(mediaPath);
    if (!file.isFile())
        return {};
    const QString content = file.absoluteFilePath() + u'\n' + QString::number(file.size()) + u'\n' +
                            QString::number(file.lastModified().toMSecsSinceEpoch());
    const QByteArray key = QCryptographicHash::hash(content.toUtf8(), QCryptographicHash::Sha256).toHex().left(32);
    return m_folder + u'/' + QString::fromLatin1(key) + u".mp4"_s;
}

QString LightCopies::existing(const QString &mediaPath) const
{
    const QString path = pathFor(mediaPath);
    return !path.isEmpty() && QFileInfo(path).size() > 0 ? path : QString();
}

void LightCopies::removeOldest() const
{
    qint64 bytes = 0;
    for (const QFileInfo &file : QDir(m_folder).entryInfoList({u"*.mp4"_s}, QDir::Files, QDir::Time)) {
        bytes += file.size();
        if (bytes > m_mostBytes)
            QFile::remove(file.absoluteFilePath());
    }
    // What a program left that ended in the middle.
    const QDateTime abandoned = QDateTime::currentDateTime().addSecs(-longestMakingSeconds);
    for (const QFileInfo &file : QDir(m_folder).entryInfoList({u"*.part"_s}, QDir::Files)) {
        if (file.lastModified() < abandoned)
            QFile::remove(file.absoluteFilePath());
    }
}

QStringList lightCopyArguments(const QString &mediaPath, const QString &target)
{
    return {u"-v"_s,
            u"error"_s,
            u"-nostdin"_s,
            u"-y"_s,
            u"-i"_s,
            u"file:"_s + mediaPath,
            u"-map"_s,
            u"0:v:0"_s,
            u"-map"_s,
            u"0:a:0?"_s,
            u"-sn"_s,
            u"-dn"_s,
            u"-vf"_s,
            u"scale='trunc(iw*sar/2)*2':ih,scale=-2:'min(540,trunc(ih/2)*2)',setsar=1"_s,
            u"-fps_mode"_s,
            u"passthrough"_s,
            u"-c:v"_s,
            u"libx264"_s,
            u"-preset"_s,
            u"veryfast"_s,
            u"-crf"_s,
            u"26"_s,
            u"-g"_s,
            u"15"_s,
            u"-bf"_s,
            u"0"_s,
            u"-pix_fmt"_s,
            u"yuv420p"_s,
            u"-c:a"_s,
            u"aac"_s,
            u"-b:a"_s,
            u"128k"_s,
            u"-ac"_s,
            u"2"_s,
            u"-movflags"_s,
            u"+faststart"_s,
            u"-progress"_s,
            u"pipe:1"_s,
            u"-f"_s,
            u"mp4"_s,
            u"file:"_s + target};
}

qint64 lightCopyBytes(Milliseconds duration)
{
    return std::max<qint64>(0, duration.count()) / 1000 * bytesPerSecond + 16'000'000;
}

Milliseconds lightCopyProgress(const QByteArray &line)
{
    static const QByteArray key = "out_time_us=";
    bool isNumber = false;
    const qint64 microseconds = line.startsWith(key) ? line.mid(key.size()).trimmed().toLongLong(&isNumber) : -1;
    return isNumber && microseconds >= 0 ? Milliseconds{microseconds / 1000} : Milliseconds{-1};
}

LightCopyMaker::LightCopyMaker(const LightCopies &copies, const QString &mediaPath, Milliseconds duration,
                               QObject *parent)
    : QObject(parent)
    , m_copies(copies)
    , m_mediaPath(QFileInfo(mediaPath).absoluteFilePath())
    , m_target(copies.pathFor(mediaPath))
    , m_duration(duration)
{
    m_process.setStandardInputFile(QProcess::nullDevice());
    // It has all the time in the world; the hands do not.
    m_process.setChildProcessModifier([] { (void)::nice(10); });
    connect(&m_process, &QProcess::readyReadStandardOutput, this, &LightCopyMaker::readProgress);
    connect(&m_process, &QProcess::finished, this, &LightCopyMaker::end);
    connect(&m_process, &QProcess::errorOccurred, this, [this](QProcess::ProcessError error) {
        if (error == QProcess::FailedToStart)
            giveUp(tr("The light copy needs ffmpeg, which is not installed (package ffmpeg)."));
    });
}

LightCopyMaker::~LightCopyMaker()
{
    cancel();
}

void LightCopyMaker::start()
{
    if (m_target.isEmpty()) {
        giveUp(tr("The media file is not there any more: %1").arg(m_mediaPath));
        return;
    }
    if (!QDir().mkpath(m_copies.folder())) {
        giveUp(tr("The light copy cannot be written into %1.").arg(m_copies.folder()));
        return;
    }
    const QStorageInfo disk(m_copies.folder());
    const qint64 needed = lightCopyBytes(m_duration);
    if (disk.isValid() && disk.bytesAvailable() < needed) {
        const QLocale locale;
        giveUp(tr("The light copy needs about %1, but only %2 are free in %3.")
                   .arg(locale.formattedDataSize(needed), locale.formattedDataSize(disk.bytesAvailable()),
                        m_copies.folder()));
        return;
    }
    // Another window or program may be making the same copy.
    m_unfinished = std::make_unique<QTemporaryFile>(m_target + u".XXXXXX.part"_s);
    if (!m_unfinished->open()) {
        giveUp(tr("The light copy cannot be written into %1.").arg(m_copies.folder()));
        return;
    }
    m_unfinished->close();
    m_process.start(u"ffmpeg"_s, lightCopyArguments(m_mediaPath, m_unfinished->fileName()));
}

void LightCopyMaker::cancel()
{
    m_process.disconnect(this);
    if (isRunning()) {
        m_process.kill();
        m_process.waitForFinished(1000);
    }
    m_unfinished.reset();
}

void LightCopyMaker::readProgress()
{
    while (m_process.canReadLine()) {
        const Milliseconds reached = lightCopyProgress(m_process.readLine(1000));
        if (reached < Milliseconds{0} || m_duration <= Milliseconds{0})
            continue;
        const int percent = int(std::clamp<qint64>(reached.count() * 100 / m_duration.count(), 0, 100));
        if (percent <= m_percent)
            continue;
        m_percent = percent;
        Q_EMIT progressed(percent);
    }
}

void LightCopyMaker::end(int exitCode, QProcess::ExitStatus status)
{
    if (status != QProcess::NormalExit || exitCode != 0) {
        giveUp(failureText());
        return;
    }
    // Takes the place of a copy that was finished meanwhile, which may be playing.
    const QByteArray from = QFile::encodeName(m_unfinished->fileName());
    if (std::rename(from.constData(), QFile::encodeName(m_target).constData()) != 0) {
        giveUp(tr("The light copy cannot be written into %1.").arg(m_copies.folder()));
        return;
    }
    m_unfinished->setAutoRemove(false);
    m_unfinished.reset();
    m_copies.removeOldest();
    Q_EMIT finished(m_target);
}

QString LightCopyMaker::failureText() const
{
    auto &process = const_cast<QProcess &>(m_process);
    const QString told = QString::fromUtf8(process.readAllStandardError().right(2000)).trimmed();
    if (told.contains("No space left on device"_L1))
        return tr("The disk is full: the light copy does not fit into %1.").arg(m_copies.folder());
    return tr("The light copy could not be made: %1").arg(told.section(u'\n', -1));
}

void LightCopyMaker::giveUp(const QString &message)
{
    m_unfinished.reset();
    Q_EMIT failed(message);
}

} // namespace Viral
