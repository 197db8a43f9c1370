// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/textpieces.h"

#include "core/base/text.h"

namespace Viral {

namespace {

constexpr qsizetype longestText = 100'000;

bool isApostrophe(QChar c)
{
    return c == u'\'' || c == u'’';
}

class PieceReader
{
public:
    explicit PieceReader(QStringView text)
        : m_text(text.left(longestText))
    {}

    std::vector<TextPiece> read()
    {
        while (m_at < m_text.size()) {
            if (isLetter(m_at))
                m_pieces.push_back(readPiece());
            else if (m_text.sliced(m_at).startsWith(u"://"))
                skipAddress();
            else
                pass(m_text[m_at++]);
        }
        return std::move(m_pieces);
    }

private:
    bool isLetter(qsizetype at) const
    {
        const QChar c = m_text[at];
        return c.isLetterOrNumber() || (c.isMark() && at > 0) ||
               (c.isHighSurrogate() && at + 1 < m_text.size() &&
                QChar::isLetterOrNumber(QChar::surrogateToUcs4(c, m_text[at + 1]))) ||
               (c.isLowSurrogate() && at > 0 && m_text[at - 1].isHighSurrogate() &&
                QChar::isLetterOrNumber(QChar::surrogateToUcs4(m_text[at - 1], c)));
    }

    /// Marks inside a word or a number.
    bool joins(qsizetype at) const
    {
        if (at == 0 || at + 1 >= m_text.size())
            return false;
        const QChar c = m_text[at];
        const QChar before = m_text[at - 1];
        const QChar after = m_text[at + 1];
        const bool inNumber =
            (c == u'.' || c == u',' || c == u'\u066B' || c == u'\u066C') && before.isDigit() && after.isDigit();
        return inNumber || (isApostrophe(c) && before.isLetter() && after.isLetter()) ||
               (c == u'_' && (m_isHandle || before.isLetterOrNumber()));
    }

    TextPiece readPiece()
    {
        TextPiece piece{.begin = m_at, .before = m_before};
        m_isHandle = m_before == u'@';
        piece.isUnspaced = isUnspacedScript(m_text[m_at].unicode());
        while (m_at < m_text.size() && (isLetter(m_at) || joins(m_at)) &&
               isUnspacedScript(m_text[m_at].unicode()) == piece.isUnspaced) {
            const QChar c = m_text[m_at];
            piece.hasDigit = piece.hasDigit || c.isDigit();
            piece.letters += c.isLetter() ? 1 : 0;
            piece.capitals += c.isUpper() || c.isTitleCase() ? 1 : 0;
            ++m_at;
        }
        piece.end = m_at;
        const QChar first = m_text[piece.begin];
        piece.startsWithCapital = first.isUpper() || first.isTitleCase();
        piece.folded = m_text.sliced(piece.begin, piece.end - piece.begin).toString().toLower().replace(u'’', u'\'');
        piece.opensSentence = m_opensSentence;
        m_opensSentence = false;
        m_before = {};
        m_afterTitle = piece.startsWithCapital && piece.end - piece.begin <= 4;
        return piece;
    }

    void pass(QChar c)
    {
        m_before = c;
        // The full stop of "Dr." ends nothing.
        const bool goesOn = c == u' ' || c == u',' || c == u'-' || c == u'&' || c == u'/' || c == u'$' || c == u'€' ||
                            c == u'£' || c == u'@' || c == u'#' || c == u'%' || isApostrophe(c) ||
                            (c == u'.' && m_afterTitle);
        m_opensSentence = m_opensSentence || !goesOn;
    }

    void skipAddress()
    {
        if (!m_pieces.empty() && m_pieces.back().end == m_at)
            m_pieces.pop_back();
        while (m_at < m_text.size() && !m_text[m_at].isSpace())
            ++m_at;
    }

    QStringView m_text;
    qsizetype m_at = 0;
    QChar m_before = {};
    bool m_opensSentence = true;
    bool m_afterTitle = false;
    bool m_isHandle = false;
    std::vector<TextPiece> m_pieces;
};

} // namespace

std::vector<TextPiece> textPieces(QStringView text)
{
    return PieceReader(text).read();
}

} // namespace Viral
