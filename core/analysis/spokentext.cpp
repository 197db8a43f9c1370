// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/spokentext.h"

#include "core/base/text.h"

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace Viral {

namespace {

/// FNV-1a over UTF-16: the same on every machine and in every run.
class TokenHash
{
public:
    void add(char16_t unit) { m_value = (m_value ^ unit) * 0x100000001b3ULL; }
    SpokenToken value() const { return m_value; }

private:
    SpokenToken m_value = 0xcbf29ce484222325ULL;
};

bool isApostrophe(char32_t c)
{
    return c == u'\'' || c == u'’' || c == u'ʼ' || c == u'‘';
}

bool isAsciiWord(char16_t c)
{
    return (c >= u'a' && c <= u'z') || (c >= u'A' && c <= u'Z') || (c >= u'0' && c <= u'9');
}

/// The word normalised and folded as a whole: always right, and slow.
SpokenToken foldedToken(QStringView word)
{
    QString folded = foldedWord(word);
    folded.replace(u'ß', "ss"_L1);
    // A dotted capital I, whole or as lower-casing leaves it behind.
    folded.replace(u'İ', u'i');
    folded.remove(QChar(0x0307));
    TokenHash hash;
    for (const QChar c : std::as_const(folded))
        hash.add(c.unicode());
    return hash.value();
}

struct CodePoints
{
    char32_t first = 0;
    char32_t last = 0;
};

/// Latin, Cyrillic, Hebrew, Arabic, Devanagari, Thai, Kana, Han and Hangul: the blocks where a letter that is composed
/// already does not change when its neighbours are normalised.
constexpr std::array steadyBlocks{
    CodePoints{0x00c0, 0x024f}, CodePoints{0x0400, 0x052f}, CodePoints{0x05d0, 0x05ea}, CodePoints{0x0620, 0x06ff},
    CodePoints{0x0900, 0x097f}, CodePoints{0x0e01, 0x0e4e}, CodePoints{0x3005, 0x3007}, CodePoints{0x3041, 0x3096},
    CodePoints{0x30a1, 0x30fe}, CodePoints{0x3400, 0x9fff}, CodePoints{0xac00, 0xd7a3},
};

/// Folds a word letter by letter while that is sure to give what foldedToken gives.
class QuickFold
{
public:
    void add(char32_t codePoint)
    {
        m_isSure = m_isSure && isSteady(codePoint);
        m_hash.add(static_cast<char16_t>(QChar::toCaseFolded(codePoint)));
    }
    bool isSure() const { return m_isSure; }
    SpokenToken value() const { return m_hash.value(); }

private:
    bool isSteady(char32_t codePoint)
    {
        if (codePoint < 0x80)
            return true;
        constexpr char32_t sharpS = 0xdf;
        constexpr char32_t dottedI = 0x130;
        constexpr char32_t nukta = 0x93c;
        const bool isKnown =
            std::any_of(steadyBlocks.begin(), steadyBlocks.end(), [codePoint](const CodePoints &block) {
                return block.first <= codePoint && codePoint <= block.last;
            });
        if (!isKnown || codePoint == sharpS || codePoint == dottedI || codePoint == nukta)
            return false;
        const QChar::Decomposition decomposition = QChar::decompositionTag(codePoint);
        // Letters that normalising takes apart, and Arabic marks that it joins to the letter before.
        const bool isUnsteady =
            (codePoint >= 0x958 && codePoint <= 0x95f) || (codePoint >= 0x653 && codePoint <= 0x655);
        if (isUnsteady || (decomposition != QChar::NoDecomposition && decomposition != QChar::Canonical))
            return false;
        return isInOrder(QChar::combiningClass(codePoint));
    }

    /// Several marks on one letter must stand in the order in which normalising would put them.
    bool isInOrder(unsigned char combiningClass)
    {
        const bool isInOrder = combiningClass == 0 || combiningClass >= m_lastClass;
        m_lastClass = combiningClass;
        return isInOrder;
    }

    TokenHash m_hash;
    unsigned char m_lastClass = 0;
    bool m_isSure = true;
};

/// Cuts a text into tokens; ends when \a visit returns false.
class Tokeniser
{
public:
    explicit Tokeniser(QStringView text)
        : m_text(text)
    {}

    template <typename Visit>
    void run(const Visit &visit)
    {
        while (skipToWord()) {
            const qsizetype begin = m_position;
            const SpokenToken token = readWord();
            if (!visit(token, begin, m_position))
                return;
        }
    }

private:
    char32_t at(qsizetype position) const
    {
        const QChar c = m_text[position];
        if (c.isHighSurrogate() && position + 1 < m_text.size() && m_text[position + 1].isLowSurrogate())
            return QChar::surrogateToUcs4(c, m_text[position + 1]);
        return c.unicode();
    }

    static bool isWord(char32_t codePoint)
    {
        if (codePoint < 0x80)
            return isAsciiWord(static_cast<char16_t>(codePoint));
        return QChar::isLetterOrNumber(codePoint) || QChar::isMark(codePoint);
    }

    bool skipToWord()
    {
        while (m_position < m_text.size()) {
            const char32_t codePoint = at(m_position);
            if (isWord(codePoint) && !QChar::isMark(codePoint))
                return true;
            m_position += QChar::requiresSurrogates(codePoint) ? 2 : 1;
        }
        return false;
    }

    SpokenToken readWord()
    {
        const qsizetype begin = m_position;
        TokenHash hash;
        while (m_position < m_text.size()) {
            const char16_t c = m_text[m_position].unicode();
            if (isAsciiWord(c))
                hash.add(c >= u'A' && c <= u'Z' ? static_cast<char16_t>(c + 32) : c);
            else if (!isApostrophe(c) || !continuesAfterApostrophe())
                break;
            ++m_position;
        }
        if (m_position < m_text.size() && m_text[m_position].unicode() >= 0x80 && isWord(at(m_position)) &&
            !isUnspacedScript(at(m_position)))
            return readAnyScript(begin);
        return m_position > begin ? hash.value() : readAnyScript(begin);
    }

    bool continuesAfterApostrophe() const { return m_position + 1 < m_text.size() && isWord(at(m_position + 1)); }

    /// A word with letters beyond ASCII, or one letter of a script without spaces, each with its marks.
    SpokenToken readAnyScript(qsizetype begin)
    {
        m_position = begin;
        const bool isSingle = isUnspacedScript(at(begin));
        QuickFold quick;
        while (m_position < m_text.size()) {
            const char32_t codePoint = at(m_position);
            const bool isMark = QChar::isMark(codePoint);
            const bool isFirst = m_position == begin;
            const bool isSameWord = isWord(codePoint) && (isMark || !isUnspacedScript(codePoint));
            const bool isInnerApostrophe = isApostrophe(codePoint) && continuesAfterApostrophe();
            if (isSingle ? !isFirst && !isMark : !isSameWord && !isInnerApostrophe)
                break;
            m_position += QChar::requiresSurrogates(codePoint) ? 2 : 1;
            if (!isInnerApostrophe)
                quick.add(codePoint);
        }
        return quick.isSure() ? quick.value() : foldedToken(m_text.mid(begin, m_position - begin));
    }

    QStringView m_text;
    qsizetype m_position = 0;
};

/// Follows the words of one sentence through its text to see where blanks stand.
class SentenceReader
{
public:
    /// True when white space stands before \a word; a guess by the script once text and words part.
    bool followsSpace(QStringView sentence, QStringView word, QStringView wordBefore)
    {
        const bool isFirst = m_position == 0;
        const bool guess = !isUnspaced(word, 0) && !isUnspaced(wordBefore, wordBefore.size() - 1);
        if (m_position < 0)
            return guess;
        qsizetype start = m_position;
        while (start < sentence.size() && sentence[start].isSpace())
            ++start;
        const bool isSpaced = start > m_position;
        m_position = sentence.mid(start).startsWith(word) ? start + word.size() : -1;
        return isFirst || m_position < 0 ? guess : isSpaced;
    }

private:
    static bool isUnspaced(QStringView text, qsizetype position)
    {
        if (position < 0 || position >= text.size())
            return false;
        const QChar c = text[position];
        return isUnspacedScript(c.unicode()) || (c >= u'\u3000' && c <= u'〟') || (c >= u'！' && c <= u'｠');
    }

    qsizetype m_position = 0;
};

/// Punctuation and the rest of a hyphenated word belong to a whole word; letters of unspaced scripts do not.
bool isPartOfWord(QChar c)
{
    return !c.isSpace() && !(c.isLetterOrNumber() && isUnspacedScript(c.unicode()));
}

qsizetype wordBegin(QStringView text, qsizetype position)
{
    while (position > 0 && isPartOfWord(text[position - 1]) &&
           !QStringView(u"。！？、，．").contains(text[position - 1]))
        --position;
    return position;
}

qsizetype wordEnd(QStringView text, qsizetype position)
{
    while (position < text.size() && isPartOfWord(text[position]))
        ++position;
    return position;
}

} // namespace

std::vector<SpokenToken> tokensOf(QStringView text, std::size_t limit)
{
    // No token is looked for beyond a length that no honest text of this many words has.
    constexpr std::size_t longestWord = 64;
    std::vector<SpokenToken> tokens;
    Tokeniser(text.left(static_cast<qsizetype>(limit * longestWord)))
        .run([&tokens, limit](SpokenToken token, qsizetype, qsizetype) {
            if (tokens.size() < limit)
                tokens.push_back(token);
            return tokens.size() < limit;
        });
    return tokens;
}

SpokenText::SpokenText(const Transcript &transcript)
{
    const QList<Sentence> &sentences = transcript.sentences;
    const auto sentenceCount = static_cast<std::size_t>(sentences.size());
    std::vector<bool> hasWords(sentenceCount, false);
    for (const Word &word : transcript.words) {
        if (word.sentenceIndex >= 0 && word.sentenceIndex < sentences.size())
            hasWords[static_cast<std::size_t>(word.sentenceIndex)] = true;
    }
    m_units.reserve(static_cast<std::size_t>(transcript.words.size()) + sentenceCount);
    m_tokens.reserve(m_units.capacity());
    std::vector<SentenceReader> readers(sentenceCount);
    int next = 0;
    const auto appendSilentBefore = [&](Milliseconds time) {
        for (; next < sentences.size() && sentences[next].span.start <= time; ++next) {
            if (!hasWords[static_cast<std::size_t>(next)])
                append({sentences[next].span.start, next, -1, 0, true}, sentences[next].text);
        }
    };
    QStringView wordBefore;
    for (int number = 0; const Word &word : transcript.words) {
        appendSilentBefore(word.span.start - Milliseconds{1});
        const QStringView text = QStringView(word.text).trimmed();
        const bool isKnown = word.sentenceIndex >= 0 && word.sentenceIndex < sentences.size();
        const bool followsSpace = !isKnown || readers[static_cast<std::size_t>(word.sentenceIndex)].followsSpace(
                                                  sentences[word.sentenceIndex].text, text, wordBefore);
        append({word.span.start, word.sentenceIndex, number++, 0, followsSpace}, text);
        wordBefore = text;
    }
    appendSilentBefore(Milliseconds::max());
}

void SpokenText::append(Unit unit, QStringView text)
{
    unit.firstToken = static_cast<std::uint32_t>(m_tokens.size());
    Tokeniser(text).run([this](SpokenToken token, qsizetype, qsizetype) {
        m_tokens.push_back(token);
        return true;
    });
    m_units.push_back(unit);
}

SpokenText::UnitRange SpokenText::unitsIn(const TimeSpan &span) const
{
    const auto firstFrom = [this](Milliseconds time) {
        const auto found = std::partition_point(m_units.begin(), m_units.end(),
                                                [time](const Unit &unit) { return unit.start < time; });
        return static_cast<std::size_t>(found - m_units.begin());
    };
    const std::size_t first = firstFrom(span.start);
    return {first, std::max(first, firstFrom(span.end))};
}

std::uint32_t SpokenText::firstTokenOf(std::size_t unit) const
{
    return unit < m_units.size() ? m_units[unit].firstToken : static_cast<std::uint32_t>(m_tokens.size());
}

std::span<const SpokenToken> SpokenText::tokens(UnitRange range) const
{
    const std::size_t first = firstTokenOf(range.first);
    return std::span(m_tokens).subspan(first, firstTokenOf(range.end) - first);
}

std::size_t SpokenText::unitOfToken(UnitRange range, std::size_t offset) const
{
    const std::size_t token = firstTokenOf(range.first) + offset;
    const auto after = std::partition_point(m_units.begin() + static_cast<std::ptrdiff_t>(range.first),
                                            m_units.begin() + static_cast<std::ptrdiff_t>(range.end),
                                            [token](const Unit &unit) { return unit.firstToken <= token; });
    return static_cast<std::size_t>(after - m_units.begin()) - 1;
}

QString SpokenText::verbatim(const Transcript &transcript, UnitRange range) const
{
    return verbatim(transcript, range, 0, tokens(range).size());
}

QString SpokenText::verbatim(const Transcript &transcript, UnitRange range, std::size_t first, std::size_t end) const
{
    if (first >= end)
        return {};
    const std::size_t base = firstTokenOf(range.first);
    const std::size_t firstUnit = unitOfToken(range, first);
    const std::size_t lastUnit = unitOfToken(range, end - 1);
    QString text;
    for (std::size_t number = firstUnit; number <= lastUnit; ++number) {
        if (number > firstUnit && m_units[number].followsSpace)
            text += u' ';
        text += partOf(transcript, number, base + first, base + end);
    }
    return text;
}

QStringView SpokenText::partOf(const Transcript &transcript, std::size_t unit, std::size_t first, std::size_t end) const
{
    const Unit &of = m_units[unit];
    if (of.word >= 0)
        return QStringView(transcript.words[of.word].text).trimmed();
    const QStringView text = QStringView(transcript.sentences[of.sentence].text).trimmed();
    qsizetype begin = 0;
    qsizetype stop = text.size();
    std::size_t number = of.firstToken;
    Tokeniser(text).run([&](SpokenToken, qsizetype tokenBegin, qsizetype tokenEnd) {
        if (number == first)
            begin = wordBegin(text, tokenBegin);
        if (++number == end)
            stop = wordEnd(text, tokenEnd);
        return number < end;
    });
    return text.mid(begin, stop - begin);
}

} // namespace Viral
