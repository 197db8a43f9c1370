// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/support/loopbackserver.h"

#include <QProcess>
#include <QTemporaryDir>

#include <memory>

namespace ViralTest {

/// The key that the program is given and that must never be seen again.
extern const QByteArray flowKey;

/// How a program ended.
struct Ended
{
    /// Exit status; −1 when it did not end, −2 when it was killed.
    int status = -1;
    QByteArray output = {};
    QByteArray messages = {};
};

/// The command line program as a process of its own.
class FlowProgram
{
public:
    /// Variables of the environment come as "NAME=value"; all that the program knows are unset before.
    FlowProgram(const QStringList &arguments, const QStringList &environment);
    ~FlowProgram();

    qint64 pid() const { return m_process.processId(); }
    void signal(int number) const;
    bool isRunning() const { return m_process.state() != QProcess::NotRunning; }
    /// What it has told on standard error by now.
    QByteArray messagesSoFar();
    Ended waitForEnd(int milliseconds = 60'000);

private:
    QProcess m_process;
};

/// A folder for one flow: a payload, a library, and the settings that lead a program to them and to a server.
class FlowPlace
{
public:
    /// A payload of \a chunks chunks of 60 s.
    explicit FlowPlace(int chunks);

    QString payload() const { return m_folder.filePath(QStringLiteral("payload.json")); }
    QString library() const { return m_folder.filePath(QStringLiteral("library")); }
    QString file(const QString &name) const { return m_folder.filePath(name); }
    /// Library, key and base URL.
    QStringList environment(const LoopbackServer &server) const;

    /// Answers in the library, as "key attempt" in hex.
    QStringList keptAnswers() const;
    /// True when the library's files hold \a bytes.
    bool libraryHolds(const QByteArray &bytes) const;

private:
    QTemporaryDir m_folder;
};

/// A whole answer with one moment at the first sentence that \a request asks about.
Reply goodReply(const ReceivedRequest &request);
Reply jsonReply(int status, const QByteArray &body);

} // namespace ViralTest
