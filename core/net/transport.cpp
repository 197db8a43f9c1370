// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/net/transport.h"

namespace Viral {

Call::Call(QObject *owner)
    : QObject(owner)
{}

void Call::finish(const HttpOutcome &outcome)
{
    if (m_isFinished)
        return;
    m_isFinished = true;
    deleteLater();
    Q_EMIT finished(outcome);
}

} // namespace Viral
