// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QByteArrayView>

namespace Viral {

/// Where a JSON text stops being JSON; used only after the fast parser has refused it.
struct JsonFault
{
    qsizetype offset = 0;
    qsizetype line = 1;   ///< from 1
    qsizetype column = 1; ///< from 1, in code points
    QString pointer;      ///< the value that was being read
    QString message;      ///< what is wrong there
};

/// Finds the first fault of \a text by the grammar of RFC 8259, in linear time and constant stack.
JsonFault findFault(QByteArrayView text);

/// The end (offset of the first byte after) of the value that starts at \a offset of a text known to be valid.
qsizetype endOfValue(QByteArrayView validText, qsizetype offset);

} // namespace Viral
