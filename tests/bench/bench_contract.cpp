// SPDX-License-Identifier: GPL-3.0-or-later
// How long it takes to read and write a long interview's request: prints the median of several runs. Not a test.
#include "core/contract/requestcodec.h"
#include "tests/bench/benchtable.h"

using namespace Viral;
using ViralTest::measure;
using namespace Qt::StringLiterals;

namespace {

/// Half of them common words, the others out of 3 000; some not ASCII.
QString wordAt(int index)
{
    const int rank = index % 2 == 0 ? index / 2 * 7 % 50 : 50 + index * 31 % 3000;
    return (rank % 30 == 0 ? u"naïve%1"_s : u"words%1"_s).arg(rank);
}

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
        writer.beginObject().member("text"_L1, wordAt(i));
        writer.member("start"_L1, i * 59).member("end"_L1, i * 59 + 50);
        writer.member("sentence_index"_L1, std::min(i / wordsPerSentence, sentenceCount - 1)).endObject();
    }
    writer.endArray().endObject();
    writer.key("metadata"_L1).beginObject().member("video_title"_L1, "Long"_L1).key("n"_L1).raw("1.0").endObject();
    return writer.endObject().take();
}

} // namespace

int main()
{
    const QByteArray bytes = longRequest();
    constexpr int runs = 31;
    ViralTest::printTitle(u"A request of %1 MB"_s.arg(static_cast<double>(bytes.size()) / 1e6, 0, 'f', 2));
    measure(u"parse to tree"_s, runs, [&] { (void)JsonDocument::parse(bytes); });
    measure(u"parse and first raw member"_s, runs, [&] {
        const auto document = JsonDocument::parse(bytes);
        (void)document->root().member(u"metadata")->rawMembers();
    });
    measure(u"parse and first pointer"_s, runs, [&] {
        const auto document = JsonDocument::parse(bytes);
        (void)document->root().member(u"metadata")->pointer();
    });
    measure(u"bytes to request"_s, runs, [&] { (void)parseRequest(bytes); });
    const auto request = parseRequest(bytes);
    if (!request) {
        std::fprintf(stderr, "%s\n", qPrintable(request.error().text()));
        return 1;
    }
    measure(u"request to bytes"_s, runs, [&] { (void)writeRequest(*request, JsonWriter::Layout::Compact); });
    return 0;
}
