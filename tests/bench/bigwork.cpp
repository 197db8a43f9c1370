// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/bigwork.h"

#include "core/contract/requestcodec.h"
#include "core/contract/serviceresultcodec.h"
#include "tests/support/sampletranscript.h"
#include "tests/support/timelinesample.h"

#include <QDir>
#include <QFile>

#include <cstdio>

using namespace Viral;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace ViralTest {

namespace {

/// With posts of some length, a quote that was said and all scores, as a model gives them.
QList<Moment> bigMoments(const Transcript &transcript, int count)
{
    QList<Moment> moments;
    const qsizetype sentences = transcript.sentences.size();
    for (int i = 0; i < count; ++i) {
        const qsizetype first = i * (sentences - 20) / count;
        const qint64 start = transcript.sentences.at(first).span.start.count();
        const QString title = u"The 3-Hour Rule, part %1"_s.arg(i);
        Moment moment = validMoment(title, start, start + 50'000 + i % 30 * 1000, 3 + i % 7);
        moment.hook = transcript.sentences.at(first).text.left(100);
        moment.quote = transcript.sentences.at(first + 1).text;
        moment.category = u"growth / theme %1"_s.arg(i % 25);
        for (Post &post : moment.socialCopy)
            post.text = u"We cut churn 41% with a single habit on day one. "_s + title;
        moments.append(moment);
    }
    return moments;
}

bool writeTo(const QString &path, const QByteArray &bytes)
{
    QFile file(path);
    return file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size();
}

} // namespace

BigWork writeBigWork(const QString &folder, int moments)
{
    const Transcript transcript = TimelineSample(10h).transcript();
    Request request{.jobId = u"ten-hours"_s};
    request.transcript = transcript;
    request.options.chunkDuration = Milliseconds(36'000'000 / bigWorkChunks + 24'000);
    request.options.chunkOverlap = 24s;
    const QDir target(folder);
    const BigWork work{.request = target.filePath(u"hours.payload.json"_s),
                       .result = target.filePath(u"many.result.json"_s)};
    const QByteArray bytes = writeRequest(request, JsonWriter::Layout::Compact);
    std::printf("%lld words, %lld sentences, %.1f MB\n", static_cast<long long>(transcript.words.size()),
                static_cast<long long>(transcript.sentences.size()), double(bytes.size()) / 1e6);
    ServiceResult result{.jobId = u"many"_s};
    result.moments = bigMoments(transcript, moments);
    result.totalChunks = bigWorkChunks;
    result.metadata.model = u"gpt-5"_s;
    result.metadata.momentsBeforeDedup = result.metadata.momentsAfterDedup = moments;
    result.metadata.chunkDuration = request.options.chunkDuration.value_or(Milliseconds{});
    result.metadata.overlap = 24s;
    writeTo(work.request, bytes);
    writeTo(target.filePath(u"many.payload.json"_s), bytes);
    writeTo(work.result, writeServiceResult(result, JsonWriter::Layout::Indented));
    return work;
}

AnalysisOutcome later(AnalysisOutcome outcome, int turn)
{
    for (qsizetype i = turn % 100; i < outcome.result.moments.size(); i += 100) {
        Moment &moment = outcome.result.moments[i];
        moment.title = u"Better %1 of %2"_s.arg(turn).arg(i);
        moment.span = {moment.span.start + 1s, moment.span.end + 1s};
    }
    return outcome;
}

} // namespace ViralTest
