// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/run/runbench.h"

#include "tests/support/openaianswers.h"
#include "tests/support/sampletranscript.h"

#include <QCoreApplication>
#include <QEvent>
#include <QRegularExpression>

using namespace Viral;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace ViralTest {

AskedFor askedFor(const QByteArray &body)
{
    static const QRegularExpression range(u"Sentences (\\d+) to (\\d+)\\."_s);
    const auto match = range.match(QString::fromUtf8(body));
    return {match.captured(1).toInt(), match.captured(2).toInt()};
}

QByteArray oneMoment(int first)
{
    return R"({"moments":[{"startSentence":)" + QByteArray::number(first) + R"(,"endSentence":)" +
           QByteArray::number(first + 8) +
           R"(,"quote":"q","hook":"A hook for the screen","title":"A title","category":"Story",)"
           R"("engagementValue":"Because.","platforms":["twitter"],"socialCopy":{"twitter":"A post"},)"
           R"("scorecard":{"shareability":7,"emotionalImpact":6,"surpriseFactor":5,"rewatchability":4,)"
           R"("hookStrength":8}}]})";
}

HttpOutcome goodAnswer(const HttpRequest &request)
{
    return answered(200, OpenAi::answer(oneMoment(askedFor(request.body).first)));
}

RunBench::RunBench()
{
    answerWith([](int, const HttpRequest &request) { return goodAnswer(request); });
}

void RunBench::answerWith(FakeTransport::Answer answer)
{
    transport.answerWith(scheduler, 200ms, [this, answer = std::move(answer)](int number, const HttpRequest &request) {
        const HttpOutcome outcome = answer(number, request);
        answered += outcome && outcome->isSuccess() ? 1 : 0;
        return outcome;
    });
}

RunServices RunBench::services()
{
    RunServices services = servicesOf(*this);
    services.webhooks = webhooks;
    services.chance = [] { return 0.5; };
    return services;
}

RunSetup RunBench::setup(int chunks, int concurrency)
{
    RunSetup setup;
    setup.request = chunkedRequest(chunks);
    setup.settings.openAiKey = Secret(u"sk-test-1234567890"_s);
    setup.settings.maxConcurrency = concurrency;
    // Tests count what is asked.
    setup.asksForModelNews = false;
    return setup;
}

bool RunBench::finish(AnalysisRun &run)
{
    for (int steps = 0; steps < 100'000 && !run.isFinished(); ++steps) {
        const auto next = scheduler.untilNext();
        if (!next)
            return false;
        scheduler.advance(*next);
    }
    // Calls that have ended are gone before the next run.
    QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    return run.isFinished();
}

RunOutcome RunBench::complete(const RunSetup &setup)
{
    AnalysisRun run(services(), setup);
    RunOutcome outcome = tl::unexpected(RunFailure{{ErrorKind::Internal, u"did not end"_s}, {}});
    QObject::connect(&run, &AnalysisRun::finished, &run, [&outcome](const RunOutcome &ended) { outcome = ended; });
    run.start();
    finish(run);
    return outcome;
}

} // namespace ViralTest
