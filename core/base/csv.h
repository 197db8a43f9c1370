// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

namespace Viral {

/// A field of comma-separated values (RFC 4180) for spreadsheets: quoted where it has to be; what a spreadsheet would
/// take for a formula gets an apostrophe in front.
QString csvField(const QString &text);

/// The same for programs that read the text to the letter.
QString csvLiteralField(const QString &text);

} // namespace Viral
