// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/settings/preferences.h"

#include <span>
#include <variant>

namespace Viral {

/// How a setting's text is read and which control shows it.
enum class SettingType
{
    Text,
    WholeNumber,
    Number,
    Seconds,
    Percent,
    Money,      ///< dollars
    Switch,     ///< true or false
    Choice,     ///< one of settingWords()
    WebAddress, ///< of a service that the key is sent to
    Webhook,    ///< an address that events are sent to, or nothing
};

/// Where a setting lives in the preferences.
template <typename Value>
using SettingPlace = Value &(*)(Preferences &);

/// One setting: its name in the file, what it may be, what it means. One table for the file, the window and the tests.
struct SettingRule
{
    using Place = std::variant<SettingPlace<QString>, SettingPlace<int>, SettingPlace<bool>, SettingPlace<Milliseconds>,
                               SettingPlace<std::optional<int>>, SettingPlace<std::optional<double>>,
                               SettingPlace<std::optional<MicroDollars>>, SettingPlace<OpenAiBase>, SettingPlace<QUrl>,
                               SettingPlace<ApiMode>, SettingPlace<std::optional<RunKind>>, SettingPlace<ThemeChoice>,
                               SettingPlace<std::optional<Language>>>;

    QLatin1StringView key = {};
    SettingType type = SettingType::Text;
    Place place;
    /// Of numbers, in the unit of their text (seconds, dollars, percent).
    Range range = {};
    /// The variable of the environment that is stronger; empty when there is none.
    QLatin1StringView variable = {};
    /// English for settingName() and settingMeaning().
    const char *name = "";
    const char *meaning = "";

    /// True when the setting may be nothing at all.
    bool isOptional() const;
};

/// Every setting, in the order in which people meet them.
std::span<const SettingRule> settingRules();
/// The rule of \a key; null for an unknown one.
const SettingRule *settingRule(QStringView key);

/// Translated: the name on the label, one or two sentences about what it does, and what it may be ("1 to 64").
QString settingName(const SettingRule &rule);
QString settingMeaning(const SettingRule &rule);
QString settingRange(const SettingRule &rule);
/// The words of a choice as they stand in the file; an optional choice begins with an empty one.
QStringList settingWords(const SettingRule &rule);
/// Translated: what the word of a choice means to people.
QString settingWordName(const SettingRule &rule, const QString &word);

/// The value as text that does not depend on the language; empty for nothing.
QString settingText(const Preferences &preferences, const SettingRule &rule);
/// The same of what holds when nothing was chosen.
QString settingDefault(const SettingRule &rule);
/// Reads the value from such a text. Fails with what it must be; \a preferences is unchanged then. Text that looks
/// like a key is refused, so that none gets into the file by a slip.
Result<void> setSettingText(Preferences &preferences, const SettingRule &rule, const QString &text);

/// What does not go together ("the overlap must be smaller than the chunk"), in words; empty when all does.
QString settingsConflict(const Preferences &preferences);

} // namespace Viral
