// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/library/library.h"
#include "tests/flow_desktop/shownstate.h"
#include "tests/support/samplework.h"

namespace ViralTest {

/// What a window shows that opens the review now, and what it has to have shown on the way there.
class Witness
{
public:
    explicit Witness(const Viral::ReviewId &review)
        : m_review(review)
        , m_history(Viral::Review(evenWork(12).outcome.result))
    {
        m_states.append(shownState(m_history));
    }

    /// Reads what the library holds by now; how many of its steps nobody has printed comes out of takePrinted().
    bool read(Viral::Library &library)
    {
        const Viral::Result<QList<Viral::JournalEntry>> entries = library.journal().entriesAfter(m_review, m_last);
        if (!entries)
            return false;
        for (const Viral::JournalEntry &entry : *entries) {
            if (entry.number != ++m_last || !m_history.apply(entry))
                return false;
            m_states.append(shownState(m_history));
        }
        return true;
    }

    /// False when a state that was shown is not among those that the library leads through, in their order.
    bool takePrinted(const QList<QByteArray> &printed)
    {
        for (const QByteArray &state : printed) {
            const qsizetype found = m_states.indexOf(state, m_seen);
            if (found < 0)
                return false;
            m_seen = found;
        }
        return true;
    }

    /// Steps on disk behind the last one shown.
    qsizetype unseen() const { return m_states.size() - 1 - m_seen; }
    qint64 steps() const { return m_last; }

private:
    Viral::ReviewId m_review;
    Viral::ReviewHistory m_history;
    qint64 m_last = 0;
    QList<QByteArray> m_states;
    qsizetype m_seen = 0;
};

} // namespace ViralTest
