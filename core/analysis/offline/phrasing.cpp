// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/offline/phrasing.h"

#include "core/analysis/offline/scanner.h"
#include "core/base/text.h"

namespace Viral::Offline {

namespace {

bool isClauseMark(QChar c)
{
    return c == u',' || c == u';' || c == u':' || c == u'—' || c == u'–' || c == u'、' || c == u'，' || c == u'،' ||
           c == u'；' || c == u'：';
}

bool endsSentence(QChar c)
{
    return c == u'.' || c == u'!' || c == u'?' || c == u'…' || c == u'。' || c == u'！' || c == u'？' || c == u'؟' ||
           c == u'।';
}

bool isOpeningMark(QChar c)
{
    return c == u'-' || c == u'–' || c == u'—' || c == u'>' || c == u'.' || c == u'…' || c == u',' || c.isSpace();
}

/// The end of the leading words to leave out at \a first; \a first when there are none.
std::size_t leadInEnd(const ScannedText &text, QStringView sentence, const Lexicon &lexicon, std::size_t first)
{
    const std::vector<Token> &tokens = text.tokens;
    for (std::size_t end = std::min(tokens.size(), first + longestPhrase); end > first; --end) {
        const Token &begin = tokens[first];
        const Token &last = tokens[end - 1];
        const QStringView words = QStringView(text.folded).sliced(begin.begin, last.begin + last.length - begin.begin);
        const Marks marks = lexicon.find(words).marks;
        const bool comma = last.textEnd < sentence.size() && isClauseMark(sentence[last.textEnd]);
        if ((marks & LeadIn) || ((marks & LeadInComma) && comma))
            return end;
    }
    return first;
}

/// Cut at \a length: the last place of a clause in the second half, else the last space; 0 when there is none.
qsizetype placeToCut(QStringView text, qsizetype length)
{
    for (qsizetype at = length; at > length / 2; --at) {
        if (endsSentence(text[at - 1]) && (at == text.size() || text[at].isSpace() || text[at - 1].unicode() > 0x3000))
            return at;
    }
    for (qsizetype at = length - 1; at > length / 2; --at) {
        if (isClauseMark(text[at]))
            return at;
    }
    if (length < text.size() && text[length].isSpace())
        return length;
    return std::max<qsizetype>(0, text.left(length).lastIndexOf(u' '));
}

QStringView withoutDanglingEnd(QStringView text, const Lexicon &lexicon)
{
    const ScannedText words = scanned(text, lexicon);
    std::size_t count = words.tokens.size();
    while (count > 1 && (words.tokens[count - 1].marks & DanglingEnd))
        --count;
    if (count == words.tokens.size() || count == 0)
        return text;
    return text.left(words.tokens[count - 1].textEnd);
}

} // namespace

QString spokenText(QStringView text)
{
    QString spoken;
    spoken.reserve(text.size());
    for (qsizetype at = 0; at < text.size();) {
        const Tag tag = tagAt(text, at);
        if (tag.end > at) {
            spoken += u' ';
            at = tag.end;
        } else {
            spoken += text[at++];
        }
    }
    QStringView view(spoken);
    while (!view.isEmpty() && isOpeningMark(view.front()))
        view = view.sliced(1);
    return simplified(view);
}

QStringView withoutLeadIn(QStringView sentence, const Lexicon &lexicon)
{
    const ScannedText text = scanned(sentence.left(400), lexicon);
    std::size_t first = 0;
    while (first + 2 < text.tokens.size()) {
        const std::size_t end = leadInEnd(text, sentence, lexicon, first);
        // "And the bread?" stays as it is.
        if (end == first || end + 2 >= text.tokens.size())
            break;
        first = end;
    }
    if (first == 0)
        return sentence;
    // An opening quote stays with its word.
    qsizetype begin = text.tokens[first].textBegin;
    while (begin > 0 && (sentence[begin - 1] == u'"' || sentence[begin - 1] == u'“' || sentence[begin - 1] == u'$' ||
                         sentence[begin - 1] == u'€' || sentence[begin - 1] == u'£'))
        --begin;
    return sentence.sliced(begin);
}

QStringView withoutEndMarks(QStringView text)
{
    while (!text.isEmpty()) {
        const QChar last = text.back();
        const bool question = last == u'?' || last == u'？' || last == u'؟';
        const bool mark = isClauseMark(last) || endsSentence(last) || last.isSpace() || last == u'-';
        if (question || !mark)
            break;
        text.chop(1);
    }
    return text;
}

QString cutText(QStringView text, qsizetype limit, const Lexicon &lexicon)
{
    const QStringView fitting = leftCodePoints(text, limit);
    if (fitting.size() == text.size())
        return text.toString();
    const qsizetype place = placeToCut(text, fitting.size());
    if (place == 0)
        return fitting.toString();
    const QStringView cut = text.left(place);
    if (endsSentence(cut.back()))
        return cut.toString();
    return withoutDanglingEnd(cut.trimmed(), lexicon).toString();
}

QString capitalised(QStringView text)
{
    QString result = text.toString();
    if (!result.isEmpty() && result.front().isLower())
        result[0] = result[0].toUpper();
    return result;
}

bool isBalanced(QStringView text)
{
    return text.count(u'"') % 2 == 0 && text.count(u'“') == text.count(u'”') && text.count(u'(') == text.count(u')') &&
           text.count(u'«') == text.count(u'»') && text.count(u'「') == text.count(u'」');
}

double lengthInWords(QStringView text)
{
    QString folded;
    std::vector<Token> tokens;
    const TextMarks marks = scanText(text, folded, tokens);
    return marks.unspaced > 0 ? marks.unspaced / 2.0 : static_cast<double>(tokens.size());
}

} // namespace Viral::Offline
