// SPDX-License-Identifier: GPL-3.0-or-later
// What a codec accepts it must write so that it reads back as the same value.
#include "core/contract/requestcodec.h"
#include "core/contract/serviceresultcodec.h"

#include <cstdint>
#include <cstdlib>

using namespace Viral;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const QByteArray text(reinterpret_cast<const char *>(data), static_cast<qsizetype>(size));
    if (const auto request = parseRequest(text)) {
        const auto again =
            parseRequest(writeRequest(*request, JsonWriter::Layout::Indented, true, KeyInPayload::Include));
        if (!again || *again != *request)
            std::abort();
    }
    if (const auto result = parseServiceResult(text)) {
        const auto again = parseServiceResult(writeServiceResult(*result, JsonWriter::Layout::Compact));
        if (!again || *again != *result)
            std::abort();
    }
    return 0;
}
