// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/commands/keymap.h"

#include <QObject>

namespace Viral {

/// The keys in force in every window of the program, kept in a file beside the settings.
class KeyMapStore final : public QObject
{
    Q_OBJECT

public:
    /// \a path need not exist; empty keeps nothing. A file that cannot be read is left alone and trouble() says so.
    explicit KeyMapStore(QString path, QObject *parent = nullptr);

    const KeyMap &keys() const { return m_keys; }
    /// Puts \a keys in force and keeps them; false when they could not be kept, trouble() says why.
    bool setKeys(const KeyMap &keys);
    /// What the user should know about reading or keeping; empty as a rule.
    const QString &trouble() const { return m_trouble; }

Q_SIGNALS:
    void changed();

private:
    QString m_path;
    KeyMap m_keys;
    QString m_trouble;
};

} // namespace Viral
