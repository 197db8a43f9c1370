// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/clients/prompt.h"

#include "core/base/text.h"
#include "core/json/jsonreader.h"

#include <QHash>

using namespace Qt::StringLiterals;

namespace Viral {

namespace {

constexpr qsizetype longestMetadata = 500;

/// One line that cannot be taken for the end of the transcript or the beginning of another.
QString fenced(QStringView text)
{
    QString line = simplified(text);
    return line.replace(u"<transcript"_s, u"‹transcript"_s, Qt::CaseInsensitive)
        .replace(u"</transcript"_s, u"‹/transcript"_s, Qt::CaseInsensitive);
}

/// A, B, … Z, AA, AB, …
QString letters(qsizetype number)
{
    QString text;
    for (++number; number > 0; number = (number - 1) / 26)
        text.prepend(QChar(u'A' + static_cast<char16_t>((number - 1) % 26)));
    return text;
}

/// Speakers of a chunk in the order in which they speak.
class Legend
{
public:
    Legend(const Transcript &transcript, SentenceRange range)
    {
        for (int i = range.first; i < range.end; ++i) {
            const QString &id = transcript.sentences.at(i).speakerId;
            if (!id.isEmpty() && !m_letters.contains(id)) {
                m_letters.insert(id, letters(m_letters.size()));
                m_names.append(u"%1 = %2"_s.arg(m_letters.value(id), fenced(id)));
            }
        }
    }

    bool isEmpty() const { return m_names.isEmpty(); }
    QString letter(const QString &id) const { return m_letters.value(id, u"?"_s); }
    QString text() const { return isEmpty() ? QString() : u" Speakers: %1."_s.arg(m_names.join(u", "_s)); }

private:
    QHash<QString, QString> m_letters;
    QStringList m_names;
};

qint64 wholeSeconds(Milliseconds time)
{
    return std::chrono::duration_cast<std::chrono::seconds>(time).count();
}

QString sentenceLines(const Transcript &transcript, SentenceRange range, const Legend &legend)
{
    QString lines;
    Milliseconds end{0};
    for (int i = range.first; i < range.end; ++i) {
        const Sentence &sentence = transcript.sentences.at(i);
        end = std::max(end, sentence.span.end);
        lines += QString::number(i) + u'|' + QString::number(wholeSeconds(sentence.span.start)) + u'|';
        if (!legend.isEmpty())
            lines += legend.letter(sentence.speakerId) + u'|';
        lines += fenced(sentence.text) + u'\n';
    }
    return lines + u"end|"_s + QString::number(wholeSeconds(end));
}

/// A metadata value that is text; a number or a list says nothing to a model.
QString metadataText(const RawMembers &metadata, QStringView name)
{
    const RawMember *member = findMember(metadata, name);
    if (!member)
        return {};
    const auto document = JsonDocument::parse(member->value);
    const QString text = document ? document->root().asString().value_or(QString()) : QString();
    return leftCodePoints(fenced(text), longestMetadata).toString();
}

QString about(const RawMembers &metadata, const QString &language)
{
    QString lines;
    const auto add = [&lines](QLatin1StringView label, const QString &text) {
        if (!text.isEmpty())
            lines += u"- %1: %2\n"_s.arg(label, text);
    };
    add("Title"_L1, metadataText(metadata, u"video_title"));
    add("Audience"_L1, metadataText(metadata, u"audience"));
    add("Tone of the posts"_L1, metadataText(metadata, u"tone"));
    add("Language of the transcript and of every text you write"_L1, fenced(language));
    return lines.isEmpty() ? QString() : u"About the interview:\n"_s + lines + u'\n';
}

/// \a text with its placeholders filled in one pass, so that what is filled in is never read as a placeholder.
QString filled(const QString &text, const QHash<QString, QString> &values)
{
    QString result;
    qsizetype from = 0;
    while (from < text.size()) {
        const qsizetype open = text.indexOf("{{"_L1, from);
        const qsizetype close = open < 0 ? -1 : text.indexOf("}}"_L1, open);
        if (close < 0)
            break;
        result += QStringView(text).sliced(from, open - from);
        result += values.value(text.sliced(open + 2, close - open - 2));
        from = close + 2;
    }
    result += QStringView(text).sliced(from);
    return result;
}

} // namespace

Prompt buildPrompt(const PromptTemplates &templates, const RawMembers &metadata, const Transcript &transcript,
                   SentenceRange range)
{
    const auto count = static_cast<int>(transcript.sentences.size());
    range.first = std::clamp(range.first, 0, count);
    range.end = std::clamp(range.end, range.first, count);
    const Legend legend(transcript, range);
    return {.version = templates.version,
            .rules = templates.rules,
            .chunk = filled(templates.chunk, {{u"about"_s, about(metadata, transcript.language)},
                                              {u"first"_s, QString::number(range.first)},
                                              {u"last"_s, QString::number(range.end - 1)},
                                              {u"speakers"_s, legend.text()},
                                              {u"sentences"_s, sentenceLines(transcript, range, legend)}}),
            .schema = templates.schema};
}

} // namespace Viral
