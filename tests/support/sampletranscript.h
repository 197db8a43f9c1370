// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/contract/moment.h"
#include "core/contract/request.h"

namespace ViralTest {

/// A transcript of \a count sentences of five words each, 5 s long, one after another, two speakers taking turns every
/// four sentences. Word and sentence times meet exactly.
inline Viral::Transcript evenTranscript(int count)
{
    using namespace Viral;
    Transcript transcript{.language = QStringLiteral("en")};
    for (int i = 0; i < count; ++i) {
        QStringList words;
        for (int j = 0; j < 5; ++j) {
            const QString text =
                QStringLiteral("word%1%2").arg(i * 5 + j).arg(j == 4 ? QStringLiteral(".") : QString());
            words.append(text);
            transcript.words.append({text, spanMs(i * 5000 + j * 1000, i * 5000 + (j + 1) * 1000), i});
        }
        transcript.sentences.append(
            {words.join(u' '), spanMs(i * 5000, (i + 1) * 5000), QStringLiteral("S%1").arg(i / 4 % 2)});
    }
    return transcript;
}

/// A request over \a chunks chunks of twelve sentences, cut into 60 s.
inline Viral::Request chunkedRequest(int chunks, const QString &jobId = QStringLiteral("job"))
{
    using namespace std::chrono_literals;
    Viral::Request request{.jobId = jobId, .transcript = evenTranscript(chunks * 12)};
    request.options.chunkDuration = 60s;
    request.options.chunkOverlap = 0s;
    request.options.minChunkDuration = 0s;
    return request;
}

/// A moment that the contract accepts, from \a start seconds on.
inline Viral::Moment validMoment(const QString &title, qint64 startMs, qint64 endMs, int score = 5)
{
    using namespace Viral;
    Moment moment{.title = title, .span = spanMs(startMs, endMs), .hook = QStringLiteral("Hook of ") + title};
    moment.category = QStringLiteral("Story");
    moment.engagementValue = QStringLiteral("Because.");
    moment.quote = QStringLiteral("Quote of ") + title;
    for (const Platform platform : allPlatforms) {
        moment.platforms.append(platform);
        moment.socialCopy.append({platform, QStringLiteral("Post of ") + title});
    }
    for (const Metric metric : allMetrics)
        moment.scorecard.setScore(metric, score);
    moment.chunkIndex = 0;
    return moment;
}

} // namespace ViralTest
