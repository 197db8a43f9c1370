// SPDX-License-Identifier: GPL-3.0-or-later
// The reader and the scanner must agree on what JSON is, and raw texts must be JSON themselves.
#include "core/json/jsonreader.h"
#include "core/json/jsonscanner.h"

#include <cstdint>
#include <cstdlib>

using namespace Viral;

namespace {

void walk(const JsonValue &value)
{
    const auto again = JsonDocument::parse(value.rawText());
    if (!again || again->root().type() != value.type() || again->root().size() != value.size())
        std::abort();
    (void)value.pointer();
    value.forEachMember([](std::string_view, const JsonValue &member) { walk(member); });
    value.forEachElement([](std::size_t, const JsonValue &element) { walk(element); });
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const QByteArray text(reinterpret_cast<const char *>(data), static_cast<qsizetype>(size));
    const auto document = JsonDocument::parse(text);
    if (document.has_value() != findFault(text).message.isEmpty())
        std::abort();
    constexpr qsizetype smallEnough = 2000; // every value is parsed again
    if (document && text.size() < smallEnough)
        walk(document->root());
    return 0;
}
