// SPDX-License-Identifier: GPL-3.0-or-later
// How long it takes to read and write a long interview's request: prints the median of several runs. Not a test.
#include "core/contract/requestcodec.h"

#include <QElapsedTimer>

#include <algorithm>
#include <cstdio>
#include <vector>

using namespace Viral;
using namespace Qt::StringLiterals;

namespace {

/// About 8.4 MB: 106 000 words in 6 300 sentences, some of them not ASCII.
QByteArray longRequest()
{
    constexpr int sentenceCount = 6300;
    constexpr int wordCount = 106'000;
    constexpr int wordsPerSentence = wordCount / sentenceCount;
    JsonWriter writer;
    writer.beginObject().member("job_id"_L1, "bench"_L1).key("transcript"_L1).beginObject();
    writer.member("language"_L1, "en"_L1).key("sentences"_L1).beginArray();
    for (int i = 0; i < sentenceCount; ++i) {
        const QString text = i % 20 == 0 ? u"Größe – ein längerer Satz über das Zuhören am Abend"_s
                                         : u"A sentence of the usual length that somebody said in an interview"_s;
        writer.beginObject().member("text"_L1, text).member("start"_L1, i * 1000).member("end"_L1, i * 1000 + 990);
        writer.member("speaker_id"_L1, i % 2 == 0 ? "speaker_1"_L1 : "speaker_2"_L1).endObject();
    }
    writer.endArray().key("words"_L1).beginArray();
    for (int i = 0; i < wordCount; ++i) {
        writer.beginObject().member("text"_L1, i % 30 == 0 ? u"naïve,"_s : u"interview"_s);
        writer.member("start"_L1, i * 59).member("end"_L1, i * 59 + 50);
        writer.member("sentence_index"_L1, std::min(i / wordsPerSentence, sentenceCount - 1)).endObject();
    }
    writer.endArray().endObject();
    writer.key("metadata"_L1).beginObject().member("video_title"_L1, "Long"_L1).key("n"_L1).raw("1.0").endObject();
    return writer.endObject().take();
}

template <typename Work>
void measure(const char *name, Work work)
{
    constexpr int runs = 31;
    std::vector<qint64> times;
    for (int i = 0; i < runs; ++i) {
        QElapsedTimer timer;
        timer.start();
        work();
        times.push_back(timer.nsecsElapsed());
    }
    std::nth_element(times.begin(), times.begin() + runs / 2, times.end());
    std::printf("%-40s %7.2f ms (best %.2f)\n", name, static_cast<double>(times[runs / 2]) / 1e6,
                static_cast<double>(*std::min_element(times.begin(), times.end())) / 1e6);
}

} // namespace

int main()
{
    const QByteArray bytes = longRequest();
    std::printf("%.2f MB\n", static_cast<double>(bytes.size()) / 1e6);
    measure("parse to tree", [&] { (void)JsonDocument::parse(bytes); });
    measure("parse and first raw member", [&] {
        const auto document = JsonDocument::parse(bytes);
        (void)document->root().member(u"metadata")->rawMembers();
    });
    measure("parse and first pointer", [&] {
        const auto document = JsonDocument::parse(bytes);
        (void)document->root().member(u"metadata")->pointer();
    });
    measure("bytes to request", [&] { (void)parseRequest(bytes); });
    const auto request = parseRequest(bytes);
    if (!request) {
        std::fprintf(stderr, "%s\n", qPrintable(request.error().text()));
        return 1;
    }
    measure("request to bytes", [&] { (void)writeRequest(*request, JsonWriter::Layout::Compact); });
    return 0;
}
