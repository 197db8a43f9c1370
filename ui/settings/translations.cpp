// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/translations.h"

#include <QCoreApplication>
#include <QLibraryInfo>
#include <QLocale>

using namespace Qt::StringLiterals;

namespace Viral {

namespace {

const QString ownFolder = u":/viral/translations"_s;

QLocale::Language localeLanguage(Language language)
{
    return language == Language::German ? QLocale::German : QLocale::English;
}

} // namespace

Language languageFor(std::optional<Language> chosen, const QStringList &wanted)
{
    if (chosen)
        return *chosen;
    for (const QString &name : wanted) {
        const QLocale::Language spoken = QLocale(name).language();
        for (const Language language : {Language::English, Language::German}) {
            if (spoken == localeLanguage(language))
                return language;
        }
    }
    return Language::English;
}

std::optional<Language> chosenLanguage(const PreferenceStore &store)
{
    Preferences preferences;
    const SettingRule *rule = settingRule(u"look/language");
    (void)setSettingText(preferences, *rule, store.lineOf(rule->key));
    return preferences.language;
}

QString languageCode(Language language)
{
    return language == Language::German ? u"de"_s : u"en"_s;
}

Translations::Translations(Language language)
    : m_language(language)
{
    install(m_plurals, u"viral_en"_s, ownFolder);
    if (language == Language::English)
        return;
    const QString code = languageCode(language);
    install(m_toolkit, u"qtbase_"_s + code, QLibraryInfo::path(QLibraryInfo::TranslationsPath));
    install(m_texts, u"viral_"_s + code, ownFolder);
}

void Translations::install(QTranslator &translator, const QString &file, const QString &folder)
{
    // Qt's own texts may not be installed; its buttons are English then.
    if (translator.load(file, folder))
        QCoreApplication::installTranslator(&translator);
}

} // namespace Viral
