// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ingest/markup.h"

#include "core/ingest/cueclock.h"

#include <QHash>

#include <algorithm>
#include <array>
#include <optional>

namespace Viral {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype longestTag = 512;
constexpr qsizetype longestEntity = 12;

bool isNameCharacter(QChar character)
{
    return character.isLetterOrNumber() || character == u'.' || character == u'-' || character == u'_' ||
           character == u':';
}

/// Length of the reading aid behind "<rt>" at \a position, with its end tag; 0 when there is none.
qsizetype readingLength(QStringView text, qsizetype position)
{
    constexpr QStringView opening = u"<rt>";
    constexpr QStringView closing = u"</rt>";
    if (!text.sliced(position).startsWith(opening))
        return 0;
    const qsizetype end = text.sliced(position).left(longestTag).indexOf(closing);
    return end < 0 ? 0 : end + closing.size();
}

/// What may follow a name inside a tag: nothing, a slash, attributes, or the annotation of a voice or language tag.
bool isTagBody(QStringView body)
{
    if (body.startsWith(u'/'))
        body = body.sliced(1);
    if (body.isEmpty() || !body[0].isLetter())
        return false;
    qsizetype nameEnd = 0;
    while (nameEnd < body.size() && isNameCharacter(body[nameEnd]))
        ++nameEnd;
    const QStringView name = body.left(nameEnd);
    const QStringView rest = body.sliced(nameEnd).trimmed();
    const qsizetype dot = name.indexOf(u'.');
    const QStringView element = dot < 0 ? name : name.left(dot);
    const bool takesAnnotation = element == "v"_L1 || element == "c"_L1 || element == "lang"_L1;
    return rest.isEmpty() || rest == "/"_L1 || rest.contains(u'=') || takesAnnotation;
}

qsizetype angleTagLength(QStringView text, qsizetype position)
{
    const QStringView look = text.sliced(position + 1).left(longestTag);
    for (qsizetype i = 0; i < look.size(); ++i) {
        if (look[i] == u'<')
            return 0;
        if (look[i] == u'>') {
            const QStringView body = look.left(i);
            return isTagBody(body) || parseClock(body) ? i + 2 : 0;
        }
    }
    return 0;
}

qsizetype overrideLength(QStringView text, qsizetype position)
{
    const QStringView look = text.sliced(position).left(longestTag);
    if (!look.startsWith("{\\"_L1))
        return 0;
    return look.indexOf(u'}') + 1;
}

std::optional<char32_t> namedEntity(QStringView name)
{
    static const QHash<QStringView, char32_t> table{
        {u"amp", U'&'},         {u"lt", U'<'},          {u"gt", U'>'},          {u"quot", U'"'},
        {u"apos", U'\''},       {u"nbsp", U'\u00A0'},   {u"lrm", U'\u200E'},    {u"rlm", U'\u200F'},
        {u"shy", U'\u00AD'},    {u"hellip", U'\u2026'}, {u"ndash", U'\u2013'},  {u"mdash", U'\u2014'},
        {u"lsquo", U'\u2018'},  {u"rsquo", U'\u2019'},  {u"ldquo", U'\u201C'},  {u"rdquo", U'\u201D'},
        {u"laquo", U'\u00AB'},  {u"raquo", U'\u00BB'},  {u"iexcl", U'\u00A1'},  {u"iquest", U'\u00BF'},
        {u"copy", U'\u00A9'},   {u"reg", U'\u00AE'},    {u"trade", U'\u2122'},  {u"deg", U'\u00B0'},
        {u"euro", U'\u20AC'},   {u"pound", U'\u00A3'},  {u"cent", U'\u00A2'},   {u"yen", U'\u00A5'},
        {u"auml", U'\u00E4'},   {u"ouml", U'\u00F6'},   {u"uuml", U'\u00FC'},   {u"Auml", U'\u00C4'},
        {u"Ouml", U'\u00D6'},   {u"Uuml", U'\u00DC'},   {u"szlig", U'\u00DF'},  {u"eacute", U'\u00E9'},
        {u"egrave", U'\u00E8'}, {u"agrave", U'\u00E0'}, {u"ccedil", U'\u00E7'}, {u"ntilde", U'\u00F1'},
    };
    const auto found = table.constFind(name);
    return found == table.cend() ? std::nullopt : std::optional(*found);
}

std::optional<char32_t> numberedEntity(QStringView digits)
{
    const bool isHex = digits.startsWith(u'x') || digits.startsWith(u'X');
    bool isNumber = false;
    const uint code = (isHex ? digits.sliced(1) : digits).toUInt(&isNumber, isHex ? 16 : 10);
    const bool isCharacter = code > 0 && code <= 0x10FFFF && !QChar::isSurrogate(code);
    return isNumber && isCharacter ? std::optional(static_cast<char32_t>(code)) : std::nullopt;
}

/// Characters that show nothing and only get in the way of comparing; marks of writing direction stay.
bool isInvisible(QChar character)
{
    switch (character.unicode()) {
    case 0x00AD:
    case 0x200B:
    case 0x2060:
    case 0xFEFF:
        return true;
    default:
        return character.category() == QChar::Other_Control && !character.isSpace() && !character.isNull();
    }
}

/// Spaces collapsed, lines trimmed, blank lines dropped.
QString withPlainSpaces(QStringView text)
{
    QString plain;
    plain.reserve(text.size());
    bool pendingSpace = false;
    bool pendingBreak = false;
    for (const QChar character : text) {
        if (character == u'\n' || character == u'\r') {
            pendingBreak = true;
        } else if (character.isSpace()) {
            pendingSpace = true;
        } else if (!isInvisible(character)) {
            if (!plain.isEmpty() && (pendingBreak || pendingSpace))
                plain += pendingBreak ? u'\n' : u' ';
            pendingBreak = pendingSpace = false;
            plain += character.isNull() ? QChar(QChar::ReplacementCharacter) : character;
        }
    }
    return plain;
}

} // namespace

qsizetype tagLength(QStringView text, qsizetype position)
{
    if (text[position] == u'<')
        return angleTagLength(text, position);
    return text[position] == u'{' ? overrideLength(text, position) : 0;
}

QString withoutTags(QStringView text)
{
    QString plain;
    plain.reserve(text.size());
    for (qsizetype position = 0; position < text.size();) {
        const qsizetype reading = readingLength(text, position);
        const qsizetype tag = reading > 0 ? reading : tagLength(text, position);
        if (tag == 0)
            plain += text[position];
        position += std::max<qsizetype>(tag, 1);
    }
    return plain;
}

QString withEntitiesDecoded(QStringView text)
{
    if (!text.contains(u'&'))
        return text.toString();
    QString plain;
    plain.reserve(text.size());
    for (qsizetype position = 0; position < text.size();) {
        const QStringView look = text.sliced(position).left(longestEntity);
        const qsizetype end = look[0] == u'&' ? look.indexOf(u';') : -1;
        const QStringView name = end > 1 ? look.sliced(1, end - 1) : QStringView();
        const std::optional<char32_t> character =
            name.startsWith(u'#') ? numberedEntity(name.sliced(1)) : namedEntity(name);
        if (character)
            plain += QChar::fromUcs4(*character);
        else
            plain += text[position];
        position += character ? end + 1 : 1;
    }
    return plain;
}

QString tidied(QStringView text)
{
    return withPlainSpaces(withEntitiesDecoded(withoutTags(text))).normalized(QString::NormalizationForm_C);
}

} // namespace Viral
