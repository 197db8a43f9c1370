// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/contract/serviceresultcodec.h"
#include "core/library/library.h"
#include "core/run/runpodrun.h"
#include "tests/support/fakeclock.h"
#include "tests/support/faketransport.h"
#include "tests/support/sampletranscript.h"

#include <QTemporaryDir>

namespace ViralTest {

/// RunPod's word for a job, and more members.
inline QByteArray jobState(const QByteArray &word, const QByteArray &output = {})
{
    return R"({"id":"j","status":")" + word + '"' + (output.isEmpty() ? output : ",\"output\":" + output) + '}';
}

inline QByteArray oneMoment()
{
    Viral::ServiceResult result{.jobId = QStringLiteral("job-1"), .totalChunks = 2, .successfulChunks = 2};
    result.moments.append(validMoment(QStringLiteral("One"), 0, 50'000));
    return Viral::writeServiceResult(result, Viral::JsonWriter::Layout::Compact);
}

/// A library, and RunPod as the test plays it.
struct RunPodBench
{
    RunPodBench() { reopen(); }

    void reopen()
    {
        library.reset();
        library = Viral::Library::open(folder.path()).value();
    }
    Viral::RunPodServices services()
    {
        return {client, scheduler, clock, library->runs(), [] { return 0.5; }, {.usesStream = false}};
    }
    Viral::RunPodSetup setup() const
    {
        using namespace Qt::StringLiterals;
        Viral::Request request{.jobId = u"job-1"_s, .openAiApiKey = Viral::Secret(u"sk-secretsecretsecretsecret"_s)};
        request.transcript = evenTranscript(20);
        return {.request = request, .source = u"/tmp/interview.srt"_s};
    }
    Viral::RunRecord kept() { return library->runs().runs(10).value().constFirst(); }

    QTemporaryDir folder;
    FakeScheduler scheduler;
    FakeTransport transport;
    FakeClock clock{scheduler};
    Viral::RunPodClient client{
        {QUrl(QStringLiteral("https://api.runpod.ai/v2")), QStringLiteral("ep"), Viral::Secret(QStringLiteral("k"))},
        transport,
        scheduler};
    std::unique_ptr<Viral::Library> library;
};

} // namespace ViralTest
