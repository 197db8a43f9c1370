// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/json/jsonreader.h"

#include "core/json/jsonscanner.h"
#include "core/json/jsontape.h"

#include <simdjson.h>

#include <algorithm>
#include <charconv>
#include <cstring>

using namespace Qt::StringLiterals;

namespace Viral {

struct JsonDocument::Private : JsonTape
{
    /// Holds the text with room behind it for the parser to read ahead; raw texts are cut out of it.
    QByteArray bytes;
    simdjson::dom::parser parser;
};

namespace {

constexpr QByteArrayView byteOrderMark("\xEF\xBB\xBF");

Error syntaxError(QByteArrayView text, const char *otherwise)
{
    const JsonFault fault = findFault(text);
    if (fault.message.isEmpty())
        return {ErrorKind::Input, QString::fromLatin1(otherwise)};
    QString place = u"line %1, column %2"_s.arg(fault.line).arg(fault.column);
    if (!fault.pointer.isEmpty())
        place += u", at "_s + fault.pointer;
    return {ErrorKind::Input, fault.message, place};
}

bool exceedsSixtyFourBits(std::string_view digits, bool negative)
{
    const std::string_view limit = negative ? "9223372036854775808" : "18446744073709551615";
    return digits.size() != limit.size() ? digits.size() > limit.size() : digits > limit;
}

/// Rewrites \a digits, a whole number of at least 19 digits, as a double of the same length.
void writeAsDouble(char *digits, std::size_t count)
{
    char exponent[24] = {'e'};
    const char *exponentEnd = std::to_chars(exponent + 1, std::end(exponent), count - 1).ptr;
    const std::size_t exponentLength = static_cast<std::size_t>(exponentEnd - exponent);
    std::memmove(digits + 2, digits + 1, count - 2 - exponentLength);
    digits[1] = '.';
    std::memcpy(digits + count - exponentLength, exponent, exponentLength);
}

/// The parser refuses whole numbers beyond 64 bits. They are valid JSON and come as ids in metadata, so in its copy of
/// the text (not in ours) they are turned into doubles, without moving anything. True when there was one.
bool shortenLongNumbers(QByteArray &text)
{
    const auto isDigit = [](char c) { return c >= '0' && c <= '9'; };
    char *const start = text.data();
    char *const end = start + text.size();
    bool found = false;
    for (char *at = start; at < end;) {
        if (*at == '"') {
            at = start + endOfValue(text, at - start);
            continue;
        }
        if (!isDigit(*at)) {
            ++at;
            continue;
        }
        char *const digitsEnd = std::find_if_not(at, end, isDigit);
        const std::string_view digits(at, static_cast<std::size_t>(digitsEnd - at));
        const bool negative = at > start && at[-1] == '-';
        const bool isPartOfDouble =
            (at > start && (at[-1] == '.' || at[-1] == '+' || at[-1] == 'e' || at[-1] == 'E')) ||
            (digitsEnd < end && (*digitsEnd == '.' || *digitsEnd == 'e' || *digitsEnd == 'E')) ||
            (negative && at - 1 > start && (at[-2] == 'e' || at[-2] == 'E'));
        if (!isPartOfDouble && exceedsSixtyFourBits(digits, negative)) {
            writeAsDouble(at, digits.size());
            found = true;
        }
        at = digitsEnd;
    }
    return found;
}

/// \a bytes themselves when their memory goes on far enough behind them, else a copy. What stands there does not
/// matter.
QByteArray withRoom(const QByteArray &bytes)
{
    constexpr auto room = static_cast<qsizetype>(simdjson::SIMDJSON_PADDING);
    if (bytes.capacity() - bytes.size() >= room)
        return bytes;
    QByteArray copy(bytes.size() + room, ' ');
    std::copy(bytes.begin(), bytes.end(), copy.begin());
    copy.truncate(bytes.size());
    return copy;
}

simdjson::error_code parseTape(simdjson::dom::parser &parser, QByteArrayView textWithRoom)
{
    const auto size = static_cast<std::size_t>(textWithRoom.size());
    // The parser counts the document itself as a level.
    if (const auto error = parser.allocate(size + simdjson::SIMDJSON_PADDING, deepestJson + 1))
        return error;
    const auto error = parser.parse(textWithRoom.data(), size, false).error();
    if (error != simdjson::NUMBER_ERROR || !findFault(textWithRoom).message.isEmpty())
        return error;
    QByteArray shortened = withRoom(textWithRoom.toByteArray());
    if (!shortenLongNumbers(shortened))
        return error;
    return parser.parse(shortened.constData(), size, false).error();
}

} // namespace

JsonDocument::JsonDocument(std::unique_ptr<Private> data)
    : d(std::move(data))
{}
JsonDocument::JsonDocument(JsonDocument &&) noexcept = default;
JsonDocument &JsonDocument::operator=(JsonDocument &&) noexcept = default;
JsonDocument::~JsonDocument() = default;

Result<JsonDocument> JsonDocument::parse(const QByteArray &bytes)
{
    auto data = std::make_unique<Private>();
    data->bytes = withRoom(bytes);
    data->text = data->bytes;
    if (data->text.startsWith(byteOrderMark))
        data->text = data->text.sliced(byteOrderMark.size());
    if (const auto error = parseTape(data->parser, data->text))
        return tl::unexpected<Error>(syntaxError(bytes, simdjson::error_message(error)));
    data->words = data->parser.doc.tape.get();
    data->strings = data->parser.doc.string_buf.get();
    const auto &scan = *data->parser.implementation;
    data->tokens = {scan.structural_indexes.get(), scan.n_structural_indexes};
    return JsonDocument(std::move(data));
}

JsonValue JsonDocument::root() const
{
    return {d.get(), 1};
}

} // namespace Viral
