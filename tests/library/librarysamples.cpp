// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/library/librarysamples.h"

#include <QTest>
#include <QTimeZone>

using namespace Viral;
using namespace Qt::StringLiterals;

namespace ViralTest {

std::unique_ptr<Library> openLibrary(const QString &folder)
{
    Result<std::unique_ptr<Library>> library = Library::open(folder);
    if (!library) {
        QTest::qFail(qPrintable(library.error().text()), __FILE__, __LINE__);
        return nullptr;
    }
    return std::move(*library);
}

QDateTime sampleTime(int seconds)
{
    return QDateTime::fromMSecsSinceEpoch(1'700'000'000'123 + seconds * 1000LL, Qt::UTC);
}

JournalEntry numberedEntry(int number)
{
    const DecisionEdit edit{{u"moment-%1"_s.arg(number)}, Decision::Kept, u"why \u00e4\u5e7f"_s};
    return {.edits = {edit}, .author = u"Ada"_s, .when = sampleTime(number)};
}

Result<void> appendStep(ReviewJournal &journal, const ReviewId &review, const JournalEntry &entry)
{
    const Result<QList<JournalEntry>> present = journal.entries(review);
    if (!present)
        return tl::unexpected(present.error());
    const qint64 last = present->isEmpty() ? 0 : present->constLast().number;
    const Result<std::optional<qint64>> kept = journal.append(review, {entry}, last);
    if (!kept)
        return tl::unexpected(kept.error());
    return *kept ? Result<void>() : failure(ErrorKind::Storage, u"Another step came between."_s);
}

int numberOf(const JournalEntry &entry)
{
    return editedMoment(entry.edits.value(0)).value.section(u'-', 1).toInt();
}

RunRecord sampleRun(const QString &id, int seconds)
{
    return {.id = {id},
            .kind = RunKind::RunPod,
            .state = RunState::Running,
            .createdAt = sampleTime(seconds),
            .updatedAt = sampleTime(seconds + 1),
            .title = u"Interview \u00fc\u5e7f \U0001F600"_s,
            .jobId = u"job"_s,
            .model = u"gpt-4o-mini"_s,
            .source = u"/somewhere/file.srt"_s,
            .endpointId = u"endpoint"_s,
            .remoteJobId = u"remote"_s,
            .totalChunks = 22,
            .finishedChunks = 17,
            .momentCount = 9,
            .price = MicroDollars{1'653'694},
            .resultGoneAt = sampleTime(seconds + 1800),
            .error = u"an error"_s,
            .notes = u"a note"_s,
            .freshChunks = {3, 17},
            .took = Milliseconds{59'250}};
}

StoredAnswer sampleAnswer(const QByteArray &key, const QString &text)
{
    return {.key = key,
            .run = {u"run-1"_s},
            .chunkIndex = 6,
            .text = text,
            .usage = R"({"input_tokens":10,"odd":1.0})",
            .model = u"gpt-4o-mini-2024-07-18"_s,
            .endReason = u"completed"_s,
            .responseTime = Milliseconds{8892},
            .receivedAt = sampleTime()};
}

Request sampleRequest()
{
    Request request;
    request.jobId = u"job"_s;
    request.openAiApiKey = Secret(u"sk-neverseen0123456789"_s);
    request.transcript.language = u"en"_s;
    request.transcript.sentences = {{.text = u"Hello there."_s, .span = spanMs(0, 5000), .speakerId = u"a"_s}};
    request.transcript.words = {{.text = u"Hello"_s, .span = spanMs(0, 1000)},
                                {.text = u"there."_s, .span = spanMs(1000, 5000)}};
    request.metadata = {{u"video_title"_s, "\"A \\u0041 title\""}};
    request.options.openAiModel = u"gpt-4o-mini"_s;
    return request;
}

} // namespace ViralTest
