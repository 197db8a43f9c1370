// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/translations.h"

#include "tests/support/testregistry.h"
#include "tests/support/translationfile.h"

#include <QCoreApplication>
#include <QHash>
#include <QProcess>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>

using namespace Viral;
using namespace ViralTest;
using namespace Qt::StringLiterals;

// The languages of the window: which one is spoken, and that nothing is missing in it.
class TranslationsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void choosesALanguage_data();
    void choosesALanguage();
    void theSettingsFileChooses_data();
    void theSettingsFileChooses();
    void aBrokenFileIsLeftToTheStore();
    void germanHasEveryTextOfTheSource();
    void germanHasNothingElse();
    void placesAndLinksAreKept();
    void fileFiltersAreKept();
    void englishHasEveryPlural();
    void plurals_data();
    void plurals();
    void lastsAsLongAsItLives();

private:
    QList<TranslatedText> m_source;
    QList<TranslatedText> m_german;
    QList<TranslatedText> m_english;
};

VIRAL_TEST(TranslationsTest)

namespace {

const QString folder = QStringLiteral(VIRAL_RESOURCES "/translations/");

QString keyOf(const TranslatedText &text)
{
    return text.context + u" | "_s + text.source;
}

/// What stands in a text for something else, sorted: places for values, tags, and the marks of keys.
QStringList marksIn(const QString &text)
{
    static const QRegularExpression form(u"%L?[1-9]|<[^>]+>|\\[\\*\\]|&(?=\\w)"_s,
                                         QRegularExpression::UseUnicodePropertiesOption);
    QStringList marks;
    for (auto match = form.globalMatch(text); match.hasNext();)
        marks.append(match.next().captured());
    marks.sort();
    return marks;
}

/// How a text begins and ends, which tells whether it goes on somewhere else.
QString edgesOf(const QString &text)
{
    const qsizetype start =
        std::distance(text.cbegin(), std::find_if(text.cbegin(), text.cend(), [](QChar c) { return !c.isSpace(); }));
    return text.left(start) + u'|' + (text.endsWith(u' ') ? u" "_s : text.endsWith(u'…') ? u"…"_s : QString());
}

} // namespace

void TranslationsTest::initTestCase()
{
    QTemporaryDir scratch;
    const QString fresh = scratch.filePath(u"source_de.ts"_s);
    QProcess reader;
    reader.setWorkingDirectory(QStringLiteral(VIRAL_SOURCE_ROOT));
    reader.start(QStringLiteral(VIRAL_LUPDATE),
                 {u"ui"_s, u"app"_s, u"-I"_s, u"."_s, u"-silent"_s, u"-locations"_s, u"none"_s, u"-ts"_s, fresh});
    QVERIFY(reader.waitForFinished(60'000));
    QCOMPARE(reader.exitCode(), 0);
    m_source = readTranslations(fresh);
    m_german = readTranslations(folder + u"viral_de.ts"_s);
    m_english = readTranslations(folder + u"viral_en.ts"_s);
    QVERIFY(m_source.size() > 500);
}

void TranslationsTest::choosesALanguage_data()
{
    QTest::addColumn<std::optional<Language>>("chosen");
    QTest::addColumn<QStringList>("wanted");
    QTest::addColumn<Language>("spoken");
    const std::optional<Language> nothing;
    QTest::newRow("the system's") << nothing << QStringList{u"de-DE"_s, u"de"_s} << Language::German;
    QTest::newRow("of another country") << nothing << QStringList{u"de-AT"_s} << Language::German;
    QTest::newRow("with an underscore") << nothing << QStringList{u"de_CH"_s} << Language::German;
    QTest::newRow("the first that there is") << nothing << QStringList{u"fr-FR"_s, u"de"_s} << Language::German;
    QTest::newRow("English before German") << nothing << QStringList{u"en-GB"_s, u"de"_s} << Language::English;
    QTest::newRow("none that there is") << nothing << QStringList{u"ja"_s} << Language::English;
    QTest::newRow("no locale") << nothing << QStringList{u"C"_s} << Language::English;
    QTest::newRow("nothing at all") << nothing << QStringList() << Language::English;
    QTest::newRow("no language") << nothing << QStringList{u"☃"_s, {}} << Language::English;
    QTest::newRow("chosen") << std::optional(Language::German) << QStringList{u"en"_s} << Language::German;
    QTest::newRow("chosen English") << std::optional(Language::English) << QStringList{u"de"_s} << Language::English;
}

void TranslationsTest::choosesALanguage()
{
    QFETCH(std::optional<Language>, chosen);
    QFETCH(QStringList, wanted);
    QTEST(languageFor(chosen, wanted), "spoken");
}

void TranslationsTest::theSettingsFileChooses_data()
{
    QTest::addColumn<QByteArray>("file");
    QTest::addColumn<std::optional<Language>>("chosen");
    QTest::newRow("no file") << QByteArray() << std::optional<Language>();
    QTest::newRow("German") << QByteArray("[look]\nlanguage=de\n") << std::optional(Language::German);
    QTest::newRow("English") << QByteArray("[look]\nlanguage=en\n") << std::optional(Language::English);
    QTest::newRow("empty") << QByteArray("[look]\nlanguage=\n") << std::optional<Language>();
    QTest::newRow("unknown") << QByteArray("[look]\nlanguage=xx\n") << std::optional<Language>();
    QTest::newRow("something else") << QByteArray("[look]\ncolours=dark\n") << std::optional<Language>();
}

void TranslationsTest::theSettingsFileChooses()
{
    QFETCH(QByteArray, file);
    const QTemporaryDir scratch;
    const QString path = scratch.filePath(u"settings.conf"_s);
    if (!file.isEmpty()) {
        QFile written(path);
        QVERIFY(written.open(QIODevice::WriteOnly));
        QCOMPARE(written.write(file), file.size());
    }
    QTEST(chosenLanguage(PreferenceStore(path)), "chosen");
}

void TranslationsTest::aBrokenFileIsLeftToTheStore()
{
    const QTemporaryDir scratch;
    const QString path = scratch.filePath(u"settings.conf"_s);
    QFile written(path);
    QVERIFY(written.open(QIODevice::WriteOnly));
    QVERIFY(written.write(QByteArray("[look]\nlanguage=de\n\0", 20)) > 0);
    written.close();
    PreferenceStore store(path);
    QVERIFY(!chosenLanguage(store));
    QVERIFY(QFile::exists(path));
    store.read();
    QCOMPARE(store.notices().size(), 1);
}

void TranslationsTest::germanHasEveryTextOfTheSource()
{
    QHash<QString, TranslatedText> german;
    for (const TranslatedText &text : m_german)
        german.insert(keyOf(text), text);
    QStringList missing;
    for (const TranslatedText &text : m_source) {
        const TranslatedText found = german.value(keyOf(text));
        const bool isThere = found.isFinished && found.forms.size() == (text.counts ? 2 : 1) &&
                             std::none_of(found.forms.cbegin(), found.forms.cend(),
                                          [](const QString &form) { return form.trimmed().isEmpty(); });
        if (!isThere)
            missing.append(keyOf(text));
    }
    QVERIFY2(missing.isEmpty(), qPrintable(u"build update_translations and translate:\n"_s + missing.join(u'\n')));
}

void TranslationsTest::germanHasNothingElse()
{
    QSet<QString> source;
    for (const TranslatedText &text : m_source)
        source.insert(keyOf(text));
    for (const TranslatedText &text : m_german)
        QVERIFY2(source.contains(keyOf(text)), qPrintable(u"not in the source any more: "_s + keyOf(text)));
}

void TranslationsTest::placesAndLinksAreKept()
{
    for (const TranslatedText &text : m_german + m_english) {
        for (const QString &form : text.forms) {
            QVERIFY2(marksIn(form) == marksIn(text.source), qPrintable(keyOf(text) + u"\n"_s + form));
            QVERIFY2(edgesOf(form) == edgesOf(text.source), qPrintable(keyOf(text) + u"\n"_s + form));
            QVERIFY2(!text.source.endsWith(u'.') || form.endsWith(u'.'), qPrintable(keyOf(text)));
            QVERIFY2(form.count(u'\n') == text.source.count(u'\n'), qPrintable(keyOf(text)));
        }
        // "one" may be said in words, several not.
        if (text.counts)
            QVERIFY2(text.forms.last().contains("%n"_L1), qPrintable(keyOf(text)));
    }
}

void TranslationsTest::fileFiltersAreKept()
{
    static const QRegularExpression patterns(u"\\(\\*[^)]*\\)"_s);
    const auto patternsIn = [](const QString &text) {
        QStringList found;
        for (auto match = patterns.globalMatch(text); match.hasNext();)
            found.append(match.next().captured());
        return found;
    };
    for (const TranslatedText &text : m_german) {
        if (text.source.contains("(*"_L1))
            QCOMPARE(patternsIn(text.forms.first()), patternsIn(text.source));
    }
}

void TranslationsTest::englishHasEveryPlural()
{
    QHash<QString, TranslatedText> english;
    for (const TranslatedText &text : m_english)
        english.insert(keyOf(text), text);
    for (const TranslatedText &text : m_source) {
        if (!text.counts)
            continue;
        const TranslatedText found = english.value(keyOf(text));
        QVERIFY2(found.isFinished && found.forms.size() == 2, qPrintable(keyOf(text)));
        for (const QString &form : found.forms)
            QVERIFY2(!form.isEmpty() && !form.contains("(s)"_L1), qPrintable(keyOf(text)));
    }
}

void TranslationsTest::plurals_data()
{
    QTest::addColumn<Language>("language");
    QTest::addColumn<int>("count");
    QTest::addColumn<QString>("spoken");
    QTest::newRow("none, English") << Language::English << 0 << u"0 moments"_s;
    QTest::newRow("one, English") << Language::English << 1 << u"1 moment"_s;
    QTest::newRow("three, English") << Language::English << 3 << u"3 moments"_s;
    QTest::newRow("none, German") << Language::German << 0 << u"0 Momente"_s;
    QTest::newRow("one, German") << Language::German << 1 << u"1 Moment"_s;
    QTest::newRow("three, German") << Language::German << 3 << u"3 Momente"_s;
}

void TranslationsTest::plurals()
{
    QFETCH(Language, language);
    QFETCH(int, count);
    const Translations translations(language);
    QTEST(QCoreApplication::translate("Viral::RunBar", "%n moment(s)", nullptr, count), "spoken");
}

void TranslationsTest::lastsAsLongAsItLives()
{
    const SettingRule &rule = *settingRule(u"look/language");
    {
        const Translations translations(Language::German);
        QCOMPARE(settingName(rule), u"Sprache"_s);
        // Every language is found by its own name.
        QCOMPARE(settingWordName(rule, u"en"_s), u"English"_s);
    }
    QCOMPARE(settingName(rule), u"Language"_s);
    QCOMPARE(settingWordName(rule, u"de"_s), u"Deutsch"_s);
}

#include "tst_translations.moc"
