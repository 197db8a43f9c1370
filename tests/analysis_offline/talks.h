// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analysis/offline/offlineengine.h"

#include <QStringList>

namespace ViralTest {

/// Builds conversations: sentences one after another, each as long as it takes to say.
class TalkMaker
{
public:
    explicit TalkMaker(const QString &language = QStringLiteral("en")) { m_transcript.language = language; }

    /// A sentence of 350 ms a word (120 ms a character where there are no spaces), with its words, after a short
    /// breath.
    TalkMaker &say(const QString &speaker, const QString &text)
    {
        const QStringList words = text.split(u' ', Qt::SkipEmptyParts);
        const qint64 length = words.size() > 1 ? words.size() * 350 : qMax<qsizetype>(text.size(), 3) * 120;
        return sayFor(speaker, text, length);
    }

    TalkMaker &sayFor(const QString &speaker, const QString &text, qint64 length)
    {
        const qint64 start = m_now;
        m_transcript.sentences.append(Viral::Sentence{text, Viral::spanMs(start, start + length), speaker});
        const QStringList words = text.split(u' ', Qt::SkipEmptyParts);
        const int sentence = static_cast<int>(m_transcript.sentences.size()) - 1;
        for (qsizetype i = 0; i < words.size(); ++i) {
            const qint64 begin = start + length * i / words.size();
            const qint64 end = start + length * (i + 1) / words.size();
            m_transcript.words.append(Viral::Word{words[i], Viral::spanMs(begin, end), sentence});
        }
        m_now = start + length + 200;
        return *this;
    }

    TalkMaker &pause(qint64 length)
    {
        m_now += length;
        return *this;
    }

    /// \a count long plain sentences of one speaker, no two of them alike.
    TalkMaker &dull(const QString &speaker, int count)
    {
        for (int i = 0; i < count; ++i) {
            const auto n = m_transcript.sentences.size();
            say(speaker,
                QStringLiteral("The cabinet %1 beside column %2 contains archived folders which clerks transfer "
                               "toward storage level %3 following routine procedure for consignment %4.")
                    .arg(letters(n), letters(n + 7), letters(n + 13), letters(n + 29)));
        }
        return *this;
    }

    /// A lively exchange of about a minute that ends in laughter.
    TalkMaker &highlight()
    {
        say(QStringLiteral("host"), QStringLiteral("What was the worst mistake you ever made on stage?"));
        say(QStringLiteral("guest"), QStringLiteral("I forgot my own name!"));
        say(QStringLiteral("host"), QStringLiteral("Your own name?"));
        say(QStringLiteral("guest"), QStringLiteral("I was so scared that I started to cry."));
        say(QStringLiteral("host"), QStringLiteral("What did you do?"));
        say(QStringLiteral("guest"), QStringLiteral("I asked the audience to help me."));
        say(QStringLiteral("guest"), QStringLiteral("Nobody said a word, and then my mother stood up."));
        say(QStringLiteral("host"), QStringLiteral("Your mother was there?"));
        say(QStringLiteral("guest"), QStringLiteral("She was in the first row, and she was furious!"));
        say(QStringLiteral("guest"), QStringLiteral("She shouted my name, and then she shouted my second name."));
        say(QStringLiteral("host"), QStringLiteral("You have a second name?"));
        say(QStringLiteral("guest"), QStringLiteral("I do, but I never tell anyone because I hate it."));
        say(QStringLiteral("host"), QStringLiteral("Tell us!"));
        say(QStringLiteral("guest"), QStringLiteral("Never!"));
        say(QStringLiteral("guest"), QStringLiteral("But I can tell you what I learned that night."));
        say(QStringLiteral("guest"), QStringLiteral("If you are afraid of the stage, invite somebody who is not."));
        say(QStringLiteral("host"), QStringLiteral("And did she ever come back?"));
        say(QStringLiteral("guest"), QStringLiteral("Every single night for eleven years! [laughter]"));
        return *this;
    }

    const Viral::Transcript &transcript() const { return m_transcript; }
    Viral::Transcript &transcript() { return m_transcript; }
    qint64 now() const { return m_now; }

private:
    static QString letters(qsizetype number)
    {
        QString text;
        for (qsizetype rest = number * 7919 + 31; rest > 0; rest /= 26)
            text += QChar(u'a' + static_cast<char16_t>(rest % 26));
        return text;
    }

    Viral::Transcript m_transcript;
    qint64 m_now = 0;
};

/// What the engine proposes for a transcript cut by the usual settings.
struct Proposals
{
    Viral::TranscriptIndex index;
    QList<Viral::Chunk> chunks;
    QList<Viral::ChunkAnswer> answers;

    explicit Proposals(const Viral::Transcript &transcript)
        : index(transcript)
        , chunks(Viral::makeChunks(transcript, {}))
        , answers(Viral::proposeOffline(index, chunks))
    {}

    /// All candidates in order of start.
    QList<Viral::Candidate> candidates() const
    {
        QList<Viral::Candidate> all;
        for (const Viral::ChunkAnswer &answer : answers)
            all += answer.candidates;
        std::stable_sort(all.begin(), all.end(), [this](const Viral::Candidate &a, const Viral::Candidate &b) {
            return span(a).start < span(b).start;
        });
        return all;
    }

    Viral::TimeSpan span(const Viral::Candidate &candidate) const
    {
        if (candidate.startSentence && candidate.endSentence)
            return {index.sentenceStart(*candidate.startSentence), index.sentenceEnd(*candidate.endSentence)};
        return {candidate.startTime.value_or(Viral::Milliseconds{0}),
                candidate.endTime.value_or(Viral::Milliseconds{0})};
    }

    /// The candidate that holds the middle of \a wanted; null when there is none.
    const Viral::Candidate *at(const Viral::TimeSpan &wanted) const
    {
        for (const Viral::ChunkAnswer &answer : answers) {
            for (const Viral::Candidate &candidate : answer.candidates) {
                if (span(candidate).contains(wanted.middle()))
                    return &candidate;
            }
        }
        return nullptr;
    }
};

} // namespace ViralTest
