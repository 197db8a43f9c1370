// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/review/reviewid.h"
#include "tests/support/sampletranscript.h"
#include "ui/document/work.h"

namespace ViralTest {

/// A work of \a count moments of 50 s, one every 100 s, scores 1 to 10 in turn, over an even transcript.
inline Viral::Work evenWork(int count)
{
    using namespace Viral;
    Work work;
    work.request.jobId = QStringLiteral("job");
    work.request.transcript = evenTranscript(std::max(1, count) * 20);
    work.index = TranscriptIndex(work.request.transcript);
    work.chunks = makeChunks(work.request.transcript, {});
    work.outcome.result.jobId = QStringLiteral("job");
    work.outcome.result.totalChunks = static_cast<int>(work.chunks.size());
    for (int i = 0; i < count; ++i)
        work.outcome.result.moments.append(
            validMoment(QStringLiteral("Moment %1").arg(i + 1), i * 100'000, i * 100'000 + 50'000, i % 10 + 1));
    work.review = reviewIdOf(work.outcome.result);
    return work;
}

} // namespace ViralTest
