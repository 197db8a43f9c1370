// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QDateTime>
#include <QString>
#include <QStringList>
#include <QtGlobal>

#include <memory>

namespace Viral {

/// Where the log is kept: $XDG_STATE_HOME/viral-moments, else ~/.local/state/viral-moments. Always absolute.
QString defaultLogFolder();

/// "debug", "info", "warning", "error", "fatal".
QString logLevelName(QtMsgType type);

/// One entry, redacted, on one line: "2026-11-21T16:00:53.120Z warning viral.run: text". Line breaks and control
/// characters in \a message are written as escapes, so that nothing can pretend to be an entry of its own.
QByteArray logLine(const QDateTime &when, QtMsgType type, const QString &category, const QString &message);

/// A log in files of a limited size: "viral-moments.log", and the earlier ones as "viral-moments.1.log", … Entries are
/// written by a thread of their own within a second; warnings and errors are on disk, with all before them, when add()
/// returns. Any number of programs may write into one folder: whole lines only, and only one of them turns the files.
/// Where nothing can be written it says so once on standard error and is silent from then on.
class LogFile
{
public:
    struct Limits
    {
        qint64 bytesPerFile = 1024 * 1024;
        /// The current one included.
        int files = 5;
    };

    explicit LogFile(const QString &folder);
    LogFile(const QString &folder, const Limits &limits);
    /// Writes what is left.
    ~LogFile();

    QString folder() const;
    /// The current file.
    QString path() const;
    /// Thread-safe.
    void add(QtMsgType type, const QString &category, const QString &message);
    /// Returns when everything added so far is written, or cannot be.
    void flush();
    /// False once writing has failed.
    bool isWritable() const;

private:
    struct Private;
    std::unique_ptr<Private> d;
};

/// The last entries in \a folder, oldest first, at most \a mostBytes of them; redacted once more. Empty when there are
/// none.
QStringList lastLogLines(const QString &folder, qint64 mostBytes);

/// From now on what installLogHandler() takes goes into \a file, too; null: only to standard error. When it returns
/// nothing is written into the file of before any more.
void setLogFile(LogFile *file);
/// Adds to the file of setLogFile(), where there is one. Thread-safe.
void addToLogFile(QtMsgType type, const QString &category, const QString &message);

} // namespace Viral
