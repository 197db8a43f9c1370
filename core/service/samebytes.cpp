// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/service/samebytes.h"

#include <QCryptographicHash>

namespace Viral {

bool isSameSecret(const QByteArray &given, const QByteArray &expected)
{
    // Hashes have one length, and what they differ in says nothing about what was hashed.
    const QByteArray one = QCryptographicHash::hash(given, QCryptographicHash::Sha256);
    const QByteArray other = QCryptographicHash::hash(expected, QCryptographicHash::Sha256);
    int difference = 0;
    for (qsizetype i = 0; i < one.size(); ++i)
        difference |= one.at(i) ^ other.at(i);
    return difference == 0;
}

bool isSameSecret(const QByteArray &given, const Secret &expected)
{
    return isSameSecret(given, expected.reveal().toUtf8());
}

} // namespace Viral
