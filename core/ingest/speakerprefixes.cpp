// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ingest/speakerprefixes.h"

#include <QHash>

#include <algorithm>

namespace Viral {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype longestPrefix = 40;

bool isColon(QChar character)
{
    return character == u':' || character == QChar(0xFF1A);
}

/// A point belongs to a name after a short title ("Dr.", "J.") or inside a word ("john.smith").
bool isPointOfName(QStringView text, qsizetype position)
{
    if (position + 1 < text.size() && !text[position + 1].isSpace())
        return true;
    qsizetype start = position;
    while (start > 0 && text[start - 1].isLetter())
        --start;
    return position - start <= 3;
}

bool hasSentenceMark(QStringView text)
{
    for (qsizetype i = 0; i < text.size(); ++i) {
        if (QStringView(u"?!;\u2026\u3002\uFF01\uFF1F\u061F\u0964").contains(text[i]))
            return true;
        if (text[i] == u'.' && !isPointOfName(text, i))
            return true;
    }
    return false;
}

/// What stands in front of the first colon of \a line if it could be a name; empty otherwise.
QStringView candidateOf(QStringView line)
{
    const QStringView look = line.left(longestPrefix + 1);
    const auto colon = std::find_if(look.begin(), look.end(), isColon);
    if (colon == look.end())
        return {};
    const qsizetype length = colon - look.begin();
    const QStringView behind = line.sliced(length + 1);
    const bool standsFree = behind.isEmpty() || behind[0].isSpace() || line[length] == QChar(0xFF1A);
    QStringView name = look.left(length).trimmed();
    if (name.size() > 2 && name.front() == u'[' && name.back() == u']')
        name = name.sliced(1, name.size() - 2);
    const bool hasLetter = std::any_of(name.begin(), name.end(), [](QChar c) { return c.isLetter(); });
    return standsFree && hasLetter && !hasSentenceMark(name) ? name : QStringView();
}

/// Every word begins with a capital, a digit, a bracket or a letter without case; small words between are allowed.
bool looksLikeName(QStringView name)
{
    static const QSet<QString> smallWords{u"de"_s,  u"del"_s, u"der"_s, u"di"_s,  u"da"_s,  u"du"_s, u"van"_s,
                                          u"von"_s, u"of"_s,  u"the"_s, u"and"_s, u"und"_s, u"y"_s,  u"et"_s,
                                          u"e"_s,   u"la"_s,  u"le"_s,  u"al"_s,  u"bin"_s, u"as"_s};
    int count = 0;
    for (const QStringView word : name.tokenize(u' ')) {
        if (++count > 6)
            return false;
        const bool isSmall = !word.isEmpty() && word.front().isLower();
        if (isSmall && (count == 1 || !smallWords.contains(word.toString())))
            return false;
    }
    return true;
}

bool isCapitals(QStringView name)
{
    return std::none_of(name.begin(), name.end(), [](QChar c) { return c.isLower(); }) &&
           std::count_if(name.begin(), name.end(), [](QChar c) { return c.isUpper(); }) >= 2;
}

/// "MAN:" on a line of its own.
bool standsAlone(QStringView line)
{
    return !line.isEmpty() && isColon(line.trimmed().back());
}

/// Roles that stand in brackets in front of what somebody says: "[MAN] Hello".
QStringView bracketedRole(QStringView line)
{
    static const QSet<QString> roles{u"MAN"_s,  u"WOMAN"_s,       u"BOY"_s,      u"GIRL"_s,      u"NARRATOR"_s,
                                     u"HOST"_s, u"INTERVIEWER"_s, u"REPORTER"_s, u"ANNOUNCER"_s, u"SPEAKER"_s};
    const qsizetype close = line.startsWith(u'[') ? line.left(longestPrefix).indexOf(u']') : -1;
    if (close < 2 || close + 1 >= line.size())
        return {};
    const QStringView role = line.sliced(1, close - 1);
    const qsizetype space = role.indexOf(u' ');
    return roles.contains((space < 0 ? role : role.left(space)).toString()) ? role : QStringView();
}

/// Takes ">>" or ">>>" off the front.
bool takeArrows(QStringView &line)
{
    if (!line.startsWith(">>"_L1))
        return false;
    while (line.startsWith(u'>'))
        line = line.sliced(1);
    line = line.trimmed();
    return true;
}

bool startsWithDash(QStringView line)
{
    if (line.size() < 2 || !QStringView(u"-\u2010\u2013").contains(line[0]))
        return false;
    const QStringView rest = line.sliced(1).trimmed();
    return !rest.isEmpty() && (rest[0].isLetter() || rest[0].isPunct()) && rest[0] != u'-';
}

/// Lines, and within a line the parts that ">>" opens.
QStringList turnLines(const QString &text)
{
    QStringList lines;
    for (const QString &line : text.split(u'\n')) {
        qsizetype start = 0;
        for (qsizetype arrows = line.indexOf(" >>"_L1); arrows >= 0; arrows = line.indexOf(" >>"_L1, start + 2)) {
            lines.append(line.sliced(start, arrows - start));
            start = arrows + 1;
        }
        lines.append(line.sliced(start));
    }
    return lines;
}

void append(QList<SpokenPart> &parts, SpokenPart::Turn turn, const QString &speaker, QStringView text)
{
    if (turn != SpokenPart::Turn::SameAsBefore || parts.isEmpty())
        parts.append({turn, speaker, text.toString()});
    else
        parts.last().text += (parts.last().text.isEmpty() ? QString() : u"\n"_s) + text.toString();
}

} // namespace

SpeakerPrefixes::SpeakerPrefixes(const QStringList &texts)
{
    struct Seen
    {
        qsizetype count = 0;
        bool alone = false;
    };
    QHash<QString, Seen> seen;
    qsizetype withPrefix = 0;
    for (const QString &text : texts) {
        QStringView line = QStringView(text).left(text.indexOf(u'\n') < 0 ? text.size() : text.indexOf(u'\n'));
        takeArrows(line);
        const QStringView name = candidateOf(line);
        if (name.isEmpty())
            continue;
        Seen &entry = seen[name.toString()];
        ++entry.count;
        entry.alone = entry.alone || standsAlone(line);
        ++withPrefix;
    }
    const bool everywhere = texts.size() >= 2 && withPrefix * 5 >= texts.size() * 4;
    for (auto entry = seen.cbegin(); entry != seen.cend(); ++entry) {
        const bool often = entry->count >= 2 && looksLikeName(entry.key());
        if (everywhere || often || (entry->alone && isCapitals(entry.key())))
            m_accepted.insert(entry.key());
    }
}

QList<SpokenPart> SpeakerPrefixes::parts(const QString &text) const
{
    QList<SpokenPart> parts;
    const QStringList lines = turnLines(text);
    // A dash is a new speaker where two lines have one, or where the cue begins with a hyphen; else it is just a dash.
    const bool hasDashes = text.startsWith(u'-') || std::count_if(lines.begin(), lines.end(), startsWithDash) >= 2;
    for (const QString &wholeLine : lines) {
        QStringView line = QStringView(wholeLine).trimmed();
        bool newTurn = takeArrows(line);
        if (hasDashes && startsWithDash(line)) {
            newTurn = true;
            line = line.sliced(1).trimmed();
        }
        const QStringView role = bracketedRole(line);
        const QStringView name = role.isEmpty() ? candidateOf(line) : role;
        if (!role.isEmpty() || (!name.isEmpty() && m_accepted.contains(name.toString()))) {
            const auto mark = role.isEmpty() ? std::find_if(line.begin(), line.end(), isColon)
                                             : std::find(line.begin(), line.end(), u']');
            const QStringView speech = line.sliced(mark - line.begin() + 1).trimmed();
            append(parts, SpokenPart::Turn::Named, name.toString(), speech);
        } else {
            append(parts, newTurn ? SpokenPart::Turn::Unknown : SpokenPart::Turn::SameAsBefore, {}, line);
        }
    }
    return parts;
}

} // namespace Viral
