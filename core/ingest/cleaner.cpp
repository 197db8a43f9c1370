// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ingest/cleaner.h"

#include "core/ingest/markup.h"
#include "core/ingest/sounds.h"
#include "core/ingest/speakerprefixes.h"
#include "core/ingest/unittimes.h"
#include "core/ingest/wordspreader.h"

#include <QHash>

#include <algorithm>

namespace Viral {

using namespace Qt::StringLiterals;

namespace {

/// A unit taken apart: who says what, times not yet shared out.
struct UnitInParts
{
    TimeSpan span = {};
    std::vector<SpokenUnit> parts = {};
    /// True when the words have times of their own.
    bool isTimed = false;
};

/// Lines of a cue as running text.
QString joinedLines(const QString &text)
{
    QString joined;
    for (const QStringView line : QStringView(text).tokenize(u'\n')) {
        const QStringView trimmed = line.trimmed();
        if (needsSpaceBetween(joined, trimmed))
            joined += u' ';
        joined += trimmed;
    }
    return joined;
}

class Cleaner
{
public:
    explicit Cleaner(const WordSegmenter &segmenter)
        : m_segmenter(segmenter)
    {}

    Result<CleanTranscript> clean(RawTranscript raw);

private:
    struct TimedWords
    {
        std::vector<SpokenWord> words;
        /// As the file has them, one for each of words.
        QList<RawWord> raw;
        std::vector<std::size_t> turnStarts;
    };

    void tidy(QList<RawUnit> &units);
    UnitInParts inParts(TimedUnit unit);
    std::vector<SpokenUnit> textParts(const TimedUnit &unit);
    TimedWords timedWords(const TimedUnit &unit);
    std::vector<SpokenUnit> wordParts(const TimedUnit &unit);
    std::size_t soundLength(const QList<RawWord> &words, std::size_t first, QString &sound) const;
    void setSpeaker(SpokenUnit &part, SpokenPart::Turn turn, const QString &label);
    SpokenPart::Turn turnOf(const TimedUnit &unit) const;
    int speakerNumber(const QString &label);
    void separate(std::vector<UnitInParts> &units);
    void shareCommonStart(std::span<UnitInParts> units);
    void emitUnits(std::vector<UnitInParts> units);

    const WordSegmenter &m_segmenter;
    CleanTranscript m_clean;
    SpeakerPrefixes m_prefixes;
    QHash<QString, int> m_numbers;
    int m_current = -1;
    bool m_hasLabels = false;
    /// A song runs on into nothing that is said.
    bool m_afterSong = false;
};

int Cleaner::speakerNumber(const QString &label)
{
    const auto known = m_numbers.constFind(label);
    if (known != m_numbers.cend())
        return *known;
    const int number = static_cast<int>(m_clean.speakers.size());
    m_numbers.insert(label, number);
    m_clean.speakers.append(label);
    return number;
}

/// In a file that labels its speakers a unit without a label is somebody unknown, not the one before.
SpokenPart::Turn Cleaner::turnOf(const TimedUnit &unit) const
{
    if (!unit.speaker.isEmpty())
        return SpokenPart::Turn::Named;
    return m_hasLabels && m_current >= 0 ? SpokenPart::Turn::Unknown : SpokenPart::Turn::SameAsBefore;
}

void Cleaner::setSpeaker(SpokenUnit &part, SpokenPart::Turn turn, const QString &label)
{
    const int before = m_current;
    if (turn == SpokenPart::Turn::Named)
        m_current = speakerNumber(label);
    else if (turn == SpokenPart::Turn::Unknown)
        m_current = -1;
    part.speaker = m_current;
    part.opensTurn = turn == SpokenPart::Turn::Unknown || m_current != before;
}

void Cleaner::tidy(QList<RawUnit> &units)
{
    QList<RawUnit> kept;
    kept.reserve(units.size());
    for (RawUnit &unit : units) {
        unit.text = tidied(unit.text);
        unit.speaker = tidied(unit.speaker);
        for (RawWord &word : unit.words)
            word.text = tidied(word.text);
        m_hasLabels = m_hasLabels || !unit.speaker.isEmpty();
        if (unit.text.isEmpty() && unit.words.isEmpty())
            m_clean.repairs.add(Repair::EmptyUnit);
        else
            kept.append(std::move(unit));
    }
    units = std::move(kept);
}

/// Words that were given only as text.
std::vector<SpokenUnit> Cleaner::textParts(const TimedUnit &unit)
{
    std::vector<SpokenUnit> result;
    for (const SpokenPart &part : m_prefixes.parts(unit.text)) {
        SpokenUnit spoken;
        const bool takesTurnOfUnit = !unit.speaker.isEmpty() || part.turn == SpokenPart::Turn::SameAsBefore;
        if (m_hasLabels && takesTurnOfUnit)
            setSpeaker(spoken, turnOf(unit), unit.speaker);
        else
            setSpeaker(spoken, part.turn, part.speaker);
        QStringList sounds;
        const QString text = joinedLines(withoutSounds(part.text, sounds));
        for (const QString &sound : sounds)
            m_clean.sounds.append({sound, unit.span});
        const bool isSong = !sounds.isEmpty() && isNoteSign(sounds.constLast());
        spoken.opensTurn = spoken.opensTurn || isSong || m_afterSong;
        m_afterSong = isSong;
        const QList<SpokenWord> words = wordsOf(text, m_segmenter);
        spoken.words.assign(words.begin(), words.end());
        result.push_back(std::move(spoken));
    }
    return result;
}

/// How many words from \a first on make up a sound mark, 0 when they do not.
std::size_t Cleaner::soundLength(const QList<RawWord> &words, std::size_t first, QString &sound) const
{
    constexpr std::size_t mostWords = 6;
    const auto at = [&words](std::size_t i) -> const QString & { return words.at(static_cast<qsizetype>(i)).text; };
    const QString &opening = at(first);
    if (!opening.isEmpty() && opening.front().category() == QChar::Punctuation_Open) {
        const std::size_t end = std::min(static_cast<std::size_t>(words.size()), first + mostWords);
        sound.clear();
        for (std::size_t i = first; i < end; ++i) {
            sound += (i > first ? u" "_s : QString()) + at(i);
            if (isSoundMark(sound))
                return i + 1 - first;
        }
    }
    QStringList notes;
    const bool onlyNotes =
        !isSpeakable(opening) && withoutSounds(opening, notes).trimmed().isEmpty() && !notes.isEmpty();
    sound = notes.value(0);
    return onlyNotes ? 1 : 0;
}

/// The words of a unit without its sounds, and where ">>" says that somebody else goes on.
Cleaner::TimedWords Cleaner::timedWords(const TimedUnit &unit)
{
    TimedWords result;
    for (std::size_t i = 0; i < static_cast<std::size_t>(unit.words.size());) {
        QString sound;
        const std::size_t soundWords = soundLength(unit.words, i, sound);
        if (soundWords > 0) {
            m_clean.sounds.append({sound, unit.span});
            i += soundWords;
            continue;
        }
        RawWord word = unit.words.at(static_cast<qsizetype>(i++));
        if (word.text.startsWith(">>"_L1)) {
            result.turnStarts.push_back(result.words.size());
            word.text = word.text.mid(word.text.startsWith(">>>"_L1) ? 3 : 2).trimmed();
        }
        if (isSpeakable(word.text)) {
            result.words.push_back(
                {.text = word.text, .spaceBefore = word.spaceBefore, .endsSentence = word.endsSentence});
            result.raw.append(word);
        } else if (!result.words.empty()) {
            SpokenWord &last = result.words.back();
            last.text += (word.spaceBefore && !word.text.isEmpty() ? u" "_s : QString()) + word.text;
            last.endsSentence = last.endsSentence || word.endsSentence;
        }
    }
    return result;
}

/// Words that the file gives one by one.
std::vector<SpokenUnit> Cleaner::wordParts(const TimedUnit &unit)
{
    TimedWords timed = timedWords(unit);
    mendWordTimes(timed.words, timed.raw, unit.span, m_clean.repairs);
    timed.turnStarts.push_back(timed.words.size());

    std::vector<SpokenUnit> parts;
    std::size_t first = 0;
    auto turn = turnOf(unit);
    for (const std::size_t end : timed.turnStarts) {
        if (end > first) {
            SpokenUnit part;
            setSpeaker(part, turn, unit.speaker);
            part.words.assign(timed.words.begin() + static_cast<std::ptrdiff_t>(first),
                              timed.words.begin() + static_cast<std::ptrdiff_t>(end));
            parts.push_back(std::move(part));
            first = end;
        }
        turn = unit.speaker.isEmpty() ? SpokenPart::Turn::Unknown : SpokenPart::Turn::Named;
    }
    return parts;
}

UnitInParts Cleaner::inParts(TimedUnit unit)
{
    UnitInParts result{.span = unit.span, .isTimed = !unit.words.isEmpty()};
    result.parts = result.isTimed ? wordParts(unit) : textParts(unit);
    bool opensTurn = false;
    for (SpokenUnit &part : result.parts) {
        part.opensTurn = part.opensTurn || opensTurn;
        opensTurn = part.words.empty() && part.opensTurn;
    }
    std::erase_if(result.parts, [](const SpokenUnit &part) { return part.words.empty(); });
    return result;
}

bool mayCutShort(const UnitInParts &unit, const UnitInParts &next)
{
    const int speaker = unit.parts.back().speaker;
    const int nextSpeaker = next.parts.front().speaker;
    return speaker == nextSpeaker || speaker < 0 || nextSpeaker < 0;
}

/// Units that begin together follow each other in the time that they share.
void Cleaner::shareCommonStart(std::span<UnitInParts> units)
{
    std::vector<qint64> weights;
    TimeSpan common = units.front().span;
    for (const UnitInParts &unit : units) {
        common.end = std::max(common.end, unit.span.end);
        qint64 weight = 0;
        for (const SpokenUnit &part : unit.parts) {
            for (const SpokenWord &word : part.words)
                weight += speakingWeight(word.text);
        }
        weights.push_back(weight);
    }
    const std::vector<TimeSpan> spans = sharedOut(common, weights);
    for (std::size_t i = 0; i < units.size(); ++i)
        units[i].span = spans[i];
    m_clean.repairs.add(Repair::Overlap, static_cast<qsizetype>(units.size()) - 1);
}

/// Takes overlaps away where one person, or nobody known, would talk twice at once. Cross-talk of two people stays.
void Cleaner::separate(std::vector<UnitInParts> &units)
{
    for (std::size_t first = 0; first < units.size();) {
        std::size_t end = first + 1;
        while (end < units.size() && units[end].span.start == units[first].span.start && !units[end].isTimed &&
               mayCutShort(units[end - 1], units[end]))
            ++end;
        if (end < units.size()) {
            const Milliseconds nextStart = units[end].span.start;
            for (std::size_t i = first; i < end; ++i) {
                if (units[i].span.end <= nextStart || nextStart == units[i].span.start ||
                    !mayCutShort(units[i], units[end]))
                    continue;
                units[i].span.end = nextStart;
                m_clean.repairs.add(Repair::Overlap);
            }
        }
        if (end - first > 1 && !units[first].isTimed)
            shareCommonStart(std::span(units).subspan(first, end - first));
        first = end;
    }
}

void Cleaner::emitUnits(std::vector<UnitInParts> units)
{
    qsizetype timedWords = 0;
    qsizetype spreadWords = 0;
    for (UnitInParts &unit : units) {
        std::vector<SpokenWord> words;
        for (SpokenUnit &part : unit.parts)
            std::move(part.words.begin(), part.words.end(), std::back_inserter(words));
        if (!unit.isTimed)
            spreadOver(unit.span, words);
        else if (words.back().span.end > unit.span.end)
            words.back().span.end = std::max(unit.span.end, words.back().span.start);
        words.back().endsUnit = true;
        (unit.isTimed ? timedWords : spreadWords) += static_cast<qsizetype>(words.size());
        auto word = std::make_move_iterator(words.begin());
        for (SpokenUnit &part : unit.parts) {
            const auto count = static_cast<std::ptrdiff_t>(part.words.size());
            std::copy(word, word + count, part.words.begin());
            word += count;
            m_clean.units.push_back(std::move(part));
        }
    }
    // A few words without times among many that have them do not make the whole an estimate.
    if (spreadWords * 10 > timedWords + spreadWords)
        m_clean.wordTimes = TimeOrigin::Estimated;
    if (timedWords + spreadWords == 0)
        m_clean.wordTimes = TimeOrigin::None;
}

Result<CleanTranscript> Cleaner::clean(RawTranscript raw)
{
    m_clean.language = raw.language;
    m_clean.wordTimes = raw.wordTimes;
    m_clean.unitsAreSentences = raw.unitsAreSentences;
    m_clean.repairs = raw.repairs;
    tidy(raw.units);
    auto timed = withMendedTimes(std::move(raw.units), m_clean.repairs);
    if (!timed)
        return tl::unexpected<Error>(timed.error());
    if (!m_hasLabels) {
        QStringList texts;
        for (const TimedUnit &unit : *timed) {
            if (unit.words.isEmpty())
                texts.append(unit.text);
        }
        m_prefixes = SpeakerPrefixes(texts);
    }
    std::vector<UnitInParts> units;
    units.reserve(timed->size());
    for (TimedUnit &unit : *timed) {
        UnitInParts parts = inParts(std::move(unit));
        if (!parts.parts.empty())
            units.push_back(std::move(parts));
    }
    separate(units);
    emitUnits(std::move(units));
    return std::move(m_clean);
}

} // namespace

Result<CleanTranscript> cleaned(RawTranscript raw, const WordSegmenter &segmenter)
{
    return Cleaner(segmenter).clean(std::move(raw));
}

} // namespace Viral
