// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/flow/flowprogram.h"

#include "core/base/files.h"
#include "core/contract/requestcodec.h"
#include "core/library/library.h"
#include "core/run/environment.h"
#include "tests/run/runbench.h"
#include "tests/support/openaianswers.h"
#include "tests/support/sampletranscript.h"

#include <QDir>

#include <csignal>

using namespace Viral;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace ViralTest {

const QByteArray flowKey = QByteArrayLiteral("sk-flow-secret-abcdef123456");

FlowProgram::FlowProgram(const QStringList &arguments, const QStringList &environment)
{
    QProcessEnvironment variables = QProcessEnvironment::systemEnvironment();
    for (const VariableRule &rule : variableRules())
        variables.remove(QString(rule.name));
    for (const QString &variable : environment)
        variables.insert(variable.section(u'=', 0, 0), variable.section(u'=', 1));
    m_process.setProcessEnvironment(variables);
    m_process.start(QStringLiteral(VIRAL_PROGRAMS "/viral-moments-cli"), arguments);
    m_process.waitForStarted();
}

FlowProgram::~FlowProgram()
{
    if (isRunning()) {
        m_process.kill();
        m_process.waitForFinished();
    }
}

void FlowProgram::signal(int number) const
{
    // Without a process the number is 0, and that would mean everyone.
    if (pid() > 0)
        ::kill(static_cast<pid_t>(pid()), number);
}

QByteArray FlowProgram::messagesSoFar()
{
    m_process.setReadChannel(QProcess::StandardError);
    return m_process.peek(m_process.bytesAvailable());
}

Ended FlowProgram::waitForEnd(int milliseconds)
{
    if (isRunning() && !m_process.waitForFinished(milliseconds))
        return {-1, m_process.readAllStandardOutput(), m_process.readAllStandardError()};
    const bool isNormal = m_process.exitStatus() == QProcess::NormalExit;
    return {isNormal ? m_process.exitCode() : -2, m_process.readAllStandardOutput(), m_process.readAllStandardError()};
}

FlowPlace::FlowPlace(int chunks)
{
    const auto written = writeFile(payload(), writeRequest(chunkedRequest(chunks, u"flow"_s), JsonWriter::Layout::Compact));
    Q_ASSERT(written);
}

QStringList FlowPlace::environment(const LoopbackServer &server) const
{
    return {u"VIRAL_MOMENTS_LIBRARY="_s + library(), u"OPENAI_API_KEY="_s + QString::fromLatin1(flowKey),
            u"OPENAI_BASE_URL="_s + server.url(u"/v1"_s).toString()};
}

QStringList FlowPlace::keptAnswers() const
{
    QStringList kept;
    const auto opened = Library::open(library(), Library::Access::ReadOnly);
    if (!opened)
        return kept;
    for (const RunRecord &run : (*opened)->runs().runs(1000).value_or(QList<RunRecord>())) {
        for (const StoredAnswer &answer : (*opened)->answers().answersOf(run.id).value_or(QList<StoredAnswer>()))
            kept.append(u"%1 %2"_s.arg(QString::fromLatin1(answer.key.toHex())).arg(answer.attempt));
    }
    return kept;
}

bool FlowPlace::libraryHolds(const QByteArray &bytes) const
{
    const QDir folder(library());
    for (const QString &name : folder.entryList(QDir::Files)) {
        if (readFile(folder.filePath(name)).value_or(QByteArray()).contains(bytes))
            return true;
    }
    return false;
}

Reply goodReply(const ReceivedRequest &request)
{
    return {.contentType = "text/event-stream",
            .body = OpenAi::stream(oneMoment(askedFor(request.body).first)),
            .isChunked = true};
}

Reply jsonReply(int status, const QByteArray &body)
{
    return {.status = status, .body = body};
}

} // namespace ViralTest
