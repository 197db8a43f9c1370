// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/handover/handoverpreview.h"

#include <QFutureWatcher>
#include <QObject>
#include <QThread>

namespace Viral {

/// Writes what a preview shows, files and clips alike away from the interface's thread.
class HandOverWriter final : public QObject
{
    Q_OBJECT

public:
    explicit HandOverWriter(QObject *parent = nullptr);
    /// Waits for files; ends the cutting of clips, of which none is left half.
    ~HandOverWriter() override;

    /// \a preview is ready, and nothing else is being written.
    void write(const std::shared_ptr<const HandOverPreview> &preview);
    /// Ends the cutting of clips; whole ones stay. Files are written to their end.
    void cancel();
    bool isBusy() const { return m_isBusy; }

Q_SIGNALS:
    /// Of clips: so many are whole, the next one to \a percent.
    void progressed(qsizetype done, int percent);
    /// Once: the files, or why it ended.
    void finished(const Viral::Result<QStringList> &written);

private:
    void cut(const QList<ClipFile> &clips, const QString &folder);
    void end(const Result<QStringList> &written);

    QFutureWatcher<Result<QStringList>> m_writing;
    QThread m_thread;
    /// Lives on m_thread; what cuts clips is its child.
    QObject *m_cutting = nullptr;
    bool m_isBusy = false;
};

} // namespace Viral
