// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/media/clipcut.h"

#include <QList>
#include <QObject>
#include <QProcess>

namespace Viral {

/// A clip and the file it becomes.
struct ClipFile
{
    ClipCut cut = {};
    /// Absolute.
    QString target = {};

    bool operator==(const ClipFile &) const = default;
};

/// Cuts clips one after the other with ffmpeg child processes. A clip stands under its name only when it is whole.
/// Nothing is cut where one of them would take the place of its media.
class ClipCutter final : public QObject
{
    Q_OBJECT

public:
    explicit ClipCutter(QList<ClipFile> clips, QObject *parent = nullptr);
    /// Ends the child; what was being cut is removed.
    ~ClipCutter() override;

    void start();
    /// finished() comes at once, with a Cancelled error; whole clips stay.
    void cancel();

Q_SIGNALS:
    /// \a done of count() clips are whole, the next one to \a percent.
    void progressed(qsizetype done, int percent);
    /// Once: the files that were made, or why it ended and what to do.
    void finished(const Viral::Result<QStringList> &made);

private:
    void cutNext();
    void readProgress();
    void endClip(int exitCode, QProcess::ExitStatus status);
    void end(const Result<QStringList> &made);
    void removeUnfinished();
    QString unfinishedName() const;
    Error failureOf(const ClipFile &clip);

    QList<ClipFile> m_clips;
    QStringList m_made;
    QProcess m_process;
    bool m_isEnded = false;
};

/// The place reached in the clip, from a line of ffmpeg's progress; negative for lines that tell something else.
std::chrono::microseconds cutProgress(const QByteArray &line);

} // namespace Viral
