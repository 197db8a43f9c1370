// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/net/scheduler.h"
#include "ui/settings/keykeeper.h"

#include <functional>

namespace Viral {

/// How the system's keychain answered.
struct KeychainAnswer
{
    enum class Outcome
    {
        Done,
        NotFound,
        NoService, ///< there is no keychain
        Denied,    ///< it is locked, or its owner said no
        Failed,
    };

    Outcome outcome = Outcome::Done;
    /// What was asked for; empty unless Done.
    Secret secret = {};
    /// The keychain's own words, for people.
    QString words = {};

    bool operator==(const KeychainAnswer &) const = default;
};

/// The system's keychain: three questions, each answered once, later, or never.
class Keychain
{
public:
    using Then = std::function<void(const KeychainAnswer &)>;

    virtual ~Keychain() = default;

    virtual void read(const QString &entry, Then then) = 0;
    virtual void write(const QString &entry, const Secret &secret, Then then) = 0;
    virtual void remove(const QString &entry, Then then) = 0;
};

/// Keys in the keychain. Where there is none, or it does not open, they are held in memory and explanation() says so.
class KeychainKeeper final : public KeyKeeper
{
    Q_OBJECT

public:
    /// \a scheduler outlives the keeper.
    KeychainKeeper(std::unique_ptr<Keychain> keychain, Scheduler &scheduler, QObject *parent = nullptr);
    ~KeychainKeeper() override;

    void load() override;
    void setKey(KeyName name, const Secret &key) override;
    void forget(KeyName name) override;
    bool isLasting() const override { return m_state == State::Open; }
    QString explanation() const override;

    /// The keychain may ask its owner for a password meanwhile.
    static constexpr Milliseconds longestWait{60'000};

private:
    enum class State
    {
        NotAsked,
        Asking,
        Open,
        NoService,
        Denied,
        Silent, ///< did not answer in time
        Failing,
    };

    void takeRead(KeyName name, const KeychainAnswer &answer);
    void endLoading();
    /// Draws the conclusion from an answer; false when it was none that the keychain stands by.
    bool accept(const KeychainAnswer &answer);
    void report(const QString &what, const KeychainAnswer &answer);

    std::unique_ptr<Keychain> m_keychain;
    Scheduler &m_scheduler;
    std::unique_ptr<ScheduledAction> m_deadline;
    State m_state = State::NotAsked;
    QString m_words;
    int m_awaited = 0;
    /// Set or forgotten here since: what a read brings is older.
    std::array<bool, allKeyNames.size()> m_isOwn = {};
    /// Answers that come after the keeper is gone find this empty.
    std::shared_ptr<KeychainKeeper *> m_self;
};

} // namespace Viral
