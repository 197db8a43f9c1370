// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ingest/language.h"

#include <QHash>
#include <QLocale>

namespace Viral {

using namespace Qt::StringLiterals;

namespace {

/// Codes and names that QLocale does not know, or that stand for another tag.
const QHash<QString, QString> &aliases()
{
    static const QHash<QString, QString> table{
        {u"cmn"_s, u"zh"_s},
        {u"yue"_s, u"zh"_s},
        {u"mandarin"_s, u"zh"_s},
        {u"cantonese"_s, u"zh"_s},
        {u"nb"_s, u"no"_s},
        {u"nn"_s, u"no"_s},
        {u"nob"_s, u"no"_s},
        {u"nno"_s, u"no"_s},
        {u"nor"_s, u"no"_s},
        {u"no"_s, u"no"_s},
        {u"norwegian"_s, u"no"_s},
        {u"fil"_s, u"tl"_s},
        {u"tagalog"_s, u"tl"_s},
        {u"filipino"_s, u"tl"_s},
        {u"tl"_s, u"tl"_s},
        {u"tgl"_s, u"tl"_s},
        {u"iw"_s, u"he"_s},
        {u"in"_s, u"id"_s},
        {u"ji"_s, u"yi"_s},
        {u"castilian"_s, u"es"_s},
        {u"flemish"_s, u"nl"_s},
        {u"valencian"_s, u"ca"_s},
        {u"moldavian"_s, u"ro"_s},
        {u"moldovan"_s, u"ro"_s},
        {u"burmese"_s, u"my"_s},
        {u"myanmar"_s, u"my"_s},
        {u"pushto"_s, u"ps"_s},
        {u"panjabi"_s, u"pa"_s},
        {u"sinhalese"_s, u"si"_s},
        {u"haitian"_s, u"ht"_s},
        {u"haitian creole"_s, u"ht"_s},
        {u"ht"_s, u"ht"_s},
        {u"letzeburgesch"_s, u"lb"_s},
        {u"farsi"_s, u"fa"_s},
        {u"slovene"_s, u"sl"_s},
        {u"sh"_s, u"sr"_s},
        {u"chi"_s, u"zh"_s},
        {u"ger"_s, u"de"_s},
        {u"fre"_s, u"fr"_s},
        {u"dut"_s, u"nl"_s},
        {u"gre"_s, u"el"_s},
        {u"cze"_s, u"cs"_s},
        {u"rum"_s, u"ro"_s},
        {u"per"_s, u"fa"_s},
        {u"jw"_s, u"jv"_s},
        {u"jav"_s, u"jv"_s},
        {u"und"_s, QString()},
        {u"mul"_s, QString()},
    };
    return table;
}

QString codeOf(QLocale::Language language)
{
    const QString code = QLocale::languageToCode(language);
    return aliases().value(code, code);
}

QString codeOfName(const QString &name)
{
    for (int number = QLocale::C + 1; number <= QLocale::LastLanguage; ++number) {
        const auto language = static_cast<QLocale::Language>(number);
        if (QLocale::languageToString(language).compare(name, Qt::CaseInsensitive) == 0)
            return codeOf(language);
    }
    return {};
}

struct ScriptOfLanguages
{
    QChar::Script script;
    QStringView languages;
};

/// Languages (between spaces) that are written in one script that is not Latin.
constexpr ScriptOfLanguages scriptTable[] = {
    {QChar::Script_Cyrillic, u" ru uk be bg mk mn ky tg "},
    {QChar::Script_Arabic, u" ar fa ur ps sd "},
    {QChar::Script_Hebrew, u" he yi "},
    {QChar::Script_Devanagari, u" hi mr ne sa "},
    {QChar::Script_Han, u" zh ja "},
    {QChar::Script_Hiragana, u" ja "},
    {QChar::Script_Katakana, u" ja "},
    {QChar::Script_Hangul, u" ko "},
    {QChar::Script_Thai, u" th "},
    {QChar::Script_Greek, u" el "},
    {QChar::Script_Armenian, u" hy "},
    {QChar::Script_Georgian, u" ka "},
    {QChar::Script_Bengali, u" bn as "},
    {QChar::Script_Tamil, u" ta "},
    {QChar::Script_Telugu, u" te "},
    {QChar::Script_Kannada, u" kn "},
    {QChar::Script_Malayalam, u" ml "},
    {QChar::Script_Gujarati, u" gu "},
    {QChar::Script_Myanmar, u" my "},
    {QChar::Script_Khmer, u" km "},
    {QChar::Script_Lao, u" lo "},
    {QChar::Script_Ethiopic, u" am ti "},
    {QChar::Script_Sinhala, u" si "},
};

bool lists(QStringView languages, const QString &language)
{
    return languages.contains(QString(u' ' + language + u' '));
}

/// Languages in use with more than one script: nothing contradicts them.
constexpr QStringView severalScripts = u" sr kk uz az tk ku ks pa ms ha jv bs tt ba ug zgh ";

} // namespace

QString normalisedLanguage(QStringView tag)
{
    const QString name = tag.trimmed().toString().toLower();
    const QString primary = name.section(u'-', 0, 0).section(u'_', 0, 0).trimmed();
    for (const QString &key : {name, primary}) {
        const auto alias = aliases().constFind(key);
        if (alias != aliases().cend())
            return *alias;
    }
    const QLocale::Language language = QLocale::codeToLanguage(primary);
    if (language != QLocale::AnyLanguage && language != QLocale::C)
        return codeOf(language);
    return primary.size() > 3 && primary.size() < 40 ? codeOfName(primary) : QString();
}

void LanguageEvidence::add(QStringView text)
{
    constexpr qint64 enoughToJudge = 50'000;
    if (m_letters >= enoughToJudge)
        return;
    m_words.add(text);
    for (const char32_t codePoint : text.toUcs4()) {
        if (!QChar::isLetter(codePoint))
            continue;
        ++m_counts[static_cast<std::size_t>(QChar::script(codePoint))];
        ++m_letters;
    }
}

qint64 LanguageEvidence::countOf(QChar::Script script) const
{
    return m_counts[static_cast<std::size_t>(script)];
}

bool LanguageEvidence::contradicts(const QString &language) const
{
    constexpr qint64 tooFewToJudge = 20;
    if (m_letters < tooFewToJudge || lists(severalScripts, language))
        return false;
    qint64 fitting = 0;
    bool isListed = false;
    for (const ScriptOfLanguages &entry : scriptTable) {
        if (lists(entry.languages, language)) {
            fitting += countOf(entry.script);
            isListed = true;
        }
    }
    if (!isListed)
        fitting = countOf(QChar::Script_Latin);
    return fitting * 5 < m_letters;
}

QString LanguageEvidence::onlyLanguageOfScript() const
{
    constexpr qint64 tooFewToJudge = 10;
    const qint64 kana = countOf(QChar::Script_Hiragana) + countOf(QChar::Script_Katakana);
    const qint64 han = countOf(QChar::Script_Han);
    if (m_letters < tooFewToJudge)
        return {};
    if ((kana + han) * 2 > m_letters)
        return kana * 20 > han ? u"ja"_s : u"zh"_s;
    for (const ScriptOfLanguages &entry : scriptTable) {
        const bool isOnly = entry.languages.trimmed().count(u' ') == 0 || entry.script == QChar::Script_Hebrew;
        if (isOnly && countOf(entry.script) * 2 > m_letters)
            return entry.languages.trimmed().left(2).toString();
    }
    return {};
}

QString LanguageEvidence::guess() const
{
    const QString language = onlyLanguageOfScript();
    return language.isEmpty() ? m_words.language() : language;
}

QString settledLanguage(QStringView declared, const LanguageEvidence &evidence, Repairs &repairs)
{
    const QString language = normalisedLanguage(declared);
    if (!language.isEmpty()) {
        if (!evidence.contradicts(language))
            return language;
        repairs.add(Repair::LanguageDropped);
    }
    const QString guess = evidence.guess();
    if (!guess.isEmpty())
        repairs.add(Repair::LanguageGuessed);
    return guess;
}

} // namespace Viral
