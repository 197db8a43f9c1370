// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/settingrules.h"

#include "core/base/log.h"
#include "core/clients/runpodwire.h"

#include <QCoreApplication>
#include <QLocale>

#include <cmath>

using namespace Qt::StringLiterals;

namespace Viral {

namespace {

constexpr qsizetype longestText = 1000;
constexpr double microDollarsPerDollar = 1'000'000;
using Words = QStringList;

QString translated(const char *text)
{
    return QCoreApplication::translate("Viral::Settings", text);
}

// One word per enumerator, in the enumerators' order.
const Words modeWords{u"auto"_s, u"responses"_s, u"chat"_s};
const Words kindWords{u"openai"_s, u"offline"_s, u"runpod"_s};
const Words colourWords{u"system"_s, u"light"_s, u"dark"_s};
const Words languageWords{u"en"_s, u"de"_s};

QString shortest(double number)
{
    return QLocale::c().toString(number, 'f', QLocale::FloatingPointShortest);
}

/// A plain decimal number within the range.
std::optional<double> numberIn(const Range &range, const QString &text)
{
    QLocale plain = QLocale::c();
    plain.setNumberOptions(QLocale::RejectGroupSeparator);
    bool isNumber = false;
    const double number = plain.toDouble(text, &isNumber);
    return isNumber && range.contains(number) ? std::optional(number) : std::nullopt;
}

// How each kind of value becomes text.

QString asText(const QString &value)
{
    return value;
}
QString asText(int value)
{
    return QString::number(value);
}
QString asText(bool value)
{
    return value ? u"true"_s : u"false"_s;
}
QString asText(double value)
{
    return shortest(value);
}
QString asText(Milliseconds value)
{
    return shortest(static_cast<double>(value.count()) / 1000);
}
QString asText(MicroDollars value)
{
    return shortest(static_cast<double>(value.value) / microDollarsPerDollar);
}
QString asText(const OpenAiBase &value)
{
    return value.url.toString();
}
QString asText(const QUrl &value)
{
    return value.toString();
}
QString asText(ApiMode value)
{
    return modeWords.at(static_cast<int>(value));
}
QString asText(RunKind value)
{
    return kindWords.at(static_cast<int>(value));
}
QString asText(ThemeChoice value)
{
    return colourWords.at(static_cast<int>(value));
}
QString asText(Language value)
{
    return languageWords.at(static_cast<int>(value));
}
template <typename Value>
QString asText(const std::optional<Value> &value)
{
    return value ? asText(*value) : QString();
}

// And back; false when the text is none of its kind.

bool isPlainText(const QString &text)
{
    return text.size() <= longestText &&
           std::none_of(text.cbegin(), text.cend(), [](QChar c) { return c.category() == QChar::Other_Control; });
}

bool take(const SettingRule &rule, const QString &text, QString &value)
{
    const bool isFine = rule.type == SettingType::Webhook  ? text.isEmpty() || isAllowedWebhook(text)
                        : rule.key == "runpod/endpoint"_L1 ? text.isEmpty() || isRunPodId(text)
                                                           : rule.key != "openai/model"_L1 || !text.isEmpty();
    if (isFine)
        value = text;
    return isFine;
}
bool take(const SettingRule &rule, const QString &text, int &value)
{
    const std::optional<double> number = numberIn(rule.range, text);
    if (!number || std::trunc(*number) != *number)
        return false;
    value = static_cast<int>(*number);
    return true;
}
bool take(const SettingRule &, const QString &text, bool &value)
{
    value = text == "true"_L1;
    return value || text == "false"_L1;
}
bool take(const SettingRule &rule, const QString &text, double &value)
{
    const std::optional<double> number = numberIn(rule.range, text);
    value = number.value_or(value);
    return number.has_value();
}
bool take(const SettingRule &rule, const QString &text, Milliseconds &value)
{
    const std::optional<double> seconds = numberIn(rule.range, text);
    if (seconds)
        value = Milliseconds{std::llround(*seconds * 1000)};
    return seconds.has_value();
}
bool take(const SettingRule &rule, const QString &text, MicroDollars &value)
{
    const std::optional<double> dollars = numberIn(rule.range, text);
    if (dollars)
        value = {std::llround(*dollars * microDollarsPerDollar)};
    return dollars.has_value();
}
bool take(const SettingRule &, const QString &text, OpenAiBase &value)
{
    const Result<OpenAiBase> base = parseBaseUrl(text);
    if (base)
        value = *base;
    return base.has_value();
}
bool take(const SettingRule &, const QString &text, QUrl &value)
{
    const QUrl url(text, QUrl::StrictMode);
    // The key travels along: not unencrypted to other machines.
    const bool isFine = url.isValid() && url.userInfo().isEmpty() && isAllowedWebhook(text);
    if (isFine)
        value = url;
    return isFine;
}
template <typename Enumeration>
bool takeWord(const Words &words, const QString &text, Enumeration &value)
{
    const qsizetype index = words.indexOf(text);
    if (index >= 0)
        value = static_cast<Enumeration>(index);
    return index >= 0;
}
bool take(const SettingRule &, const QString &text, ApiMode &value)
{
    return takeWord(modeWords, text, value);
}
bool take(const SettingRule &, const QString &text, RunKind &value)
{
    return takeWord(kindWords, text, value);
}
bool take(const SettingRule &, const QString &text, ThemeChoice &value)
{
    return takeWord(colourWords, text, value);
}
bool take(const SettingRule &, const QString &text, Language &value)
{
    return takeWord(languageWords, text, value);
}
template <typename Value>
bool take(const SettingRule &rule, const QString &text, std::optional<Value> &value)
{
    if (text.isEmpty()) {
        value.reset();
        return true;
    }
    Value read{};
    const bool isFine = take(rule, text, read);
    if (isFine)
        value = read;
    return isFine;
}

template <typename Value>
constexpr bool isOptionalPlace = false;
template <typename Value>
constexpr bool isOptionalPlace<SettingPlace<std::optional<Value>>> = true;

} // namespace

bool SettingRule::isOptional() const
{
    return std::visit([](auto where) { return isOptionalPlace<decltype(where)>; }, place);
}

const SettingRule *settingRule(QStringView key)
{
    const auto rules = settingRules();
    const auto found =
        std::find_if(rules.begin(), rules.end(), [&](const SettingRule &rule) { return key == rule.key; });
    return found == rules.end() ? nullptr : &*found;
}

QString settingName(const SettingRule &rule)
{
    return translated(rule.name);
}

QString settingMeaning(const SettingRule &rule)
{
    return translated(rule.meaning);
}

namespace {

QStringList wordNames(const SettingRule &rule)
{
    QStringList names;
    for (const QString &word : settingWords(rule))
        names.append(settingWordName(rule, word));
    return names;
}

} // namespace

QString settingRange(const SettingRule &rule)
{
    const QLocale locale;
    const auto number = [&](double value) { return locale.toString(value, 'f', QLocale::FloatingPointShortest); };
    switch (rule.type) {
    case SettingType::WholeNumber:
    case SettingType::Number:
        return QCoreApplication::translate("Viral::Settings", "%1 to %2")
            .arg(number(rule.range.lowest), number(rule.range.highest));
    case SettingType::Seconds:
        return QCoreApplication::translate("Viral::Settings", "%1 to %2 seconds")
            .arg(number(rule.range.lowest), number(rule.range.highest));
    case SettingType::Percent:
        return QCoreApplication::translate("Viral::Settings", "%1 to %2 %")
            .arg(number(rule.range.lowest), number(rule.range.highest));
    case SettingType::Money:
        return QCoreApplication::translate("Viral::Settings", "$%1 to $%2")
            .arg(number(rule.range.lowest), number(rule.range.highest));
    case SettingType::WebAddress:
        return QCoreApplication::translate("Viral::Settings", "a web address: https, or http to this computer");
    case SettingType::Webhook:
        return QCoreApplication::translate("Viral::Settings",
                                           "a web address: https, or http to this computer; or nothing");
    case SettingType::Choice:
    case SettingType::Switch:
        return wordNames(rule).join(u", "_s);
    case SettingType::Text:
        break;
    }
    return rule.key == "runpod/endpoint"_L1 ? QCoreApplication::translate("Viral::Settings", "letters, digits, - and _")
                                            : QCoreApplication::translate("Viral::Settings", "one line of text");
}

QStringList settingWords(const SettingRule &rule)
{
    if (std::holds_alternative<SettingPlace<ApiMode>>(rule.place))
        return modeWords;
    if (std::holds_alternative<SettingPlace<ThemeChoice>>(rule.place))
        return colourWords;
    if (std::holds_alternative<SettingPlace<std::optional<RunKind>>>(rule.place))
        return QStringList{QString()} + kindWords;
    if (std::holds_alternative<SettingPlace<std::optional<Language>>>(rule.place))
        return QStringList{QString()} + languageWords;
    if (std::holds_alternative<SettingPlace<bool>>(rule.place))
        return {u"true"_s, u"false"_s};
    return {};
}

QString settingWordName(const SettingRule &rule, const QString &word)
{
    static const QHash<QString, const char *> names{
        {u""_s, QT_TRANSLATE_NOOP("Viral::Settings", "Automatic")},
        {u"auto"_s, QT_TRANSLATE_NOOP("Viral::Settings", "Automatic")},
        {u"responses"_s, QT_TRANSLATE_NOOP("Viral::Settings", "Responses")},
        {u"chat"_s, QT_TRANSLATE_NOOP("Viral::Settings", "Chat Completions")},
        {u"openai"_s, QT_TRANSLATE_NOOP("Viral::Settings", "OpenAI, or a server like it")},
        {u"offline"_s, QT_TRANSLATE_NOOP("Viral::Settings", "Offline engine")},
        {u"runpod"_s, QT_TRANSLATE_NOOP("Viral::Settings", "RunPod endpoint")},
        {u"system"_s, QT_TRANSLATE_NOOP("Viral::Settings", "Those of the system")},
        {u"light"_s, QT_TRANSLATE_NOOP("Viral::Settings", "Light")},
        {u"dark"_s, QT_TRANSLATE_NOOP("Viral::Settings", "Dark")},
        // A language is found by its own name, whatever is spoken now.
        {u"en"_s, "English"},
        {u"de"_s, "Deutsch"},
        {u"true"_s, QT_TRANSLATE_NOOP("Viral::Settings", "On")},
        {u"false"_s, QT_TRANSLATE_NOOP("Viral::Settings", "Off")},
    };
    return settingWords(rule).contains(word) ? translated(names.value(word)) : word;
}

QString settingText(const Preferences &preferences, const SettingRule &rule)
{
    // The places give references that can be written to, so that one table serves both ways.
    Preferences copy = preferences;
    return std::visit([&](auto where) { return asText(where(copy)); }, rule.place);
}

QString settingDefault(const SettingRule &rule)
{
    return settingText({}, rule);
}

Result<void> setSettingText(Preferences &preferences, const SettingRule &rule, const QString &text)
{
    const QString value = text.trimmed();
    const QString name = settingName(rule);
    if (redacted(value) != value)
        return failure(
            ErrorKind::Usage,
            QCoreApplication::translate("Viral::Settings", "This looks like a key. Keys have fields of their own."),
            name);
    const bool isTaken =
        isPlainText(value) && std::visit([&](auto where) { return take(rule, value, where(preferences)); }, rule.place);
    if (isTaken)
        return {};
    return failure(ErrorKind::Usage,
                   QCoreApplication::translate("Viral::Settings", "must be %1").arg(settingRange(rule)), name);
}

QString settingsConflict(const Preferences &preferences)
{
    if (preferences.chunks.chunkOverlap >= preferences.chunks.chunkDuration)
        return QCoreApplication::translate("Viral::Settings", "The overlap must be smaller than the chunk.");
    if (preferences.engine.webhookBaseDelay > preferences.engine.webhookLongestDelay)
        return QCoreApplication::translate("Viral::Settings",
                                           "The first pause between two tries must not be longer than the longest.");
    return {};
}

} // namespace Viral
