// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analysis/transcriptindex.h"
#include "core/base/ids.h"
#include "core/base/timecode.h"
#include "core/review/decision.h"
#include "core/review/edge.h"
#include "ui/style/palette.h"

#include <QList>
#include <QStringList>

namespace Viral {

/// A moment as the timeline shows it.
struct TimelineMoment
{
    MomentId id = {};
    TimeSpan span = {};
    QString title = {};
    /// Average of the scores, 1…10; 0 when there is none.
    double score = 0;
    Decision decision = Decision::Undecided;
    /// The editor moved an edge or changed a word.
    bool isEdited = false;

    bool operator==(const TimelineMoment &) const = default;
};

/// A candidate that was dropped.
struct TimelineDropped
{
    int number = 0;
    TimeSpan span = {};
    /// Why, in a few words.
    QString label = {};

    bool operator==(const TimelineDropped &) const = default;
};

/// A chunk of the transcript and how far it is.
struct TimelineChunk
{
    int index = 0;
    TimeSpan span = {};
    ChunkState state = ChunkState::Queued;
    /// "2 310 tokens", empty while unknown; shown in place of the state's word.
    QString tokens = {};
    /// What the tooltip says besides: why it waits and how long, why it failed.
    QString note = {};

    bool operator==(const TimelineChunk &) const = default;
};

/// A stretch in which one speaker speaks.
struct SpeakerRun
{
    TimeSpan span = {};
    /// Number of the speaker in order of first word.
    int speaker = 0;

    bool operator==(const SpeakerRun &) const = default;
};

/// Who speaks when.
struct TimelineSpeakers
{
    /// Ids in order of first word; an unknown speaker has an empty one.
    QStringList ids = {};
    QList<SpeakerRun> runs = {};

    bool operator==(const TimelineSpeakers &) const = default;
};

/// How promising the offline engine finds a stretch, 0…10.
struct RibbonPoint
{
    TimeSpan span = {};
    double score = 0;

    bool operator==(const RibbonPoint &) const = default;
};

/// Something heard that is no word: laughter, music.
struct TimelineSound
{
    TimeSpan span = {};
    QString label = {};

    bool operator==(const TimelineSound &) const = default;
};

/// Sentences of one speaker less than a second apart make one run.
TimelineSpeakers speakersOf(const TranscriptIndex &index);

/// "3. The Quiet Launch, 12:30, 52 s, score 7.8, kept": a moment read out, its start as \a times has it.
QString spokenMoment(int number, const TimelineMoment &moment, const TimecodeFormat &times = {});
/// "kept", translated.
QString decisionText(Decision decision);
/// "done", translated.
QString chunkStateText(ChunkState state);
/// "Chunk 3, 12:30 – 25:10, waits for its next try, 2 310 tokens. Too many requests; again in 4 s.": a chunk read out.
QString spokenChunk(const TimelineChunk &chunk, const TimecodeFormat &times = {});

/// "3.2 s over", "5.1 s under", empty within \a limits (both ends included).
QString limitText(Milliseconds length, const TimeSpan &limits);

} // namespace Viral
