// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/ids.h"
#include "core/base/timespan.h"
#include "core/contract/moment.h"

#include <QHash>
#include <QString>

namespace Viral {

/// The ids of a result's moments, remembered: a run that goes on brings the same moments several times a second, and
/// making an id costs more than everything else that is done with a moment then.
class MomentIds
{
public:
    /// The same as momentId().
    MomentId idOf(const QString &jobId, const Moment &moment, int occurrence = 0);

private:
    /// What an id is made of.
    struct Parts
    {
        QString jobId = {};
        TimeSpan span = {};
        QString title = {};
        int occurrence = 0;
        bool operator==(const Parts &) const = default;
    };
    friend size_t qHash(const Parts &parts, size_t seed)
    {
        return qHashMulti(seed, qint64(parts.span.start.count()), qint64(parts.span.end.count()), parts.title);
    }

    QHash<Parts, MomentId> m_known;
};

} // namespace Viral
