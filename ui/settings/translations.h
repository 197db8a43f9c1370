// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/settings/preferencestore.h"

#include <QTranslator>

namespace Viral {

/// The language to speak: \a chosen, else the first of \a wanted (as QLocale::uiLanguages() names them, the best
/// first) that there is, else English.
Language languageFor(std::optional<Language> chosen, const QStringList &wanted);

/// What the settings file chooses, read before anything has a text: judges nothing and tells nothing, which is left to
/// PreferenceStore::read().
std::optional<Language> chosenLanguage(const PreferenceStore &store);

/// "en", "de".
QString languageCode(Language language);

/// Lets the application speak a language as long as this lives; made before the first widget. The texts in the program
/// are English already; what English adds are its plurals, which stand under every other language too.
class Translations final
{
public:
    explicit Translations(Language language);

    Language language() const { return m_language; }

private:
    void install(QTranslator &translator, const QString &file, const QString &folder);

    Language m_language;
    /// The one that is asked last comes first.
    QTranslator m_plurals;
    QTranslator m_toolkit;
    QTranslator m_texts;
};

} // namespace Viral
