// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/settings/settingrules.h"

namespace Viral {

/// Keeps Preferences in a settings file, one line per setting that differs from its default. Lines it does not know
/// stay as they are; what was changed meanwhile by another window is overwritten only where this one changed it.
class PreferenceStore
{
public:
    explicit PreferenceStore(QString file = usualFile());

    /// What the file says; defaults for the rest. A file that cannot be read is put aside, a line that breaks its rule
    /// is ignored; notices() says so.
    Preferences read();
    /// Writes what differs from what was read or written last.
    Result<void> write(const Preferences &preferences);

    /// What stands in the file for \a key; empty when nothing does or the file cannot be used, which is left as it is.
    QString lineOf(QLatin1StringView key) const;

    /// What there is to say about the last read(), for the editor.
    const QStringList &notices() const { return m_notices; }
    const QString &file() const { return m_file; }

    static QString usualFile();

private:
    void putAside(const QString &why);
    QString reasonAgainst() const;

    QString m_file;
    QStringList m_notices;
    Preferences m_known = {};
};

} // namespace Viral
