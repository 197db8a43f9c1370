// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"
#include "core/base/secret.h"

#include <QLatin1StringView>
#include <QObject>

#include <array>

namespace Viral {

/// The secrets that the program knows.
enum class KeyName
{
    OpenAi,
    RunPod,
    WebhookSecret,
};

inline constexpr std::array allKeyNames{KeyName::OpenAi, KeyName::RunPod, KeyName::WebhookSecret};

/// The variable of the environment that is stronger than the kept key.
QLatin1StringView variableOf(KeyName name);

/// Holds the editor's keys while the program runs, and keeps them where the system allows it. A key leaves it only as a
/// Secret.
class KeyKeeper : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

    /// Empty when there is none, or when it has not been loaded yet.
    Secret key(KeyName name) const { return m_keys.at(static_cast<std::size_t>(name)); }

    /// Fetches what was kept; loaded() follows, never from inside this call, also when there was nothing to fetch.
    virtual void load() = 0;
    /// Holds the key from now on and keeps it where that is possible. An empty one is forgotten.
    virtual void setKey(KeyName name, const Secret &key) = 0;
    virtual void forget(KeyName name) = 0;
    /// True when keys survive the end of the program.
    virtual bool isLasting() const = 0;
    /// Where keys are at the moment, in plain words.
    virtual QString explanation() const = 0;

Q_SIGNALS:
    void changed(Viral::KeyName name);
    void loaded();
    /// Something could not be kept, fetched or removed; the key is still held in memory.
    void failed(const Viral::Error &error);

protected:
    /// Changes what is held, and says so when it differs.
    void hold(KeyName name, const Secret &key);

private:
    std::array<Secret, allKeyNames.size()> m_keys = {};
};

/// Keys in memory only: they are gone when the program ends.
class MemoryKeeper final : public KeyKeeper
{
    Q_OBJECT

public:
    using KeyKeeper::KeyKeeper;

    void load() override;
    void setKey(KeyName name, const Secret &key) override;
    void forget(KeyName name) override;
    bool isLasting() const override { return false; }
    QString explanation() const override;
};

} // namespace Viral
