// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ingest/sounds.h"

#include "core/base/text.h"

#include <QSet>

#include <algorithm>

namespace Viral {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype longestSound = 100;

QChar closingOf(QChar opening)
{
    switch (opening.unicode()) {
    case u'[':
        return u']';
    case u'(':
        return u')';
    case 0xFF3B:
        return QChar(0xFF3D);
    case 0xFF08:
        return QChar(0xFF09);
    case 0x3010:
        return QChar(0x3011);
    default:
        return {};
    }
}

bool isRound(QChar opening)
{
    return opening == u'(' || opening == QChar(0xFF08);
}

/// Length of a note sign at \a position, 0 when there is none.
qsizetype noteLength(QStringView text, qsizetype position)
{
    const char16_t first = text[position].unicode();
    if (first >= 0x2669 && first <= 0x266C)
        return 1;
    const bool isNote = first == 0xD83C && position + 1 < text.size() &&
                        (text[position + 1] == QChar(0xDFB5) || text[position + 1] == QChar(0xDFB6));
    return isNote ? 2 : 0;
}

const QSet<QString> &soundWords()
{
    static const QSet<QString> words{
        u"laughter"_s,  u"laughs"_s,  u"laugh"_s,          u"laughing"_s,   u"chuckles"_s,   u"chuckle"_s,
        u"chuckling"_s, u"giggles"_s, u"music"_s,          u"applause"_s,   u"clapping"_s,   u"cheering"_s,
        u"cheers"_s,    u"sigh"_s,    u"sighs"_s,          u"sighing"_s,    u"cough"_s,      u"coughs"_s,
        u"coughing"_s,  u"clears"_s,  u"inaudible"_s,      u"crosstalk"_s,  u"silence"_s,    u"pause"_s,
        u"noise"_s,     u"beep"_s,    u"bleep"_s,          u"ringing"_s,    u"ticking"_s,    u"rumbling"_s,
        u"playing"_s,   u"sobbing"_s, u"crying"_s,         u"screaming"_s,  u"whispering"_s, u"snorts"_s,
        u"gasps"_s,     u"groans"_s,  u"unintelligible"_s, u"blankaudio"_s, u"foreign"_s,    u"musik"_s,
        u"gelächter"_s, u"lachen"_s,  u"lacht"_s,          u"applaus"_s,    u"seufzt"_s,     u"husten"_s,
        u"música"_s,    u"risas"_s,   u"aplausos"_s,       u"musique"_s,    u"rires"_s,      u"applaudissements"_s,
        u"musica"_s,    u"risate"_s,  u"applausi"_s,       u"музыка"_s,     u"смех"_s,       u"аплодисменты"_s,
        u"笑"_s,        u"笑い"_s,    u"笑い声"_s,         u"拍手"_s,       u"音楽"_s,       u"音乐"_s,
        u"掌声"_s,      u"笑声"_s,    u"웃음"_s,           u"박수"_s,       u"음악"_s,       u"موسيقى"_s,
        u"ضحك"_s,       u"تصفيق"_s,   u"צחוק"_s,           u"מוזיקה"_s,
    };
    return words;
}

bool namesSound(QStringView content)
{
    const QStringList words = foldedWords(content);
    if (words.size() > 8)
        return false;
    return std::any_of(words.begin(), words.end(), [](const QString &word) { return soundWords().contains(word); });
}

bool isAllCapitals(QStringView content)
{
    const bool hasLower = std::any_of(content.begin(), content.end(), [](QChar c) { return c.isLower(); });
    return !hasLower && std::any_of(content.begin(), content.end(), [](QChar c) { return c.isUpper(); });
}

/// How much of its line a bracket leaves to others.
struct Surroundings
{
    bool opensLine = false;
    bool closesLine = false;
};

Surroundings surroundings(QStringView text, qsizetype start, qsizetype end)
{
    qsizetype before = start;
    while (before > 0 && text[before - 1] == u' ')
        --before;
    qsizetype behind = end;
    while (behind < text.size() && (text[behind] == u' ' || text[behind] == u'.'))
        ++behind;
    return {before == 0 || text[before - 1] == u'\n', behind == text.size() || text[behind] == u'\n'};
}

/// A whole sentence in brackets is said, not heard: "(I never told her.)".
bool isAside(QStringView content)
{
    const QStringView trimmed = content.trimmed();
    return trimmed.count(u' ') >= 2 && QStringView(u".?!\u2026").contains(trimmed.back());
}

bool isSound(QStringView text, qsizetype start, qsizetype end)
{
    const QStringView content = text.sliced(start + 1, end - start - 2);
    if (namesSound(content))
        return true;
    const Surroundings around = surroundings(text, start, end);
    if (isRound(text[start]))
        return around.opensLine && around.closesLine && !isAside(content);
    return around.opensLine || around.closesLine || isAllCapitals(content);
}

/// End of the bracket that opens at \a position, 0 when it does not close soon.
qsizetype bracketEnd(QStringView text, qsizetype position)
{
    const QChar closing = closingOf(text[position]);
    if (closing.isNull())
        return 0;
    const qsizetype offset = text.sliced(position).left(longestSound).indexOf(closing);
    return offset > 0 ? position + offset + 1 : 0;
}

bool mayHoldSounds(QStringView text)
{
    return std::any_of(text.begin(), text.end(), [](QChar character) {
        return !closingOf(character).isNull() || (character.unicode() >= 0x2669 && character.unicode() <= 0x266C) ||
               character.unicode() == 0xD83C;
    });
}

} // namespace

QString withoutSounds(const QString &text, QStringList &sounds)
{
    if (!mayHoldSounds(text))
        return text;
    QString spoken;
    bool hasNotes = false;
    for (qsizetype position = 0; position < text.size();) {
        const qsizetype note = noteLength(text, position);
        const qsizetype end = note > 0 ? position + note : bracketEnd(text, position);
        if (note > 0) {
            hasNotes = true;
        } else if (end > 0 && isSound(text, position, end)) {
            sounds.append(text.sliced(position, end - position).simplified());
        } else {
            spoken += text[position++];
            continue;
        }
        spoken += u' ';
        position = end;
    }
    if (hasNotes)
        sounds.append(u"\u266A"_s);
    return spoken;
}

bool isNoteSign(QStringView sound)
{
    return sound == u"\u266A";
}

bool isSoundMark(QStringView text)
{
    if (text.size() < 3 || closingOf(text.front()).isNull() || text.back() != closingOf(text.front()))
        return false;
    return !isRound(text.front()) || namesSound(text.sliced(1, text.size() - 2));
}

} // namespace Viral
