// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/offline/scanner.h"

#include "core/base/text.h"

#include <array>

namespace Viral::Offline {

namespace {

/// Longest tag in brackets; longer ones are what somebody says.
constexpr qsizetype longestTag = 40;

constexpr std::array laughterStems{
    QStringView(u"laugh"), QStringView(u"applau"), QStringView(u"cheer"), QStringView(u"chuckl"),
    QStringView(u"giggl"), QStringView(u"lach"),   QStringView(u"läch"),  QStringView(u"gelächter"),
    QStringView(u"rire"),  QStringView(u"rires"),  QStringView(u"risa"),  QStringView(u"riso"),
    QStringView(u"ride"),  QStringView(u"aplau"),  QStringView(u"笑"),    QStringView(u"拍手"),
    QStringView(u"掌声"),  QStringView(u"웃음"),   QStringView(u"박수"),  QStringView(u"ضحك"),
    QStringView(u"تصفيق"), QStringView(u"हंस"),     QStringView(u"हँस"),    QStringView(u"смех"),
    QStringView(u"аплод")};

bool namesLaughter(QStringView tag)
{
    for (const QStringView stem : laughterStems) {
        const qsizetype at = tag.indexOf(stem, 0, Qt::CaseInsensitive);
        if (at == 0 || (at > 0 && !(tag[at - 1].isLetter() && stem.front().unicode() < 0x0250)))
            return true;
    }
    return false;
}

char16_t closingOf(char16_t opening)
{
    switch (opening) {
    case u'[':
        return u']';
    case u'{':
        return u'}';
    case u'(':
        return u')';
    case u'（':
        return u'）';
    case u'【':
        return u'】';
    case u'［':
        return u'］';
    case u'*':
        return u'*';
    default:
        return 0;
    }
}

/// Round brackets and stars also hold what is said; only laughter makes a tag of them.
bool mayHoldSpeech(char16_t opening)
{
    return opening == u'(' || opening == u'（' || opening == u'*';
}

bool isQuestionMark(char32_t c)
{
    return c == U'?' || c == U'？' || c == U'؟' || c == U'\u037E' || c == U'՞' || c == U'⁇' || c == U'⁈' || c == U'⁉';
}

bool isExclamationMark(char32_t c)
{
    return c == U'!' || c == U'！' || c == U'՜' || c == U'‼' || c == U'⁉' || c == U'⁈';
}

bool isLaughingFace(char32_t c)
{
    return c == U'😂' || c == U'🤣' || c == U'😆' || c == U'😄';
}

/// Punctuation that does not end a sentence.
bool isPause(char32_t c)
{
    return c == U',' || c == U';' || c == U':' || c == U'،' || c == U'、' || c == U'，' || c == U'；' || c == U'：' ||
           c == U'؛' || c == U'・' || c == U'·' || c == U'¿' || c == U'¡' || c == U'/' || c == U'\\' || c == U'&' ||
           c == U'@' || c == U'%' || c == U'#' || c == U'*' || c == U'\'' || c == U'"';
}

bool isApostrophe(QChar c)
{
    return c == u'\'' || c == u'’';
}

/// Scripts without spaces are cut where the kind of character changes.
enum class Run
{
    None,
    Spaced,
    Han,
    Katakana,
    Grammar, ///< Hiragana, and the scripts in which words cannot be told apart here
};

Run runOf(char32_t c)
{
    if (c < 0x0E00 || !isUnspacedScript(c))
        return Run::Spaced;
    switch (QChar::script(c)) {
    case QChar::Script_Han:
        return Run::Han;
    case QChar::Script_Katakana:
        return Run::Katakana;
    default:
        return Run::Grammar;
    }
}

class TextScanner
{
public:
    TextScanner(QStringView text, QString &folded, std::vector<Token> &tokens)
        : m_text(text)
        , m_folded(folded)
        , m_tokens(tokens)
    {}

    TextMarks scan()
    {
        for (qsizetype at = 0; at < m_text.size();) {
            const Tag tag = tagAt(m_text, at);
            if (tag.end > at) {
                close(at);
                m_marks.laughs += tag.laughter ? 1 : 0;
                at = tag.end;
            } else {
                at += take(at);
            }
        }
        close(m_text.size());
        return m_marks;
    }

private:
    /// Reads one character at \a at; gives its length in UTF-16 units.
    qsizetype take(qsizetype at)
    {
        const QChar c = m_text[at];
        if (c.unicode() < 0x80) {
            takeAscii(at, c.unicode());
            return 1;
        }
        if (c.isHighSurrogate() && at + 1 < m_text.size() && m_text[at + 1].isLowSurrogate()) {
            takeWide(at, QChar::surrogateToUcs4(c, m_text[at + 1]));
            return 2;
        }
        if (isApostrophe(c))
            takeApostrophe(at);
        else
            takeWide(at, c.unicode());
        return 1;
    }

    void takeAscii(qsizetype at, char16_t c)
    {
        if ((c >= u'a' && c <= u'z') || (c >= u'0' && c <= u'9'))
            append(at, QChar(c), Run::Spaced);
        else if (c >= u'A' && c <= u'Z')
            append(at, QChar(static_cast<char16_t>(c + 32)), Run::Spaced);
        else if (c == u'\'')
            takeApostrophe(at);
        else if ((c == u',' || c == u'.') && isInsideNumber(at))
            append(at, QChar(c), Run::Spaced);
        else
            takePunctuation(at, c);
    }

    void takeWide(qsizetype at, char32_t c)
    {
        if (!QChar::isLetterOrNumber(c) && !QChar::isMark(c)) {
            takePunctuation(at, c);
            return;
        }
        // The sign that lengthens a Japanese vowel belongs to no script of its own.
        const Run run = c == U'ー' && m_run != Run::None ? m_run : runOf(c);
        if (run != Run::Spaced)
            ++m_marks.unspaced;
        if (QChar::requiresSurrogates(c)) {
            append(at, QChar(QChar::highSurrogate(c)), run);
            m_folded += QChar(QChar::lowSurrogate(c));
        } else {
            append(at, QChar(static_cast<char16_t>(QChar::toCaseFolded(c))), run);
        }
    }

    void takeApostrophe(qsizetype at)
    {
        const bool inside = m_run == Run::Spaced && at + 1 < m_text.size() && m_text[at + 1].isLetter();
        if (inside)
            append(at, u'\'', Run::Spaced);
        else
            close(at);
    }

    void takePunctuation(qsizetype at, char32_t c)
    {
        close(at);
        if (c == U' ')
            return;
        m_marks.questions += isQuestionMark(c) ? 1 : 0;
        m_marks.exclamations += isExclamationMark(c) ? 1 : 0;
        m_marks.laughs += isLaughingFace(c) ? 1 : 0;
        if (QChar::category(c) == QChar::Punctuation_Other && !isPause(c)) {
            m_marks.ended = true;
            m_marks.asks = isQuestionMark(c);
        }
    }

    bool isInsideNumber(qsizetype at) const
    {
        return m_run == Run::Spaced && at > 0 && m_text[at - 1].isDigit() && at + 1 < m_text.size() &&
               m_text[at + 1].isDigit();
    }

    void append(qsizetype at, QChar folded, Run run)
    {
        if (m_run != run) {
            close(at);
            m_run = run;
            m_token = {};
            m_token.begin = static_cast<int>(m_folded.size());
            m_token.textBegin = static_cast<int>(at);
            m_marks.ended = false;
            m_marks.asks = false;
        }
        m_hasDigit = m_hasDigit || folded.isDigit();
        m_folded += folded;
    }

    void close(qsizetype at)
    {
        if (m_run == Run::None)
            return;
        m_token.length = static_cast<int>(m_folded.size()) - m_token.begin;
        m_token.textEnd = static_cast<int>(at);
        m_token.marks = (m_hasDigit ? Number : 0U) | (m_run == Run::Grammar ? FunctionWord : 0U);
        m_tokens.push_back(m_token);
        m_folded += u' ';
        m_run = Run::None;
        m_hasDigit = false;
    }

    QStringView m_text;
    QString &m_folded;
    std::vector<Token> &m_tokens;
    TextMarks m_marks;
    Token m_token;
    Run m_run = Run::None;
    bool m_hasDigit = false;
};

} // namespace

Tag tagAt(QStringView text, qsizetype at)
{
    const char16_t opening = text[at].unicode();
    if (opening == u'♪' || opening == u'♫')
        return {at + 1, false};
    const char16_t closing = closingOf(opening);
    if (closing == 0)
        return {at, false};
    const QStringView rest = text.sliced(at + 1, std::min(longestTag, text.size() - at - 1));
    const qsizetype length = rest.indexOf(QChar(closing));
    if (length < 0)
        return {at, false};
    const bool laughter = namesLaughter(rest.left(length));
    if (mayHoldSpeech(opening) && !laughter)
        return {at, false};
    return {at + length + 2, laughter};
}

TextMarks scanText(QStringView text, QString &folded, std::vector<Token> &tokens)
{
    return TextScanner(text, folded, tokens).scan();
}

void markPhrases(const Lexicon &lexicon, QStringView folded, std::span<Token> tokens)
{
    const int count = static_cast<int>(tokens.size());
    for (int first = 0; first < count; ++first) {
        Token &token = tokens[static_cast<std::size_t>(first)];
        if (!(token.marks & BeginsPhrase))
            continue;
        for (int last = first + 1; last < std::min(count, first + longestPhrase); ++last) {
            const Token &end = tokens[static_cast<std::size_t>(last)];
            token.marks |= lexicon.find(folded.sliced(token.begin, end.begin + end.length - token.begin)).marks;
        }
    }
}

ScannedText scanned(QStringView text, const Lexicon &lexicon)
{
    ScannedText result;
    result.marks = scanText(text, result.folded, result.tokens);
    for (Token &token : result.tokens) {
        const Lexicon::Entry entry = lexicon.find(foldedText(token, result.folded));
        token.marks |= entry.marks;
        token.topic = entry.topic;
    }
    markPhrases(lexicon, result.folded, result.tokens);
    return result;
}

} // namespace Viral::Offline
