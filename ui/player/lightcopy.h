// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/timespan.h"

#include <QObject>
#include <QProcess>
#include <QStringList>
#include <QTemporaryFile>

#include <memory>

namespace Viral {

/// Where light copies of media files are kept, each under a name made of its file's path, size and time of change, so
/// that a file that changes is copied anew.
class LightCopies
{
public:
    /// Oldest go first when there are more than \a mostBytes of them.
    explicit LightCopies(QString folder, qint64 mostBytes = 20LL * 1024 * 1024 * 1024);

    /// Where the copy of \a mediaPath lies or would lie; empty when there is no such file.
    QString pathFor(const QString &mediaPath) const;
    /// The finished copy; empty when there is none.
    QString existing(const QString &mediaPath) const;
    /// Keeps to the allowed size; what was used last stays longest. Unfinished copies of a day ago go as well.
    void removeOldest() const;
    const QString &folder() const { return m_folder; }

private:
    QString m_folder;
    qint64 m_mostBytes;
};

/// Arguments that make ffmpeg write a copy that seeks quickly: 540 lines at most, a key frame every 15 pictures, none
/// that depend on later ones; times stay as they are.
QStringList lightCopyArguments(const QString &mediaPath, const QString &target);
/// Bytes to have free for a copy of this length, generously.
qint64 lightCopyBytes(Milliseconds duration);
/// The place reached, from one line of ffmpeg's progress; negative for lines that tell something else.
Milliseconds lightCopyProgress(const QByteArray &line);

/// Makes a light copy with an ffmpeg child process while everything else goes on. Destroying it, or cancel(), ends the
/// child and removes what was written.
class LightCopyMaker final : public QObject
{
    Q_OBJECT

public:
    /// \a duration of the file, for the progress; zero when unknown.
    LightCopyMaker(const LightCopies &copies, const QString &mediaPath, Milliseconds duration,
                   QObject *parent = nullptr);
    ~LightCopyMaker() override;

    void start();
    void cancel();
    bool isRunning() const { return m_process.state() != QProcess::NotRunning; }

Q_SIGNALS:
    /// From 0 to 100, each once.
    void progressed(int percent);
    void finished(const QString &path);
    /// Why there is no copy and what to do.
    void failed(const QString &message);

private:
    void readProgress();
    void end(int exitCode, QProcess::ExitStatus status);
    void giveUp(const QString &message);
    QString failureText() const;

    LightCopies m_copies;
    QString m_mediaPath;
    QString m_target;
    Milliseconds m_duration;
    QProcess m_process;
    /// Beside the target, under a name of its own; removes itself.
    std::unique_ptr<QTemporaryFile> m_unfinished;
    int m_percent = -1;
};

} // namespace Viral
