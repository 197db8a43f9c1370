// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/settings/keychainkeeper.h"

#include <QMap>

namespace ViralTest {

/// A keychain in memory whose questions wait until the test answers them.
class FakeKeychain final : public Viral::Keychain
{
public:
    using Outcome = Viral::KeychainAnswer::Outcome;

    void read(const QString &entry, Then then) override
    {
        m_waiting.append([this, entry, then] {
            const bool isThere = entries.contains(entry);
            answer(then, isThere ? Outcome::Done : Outcome::NotFound, entries.value(entry));
        });
    }
    void write(const QString &entry, const Viral::Secret &secret, Then then) override
    {
        m_waiting.append([this, entry, secret, then] {
            if (!refusal)
                entries.insert(entry, secret);
            answer(then, Outcome::Done);
        });
    }
    void remove(const QString &entry, Then then) override
    {
        m_waiting.append([this, entry, then] {
            const bool wasThere = !refusal && entries.remove(entry) > 0;
            answer(then, wasThere ? Outcome::Done : Outcome::NotFound);
        });
    }

    /// Answers everything that waits, in its order.
    void answerAll()
    {
        while (!m_waiting.isEmpty())
            m_waiting.takeFirst()();
    }
    qsizetype waiting() const { return m_waiting.size(); }

    QMap<QString, Viral::Secret> entries = {};
    /// What it says instead of doing what it is asked.
    std::optional<Outcome> refusal = {};

private:
    void answer(const Then &then, Outcome outcome, const Viral::Secret &secret = {}) const
    {
        const bool isDone = !refusal && outcome == Outcome::Done;
        then({.outcome = refusal.value_or(outcome), .secret = isDone ? secret : Viral::Secret()});
    }

    QList<std::function<void()>> m_waiting;
};

} // namespace ViralTest
