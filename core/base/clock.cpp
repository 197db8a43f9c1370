// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/clock.h"

#include <QUuid>

namespace Viral {

QDateTime SystemClock::now() const
{
    return QDateTime::currentDateTimeUtc();
}

QString SystemClock::newId()
{
    return QUuid::createUuid().toString(QUuid::WithoutBraces);
}

} // namespace Viral
