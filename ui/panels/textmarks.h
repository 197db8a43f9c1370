// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analysis/saidfacts.h"
#include "ui/style/palette.h"

#include <QTextEdit>

class QPlainTextEdit;

namespace Viral {

/// Marks for a field: \a facts underlined, and everything from \a cut on struck through; no cut for -1.
QList<QTextEdit::ExtraSelection> textMarks(const QPlainTextEdit &field, const QList<UnsaidFact> &facts, qsizetype cut,
                                           const Colours &colours);

/// "Not said in the clip: “Berlin”, “50k”"; empty without facts.
QString unsaidText(QStringView text, const QList<UnsaidFact> &facts);

} // namespace Viral
