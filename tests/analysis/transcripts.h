// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analysis/chunk.h"
#include "core/analysis/transcriptindex.h"

#include <QString>
#include <QStringList>

namespace ViralTest {

/// Builds transcripts for tables of rules: sentences one after another with words of equal length.
class TranscriptMaker
{
public:
    explicit TranscriptMaker(const QString &language = QStringLiteral("en")) { m_transcript.language = language; }

    /// One sentence of \a text from \a start to \a end (milliseconds), its words spread evenly.
    TranscriptMaker &sentence(const QString &text, qint64 start, qint64 end)
    {
        silentSentence(text, start, end);
        const QStringList words = text.split(u' ', Qt::SkipEmptyParts);
        const qint64 count = words.size();
        for (qint64 i = 0; i < count; ++i)
            word(words[i], start + (end - start) * i / count, start + (end - start) * (i + 1) / count);
        return *this;
    }

    /// A sentence without words.
    TranscriptMaker &silentSentence(const QString &text, qint64 start, qint64 end)
    {
        m_transcript.sentences.append(Viral::Sentence{text, Viral::spanMs(start, end)});
        return *this;
    }

    /// A word of the last sentence.
    TranscriptMaker &word(const QString &text, qint64 start, qint64 end)
    {
        m_transcript.words.append(
            Viral::Word{text, Viral::spanMs(start, end), static_cast<int>(m_transcript.sentences.size()) - 1});
        return *this;
    }

    /// \a count sentences of \a length milliseconds each, one after another from the end of what is there, five words
    /// each: "s7a s7b s7c s7d s7e." for sentence 7.
    TranscriptMaker &numbered(int count, qint64 length)
    {
        for (int i = 0; i < count; ++i) {
            const auto number = m_transcript.sentences.size();
            const qint64 start = number == 0 ? 0 : m_transcript.sentences.constLast().span.end.count();
            sentence(QStringLiteral("s%1a s%1b s%1c s%1d s%1e.").arg(number), start, start + length);
        }
        return *this;
    }

    const Viral::Transcript &transcript() const { return m_transcript; }
    Viral::TranscriptIndex index() const { return Viral::TranscriptIndex(m_transcript); }

private:
    Viral::Transcript m_transcript;
};

/// The whole transcript as one chunk.
inline Viral::Chunk wholeChunk(const Viral::TranscriptIndex &index)
{
    return {0, index.transcript().span(), 0, static_cast<int>(index.transcript().sentences.size())};
}

} // namespace ViralTest
