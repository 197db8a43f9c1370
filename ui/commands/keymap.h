// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QKeySequence>
#include <QString>
#include <QStringList>

#include <array>

namespace Viral {

/// The keys of every command, by the command's id. A key belongs to one command only.
class KeyMap
{
public:
    /// The keys of the table of commands.
    KeyMap();

    /// Portable key sequences, the first is shown; empty when the command has none.
    QStringList keysOf(const QString &id) const { return m_keys.value(id); }
    QList<QKeySequence> sequencesOf(const QString &id) const;
    /// The command that \a key gives, or one that shadows it as the beginning of a longer sequence; empty when free.
    QString ownerOf(const QString &key) const;

    /// Gives \a keys to \a id and takes them from whoever has them. Unknown ids and keys that cannot be read are left
    /// out.
    void give(const QString &id, const QStringList &keys);
    /// Back to the table's keys; keys that another command has now are taken back.
    void reset(const QString &id);

    bool operator==(const KeyMap &) const = default;

private:
    QHash<QString, QStringList> m_keys;
};

/// Habits from other programs that an editor may bring along.
enum class KeyPreset
{
    ViralMoments,
    Premiere,
    Resolve,
    FinalCut,
    LosslessCut,
};

inline constexpr std::array allKeyPresets{KeyPreset::ViralMoments, KeyPreset::Premiere, KeyPreset::Resolve,
                                          KeyPreset::FinalCut, KeyPreset::LosslessCut};

/// A proper name, not translated.
QString presetName(KeyPreset preset);
KeyMap presetKeys(KeyPreset preset);

/// \a key as QKeySequence writes it ("Ctrl+Shift+S"); empty when it is no key.
QString normalKey(const QString &key);

} // namespace Viral
