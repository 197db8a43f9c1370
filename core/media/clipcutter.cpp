// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/media/clipcutter.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Viral {

ClipCutter::ClipCutter(QList<ClipFile> clips, QObject *parent)
    : QObject(parent)
    , m_clips(std::move(clips))
{
    m_process.setStandardInputFile(QProcess::nullDevice());
    connect(&m_process, &QProcess::readyReadStandardOutput, this, &ClipCutter::readProgress);
    connect(&m_process, &QProcess::finished, this, &ClipCutter::endClip);
    connect(&m_process, &QProcess::errorOccurred, this, [this](QProcess::ProcessError error) {
        if (error == QProcess::FailedToStart)
            end(failure(ErrorKind::Io,
                        u"Clips are cut by ffmpeg, which is not installed: install the package ffmpeg."_s));
    });
}

ClipCutter::~ClipCutter()
{
    m_isEnded = true;
    removeUnfinished();
}

void ClipCutter::start()
{
    for (const ClipFile &clip : std::as_const(m_clips)) {
        const QString source = QFileInfo(clip.cut.source).canonicalFilePath();
        if (!source.isEmpty() && source == QFileInfo(clip.target).canonicalFilePath()) {
            end(failure(ErrorKind::Usage, u"This is the media itself: name another folder for the clips."_s,
                        clip.target));
            return;
        }
    }
    cutNext();
}

void ClipCutter::cancel()
{
    if (m_isEnded)
        return;
    const qsizetype done = m_made.size();
    end(failure(ErrorKind::Cancelled, u"Cancelled: %1 of %2 clips are cut."_s.arg(done).arg(m_clips.size())));
}

void ClipCutter::cutNext()
{
    if (m_made.size() == m_clips.size()) {
        end(m_made);
        return;
    }
    const ClipFile &clip = m_clips.at(m_made.size());
    // Whatever the text of a target is, ffmpeg is told where the source ends and the target begins: by "file:".
    m_process.start(u"ffmpeg"_s, cutArguments(clip.cut, unfinishedName()));
}

void ClipCutter::readProgress()
{
    while (m_process.canReadLine()) {
        const std::chrono::microseconds reached = cutProgress(m_process.readLine(1000));
        if (m_isEnded || reached.count() < 0)
            continue;
        const std::chrono::microseconds length = m_clips.at(m_made.size()).cut.length;
        const qint64 percent = length.count() > 0 ? reached.count() * 100 / length.count() : 0;
        Q_EMIT progressed(m_made.size(), int(std::clamp<qint64>(percent, 0, 100)));
    }
}

void ClipCutter::endClip(int exitCode, QProcess::ExitStatus status)
{
    if (m_isEnded)
        return;
    const ClipFile &clip = m_clips.at(m_made.size());
    const QString unfinished = unfinishedName();
    if (status != QProcess::NormalExit || exitCode != 0 || QFileInfo(unfinished).size() == 0) {
        end(tl::unexpected(failureOf(clip)));
        return;
    }
    QFile::remove(clip.target);
    if (!QFile::rename(unfinished, clip.target)) {
        end(failure(ErrorKind::Io, u"The clip could not be put in its place; look whether the folder may be written."_s,
                    clip.target));
        return;
    }
    m_made.append(clip.target);
    Q_EMIT progressed(m_made.size(), 0);
    cutNext();
}

void ClipCutter::end(const Result<QStringList> &made)
{
    if (m_isEnded)
        return;
    m_isEnded = true;
    removeUnfinished();
    Q_EMIT finished(made);
}

void ClipCutter::removeUnfinished()
{
    if (m_process.state() != QProcess::NotRunning) {
        m_process.kill();
        m_process.waitForFinished(1000);
    }
    if (m_made.size() < m_clips.size())
        QFile::remove(unfinishedName());
}

QString ClipCutter::unfinishedName() const
{
    const QFileInfo target(m_clips.at(m_made.size()).target);
    return target.dir().filePath(u".unfinished-"_s + target.fileName());
}

Error ClipCutter::failureOf(const ClipFile &clip)
{
    QString said = QString::fromUtf8(m_process.readAllStandardError()).trimmed();
    said = said.section(u'\n', -1).right(300);
    const QString message = u"ffmpeg could not cut this clip"_s;
    return {.kind = ErrorKind::Io,
            .message = said.isEmpty() ? message + u'.' : message + u": "_s + said,
            .place = clip.target};
}

std::chrono::microseconds cutProgress(const QByteArray &line)
{
    constexpr QByteArrayView name = "out_time_us=";
    bool isNumber = false;
    const qint64 reached = line.startsWith(name) ? line.sliced(name.size()).trimmed().toLongLong(&isNumber) : -1;
    return std::chrono::microseconds{isNumber && reached >= 0 ? reached : -1};
}

} // namespace Viral
