// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ingest/captions.h"

#include "core/ingest/inlinestamps.h"
#include "core/ingest/markup.h"
#include "core/ingest/wordspreader.h"

#include <algorithm>

namespace Viral {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

/// What a line says, without its markup: for telling whether it was there before.
QString plainLine(QStringView line)
{
    return withEntitiesDecoded(withoutTags(line)).simplified();
}

QStringList plainLines(const Cue &cue)
{
    QStringList lines;
    for (const QStringView line : cue.lines) {
        const QString plain = plainLine(line);
        if (!plain.isEmpty())
            lines.append(plain);
    }
    return lines;
}

/// A cue that shows the last line of the one before above a new one, or only repeats it for a moment.
bool rollsOn(const QStringList &lines, const QStringList &before, const TimeSpan &span)
{
    if (lines.isEmpty() || before.isEmpty())
        return false;
    if (lines.size() >= 2 && lines.first() == before.last())
        return true;
    const auto wasThere = [&before](const QString &line) { return before.contains(line); };
    return span.duration() <= 20ms && lines.size() <= 3 && std::all_of(lines.begin(), lines.end(), wasThere);
}

/// True for captions that scroll: at least a third of the cues roll on, or words have their own times.
bool isRolling(const std::vector<Cue> &cues)
{
    qsizetype rolling = 0;
    QStringList before;
    for (const Cue &cue : cues) {
        if (std::any_of(cue.lines.begin(), cue.lines.end(), hasInlineStamps))
            return true;
        const QStringList lines = plainLines(cue);
        rolling += rollsOn(lines, before, {cue.start, cue.end}) ? 1 : 0;
        before = lines;
    }
    return rolling >= 2 && rolling * 3 >= static_cast<qsizetype>(cues.size());
}

/// One voice's part of a cue.
struct VoicePart
{
    QString speaker;
    QString text;
};

/// The name in "<v.loud Anna Lee>", empty for every other tag.
QString voiceOf(QStringView tag)
{
    const QStringView body = tag.sliced(1, tag.size() - 2);
    const qsizetype space = body.indexOf(u' ');
    const bool isVoice = space > 0 && (body.left(space) == u"v" || body.startsWith("v."_L1));
    return isVoice ? withEntitiesDecoded(body.sliced(space)).simplified() : QString();
}

QList<VoicePart> voiceParts(const QString &text)
{
    QList<VoicePart> parts{VoicePart{}};
    for (qsizetype position = 0; position < text.size();) {
        const qsizetype length = tagLength(text, position);
        const QStringView tag = QStringView(text).sliced(position, length);
        const QString voice = length > 3 && tag.startsWith("<v"_L1) ? voiceOf(tag) : QString();
        if (!voice.isEmpty())
            parts.append({voice, {}});
        else if (tag == "</v>"_L1)
            parts.append(VoicePart{});
        else
            parts.last().text += text.sliced(position, std::max<qsizetype>(length, 1));
        position += std::max<qsizetype>(length, 1);
    }
    parts.removeIf([](const VoicePart &part) { return plainLine(part.text).isEmpty(); });
    return parts;
}

class CaptionReader
{
public:
    RawTranscript read(const CueFile &file);

private:
    void addCue(const Cue &cue);
    void addText(const QString &text, const TimeSpan &span);
    bool addStamped(QStringView line, const TimeSpan &span);

    RawTranscript m_transcript;
    QStringList m_linesBefore;
    bool m_isRolling = false;
    qsizetype m_evenLines = 0;
    qsizetype m_unevenLines = 0;
};

/// Voices inside one cue follow each other.
void CaptionReader::addText(const QString &text, const TimeSpan &span)
{
    const QList<VoicePart> parts = voiceParts(text);
    std::vector<qint64> weights;
    for (const VoicePart &part : parts)
        weights.push_back(speakingWeight(part.text));
    const bool isBackwards = span.end < span.start;
    const std::vector<TimeSpan> spans = sharedOut(isBackwards ? TimeSpan{span.start, span.start} : span, weights);
    for (qsizetype i = 0; i < parts.size(); ++i) {
        const TimeSpan &own = isBackwards ? span : spans[static_cast<std::size_t>(i)];
        m_transcript.units.append(
            {.text = parts.at(i).text, .start = own.start, .end = own.end, .speaker = parts.at(i).speaker});
    }
}

bool CaptionReader::addStamped(QStringView line, const TimeSpan &span)
{
    std::optional<StampedLine> stamped = readStampedLine(line, span);
    if (!stamped) {
        m_transcript.repairs.add(Repair::UnusableStamps);
        return false;
    }
    if (stamped->evenness != StampedLine::Evenness::TooShort)
        (stamped->evenness == StampedLine::Evenness::Even ? m_evenLines : m_unevenLines) += 1;
    m_transcript.units.append({.start = span.start, .end = span.end, .words = std::move(stamped->words)});
    return true;
}

void CaptionReader::addCue(const Cue &cue)
{
    const TimeSpan span{cue.start, cue.end};
    QStringList lines;
    QString text;
    for (const QStringView line : cue.lines) {
        const QString plain = plainLine(line);
        const bool isStamped = m_isRolling && hasInlineStamps(line);
        if (plain.isEmpty())
            continue;
        lines.append(plain);
        if (isStamped && addStamped(line, span))
            continue;
        if (m_isRolling && !isStamped && m_linesBefore.contains(plain)) {
            m_transcript.repairs.add(Repair::RollingLine);
            continue;
        }
        text += (text.isEmpty() ? QString() : u"\n"_s) + line.toString();
    }
    if (!text.isEmpty())
        addText(text, span);
    else if (lines.isEmpty() && !m_isRolling)
        m_transcript.repairs.add(Repair::EmptyUnit);
    m_linesBefore = lines.mid(0, 8);
}

RawTranscript CaptionReader::read(const CueFile &file)
{
    m_transcript.repairs = file.repairs;
    m_isRolling = isRolling(file.cues);
    for (const Cue &cue : file.cues)
        addCue(cue);
    if (m_evenLines > 4 * m_unevenLines)
        m_transcript.wordTimes = TimeOrigin::Estimated;
    return std::move(m_transcript);
}

} // namespace

Result<RawTranscript> transcriptOfCues(const CueFile &file)
{
    if (file.stitchedAtLine > 0)
        return failure(
            ErrorKind::Input,
            u"This is a recording of a live stream: caption segments pasted together, each with a clock of its "
            "own. Their times cannot be trusted; get the captions of the finished video instead."_s,
            u"line %1"_s.arg(file.stitchedAtLine));
    return CaptionReader().read(file);
}

} // namespace Viral
