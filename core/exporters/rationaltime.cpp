// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exporters/rationaltime.h"

using namespace Qt::StringLiterals;

namespace Viral {

QString rationalTime(qint64 frames, const FrameRate &rate)
{
    return QString::number(frames * rate.denominator) + u'/' + QString::number(rate.numerator) + u's';
}

} // namespace Viral
