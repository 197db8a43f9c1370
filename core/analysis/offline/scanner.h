// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analysis/offline/lexicon.h"

#include <QString>

#include <vector>

namespace Viral::Offline {

/// One word of a text, folded; in a script without spaces a run of one kind of character.
struct Token
{
    /// Where it stands in the buffer of folded text.
    int begin = 0;
    int length = 0;
    /// Where it stands in the text it was read from, half-open.
    int textBegin = 0;
    int textEnd = 0;
    Marks marks = 0;
    int topic = -1;
};

/// What the marks of a text say, besides its words.
struct TextMarks
{
    int questions = 0;
    int exclamations = 0;
    /// Tags and signs of laughter and applause.
    int laughs = 0;
    /// Characters of scripts without spaces; two count about as much as a word.
    int unspaced = 0;
    /// True when the last thing that was said ends with a mark that ends a sentence.
    bool ended = false;
    /// True when the last mark that ends a sentence is a question mark.
    bool asks = false;
};

/// A tag such as [laughter], (applause) or a note sign.
struct Tag
{
    /// Behind the tag; where it would begin when there is none.
    qsizetype end = 0;
    bool laughter = false;
};

/// The tag that begins at \a at.
Tag tagAt(QStringView text, qsizetype at);

/// Appends the words of \a text to \a tokens and, folded and with one space between them, to \a folded.
TextMarks scanText(QStringView text, QString &folded, std::vector<Token> &tokens);

/// The word as it stands in \a folded.
inline QStringView foldedText(const Token &token, QStringView folded)
{
    return folded.sliced(token.begin, token.length);
}

/// Gives the first word of each phrase of the lists the marks of the phrase. The words have their own marks already.
void markPhrases(const Lexicon &lexicon, QStringView folded, std::span<Token> tokens);

/// A text read on its own, with the marks of its words.
struct ScannedText
{
    QString folded;
    std::vector<Token> tokens;
    TextMarks marks;
};
ScannedText scanned(QStringView text, const Lexicon &lexicon);

} // namespace Viral::Offline
