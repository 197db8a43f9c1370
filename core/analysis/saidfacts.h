// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QList>
#include <QSet>
#include <QString>
#include <QStringList>
#include <QStringView>

namespace Viral {

enum class FactKind
{
    Name,
    Number,
};

/// How a text uses capitals.
enum class TextCasing
{
    Sentence, ///< as in running text; one that looks like a title is taken for one
    Title,
};

/// A name or number in a text, in UTF-16 units.
struct UnsaidFact
{
    qsizetype begin = 0;
    qsizetype length = 0;
    FactKind kind = FactKind::Name;

    bool operator==(const UnsaidFact &) const = default;
};

/// The names and numbers that a post may use: those that are said in its clip, and those of the show. Numbers are the
/// same however they are written: "three" and 3, "50k" and "fifty thousand", "40 percent" and 40%, figures of every
/// script; spelled-out ones are read in English, French, German, Italian, Portuguese and Spanish, Chinese and Japanese.
class SaidFacts
{
public:
    /// \a language is a BCP 47 tag; empty when unknown.
    explicit SaidFacts(QStringView language = {});

    /// What \a text says is known from now on; text beyond 100 000 characters is left out.
    void add(QStringView text);

    /// Names and numbers of \a text that are not known. A name is a word with a capital inside a sentence, with
    /// capitals inside the word, or in capitals alone; a text in title case, and one in German, shows only the latter
    /// two. Words behind # are no names; the first 200 behind @ are. Numbers below two and ordinals in words are never
    /// told.
    QList<UnsaidFact> unsaidIn(QStringView text, TextCasing casing = TextCasing::Sentence) const;

private:
    void addWord(const QString &word);
    bool isKnownName(const QString &word) const;

    QString m_language;
    QSet<QString> m_words;
    /// Beginnings of words whose endings may change, with the length of the shortest word.
    QHash<QString, qsizetype> m_stems;
    /// Thousandths.
    QSet<qint64> m_numbers;
    /// All words without anything between them, for names written as one word.
    QString m_joined;
};

/// The facts as they stand in \a text, each in quotation marks: "“Berlin”, “50k”".
QStringList quotedFacts(QStringView text, const QList<UnsaidFact> &facts);

} // namespace Viral
