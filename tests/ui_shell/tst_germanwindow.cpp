// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/mainwindow.h"

#include "tests/support/settingsbench.h"
#include "tests/support/testregistry.h"
#include "tests/support/translationfile.h"
#include "ui/commands/actions.h"
#include "ui/commands/commandpalette.h"
#include "ui/commands/keysheet.h"
#include "ui/document/memoryjournal.h"
#include "ui/settings/settingsdialog.h"
#include "ui/settings/translations.h"
#include "ui/style/theme.h"

#include <QAbstractButton>
#include <QApplication>
#include <QComboBox>
#include <QDockWidget>
#include <QGroupBox>
#include <QHash>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QMenuBar>
#include <QTabBar>
#include <QTest>

using namespace Viral;
using namespace ViralTest;
using namespace Qt::StringLiterals;

// The whole window in another language: nothing of it stays English, and every letter of a menu is there once.
class GermanWindowTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();

    void lettersOfMenusAreUsedOnce_data();
    void lettersOfMenusAreUsedOnce();
    void menusAreGerman();
    void welcomeIsGerman();
    void everyPanelIsGerman();
    void dialogsAreGerman();
    void namesForScreenReadersAreGerman();

private:
    void openWindow(Language language);
    void openSample();
    /// Shown texts that are English although they have a German form.
    QStringList englishTexts() const;
    void look(const QString &text, QStringList &found) const;

    std::unique_ptr<Theme> m_theme;
    SystemClock m_clock;
    QSet<QString> m_english;
    std::unique_ptr<Translations> m_translations;
    std::unique_ptr<MemoryJournal> m_journal;
    std::unique_ptr<MainWindow> m_window;
};

VIRAL_TEST(GermanWindowTest)

namespace {

const QString sample = QStringLiteral(VIRAL_RESOURCES "/sample/interview.payload.json");

QString plain(QString text)
{
    return text.remove(u'&');
}

QStringList textsOf(const QWidget &widget)
{
    QStringList texts{widget.windowTitle(), widget.toolTip(), widget.accessibleName(), widget.accessibleDescription()};
    if (const auto *label = qobject_cast<const QLabel *>(&widget))
        texts.append(label->text());
    if (const auto *button = qobject_cast<const QAbstractButton *>(&widget))
        texts.append(button->text());
    if (const auto *line = qobject_cast<const QLineEdit *>(&widget))
        texts.append(line->placeholderText());
    if (const auto *group = qobject_cast<const QGroupBox *>(&widget))
        texts.append(group->title());
    if (const auto *tabs = qobject_cast<const QTabBar *>(&widget)) {
        for (int i = 0; i < tabs->count(); ++i)
            texts.append(tabs->tabText(i));
    }
    if (const auto *choice = qobject_cast<const QComboBox *>(&widget)) {
        for (int i = 0; i < choice->count(); ++i)
            texts.append(choice->itemText(i));
    }
    if (const auto *header = qobject_cast<const QHeaderView *>(&widget); header && header->model()) {
        for (int i = 0; i < header->count(); ++i)
            texts.append(header->model()->headerData(i, header->orientation()).toString());
    }
    return texts;
}

} // namespace

void GermanWindowTest::initTestCase()
{
    m_theme = std::make_unique<Theme>(*qApp);
    const QList<TranslatedText> texts = readTranslations(QStringLiteral(VIRAL_RESOURCES "/translations/viral_de.ts"));
    QVERIFY(texts.size() > 500);
    QSet<QString> german;
    for (const TranslatedText &text : texts) {
        for (const QString &form : text.forms)
            german.insert(plain(form));
    }
    for (const TranslatedText &text : texts) {
        if (!german.contains(plain(text.source)))
            m_english.insert(plain(text.source));
    }
}

void GermanWindowTest::init()
{
    openWindow(Language::German);
}

void GermanWindowTest::cleanup()
{
    m_window.reset();
    m_translations.reset();
}

void GermanWindowTest::openWindow(Language language)
{
    cleanup();
    m_translations = std::make_unique<Translations>(language);
    m_journal = std::make_unique<MemoryJournal>();
    m_window = std::make_unique<MainWindow>(Surroundings{
        .journal = *m_journal, .clock = m_clock, .theme = *m_theme, .samplePath = sample, .remembersLayout = false});
    m_window->resize(1600, 1000);
    m_window->show();
    QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
}

void GermanWindowTest::openSample()
{
    m_window->open(sample);
    QTRY_VERIFY_WITH_TIMEOUT(m_window->document().isOpen(), 20'000);
    QTRY_VERIFY_WITH_TIMEOUT(m_window->isSettled(), 20'000);
}

void GermanWindowTest::look(const QString &text, QStringList &found) const
{
    if (m_english.contains(plain(text)))
        found.append(text);
}

QStringList GermanWindowTest::englishTexts() const
{
    QStringList found;
    for (const QWidget *top : QApplication::topLevelWidgets()) {
        if (!top->isVisible())
            continue;
        for (const QWidget *widget : top->findChildren<QWidget *>()) {
            for (const QString &text : textsOf(*widget))
                look(text, found);
        }
        for (const QAction *action : top->findChildren<QAction *>())
            look(action->text(), found);
    }
    return found;
}

void GermanWindowTest::lettersOfMenusAreUsedOnce_data()
{
    QTest::addColumn<Language>("language");
    QTest::newRow("English") << Language::English;
    QTest::newRow("German") << Language::German;
}

void GermanWindowTest::lettersOfMenusAreUsedOnce()
{
    QFETCH(Language, language);
    openWindow(language);
    const auto check = [](const QList<QAction *> &actions, const QString &where) {
        QHash<QChar, QString> used;
        for (const QAction *action : actions) {
            const qsizetype mark = action->text().indexOf(u'&');
            if (mark < 0)
                continue;
            const QChar letter = action->text().at(mark + 1).toLower();
            QVERIFY2(!used.contains(letter),
                     qPrintable(where + u": "_s + used.value(letter) + u" / "_s + action->text()));
            used.insert(letter, action->text());
        }
    };
    check(m_window->menuBar()->actions(), u"the bar"_s);
    for (const QMenu *menu : m_window->menuBar()->findChildren<QMenu *>())
        check(menu->actions(), menu->title());
}

void GermanWindowTest::menusAreGerman()
{
    int seen = 0;
    for (const CommandEntry &entry : commandTable()) {
        const QString text = m_window->actions().of(entry.command)->text();
        QVERIFY2(text != QString::fromUtf8(entry.text), entry.text);
        ++seen;
    }
    QVERIFY(seen > 50);
    QCOMPARE(menuTitle(MenuName::File), u"&Datei"_s);
    for (const QMenu *menu : m_window->menuBar()->findChildren<QMenu *>()) {
        QStringList found;
        look(menu->title(), found);
        for (const QAction *action : menu->actions())
            look(action->text(), found);
        QVERIFY2(found.isEmpty(), qPrintable(found.join(u'\n')));
    }
}

void GermanWindowTest::welcomeIsGerman()
{
    const QStringList found = englishTexts();
    QVERIFY2(found.isEmpty(), qPrintable(found.join(u'\n')));
}

void GermanWindowTest::everyPanelIsGerman()
{
    openSample();
    for (const QString &panel :
         {u"scores"_s, u"posts"_s, u"words"_s, u"cost"_s, u"why"_s, u"moments"_s, u"timeline"_s, u"transcript"_s}) {
        QVERIFY(m_window->showPanel(panel));
        const QStringList found = englishTexts();
        QVERIFY2(found.isEmpty(), qPrintable(panel + u":\n"_s + found.join(u'\n')));
    }
}

void GermanWindowTest::dialogsAreGerman()
{
    openSample();
    SettingsBench bench;
    SettingsDialog settings(bench.connections, bench.folder.filePath(u"prices.json"_s), {2026, 1, 1});
    CommandPalette palette(m_window->actions());
    KeySheet keys(m_window->actions());
    settings.show();
    palette.show();
    keys.show();
    m_window->actions().of(Command::ShowHistory)->trigger();
    m_window->actions().of(Command::ShowCompare)->trigger();
    const QStringList found = englishTexts();
    QVERIFY2(found.isEmpty(), qPrintable(found.join(u'\n')));
}

void GermanWindowTest::namesForScreenReadersAreGerman()
{
    openSample();
    QSet<QString> names;
    for (const QWidget *widget : m_window->findChildren<QWidget *>())
        names.insert(widget->accessibleName());
    for (const QString &name : {u"Transkript"_s, u"Timeline"_s, u"Momente"_s, u"Player"_s})
        QVERIFY2(names.contains(name), qPrintable(name));
}

#include "tst_germanwindow.moc"
