// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/timeline/timelinecontent.h"

#include "core/base/timetext.h"
#include "ui/style/timedisplay.h"

#include <QCoreApplication>

namespace Viral {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

/// Texts of the timeline for the translators.
struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(Viral::Timeline)
};

} // namespace

TimelineSpeakers speakersOf(const TranscriptIndex &index)
{
    TimelineSpeakers speakers{.ids = index.speakers()};
    for (int number = 0; const Sentence &sentence : index.transcript().sentences) {
        const int speaker = index.speakerOf(number++);
        SpeakerRun *last = speakers.runs.isEmpty() ? nullptr : &speakers.runs.last();
        if (last && last->speaker == speaker && sentence.span.start - last->span.end < 1s)
            last->span.end = std::max(last->span.end, sentence.span.end);
        else
            speakers.runs.append({.span = sentence.span, .speaker = speaker});
    }
    return speakers;
}

QString spokenMoment(int number, const TimelineMoment &moment, const TimecodeFormat &times)
{
    const auto seconds = std::chrono::round<std::chrono::seconds>(moment.span.duration()).count();
    QString spoken = Texts::tr("%1. %2, %3, %4 s")
                         .arg(QString::number(number), moment.title, shortTimeText(moment.span.start, times),
                              QString::number(seconds));
    if (moment.score > 0)
        spoken += Texts::tr(", score %1").arg(moment.score, 0, 'f', 1);
    spoken += u", "_s + decisionText(moment.decision);
    if (moment.isEdited)
        spoken += Texts::tr(", edited");
    return spoken;
}

QString decisionText(Decision decision)
{
    switch (decision) {
    case Decision::Kept:
        return Texts::tr("kept");
    case Decision::Held:
        return Texts::tr("held");
    case Decision::Rejected:
        return Texts::tr("rejected");
    case Decision::Undecided:
        break;
    }
    return Texts::tr("undecided");
}

QString chunkStateText(ChunkState state)
{
    switch (state) {
    case ChunkState::Running:
        return Texts::tr("sent");
    case ChunkState::Retrying:
        return Texts::tr("waits to retry");
    case ChunkState::Done:
        return Texts::tr("done");
    case ChunkState::Kept:
        return Texts::tr("kept answer");
    case ChunkState::Failed:
        return Texts::tr("failed");
    case ChunkState::Queued:
        break;
    }
    return Texts::tr("queued");
}

QString spokenChunk(const TimelineChunk &chunk, const TimecodeFormat &times)
{
    QString spoken = Texts::tr("Chunk %1, %2 – %3, %4")
                         .arg(QString::number(chunk.index + 1), shortTimeText(chunk.span.start, times),
                              shortTimeText(chunk.span.end, times), chunkStateText(chunk.state));
    if (!chunk.tokens.isEmpty())
        spoken += u", "_s + chunk.tokens;
    if (!chunk.note.isEmpty())
        spoken += u". "_s + chunk.note;
    return spoken;
}

QString limitText(Milliseconds length, const TimeSpan &limits)
{
    if (length > limits.end)
        return Texts::tr("%1 over").arg(secondsText(length - limits.end));
    if (length < limits.start)
        return Texts::tr("%1 under").arg(secondsText(limits.start - length));
    return {};
}

} // namespace Viral
