// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/run/offlinerun.h"

#include "core/analysis/offline/offlineengine.h"

namespace Viral {

AnalysisOutcome analyseOffline(const Request &request, AnalysisSettings settings)
{
    settings.model = offlineModelName;
    const QList<Chunk> chunks = makeChunks(request.transcript, settings);
    const QList<ChunkAnswer> answers = proposeOffline(TranscriptIndex(request.transcript), chunks);
    return assemble(request, settings, chunks, answers, {});
}

} // namespace Viral
