// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/command.h"
#include "app/cli/console.h"
#include "app/cli/inputfile.h"
#include "app/cli/requestoptions.h"
#include "core/base/files.h"
#include "core/contract/requestcodec.h"
#include "core/contract/requestrules.h"

using namespace Qt::StringLiterals;

namespace Viral::Cli {

namespace {

Result<Request> readTranscriptOptions(const QCommandLineParser &parser)
{
    const bool hasParts = parser.isSet(u"sentences"_s) || parser.isSet(u"words"_s);
    if (parser.isSet(u"transcript"_s) == hasParts)
        return failure(ErrorKind::Usage,
                       u"Give either --transcript, or --sentences and --words (one of the two is enough)."_s);
    if (!hasParts) {
        Result<Input> input = readInputFile(parser.value(u"transcript"_s));
        if (!input)
            return tl::unexpected(input.error());
        return std::move(input->request);
    }
    QByteArray sentences;
    QByteArray words;
    for (auto [name, bytes] : {std::pair{u"sentences"_s, &sentences}, std::pair{u"words"_s, &words}}) {
        if (!parser.isSet(name))
            continue;
        Result<QByteArray> content = readFile(parser.value(name));
        if (!content)
            return tl::unexpected(content.error());
        *bytes = std::move(*content);
    }
    Result<Input> input = readSentencesAndWords(sentences, words);
    if (!input)
        return tl::unexpected(input.error());
    printProblems(input->problems);
    return std::move(input->request);
}

Result<void> applyWebhooks(Request &request, const QCommandLineParser &parser)
{
    const QString result = parser.value(u"result-webhook"_s);
    const QString progress = parser.value(u"progress-webhook"_s);
    for (const QString &url : {result, progress}) {
        if (!url.isEmpty() && !isAllowedWebhook(url))
            return failure(ErrorKind::Usage,
                           u"A webhook address must be https, or http to this machine: %1"_s.arg(url));
    }
    if (!result.isEmpty())
        request.webhooks.resultUrl = result;
    if (!progress.isEmpty())
        request.webhooks.progressUrl = progress;
    return {};
}

Result<Request> buildRequest(const QCommandLineParser &parser)
{
    Result<Request> request = readTranscriptOptions(parser);
    if (!request)
        return request;
    if (parser.isSet(u"job-id"_s))
        request->jobId = parser.value(u"job-id"_s);
    if (parser.isSet(u"language"_s))
        request->transcript.language = parser.value(u"language"_s);
    if (const Result<void> applied = applyRequestOptions(*request, parser); !applied)
        return tl::unexpected(applied.error());
    if (const Result<void> applied = applyWebhooks(*request, parser); !applied)
        return tl::unexpected(applied.error());
    Problems problems;
    checkRequest(*request, {}, problems);
    if (problems.hasErrors())
        return tl::unexpected(problems.asError());
    return request;
}

int writePayload(const QCommandLineParser &parser)
{
    const Result<Request> request = buildRequest(parser);
    if (!request) {
        printMessage(request.error().text());
        return WrongUsage;
    }
    const QByteArray bytes = writeRequest(*request, JsonWriter::Layout::Indented, parser.isSet(u"wrap"_s));
    if (!parser.isSet(u"output"_s)) {
        printOutput(bytes);
        return Done;
    }
    if (const Result<void> written = writeFile(parser.value(u"output"_s), bytes); !written) {
        printMessage(written.error().text());
        return JobFailed;
    }
    return Done;
}

} // namespace

Command payloadCommand()
{
    return {.name = u"payload"_s,
            .summary = u"Build a request from a transcript."_s,
            .arguments = {},
            .options =
                QList<QCommandLineOption>{
                    {u"sentences"_s, u"JSON file with the sentences."_s, u"FILE"_s},
                    {u"words"_s, u"JSON file with the words."_s, u"FILE"_s},
                    {u"transcript"_s, u"Transcript in any supported format."_s, u"FILE"_s},
                    {{u"o"_s, u"output"_s}, u"Where to write; standard output if left out."_s, u"FILE"_s},
                    {u"job-id"_s, u"Name of the job."_s, u"ID"_s},
                    {u"language"_s, u"Language of the transcript, e.g. en."_s, u"CODE"_s},
                    {u"result-webhook"_s, u"Where the result is sent."_s, u"URL"_s},
                    {u"progress-webhook"_s, u"Where progress is sent."_s, u"URL"_s},
                    {u"wrap"_s, u"Put the request under \"input\"."_s},
                } +
                requestOptions(),
            .run = writePayload};
}

} // namespace Viral::Cli
