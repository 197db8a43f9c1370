// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analysis/funnel.h"

#include <QCoreApplication>

#include <optional>

namespace Viral {

/// What the rules say about candidates, in the language of the window. The rules write English, so that results,
/// reports and the command line are the same everywhere; their sentences are the sources of the translation here, and
/// the numbers and names in them are kept. What is not known, from another version perhaps, stays as it is.
struct RuleWords
{
    Q_DECLARE_TR_FUNCTIONS(Viral::RuleWords)

public:
    /// Why it is not in the result; empty for what is.
    static QString reason(const FunnelEntry &entry) { return translated(entry.reason); }
    /// The number that decided.
    static QString measured(const FunnelEntry &entry) { return translated(entry.measured); }
    static QString why(const Adjustment &adjustment) { return translated(adjustment.why); }
    /// What was changed: "Start", "Post for LinkedIn".
    static QString what(const Adjustment &adjustment);

    /// \a english in the language of the window.
    static QString translated(const QString &english);
    /// True for what a rule of this version may say.
    static bool isKnown(const QString &english);
};

/// The parts of \a text that stand where \a pattern has %1, %2, …, in that order; nothing when it is not like it.
std::optional<QStringList> partsLike(const QString &pattern, const QString &text);

} // namespace Viral
