// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/document/author.h"

#include <QSettings>

using namespace Qt::StringLiterals;

namespace Viral {

QString reviewAuthor()
{
    const QString chosen = QSettings().value(u"review/author"_s).toString().simplified();
    if (!chosen.isEmpty())
        return chosen;
    for (const char *variable : {"USER", "LOGNAME", "USERNAME"}) {
        if (const QString name = qEnvironmentVariable(variable); !name.isEmpty())
            return name;
    }
    return u"editor"_s;
}

} // namespace Viral
