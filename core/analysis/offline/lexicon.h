// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QLatin1StringView>
#include <QStringView>

#include <span>

namespace Viral::Offline {

/// What a word or phrase of a list says about the sentence it stands in; bits of Marks.
enum Mark : quint32
{
    FunctionWord = 1U << 0, ///< carries no subject matter
    DanglingEnd = 1U << 1,  ///< a text must not stop after it
    LeadIn = 1U << 2,       ///< opens a sentence without adding to it
    LeadInComma = 1U << 3,  ///< the same, but only where a comma follows
    PointsBack = 1U << 4,   ///< as an opener needs what was said before
    LooseOpener = 1U << 5,  ///< as an opener continues what was said before
    RefersBack = 1U << 6,   ///< names something said before ("as I said")
    Emotion = 1U << 7,
    Intensity = 1U << 8,
    FirstPerson = 1U << 9,
    SecondPerson = 1U << 10,
    Story = 1U << 11,
    Contrast = 1U << 12,
    Superlative = 1U << 13,
    Unexpected = 1U << 14, ///< denies or breaks an expectation
    Advice = 1U << 15,     ///< a rule or recommendation
    Imperative = 1U << 16, ///< at the start of a sentence it tells the listener to do something
    Number = 1U << 17,
    Advert = 1U << 18,       ///< sponsor reads and housekeeping
    Asking = 1U << 19,       ///< opens a question where there are no question marks
    BeginsPhrase = 1U << 20, ///< first word of at least one phrase of the lists
    Subordinate = 1U << 21,  ///< a clause that opens with it cannot stand alone
};
using Marks = quint32;

/// Words and phrases (up to longestPhrase words) that carry the same marks: lower case, separated by "|".
struct WordList
{
    Marks marks = 0;
    QStringView words = {};
};

/// A subject with the words that speak of it.
struct Topic
{
    QStringView label;
    QStringView words = {};
};

/// The lists of one language.
struct Language
{
    /// BCP 47 primary subtag.
    QLatin1StringView code;
    std::span<const WordList> lists = {};
    std::span<const Topic> topics = {};
};

extern const Language english;
extern const Language french;
extern const Language german;
extern const Language italian;
extern const Language portuguese;
extern const Language spanish;

inline constexpr int longestPhrase = 4;

/// All languages that have lists, in a fixed order.
std::span<const Language *const> languages();
/// The lists for a tag such as "en" or "pt-BR"; null when there are none.
const Language *languageFor(QStringView tag);

/// The lists of one language, ready to be asked for one folded word or phrase after the other.
class Lexicon
{
public:
    /// What is known of a word; no marks and topic -1 for an unknown one.
    struct Entry
    {
        Marks marks = 0;
        int topic = -1;
    };

    /// Null gives a lexicon that knows nothing.
    explicit Lexicon(const Language *language);

    const Language *language() const { return m_language; }
    /// \a folded in lower case; a word not in the lists is tried without a plural s and without an elided article.
    Entry find(QStringView folded) const;

private:
    const Language *m_language = nullptr;
    /// Shared by all lexicons of the language.
    QHash<QStringView, Entry> m_entries;
};

} // namespace Viral::Offline
