// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui_desk/deskbench.h"

#include <QTest>

using namespace Viral;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace ViralTest {

Reply slowReply(const ReceivedRequest &request, std::chrono::milliseconds delay)
{
    Reply reply = goodReply(request);
    reply.delay = delay;
    return reply;
}

DeskBench::DeskBench(LoopbackServer::Responder responder, Budgets budgets)
    : m_server(std::make_unique<LoopbackServer>(std::move(responder)))
    , m_budgets(budgets)
{
    restart();
}

DeskBench::~DeskBench()
{
    close();
}

DeskSetup DeskBench::setup() const
{
    DeskSetup setup{.libraryFolder = m_folder.path(), .budgets = m_budgets};
    setup.settings.openAiKey = Secret(QString::fromLatin1(flowKey));
    setup.settings.openAiBase = *parseBaseUrl(m_server->url(u"/v1"_s).toString());
    setup.settings.maxConcurrency = 2;
    setup.settings.runPodKey = Secret(u"rp-key-1234567890"_s);
    setup.settings.runPodBase = m_server->url(u"/v2"_s);
    setup.settings.runPodEndpoint = u"ep"_s;
    setup.retryRules = {.faultTries = 3, .basePause = 5ms, .longestPause = 20ms};
    setup.runPodPatience = {.shortestPause = 10ms, .longestPause = 20ms, .youth = 0ms, .usesStream = false};
    setup.zone = QTimeZone::utc();
    return setup;
}

void DeskBench::restart(std::function<void(DeskSetup &)> change)
{
    close();
    DeskSetup fresh = setup();
    if (change)
        change(fresh);
    m_desk = std::make_unique<RunDesk>(fresh);
    waitForLibrary();
}

bool DeskBench::waitForLibrary()
{
    return QTest::qWaitFor([this] { return m_desk->libraryState() != LibraryState::Opening; }, 10'000);
}

RunPlan DeskBench::plan(int chunks) const
{
    return {.engine = RunKind::OpenAi, .request = chunkedRequest(chunks), .source = u"/tmp/interview.srt"_s};
}

bool DeskBench::waitForEnd(const LiveRun &run)
{
    return QTest::qWaitFor([&run] { return run.isFinished(); }, 30'000);
}

} // namespace ViralTest
