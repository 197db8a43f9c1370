// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringView>

#include <vector>

namespace Viral {

/// A stretch of letters or figures of one kind of script.
struct TextPiece
{
    QString folded = {};
    qsizetype begin = 0;
    qsizetype end = 0;
    bool hasDigit = false;
    bool isUnspaced = false;
    int letters = 0;
    int capitals = 0;
    bool startsWithCapital = false;
    /// What stands before it: the beginning, or something that ends a sentence.
    bool opensSentence = false;
    QChar before = {};
};

/// The pieces of \a text in their order, without web addresses; text beyond 100 000 characters is left out.
std::vector<TextPiece> textPieces(QStringView text);

} // namespace Viral
