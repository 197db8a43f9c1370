// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ingest/decoding.h"

#include <QStringDecoder>

#include <uchardet/uchardet.h>

#include <algorithm>
#include <array>
#include <memory>
#include <optional>

namespace Viral {

using namespace Qt::StringLiterals;

namespace {

using Encoding = QStringConverter::Encoding;

struct ByteOrderMark
{
    QByteArrayView bytes;
    Encoding encoding;
};

// UTF-32 stands before UTF-16: its little-endian mark begins with UTF-16's.
constexpr std::array byteOrderMarks{
    ByteOrderMark{QByteArrayView("\xff\xfe\x00\x00", 4), Encoding::Utf32LE},
    ByteOrderMark{QByteArrayView("\x00\x00\xfe\xff", 4), Encoding::Utf32BE},
    ByteOrderMark{QByteArrayView("\xef\xbb\xbf", 3), Encoding::Utf8},
    ByteOrderMark{QByteArrayView("\xff\xfe", 2), Encoding::Utf16LE},
    ByteOrderMark{QByteArrayView("\xfe\xff", 2), Encoding::Utf16BE},
};

DecodedText decodedWith(Encoding encoding, QByteArrayView bytes, bool isGuess)
{
    QStringDecoder decoder(encoding, QStringConverter::Flag::Stateless);
    DecodedText result{.text = decoder.decode(bytes),
                       .encoding = QString::fromLatin1(QStringConverter::nameForEncoding(encoding)),
                       .isGuess = isGuess};
    if (decoder.hasError())
        result.replacedCharacters = std::max<qsizetype>(1, result.text.count(QChar::ReplacementCharacter));
    return result;
}

std::optional<DecodedText> decodedByMark(QByteArrayView bytes)
{
    for (const ByteOrderMark &mark : byteOrderMarks) {
        if (bytes.startsWith(mark.bytes))
            return decodedWith(mark.encoding, bytes.sliced(mark.bytes.size()), false);
    }
    return std::nullopt;
}

/// UTF-16 of a Western text shows a zero in every other byte.
std::optional<Encoding> utf16ByZeros(QByteArrayView bytes)
{
    const qsizetype pairs = std::min<qsizetype>(bytes.size(), 4096) / 2;
    if (pairs < 2)
        return std::nullopt;
    qsizetype zerosFirst = 0;
    qsizetype zerosSecond = 0;
    for (qsizetype pair = 0; pair < pairs; ++pair) {
        zerosFirst += bytes[2 * pair] == '\0' ? 1 : 0;
        zerosSecond += bytes[2 * pair + 1] == '\0' ? 1 : 0;
    }
    if (zerosSecond * 10 >= pairs * 4 && zerosFirst * 20 <= pairs)
        return Encoding::Utf16LE;
    if (zerosFirst * 10 >= pairs * 4 && zerosSecond * 20 <= pairs)
        return Encoding::Utf16BE;
    return std::nullopt;
}

/// Mostly valid: a text that was cut inside a character, or one bad byte among many good sequences.
bool isDamagedUtf8(QByteArrayView bytes, const DecodedText &asUtf8)
{
    const auto isLeadByte = [](char byte) { return static_cast<unsigned char>(byte) >= 0xC2; };
    const auto leadBytes = std::count_if(bytes.begin(), bytes.end(), isLeadByte);
    return asUtf8.replacedCharacters * 4 <= leadBytes - asUtf8.replacedCharacters;
}

/// The detector's answer for the part of the text in which something other than ASCII first appears.
QByteArray detectedCharset(QByteArrayView bytes)
{
    constexpr qsizetype lookBack = 4096;
    constexpr qsizetype longestLook = 1 << 20;
    const auto firstHigh = std::find_if(bytes.begin(), bytes.end(), [](char byte) { return byte < 0; });
    const qsizetype start = std::max<qsizetype>(0, (firstHigh - bytes.begin()) - lookBack);
    const QByteArrayView look = bytes.sliced(start, std::min(longestLook, bytes.size() - start));

    const std::unique_ptr<uchardet, decltype(&uchardet_delete)> detector(uchardet_new(), &uchardet_delete);
    if (!detector || uchardet_handle_data(detector.get(), look.data(), static_cast<size_t>(look.size())) != 0)
        return {};
    uchardet_data_end(detector.get());
    return QByteArray(uchardet_get_charset(detector.get()));
}

std::optional<DecodedText> decodedByName(const QByteArray &name, QByteArrayView bytes)
{
    QStringDecoder decoder(name.constData(), QStringConverter::Flag::Stateless);
    if (!decoder.isValid())
        return std::nullopt;
    DecodedText result{.text = decoder.decode(bytes), .encoding = QString::fromLatin1(name), .isGuess = true};
    result.replacedCharacters = result.text.count(QChar::ReplacementCharacter);
    if (decoder.hasError())
        result.replacedCharacters = std::max<qsizetype>(1, result.replacedCharacters);
    return result;
}

/// The 32 places in which windows-1252 differs from Latin-1; unused ones stay control characters.
constexpr std::array<char16_t, 32> windows1252High{0x20AC, 0x0081, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021,
                                                   0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0x008D, 0x017D, 0x008F,
                                                   0x0090, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014,
                                                   0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0x009D, 0x017E, 0x0178};

DecodedText decodedAsWindows1252(QByteArrayView bytes)
{
    QString text = QString::fromLatin1(bytes);
    for (QChar &character : text) {
        if (character.unicode() >= 0x80 && character.unicode() < 0xA0)
            character = QChar(windows1252High[character.unicode() - 0x80]);
    }
    return {.text = std::move(text), .encoding = u"windows-1252"_s, .isGuess = true};
}

/// Answers of the detector that say nothing, or that stand for windows-1252 in practice.
bool meansWindows1252(const QByteArray &charset)
{
    const QByteArray name = charset.toUpper();
    return name.isEmpty() || name == "ASCII" || name == "UTF-8" || name == "ISO-8859-1" || name == "WINDOWS-1252";
}

} // namespace

DecodedText decoded(const QByteArray &bytes)
{
    if (auto marked = decodedByMark(bytes))
        return *std::move(marked);
    const std::optional<Encoding> wide = utf16ByZeros(bytes);
    if (wide)
        return decodedWith(*wide, bytes, true);
    DecodedText utf8 = decodedWith(Encoding::Utf8, bytes, false);
    if (utf8.replacedCharacters == 0)
        return utf8;
    if (isDamagedUtf8(bytes, utf8)) {
        utf8.isGuess = true;
        return utf8;
    }
    const QByteArray charset = detectedCharset(bytes);
    if (!meansWindows1252(charset)) {
        auto named = decodedByName(charset, bytes);
        if (named && named->replacedCharacters * 100 <= named->text.size())
            return *std::move(named);
    }
    return decodedAsWindows1252(bytes);
}

} // namespace Viral
