// SPDX-License-Identifier: GPL-3.0-or-later
// Whatever is given as a file: an input that keeps the promises of completion.h, or an error with a place.
#include "core/ingest/inputreader.h"

#include <cstdint>
#include <cstdlib>

using namespace Viral;

namespace {

void check(bool holds)
{
    if (!holds)
        std::abort();
}

void checkTranscript(const Transcript &transcript)
{
    Milliseconds latest{0};
    for (const Sentence &sentence : transcript.sentences) {
        check(sentence.span.start >= latest && sentence.span.end >= sentence.span.start);
        latest = sentence.span.start;
    }
    latest = Milliseconds{0};
    int index = 0;
    for (const Word &word : transcript.words) {
        check(word.span.start >= latest && word.span.end >= word.span.start);
        check(word.sentenceIndex >= index && word.sentenceIndex < transcript.sentences.size());
        check(transcript.sentences.at(word.sentenceIndex).span.contains(word.span));
        latest = word.span.start;
        index = word.sentenceIndex;
    }
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const QByteArray bytes(reinterpret_cast<const char *>(data), static_cast<qsizetype>(size));
    const Result<Input> input = readInput(bytes, QString());
    if (input)
        checkTranscript(input->request.transcript);
    else
        check(!input.error().message.isEmpty() && !input.error().place.isEmpty());
    return 0;
}
