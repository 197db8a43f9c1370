// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayView>
#include <QString>

#include <string_view>

namespace Viral {

/// Where a JSON text stops being JSON; used only after the fast parser has refused it.
struct JsonFault
{
    qsizetype offset = 0;
    qsizetype line = 1;   ///< from 1
    qsizetype column = 1; ///< from 1, in code points
    QString pointer;      ///< the value that was being read
    QString message;      ///< what is wrong there; empty when nothing is
};

/// Finds the first fault of \a text by the grammar of RFC 8259 and the limits of jsonreader.h (depth, numbers that fit
/// a double, no lone surrogates), in linear time and constant stack. A byte order mark is skipped.
JsonFault findFault(QByteArrayView text);

/// The end (offset of the first byte after) of the value that starts at \a offset of a text known to be valid.
qsizetype endOfValue(QByteArrayView validText, qsizetype offset);

/// A member's name (UTF-8) as a step of a JSON pointer, without the slash (RFC 6901).
QString pointerStep(std::string_view name);

} // namespace Viral
