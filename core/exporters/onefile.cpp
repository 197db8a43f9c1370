// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exporters/onefile.h"

#include "core/base/files.h"

namespace Viral {

using namespace Qt::StringLiterals;

Exported oneFile(const Selects &selects, QLatin1StringView suffix, const QByteArray &bytes, const QStringList &warnings)
{
    return {.files = {{.name = safeFileName(selects.name, u"moments"_s) + suffix, .bytes = bytes}},
            .warnings = warnings};
}

} // namespace Viral
