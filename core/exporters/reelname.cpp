// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exporters/reelname.h"

#include <QCryptographicHash>

#include <string_view>

using namespace Qt::StringLiterals;

namespace Viral {

namespace {

constexpr qsizetype longestReel = 8;
constexpr qsizetype mark = 4;

QString fitting(const QString &text)
{
    QString reel;
    for (const QChar character : text.toUpper()) {
        const char16_t c = character.unicode();
        if ((c >= u'A' && c <= u'Z') || (c >= u'0' && c <= u'9'))
            reel += character;
    }
    return reel;
}

/// Four characters that differ for different texts, but for one pair in a million.
QString markOf(const QString &text)
{
    constexpr std::string_view digits = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789";
    const QByteArray hash = QCryptographicHash::hash(text.toUtf8(), QCryptographicHash::Sha1);
    QString marked;
    for (qsizetype i = 0; i < mark; ++i)
        marked += QLatin1Char(digits[static_cast<unsigned char>(hash[i]) % digits.size()]);
    return marked;
}

} // namespace

QString reelName(const QString &fileName)
{
    // Systems store the same accents in one character or in two.
    const QString name = fileName.normalized(QString::NormalizationForm_C);
    const QString stem = name.contains(u'.') ? name.section(u'.', 0, -2) : name;
    const QString reel = fitting(stem);
    // AX is a reel nobody knows, BL is black.
    const bool isTaken = reel == "AX"_L1 || reel == "BL"_L1;
    const bool isWhole = reel.size() == stem.size() && !reel.isEmpty() && reel.size() <= longestReel && !isTaken;
    return isWhole ? reel : reel.left(longestReel - mark) + markOf(name);
}

} // namespace Viral
