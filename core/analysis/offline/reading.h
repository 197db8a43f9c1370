// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analysis/offline/scanner.h"
#include "core/analysis/transcriptindex.h"

#include <array>

namespace Viral::Offline {

/// What is counted in each unit; sums over stretches come from prefix sums.
enum class Feature : std::size_t
{
    Units, ///< units in which something is said
    Words,
    Laughter,
    Exclamations,
    Turns,
    Emotion,
    FirstPerson,
    Story,
    SecondPerson,
    ShortUnits,
    Questions,
    Contrast,
    RareWords, ///< words that the whole transcript has once
    Numbers,
    Superlatives,
    Unexpected,
    Advice,
    Quotable, ///< short statements with something in them
    Adverts,
};
inline constexpr std::size_t featureCount = 19;
using Features = std::array<double, featureCount>;

inline double value(const Features &features, Feature feature)
{
    return features[static_cast<std::size_t>(feature)];
}

/// Why a unit makes a poor first sentence.
enum class Standing
{
    Alone,        ///< nothing found
    Loose,        ///< opens with "so", "and", "yes"
    PointsBack,   ///< opens with "that", "it", or names what was said before
    Answer,       ///< answers a question that is not in the clip
    Continuation, ///< the sentence before has no end
};

/// A sentence, or a piece of a sentence too long for any clip.
struct Unit
{
    QString text;
    TimeSpan span;
    int sentence = 0;
    /// False for a piece; its edges are times and not sentence numbers.
    bool isWhole = true;
    /// -1 when unknown.
    int speaker = -1;
    int firstToken = 0;
    int endToken = 0;
    double words = 0;
    TextMarks marks = {};
    bool asks = false;
    bool beginsTurn = false;
    /// "Mm-hmm", "Yeah": somebody listens while another goes on.
    bool isListening = false;
    /// Begins the turn of another speaker than the last one who did more than listen.
    bool takesOver = false;
    bool isAdvert = false;
    Standing standing = Standing::Alone;
    /// How well it opens a clip, from itself alone.
    double hook = 0;
    /// Silence before it.
    Milliseconds pause{0};
    Features features = {};

    bool isSpoken() const { return words > 0; }
};

/// A transcript, read once: every word folded and looked up once, every unit counted.
class Reading
{
public:
    explicit Reading(const TranscriptIndex &index);

    const std::vector<Unit> &units() const { return m_units; }
    const Unit &unit(int number) const { return m_units[static_cast<std::size_t>(number)]; }
    int unitCount() const { return static_cast<int>(m_units.size()); }
    std::span<const Token> tokens(const Unit &unit) const;
    QStringView folded(const Token &token) const { return foldedText(token, m_folded); }
    /// How often the word of token number \a token is in the whole transcript.
    int frequency(int token) const;
    /// Number of the word of token number \a token: the same for the same word.
    int wordId(int token) const { return m_wordIds[static_cast<std::size_t>(token)]; }

    const Lexicon &lexicon() const { return m_lexicon; }
    /// BCP 47 primary subtag as far as known; empty otherwise.
    QString language() const { return m_language; }
    bool isPunctuated() const { return m_isPunctuated; }
    bool hasSpeakers() const { return m_speakerCount > 1; }
    int speakerCount() const { return m_speakerCount; }
    /// Who asks by far the most; -1 where that is nobody.
    int asker() const { return m_asker; }
    /// Pauses are long or short beside this one.
    Milliseconds usualPause() const { return m_usualPause; }

    /// Sums over the units [first, end).
    Features sum(int first, int end) const;

private:
    void split(const TranscriptIndex &index);
    void splitSentence(const TranscriptIndex &index, int sentence, int speaker);
    void scan();
    void lookUp();
    void count();
    void countUnit(int number);
    double rareWords(const Unit &unit) const;
    bool isQuotable(const Unit &unit) const;
    void followTurns();
    void judgeOpening(int number);
    void findAsker();
    void addUp();

    QString m_language;
    Lexicon m_lexicon;
    QString m_folded;
    std::vector<Token> m_tokens;
    std::vector<int> m_wordIds;
    std::vector<int> m_frequencies;
    std::vector<Unit> m_units;
    std::vector<Features> m_sums;
    Milliseconds m_usualPause{0};
    int m_speakerCount = 0;
    int m_asker = -1;
    bool m_isPunctuated = true;
};

} // namespace Viral::Offline
