// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCoreApplication>
#include <QStringList>

namespace Viral {

/// What core says about a hand-over (warnings of formats, why nothing can be written), in the language of the window.
/// Core writes English, the same for the command line and in logs; its sentences are the sources of the translation
/// here. What is not known stays as it is.
struct HandOverWords
{
    Q_DECLARE_TR_FUNCTIONS(Viral::HandOverWords)

public:
    static QString translated(const QString &english);
    static bool isKnown(const QString &english);
};

} // namespace Viral
