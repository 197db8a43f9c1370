// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/preferencestore.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QSettings>

using namespace Qt::StringLiterals;

namespace Viral {

namespace {

/// A few kilobytes in earnest, window positions included.
constexpr qint64 largestFile = 1024 * 1024;

QString sentence(const char *text)
{
    return QCoreApplication::translate("Viral::Settings", text);
}

} // namespace

PreferenceStore::PreferenceStore(QString file)
    : m_file(std::move(file))
{}

QString PreferenceStore::usualFile()
{
    return QSettings().fileName();
}

QString PreferenceStore::reasonAgainst() const
{
    const QFileInfo info(m_file);
    if (!info.exists() && !info.isSymLink())
        return {};
    if (!info.isFile())
        return sentence(QT_TRANSLATE_NOOP("Viral::Settings", "it is no file"));
    if (info.size() > largestFile)
        return sentence(QT_TRANSLATE_NOOP("Viral::Settings", "it is far too large"));
    if (!info.isReadable())
        return sentence(QT_TRANSLATE_NOOP("Viral::Settings", "it may not be read"));
    QFile file(m_file);
    if (!file.open(QIODevice::ReadOnly))
        return file.errorString();
    if (file.readAll().contains('\0'))
        return sentence(QT_TRANSLATE_NOOP("Viral::Settings", "it holds no text"));
    const QSettings settings(m_file, QSettings::IniFormat);
    // Sections are read when they are asked for, so only this finds out.
    (void)settings.allKeys();
    return settings.status() == QSettings::NoError
               ? QString()
               : sentence(QT_TRANSLATE_NOOP("Viral::Settings", "its lines make no sense"));
}

void PreferenceStore::putAside(const QString &why)
{
    QString aside = m_file + u".broken"_s;
    for (int number = 2; QFileInfo::exists(aside) && number < 1000; ++number)
        aside = m_file + u".broken-%1"_s.arg(number);
    const bool isAside = QDir().rename(m_file, aside);
    const QString outcome =
        isAside ? sentence(QT_TRANSLATE_NOOP("Viral::Settings",
                                             "The settings file could not be used: %1. It was put aside as %2, and the "
                                             "settings are at their defaults. Your keys are not touched by this."))
                      .arg(why, QDir::toNativeSeparators(aside))
                : sentence(QT_TRANSLATE_NOOP("Viral::Settings",
                                             "The settings file %2 cannot be used: %1. It could not be put aside "
                                             "either; the settings are at their defaults until it is removed."))
                      .arg(why, QDir::toNativeSeparators(m_file));
    m_notices.append(outcome);
}

QString PreferenceStore::lineOf(QLatin1StringView key) const
{
    if (!reasonAgainst().isEmpty())
        return {};
    return QSettings(m_file, QSettings::IniFormat).value(QString(key)).toString();
}

Preferences PreferenceStore::read()
{
    m_notices.clear();
    m_known = {};
    if (const QString why = reasonAgainst(); !why.isEmpty()) {
        putAside(why);
        return m_known;
    }
    const QSettings settings(m_file, QSettings::IniFormat);
    for (const SettingRule &rule : settingRules()) {
        const QVariant value = settings.value(QString(rule.key));
        if (!value.isValid())
            continue;
        if (const Result<void> taken = setSettingText(m_known, rule, value.toString()); !taken)
            m_notices.append(
                sentence(QT_TRANSLATE_NOOP("Viral::Settings", "A setting is ignored. %1.")).arg(taken.error().text()));
    }
    if (const QString conflict = settingsConflict(m_known); !conflict.isEmpty()) {
        m_notices.append(conflict + u' ' +
                         sentence(QT_TRANSLATE_NOOP("Viral::Settings", "The defaults hold until you change it.")));
        const Preferences standard;
        m_known.chunks = standard.chunks;
        m_known.engine.webhookBaseDelay = standard.engine.webhookBaseDelay;
        m_known.engine.webhookLongestDelay = standard.engine.webhookLongestDelay;
    }
    return m_known;
}

Result<void> PreferenceStore::write(const Preferences &preferences)
{
    QSettings settings(m_file, QSettings::IniFormat);
    for (const SettingRule &rule : settingRules()) {
        const QString text = settingText(preferences, rule);
        if (text == settingText(m_known, rule))
            continue;
        if (text == settingDefault(rule))
            settings.remove(QString(rule.key));
        else
            settings.setValue(QString(rule.key), text);
    }
    settings.sync();
    if (settings.status() != QSettings::NoError)
        return failure(ErrorKind::Io,
                       sentence(QT_TRANSLATE_NOOP("Viral::Settings",
                                                  "The settings could not be written; they hold until the program "
                                                  "ends. Check the folder's rights and the free space.")),
                       QDir::toNativeSeparators(m_file));
    m_known = preferences;
    return {};
}

} // namespace Viral
