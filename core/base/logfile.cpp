// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/logfile.h"

#include "core/base/log.h"
#include "core/base/timetext.h"

#include <QDir>
#include <QFile>
#include <QLockFile>

#include <chrono>
#include <condition_variable>
#include <cstdio>
#include <mutex>
#include <shared_mutex>
#include <thread>

using namespace Qt::StringLiterals;

namespace Viral {

namespace {

/// Entries are gathered for this long.
constexpr auto gatherFor = std::chrono::milliseconds(500);
/// So much waits at most: a writer that cannot keep up writes in the caller's time.
constexpr qsizetype mostWaiting = 256 * 1024;
constexpr qsizetype longestMessage = 16'384;
/// A lock that is older was left behind by a program that is gone.
constexpr int staleLockMs = 10'000;

/// Set while this thread writes: what Qt itself says about that is not written.
thread_local bool isWriting = false;

std::shared_mutex currentLock;
LogFile *current = nullptr;

QString fileName(int number)
{
    return number == 0 ? u"viral-moments.log"_s : u"viral-moments.%1.log"_s.arg(number);
}

QString escaped(const QString &text)
{
    QString line;
    line.reserve(text.size());
    for (const QChar letter : text) {
        if (letter == u'\n')
            line += u"\\n"_s;
        else if (letter.category() == QChar::Other_Control || letter == QChar::LineSeparator ||
                 letter == QChar::ParagraphSeparator)
            line += u"\\u%1"_s.arg(static_cast<uint>(letter.unicode()), 4, 16, QChar(u'0'));
        else
            line += letter;
    }
    return line;
}

} // namespace

QString logLevelName(QtMsgType type)
{
    switch (type) {
    case QtDebugMsg:
        return u"debug"_s;
    case QtInfoMsg:
        return u"info"_s;
    case QtWarningMsg:
        return u"warning"_s;
    case QtCriticalMsg:
        return u"error"_s;
    case QtFatalMsg:
        return u"fatal"_s;
    }
    return {};
}

QString defaultLogFolder()
{
    const QString state = qEnvironmentVariable("XDG_STATE_HOME");
    return (QDir::isAbsolutePath(state) ? state : QDir::homePath() + u"/.local/state"_s) + u"/viral-moments"_s;
}

QByteArray logLine(const QDateTime &when, QtMsgType type, const QString &category, const QString &message)
{
    const QString words = message.size() > longestMessage ? message.left(longestMessage) + u'…' : message;
    return u"%1 %2 %3: %4\n"_s.arg(isoUtcText(when), logLevelName(type), category, escaped(redacted(words))).toUtf8();
}

/// What the callers' threads and the writer's share. Two locks: who only adds never waits for the disk.
struct LogFile::Private
{
    QString folder;
    Limits limits;

    mutable std::mutex waitingLock;
    std::condition_variable wake;
    QByteArray waiting;
    bool isEnding = false;
    bool isWritable = true;

    std::mutex fileLock;
    QFile file;
    std::thread writer;

    QString pathOf(int number) const { return folder + u'/' + fileName(number); }
    void work();
    void write();
    bool put(const QByteArray &bytes);
    bool open();
    void turn();
    void giveUp(const QString &why);
};

void LogFile::Private::work()
{
    std::unique_lock lock(waitingLock);
    while (!isEnding) {
        wake.wait(lock, [this] { return isEnding || !waiting.isEmpty(); });
        wake.wait_for(lock, gatherFor, [this] { return isEnding; });
        lock.unlock();
        write();
        lock.lock();
    }
}

void LogFile::Private::write()
{
    const std::scoped_lock turns(fileLock);
    QByteArray bytes;
    {
        const std::scoped_lock lock(waitingLock);
        bytes.swap(waiting);
    }
    isWriting = true;
    if (!bytes.isEmpty() && !put(bytes))
        giveUp(file.errorString());
    isWriting = false;
}

bool LogFile::Private::put(const QByteArray &bytes)
{
    // Another program has turned the files: what is open here has another name by now.
    if (file.isOpen() && file.size() != QFileInfo(file.fileName()).size())
        file.close();
    if (!file.isOpen() && !open())
        return false;
    if (file.size() > 0 && file.size() + bytes.size() > limits.bytesPerFile) {
        turn();
        if (!file.isOpen() && !open())
            return false;
    }
    // Unbuffered and opened for appending: one call of the system, at the end of the file whoever else writes.
    return file.write(bytes) == bytes.size();
}

bool LogFile::Private::open()
{
    file.setFileName(pathOf(0));
    return file.open(QIODevice::WriteOnly | QIODevice::Append | QIODevice::Unbuffered,
                     QFile::ReadOwner | QFile::WriteOwner);
}

void LogFile::Private::turn()
{
    QLockFile lock(folder + u"/viral-moments.log.lock"_s);
    lock.setStaleLockTime(staleLockMs);
    // Whoever has it turns the files; until then this one grows a little further.
    if (!lock.tryLock(0))
        return;
    file.close();
    if (QFileInfo(pathOf(0)).size() < limits.bytesPerFile / 2)
        return;
    QFile::remove(pathOf(limits.files - 1));
    for (int number = limits.files - 1; number > 0; --number)
        QFile::rename(pathOf(number - 1), pathOf(number));
}

void LogFile::Private::giveUp(const QString &why)
{
    {
        const std::scoped_lock lock(waitingLock);
        isWritable = false;
        waiting.clear();
    }
    file.close();
    const QByteArray line = u"warning viral.log: nothing more is written to %1: %2\n"_s.arg(pathOf(0), why).toUtf8();
    std::fwrite(line.constData(), 1, static_cast<size_t>(line.size()), stderr);
    std::fflush(stderr);
}

LogFile::LogFile(const QString &folder)
    : LogFile(folder, Limits{})
{}

LogFile::LogFile(const QString &folder, const Limits &limits)
    : d(std::make_unique<Private>())
{
    d->folder = QDir(folder).absolutePath();
    d->limits = limits;
    if (!QDir(d->folder).exists() && QDir().mkpath(d->folder))
        QFile::setPermissions(d->folder, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    d->writer = std::thread([this] { d->work(); });
}

LogFile::~LogFile()
{
    {
        const std::scoped_lock lock(d->waitingLock);
        d->isEnding = true;
    }
    d->wake.notify_all();
    d->writer.join();
    d->write();
}

QString LogFile::folder() const
{
    return d->folder;
}

QString LogFile::path() const
{
    return d->pathOf(0);
}

void LogFile::add(QtMsgType type, const QString &category, const QString &message)
{
    if (isWriting)
        return;
    const QByteArray line = logLine(QDateTime::currentDateTimeUtc(), type, category, message);
    bool isUrgent = type == QtWarningMsg || type == QtCriticalMsg || type == QtFatalMsg;
    {
        const std::scoped_lock lock(d->waitingLock);
        if (!d->isWritable)
            return;
        d->waiting += line;
        isUrgent |= d->waiting.size() > mostWaiting;
    }
    if (isUrgent)
        d->write();
    else
        d->wake.notify_one();
}

void LogFile::flush()
{
    d->write();
}

bool LogFile::isWritable() const
{
    const std::scoped_lock lock(d->waitingLock);
    return d->isWritable;
}

void setLogFile(LogFile *file)
{
    const std::unique_lock lock(currentLock);
    current = file;
}

void addToLogFile(QtMsgType type, const QString &category, const QString &message)
{
    // The lock is this thread's already, and must not be taken twice.
    if (isWriting)
        return;
    const std::shared_lock lock(currentLock);
    if (current)
        current->add(type, category, message);
}

QStringList lastLogLines(const QString &folder, qint64 mostBytes)
{
    QByteArray bytes;
    for (int number = 0; bytes.size() < mostBytes; ++number) {
        QFile file(folder + u'/' + fileName(number));
        if (!file.open(QIODevice::ReadOnly))
            break;
        const qint64 wanted = mostBytes - bytes.size();
        const bool isCut = file.size() > wanted;
        if (isCut)
            file.seek(file.size() - wanted);
        QByteArray part = file.read(wanted);
        // The line that was cut is no entry.
        if (isCut)
            part.remove(0, part.indexOf('\n') + 1);
        bytes.prepend(part);
        if (isCut)
            break;
    }
    QStringList lines;
    for (const QByteArray &line : bytes.split('\n')) {
        if (!line.isEmpty())
            lines.append(redacted(QString::fromUtf8(line)));
    }
    return lines;
}

} // namespace Viral
