// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/settings/keychainkeeper.h"

namespace Viral {

/// The keychain of the desktop (Secret Service, KWallet, …) through QtKeychain; entries of the service "viral-moments".
class SystemKeychain final : public Keychain
{
public:
    void read(const QString &entry, Then then) override;
    void write(const QString &entry, const Secret &secret, Then then) override;
    void remove(const QString &entry, Then then) override;
};

} // namespace Viral
