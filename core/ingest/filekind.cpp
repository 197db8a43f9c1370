// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ingest/filekind.h"

#include <algorithm>
#include <array>
#include <string_view>

namespace Viral {

using namespace Qt::StringLiterals;
using namespace std::string_view_literals;

namespace {

enum class BinaryKind
{
    Archive,
    RichText,
    Media,
    Picture,
    Document,
    Program,
};

struct Magic
{
    std::string_view bytes;
    std::size_t offset = 0;
    BinaryKind kind = BinaryKind::Media;
};

constexpr std::array magics{
    Magic{"PK\x03\x04"sv, 0, BinaryKind::Archive},
    Magic{"PK\x05\x06"sv, 0, BinaryKind::Archive},
    Magic{"\x1f\x8b"sv, 0, BinaryKind::Archive},
    Magic{"7z\xbc\xaf"sv, 0, BinaryKind::Archive},
    Magic{"\xfd\x37zXZ"sv, 0, BinaryKind::Archive},
    Magic{"Rar!\x1a"sv, 0, BinaryKind::Archive},
    Magic{"BZh"sv, 0, BinaryKind::Archive},
    Magic{"\x28\xb5\x2f\xfd"sv, 0, BinaryKind::Archive},
    Magic{"{\\rtf"sv, 0, BinaryKind::RichText},
    Magic{"%PDF-"sv, 0, BinaryKind::Document},
    Magic{"\xd0\xcf\x11\xe0"sv, 0, BinaryKind::Document},
    Magic{"ftyp"sv, 4, BinaryKind::Media},
    Magic{"moov"sv, 4, BinaryKind::Media},
    Magic{"mdat"sv, 4, BinaryKind::Media},
    Magic{"RIFF"sv, 0, BinaryKind::Media},
    Magic{"OggS"sv, 0, BinaryKind::Media},
    Magic{"fLaC"sv, 0, BinaryKind::Media},
    Magic{"ID3"sv, 0, BinaryKind::Media},
    Magic{"FORM"sv, 0, BinaryKind::Media},
    Magic{"\x1a\x45\xdf\xa3"sv, 0, BinaryKind::Media},
    Magic{"\x00\x00\x01\xba"sv, 0, BinaryKind::Media},
    Magic{"\xff\xfb"sv, 0, BinaryKind::Media},
    Magic{"\xff\xf1"sv, 0, BinaryKind::Media},
    Magic{"\x89PNG"sv, 0, BinaryKind::Picture},
    Magic{"\xff\xd8\xff"sv, 0, BinaryKind::Picture},
    Magic{"GIF8"sv, 0, BinaryKind::Picture},
    Magic{"\x7f\x45LF"sv, 0, BinaryKind::Program},
};

/// Letters alone prove nothing ("FORMER president …"): a binary file soon shows bytes that no plain text has.
bool hasBinaryBytes(std::string_view bytes)
{
    const auto isBinary = [](char byte) {
        return byte < 0 || (byte < 0x20 && byte != '\t' && byte != '\n' && byte != '\r');
    };
    const std::string_view look = bytes.substr(0, 32);
    return std::any_of(look.begin(), look.end(), isBinary);
}

bool isKindOfText(BinaryKind kind)
{
    return kind == BinaryKind::RichText || kind == BinaryKind::Document;
}

QString messageFor(BinaryKind kind)
{
    switch (kind) {
    case BinaryKind::Archive:
        return u"This is a ZIP or other packed file (a Word or OpenDocument file is one too). Unpack it, or export the "
               "transcript with timestamps as SRT or WebVTT."_s;
    case BinaryKind::RichText:
        return u"This is a rich text file (RTF). Export the transcript with timestamps as SRT or WebVTT."_s;
    case BinaryKind::Media:
        return u"This is an audio or video file, not a transcript. Have it transcribed and open the transcript."_s;
    case BinaryKind::Picture:
        return u"This is a picture, not a transcript."_s;
    case BinaryKind::Document:
        return u"This is a PDF or an old Office document. Export the transcript with timestamps as SRT or WebVTT."_s;
    case BinaryKind::Program:
        return u"This is a program, not a transcript."_s;
    }
    return {};
}

} // namespace

QString refusalOfBinary(QByteArrayView bytes)
{
    const std::string_view view(bytes.data(), static_cast<std::size_t>(bytes.size()));
    for (const Magic &magic : magics) {
        if (view.size() < magic.offset || !view.substr(magic.offset).starts_with(magic.bytes))
            continue;
        if (isKindOfText(magic.kind) || hasBinaryBytes(view))
            return messageFor(magic.kind);
    }
    return {};
}

bool looksBinary(QStringView text)
{
    qsizetype controls = 0;
    for (const QChar character : text) {
        const char16_t code = character.unicode();
        const bool isUsual = code == u'\t' || code == u'\n' || code == u'\v' || code == u'\f' || code == u'\r';
        controls += (code < 0x20 && !isUsual) || code == 0x7F ? 1 : 0;
    }
    return controls > 4 && controls * 100 > text.size();
}

} // namespace Viral
