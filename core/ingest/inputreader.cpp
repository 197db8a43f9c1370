// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ingest/inputreader.h"

#include "core/base/files.h"
#include "core/contract/answerstate.h"
#include "core/contract/requestcodec.h"
#include "core/contract/transcriptcodec.h"
#include "core/ingest/completion.h"
#include "core/ingest/contractreader.h"
#include "core/ingest/decoding.h"
#include "core/ingest/filekind.h"
#include "core/ingest/formatreader.h"
#include "core/ingest/jsonrepair.h"
#include "core/ingest/transcriptbuilder.h"
#include "core/json/jsonwriter.h"

#include <QFileInfo>

namespace Viral {

using namespace Qt::StringLiterals;

namespace {

/// Puts the file's name in front of an error's place, so that every error has one.
Error placedIn(Error error, const QString &fileName)
{
    const QString file = fileName.isEmpty() || fileName == u"-" ? u"input"_s : QFileInfo(fileName).fileName();
    error.place = error.place.isEmpty() ? file : file + u", "_s + error.place;
    return error;
}

tl::unexpected<Error> refused(const QString &message)
{
    return failure(ErrorKind::Input, message);
}

void tellRepairs(const Repairs &repairs, Input &input)
{
    for (const QString &text : repairs.texts())
        input.problems.addWarning({}, text);
    input.notes += repairs.notes();
}

/// The title that a transcript gets from its file: no folder, no ending.
void addTitle(Request &request, const QString &fileName)
{
    const QString title = fileName == u"-" ? QString() : QFileInfo(fileName).completeBaseName().simplified();
    if (title.isEmpty())
        return;
    JsonWriter writer;
    writer.value(QStringView(title));
    request.metadata.append({u"video_title"_s, writer.take()});
}

void completeTranscript(Input &input)
{
    Repairs repairs;
    input.request.transcript = completed(std::move(input.request.transcript), repairs);
    tellRepairs(repairs, input);
}

/// Takes what a reader found into the input.
class Taker
{
public:
    explicit Taker(Input &input)
        : m_input(input)
    {}

    Result<void> operator()(RawTranscript &raw)
    {
        const auto segmenter = dictionarySegmenter();
        Result<CleanTranscript> clean = cleaned(std::move(raw), *segmenter);
        if (!clean)
            return tl::unexpected<Error>(clean.error());
        m_input.kind = InputKind::Transcript;
        m_input.request.transcript = builtTranscript(*clean);
        m_input.speakers = clean->speakers;
        m_input.sounds = clean->sounds;
        tellRepairs(clean->repairs, m_input);
        if (m_input.request.transcript.isEmpty())
            m_input.problems.addWarning({}, u"There is no speech in it."_s);
        return {};
    }

    Result<void> operator()(Transcript &transcript)
    {
        m_input.kind = InputKind::Transcript;
        m_input.request.transcript = std::move(transcript);
        completeTranscript(m_input);
        return {};
    }

    Result<void> operator()(Request &request)
    {
        m_input.kind = InputKind::Request;
        m_input.request = std::move(request);
        completeTranscript(m_input);
        return {};
    }

    Result<void> operator()(ServiceResult &result)
    {
        m_input.kind = InputKind::ServiceResult;
        m_input.result = std::move(result);
        return {};
    }

private:
    Input &m_input;
};

Result<void> readWith(const FormatReader &reader, const Source &source, Input &input)
{
    input.formatName = reader.name;
    Result<Content> content = reader.read(source, input.problems);
    if (!content)
        return tl::unexpected<Error>(content.error());
    return std::visit(Taker(input), *content);
}

/// RunPod's webhook brings the request along, and with it the transcript that the result is about.
void takeEchoedTranscript(const JsonValue &root, Input &input)
{
    const auto echoed = root.member(u"input");
    if (!echoed || !echoed->isObject())
        return;
    Problems problems;
    Request request = readRequest(*echoed, problems);
    if (!problems.hasErrors())
        input.request.transcript = completed(std::move(request.transcript));
}

Result<void> readJson(const JsonDocument &document, Input &input)
{
    const JsonValue root = document.root();
    // Before the readers: the answer to a job that failed may hold the job's request, which nobody asked about.
    if (const auto reason = reasonForNoResult(root))
        return refused(*reason);
    const Source source{.json = &root};
    const FormatReader *reader = readerFor(SourceKind::Json, source);
    if (!reader)
        return refused(
            u"This is JSON, but none of the known forms; known are %1."_s.arg(knownFormats(SourceKind::Json)));
    const Result<void> read = readWith(*reader, source, input);
    if (read && input.result)
        takeEchoedTranscript(root, input);
    return read;
}

/// Why no reader wanted a text.
QString refusalOfText(QStringView text)
{
    const QStringView trimmed = text.trimmed();
    const QString known = knownFormats(SourceKind::Text);
    if (trimmed.isEmpty())
        return u"The file is empty."_s;
    if (trimmed.startsWith(u'<'))
        return u"This is XML or HTML in none of the known forms; known are %1."_s.arg(known);
    return u"This text has no times that can be read; export the transcript with timestamps. Known are %1."_s.arg(
        known);
}

Result<void> readText(QStringView text, Input &input)
{
    const Source source{.text = text};
    const FormatReader *reader = readerFor(SourceKind::Text, source);
    if (!reader)
        return refused(looksBinary(text) ? u"This is a binary file, not a transcript."_s : refusalOfText(text));
    return readWith(*reader, source, input);
}

void noteEncoding(const DecodedText &decodedText, Input &input)
{
    input.encoding = decodedText.encoding;
    input.encodingIsGuess = decodedText.isGuess;
    if (decodedText.isGuess)
        input.problems.addWarning({}, u"The encoding was guessed to be %1."_s.arg(decodedText.encoding));
    Repairs repairs;
    repairs.add(Repair::ReplacedCharacters, decodedText.replacedCharacters);
    tellRepairs(repairs, input);
}

/// Everything that is not UTF-8 JSON at first sight.
Result<void> readDecoded(const QByteArray &bytes, Input &input, const std::optional<Error> &jsonError)
{
    const DecodedText decodedText = decoded(bytes);
    noteEncoding(decodedText, input);
    if (!looksLikeJson(decodedText.text))
        return readText(decodedText.text, input);
    const QByteArray mended = mendedJson(decodedText.text.toUtf8());
    const Result<JsonDocument> document = JsonDocument::parse(mended);
    if (document)
        return readJson(*document, input);
    return tl::unexpected<Error>(jsonError.value_or(document.error()));
}

Result<void> readBytes(const QByteArray &bytes, Input &input)
{
    if (bytes.size() > largestInputFile)
        return refused(u"The file is larger than %1 MiB."_s.arg(largestInputFile / (1024 * 1024)));
    if (bytes.isEmpty())
        return refused(u"The file is empty."_s);
    const QString binary = refusalOfBinary(bytes);
    if (!binary.isEmpty())
        return refused(binary);
    std::optional<Error> jsonError;
    if (looksLikeJson(QByteArrayView(bytes))) {
        const Result<JsonDocument> document = JsonDocument::parse(bytes);
        if (document) {
            input.encoding = u"UTF-8"_s;
            return readJson(*document, input);
        }
        jsonError = document.error();
    }
    return readDecoded(bytes, input, jsonError);
}

/// One of the two lists, read from its own file.
template <typename List, typename Read>
Result<List> readList(const QByteArray &bytes, QStringView name, Read read, Problems &problems)
{
    if (bytes.isEmpty())
        return List();
    const Result<JsonDocument> document = JsonDocument::parse(bytes);
    if (!document)
        return tl::unexpected<Error>(placedIn(document.error(), name.toString()));
    const JsonValue root = document->root();
    const std::optional<JsonValue> list = contractList(root, name);
    if (!list)
        return failure(ErrorKind::Input, u"This needs a list, or an object with the member \"%1\"."_s.arg(name),
                       name.toString());
    Problems own;
    List items = read(*list, own);
    problems.addBelow({}, own);
    if (own.hasErrors())
        return tl::unexpected<Error>(placedIn(own.asError(), name.toString()));
    return items;
}

} // namespace

Result<Input> readInput(const QByteArray &bytes, const QString &fileName)
{
    Input input;
    const Result<void> read = readBytes(bytes, input);
    if (!read)
        return tl::unexpected<Error>(placedIn(read.error(), fileName));
    if (input.kind == InputKind::Transcript)
        addTitle(input.request, fileName);
    return input;
}

Result<Input> readSentencesAndWords(const QByteArray &sentences, const QByteArray &words)
{
    Input input{.formatName = QString(contractTranscriptReader().name), .encoding = u"UTF-8"_s};
    auto sentenceList = readList<QList<Sentence>>(sentences, u"sentences", readSentences, input.problems);
    if (!sentenceList)
        return tl::unexpected<Error>(sentenceList.error());
    auto wordList = readList<QList<Word>>(words, u"words", readWords, input.problems);
    if (!wordList)
        return tl::unexpected<Error>(wordList.error());
    Problems joining;
    input.request.transcript = joinTranscript(std::move(*sentenceList), std::move(*wordList), joining);
    input.problems.addBelow({}, joining);
    if (joining.hasErrors())
        return tl::unexpected<Error>(joining.asError());
    if (input.request.transcript.sentences.isEmpty() && input.request.transcript.words.isEmpty())
        return failure(ErrorKind::Input, u"There are neither sentences nor words."_s, u"input"_s);
    completeTranscript(input);
    return input;
}

} // namespace Viral
