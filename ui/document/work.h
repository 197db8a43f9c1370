// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analysis/assembly.h"
#include "core/analysis/offline/offlineengine.h"
#include "core/analysis/settings.h"
#include "core/analysis/transcriptindex.h"
#include "core/base/ids.h"
#include "core/base/result.h"
#include "core/ingest/cleaner.h"
#include "core/json/problems.h"
#include "core/run/forecast.h"

#include <QString>
#include <QStringList>

#include <memory>
#include <optional>

namespace Viral {

struct PreparedReview;

/// Everything that belongs to one opened file, ready to be shown: made away from the interface's thread.
struct Work
{
    /// The file it came from; empty for pasted or downloaded work.
    QString path = {};
    Request request = {};
    TranscriptIndex index = {};
    QList<Chunk> chunks = {};
    AnalysisOutcome outcome = {};
    /// Offline scores over the transcript, for the ribbon.
    QList<LexicalScore> lexicalScores = {};
    /// What the offline engine finds in the transcript, where the result is a model's; nothing without a transcript.
    std::optional<AnalysisOutcome> secondOpinion = {};
    /// Decisions are kept under this name; the same result, or the same run, opened again has the same one.
    ReviewId review = {};
    /// Its journal, replayed over the outcome; whoever changes the outcome takes it away. Null: the document replays it.
    std::shared_ptr<const PreparedReview> prepared = {};
    /// What was quoted for its run against what it came to; nothing for runs without a quote and for other works.
    std::optional<ForecastCheck> quoteCheck = {};
    /// Its run is going on: the outcome grows (ReviewDocument::grow()).
    bool isLive = false;
    /// While isLive: the moments come all together at the end, not chunk by chunk.
    bool arrivesWhole = false;
    /// The video or sound that belongs to it; empty when there is none.
    QString mediaPath = {};
    /// What is heard and is no word: laughter, music.
    QList<Sound> sounds = {};
    /// Names of the speakers S0, S1, … where the file names them.
    QStringList speakers = {};
    /// What reading had to repair or wants to say.
    Problems problems = {};
    /// What reading worked out and is nobody's mistake: a language that was guessed.
    QStringList notes = {};

    /// video_title, else the file's name.
    QString title() const;
    /// The stretch the timeline shows: from 0 to the end of the transcript, or of the last moment without one.
    TimeSpan source() const;
};

/// Reads \a path and makes the work: a result as it is, a request or transcript through the offline engine, a media
/// file with the transcript beside it. Takes as long as it takes; call it on a worker thread.
Result<Work> loadWork(const QString &path);

/// The media file next to \a path: the same base name (or "video_id" of the metadata) with a usual ending; empty when
/// there is none.
QString mediaBeside(const QString &path);

/// The transcript or payload next to a media file: the same base name with a usual ending; empty when there is none.
QString transcriptBeside(const QString &mediaPath);

/// True for the usual endings of video and sound.
bool isMediaFile(const QString &path);

/// What the offline engine says about the request's transcript, to compare \a result with; nothing when the result is
/// its own or when there is no transcript. Takes as long as an offline run; call it on a worker thread.
std::optional<AnalysisOutcome> secondOpinion(const Request &request, const ServiceResult &result,
                                             const AnalysisSettings &settings);

} // namespace Viral
