// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ingest/inputdump.h"

#include "core/json/jsonwriter.h"

using namespace Qt::StringLiterals;

namespace Viral {

namespace {

QByteArray jsonText(const QString &text)
{
    JsonWriter writer;
    writer.value(QStringView(text));
    return writer.take();
}

QByteArray jsonList(const QStringList &texts)
{
    QByteArrayList items;
    for (const QString &text : texts)
        items.append(jsonText(text));
    return '[' + items.join(", ") + ']';
}

QByteArray spanText(const TimeSpan &span)
{
    return QByteArray::number(qint64(span.start.count())) + ", " + QByteArray::number(qint64(span.end.count()));
}

QByteArray sentenceLine(const Sentence &sentence)
{
    const QByteArray speaker = sentence.speakerId.isNull() ? QByteArray("null") : jsonText(sentence.speakerId);
    return '[' + spanText(sentence.span) + ", " + speaker + ", " + jsonText(sentence.text) + ']';
}

QByteArray wordLine(const Word &word)
{
    return '[' + spanText(word.span) + ", " + QByteArray::number(word.sentenceIndex) + ", " + jsonText(word.text) + ']';
}

QByteArray lines(const QByteArrayList &items)
{
    return items.isEmpty() ? QByteArray("[]") : "[\n    " + items.join(",\n    ") + "\n  ]";
}

QByteArray originText(TimeOrigin origin)
{
    switch (origin) {
    case TimeOrigin::Exact:
        return "\"exact\"";
    case TimeOrigin::Estimated:
        return "\"estimated\"";
    case TimeOrigin::None:
        break;
    }
    return "\"none\"";
}

QString spanFault(const TimeSpan &span)
{
    if (span.start.count() < 0)
        return u"starts before 0"_s;
    return span.end < span.start ? u"ends before it starts"_s : QString();
}

} // namespace

QByteArray dumped(const Input &input)
{
    const Transcript &transcript = input.request.transcript;
    QByteArrayList sentences;
    for (const Sentence &sentence : transcript.sentences)
        sentences.append(sentenceLine(sentence));
    QByteArrayList words;
    for (const Word &word : transcript.words)
        words.append(wordLine(word));
    QByteArrayList sounds;
    for (const Sound &sound : input.sounds)
        sounds.append('[' + spanText(sound.span) + ", " + jsonText(sound.text) + ']');
    QStringList warnings;
    for (const Problem &problem : input.problems.all())
        warnings.append(problem.message);
    warnings += input.notes;
    return "{\n  \"format\": " + jsonText(input.formatName) + ",\n  \"encoding\": " + jsonText(input.encoding) +
           ",\n  \"guessed\": " + (input.encodingIsGuess ? "true" : "false") +
           ",\n  \"language\": " + jsonText(transcript.language) +
           ",\n  \"wordTimes\": " + originText(transcript.wordTimes) +
           ",\n  \"lacksPunctuation\": " + (transcript.lacksPunctuation ? "true" : "false") +
           ",\n  \"speakers\": " + jsonList(input.speakers) + ",\n  \"sounds\": " + lines(sounds) +
           ",\n  \"warnings\": " + jsonList(warnings) + ",\n  \"sentences\": " + lines(sentences) +
           ",\n  \"words\": " + lines(words) + "\n}\n";
}

QString brokenPromise(const Transcript &transcript)
{
    Milliseconds latest{0};
    for (qsizetype i = 0; i < transcript.sentences.size(); ++i) {
        const Sentence &sentence = transcript.sentences.at(i);
        const QString fault = spanFault(sentence.span);
        if (!fault.isEmpty())
            return u"sentence %1 %2"_s.arg(i).arg(fault);
        if (sentence.span.start < latest)
            return u"sentence %1 is out of order"_s.arg(i);
        latest = sentence.span.start;
    }
    latest = Milliseconds{0};
    int index = 0;
    for (qsizetype i = 0; i < transcript.words.size(); ++i) {
        const Word &word = transcript.words.at(i);
        const QString fault = spanFault(word.span);
        if (!fault.isEmpty())
            return u"word %1 %2"_s.arg(i).arg(fault);
        if (word.span.start < latest)
            return u"word %1 is out of order"_s.arg(i);
        if (word.sentenceIndex < index || word.sentenceIndex >= transcript.sentences.size())
            return u"word %1 has sentence %2 behind %3"_s.arg(i).arg(word.sentenceIndex).arg(index);
        if (!transcript.sentences.at(word.sentenceIndex).span.contains(word.span))
            return u"word %1 leaves its sentence"_s.arg(i);
        latest = word.span.start;
        index = word.sentenceIndex;
    }
    return {};
}

} // namespace Viral
