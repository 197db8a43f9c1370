// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/timeline/timelinecontent.h"

#include "core/base/timetext.h"

#include <QCoreApplication>
#include <QHash>

namespace Viral {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("Viral::Timeline", text);
}

} // namespace

TimelineSpeakers speakersOf(const Transcript &transcript)
{
    TimelineSpeakers speakers;
    QHash<QString, int> numbers;
    for (const Sentence &sentence : transcript.sentences) {
        auto number = numbers.constFind(sentence.speakerId);
        if (number == numbers.constEnd()) {
            number = numbers.insert(sentence.speakerId, int(speakers.ids.size()));
            speakers.ids.append(sentence.speakerId);
        }
        SpeakerRun *last = speakers.runs.isEmpty() ? nullptr : &speakers.runs.last();
        if (last && last->speaker == *number && sentence.span.start - last->span.end < 1s)
            last->span.end = std::max(last->span.end, sentence.span.end);
        else
            speakers.runs.append({.span = sentence.span, .speaker = *number});
    }
    return speakers;
}

QString spokenMoment(int number, const TimelineMoment &moment)
{
    const auto seconds = std::chrono::round<std::chrono::seconds>(moment.span.duration()).count();
    QString spoken =
        tr("%1. %2, %3, %4 s")
            .arg(QString::number(number), moment.title, clockText(moment.span.start), QString::number(seconds));
    if (moment.score > 0)
        spoken += tr(", score %1").arg(moment.score, 0, 'f', 1);
    spoken += u", "_s + decisionText(moment.decision);
    if (moment.isEdited)
        spoken += tr(", edited");
    return spoken;
}

QString decisionText(Decision decision)
{
    switch (decision) {
    case Decision::Kept:
        return tr("kept");
    case Decision::Held:
        return tr("held");
    case Decision::Rejected:
        return tr("rejected");
    case Decision::Undecided:
        break;
    }
    return tr("undecided");
}

QString chunkStateText(ChunkState state)
{
    switch (state) {
    case ChunkState::Running:
        return tr("running");
    case ChunkState::Done:
        return tr("done");
    case ChunkState::Failed:
        return tr("failed");
    case ChunkState::Queued:
        break;
    }
    return tr("queued");
}

QString limitText(Milliseconds length, const TimeSpan &limits)
{
    if (length > limits.end)
        return tr("%1 over").arg(secondsText(length - limits.end));
    if (length < limits.start)
        return tr("%1 under").arg(secondsText(limits.start - length));
    return {};
}

} // namespace Viral
