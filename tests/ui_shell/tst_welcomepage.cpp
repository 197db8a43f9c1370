// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/settingsbench.h"
#include "tests/support/testregistry.h"
#include "ui/commands/actions.h"
#include "ui/commands/shortcutguard.h"
#include "ui/settings/connectionoverview.h"
#include "ui/settings/settingsdialog.h"
#include "ui/shell/recentdelegate.h"
#include "ui/shell/settingscommands.h"
#include "ui/shell/welcomepage.h"

#include <QApplication>
#include <QDropEvent>
#include <QFile>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QMainWindow>
#include <QMenuBar>
#include <QMimeData>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace Viral;
using namespace ViralTest;

class WelcomePageTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void saysWhatIsMissing();
    void saysWhatATestFound();
    void aBrokenEnvironmentIsSaid();
    void worksWithoutSettings();
    void everythingIsReachedByKeyboard();
    void recentFilesShowTheirFolder();
    void missingFilesAreMarkedAndStayClosed();
    void filesAreDropped();
    void setUpOpensTheSettingsAtTheRightPlace();
    void settingsAreOneWindow();
};

namespace {

struct Page
{
    explicit Page(const EnvironmentValues &environment = {})
        : bench(environment)
        , page(&bench.connections)
    {
        page.resize(1100, 700);
        page.show();
        QVERIFY(QTest::qWaitForWindowExposed(&page));
    }

    QString state(const QString &id) { return page.findChild<QLabel *>(u"state."_s + id)->text(); }
    QPushButton *button(const QString &name) { return page.findChild<QPushButton *>(name); }

    SettingsBench bench;
    WelcomePage page;
};

} // namespace

void WelcomePageTest::saysWhatIsMissing()
{
    Page page;
    QVERIFY(page.state(u"offline"_s).contains("Works now"_L1));
    QVERIFY(page.state(u"openai"_s).contains("Needs a key"_L1));
    QVERIFY(!page.button(u"check.openai"_s)->isVisible());
    page.bench.keys.setKey(KeyName::OpenAi, Secret(u"sk-test-12345678"_s));
    QVERIFY(page.state(u"openai"_s).contains("not tested"_L1));
    QVERIFY(page.button(u"check.openai"_s)->isVisible());
    page.bench.keys.setKey(KeyName::RunPod, Secret(u"rpa_12345678"_s));
    QVERIFY(page.state(u"runpod"_s).contains("endpoint is missing"_L1));
    Preferences preferences;
    preferences.engine.runPodEndpoint = u"abc"_s;
    preferences.engine.openAiBase = *parseBaseUrl(u"http://localhost:11434/v1"_s);
    page.bench.source.setPreferences(preferences);
    QVERIFY(page.state(u"runpod"_s).contains("not tested"_L1));
    QVERIFY(page.state(u"openai"_s).contains("on this computer"_L1));
    page.bench.keys.forget(KeyName::RunPod);
    QVERIFY(page.state(u"runpod"_s).contains("Needs a key"_L1));
}

void WelcomePageTest::saysWhatATestFound()
{
    Page page;
    page.bench.keys.setKey(KeyName::OpenAi, Secret(u"sk-test-12345678"_s));
    QTest::mouseClick(page.button(u"check.openai"_s), Qt::LeftButton);
    QCOMPARE(page.bench.transport.requestCount(), 1);
    QVERIFY(!page.button(u"check.openai"_s)->isEnabled());
    page.bench.transport.lastCall()->end(answered(401, "{}"));
    QVERIFY(page.state(u"openai"_s).contains("not accepted"_L1));
    QTest::mouseClick(page.button(u"check.openai"_s), Qt::LeftButton);
    page.bench.transport.lastCall()->end(answered(200, R"({"data":[{"id":"gpt-4o-mini"}]})"));
    QVERIFY(page.state(u"openai"_s).contains("works"_L1));
    page.bench.keys.forget(KeyName::OpenAi);
    QVERIFY(page.state(u"openai"_s).contains("Needs a key"_L1));
}

void WelcomePageTest::aBrokenEnvironmentIsSaid()
{
    Page page({{u"REQUEST_TIMEOUT_SECONDS"_s, u"-3"_s}});
    QVERIFY(page.state(u"openai"_s).contains("REQUEST_TIMEOUT_SECONDS"_L1));
    QCOMPARE(serviceState(ConnectedService::RunPod, page.bench.connections).verdict, ConnectionReport::Verdict::Bad);
}

void WelcomePageTest::worksWithoutSettings()
{
    WelcomePage page;
    QVERIFY(!page.findChild<ConnectionOverview *>());
    QSignalSpy opened(&page, &WelcomePage::openRequested);
    QTest::mouseClick(page.findChild<QPushButton *>(u"welcome.open"_s), Qt::LeftButton);
    QCOMPARE(opened.size(), 1);
}

void WelcomePageTest::everythingIsReachedByKeyboard()
{
    Page page;
    page.page.setRecent({QStringLiteral(VIRAL_SOURCE_ROOT) + u"/README.md"_s});
    page.bench.keys.setKey(KeyName::OpenAi, Secret(u"sk-test-12345678"_s));
    QSet<QString> reached;
    page.button(u"welcome.open"_s)->setFocus();
    for (int i = 0; i < 20; ++i) {
        reached.insert(QApplication::focusWidget()->objectName());
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
    }
    for (const QString &name : {u"welcome.open"_s, u"welcome.sample"_s, u"welcome.recent"_s, u"setup.openai"_s,
                                u"check.openai"_s, u"setup.runpod"_s})
        QVERIFY2(reached.contains(name), qPrintable(name));
}

void WelcomePageTest::recentFilesShowTheirFolder()
{
    Page page;
    const QString path = QStringLiteral(VIRAL_SOURCE_ROOT) + u"/README.md"_s;
    page.page.setRecent({path});
    auto *recent = page.page.findChild<QListWidget *>(u"welcome.recent"_s);
    QCOMPARE(recent->count(), 1);
    QCOMPARE(recent->item(0)->text(), u"README.md"_s);
    QCOMPARE(recent->item(0)->data(RecentDelegate::FolderRole).toString(), QStringLiteral(VIRAL_SOURCE_ROOT));
    QVERIFY(recent->item(0)->data(Qt::AccessibleTextRole).toString().contains(QStringLiteral(VIRAL_SOURCE_ROOT)));
    const QSignalSpy asked(&page.page, &WelcomePage::fileRequested);
    recent->setFocus();
    recent->setCurrentRow(0);
    QTest::keyClick(recent, Qt::Key_Return);
    QCOMPARE(asked.size(), 1);
    QCOMPARE(asked.constFirst().constFirst().toString(), path);
    page.page.setRecent({});
    QVERIFY(!recent->isVisible());
}

void WelcomePageTest::missingFilesAreMarkedAndStayClosed()
{
    Page page;
    page.page.setRecent({u"/no/such/place/talk.srt"_s});
    auto *recent = page.page.findChild<QListWidget *>(u"welcome.recent"_s);
    QVERIFY(recent->item(0)->data(RecentDelegate::MissingRole).toBool());
    QVERIFY(recent->item(0)->data(Qt::AccessibleTextRole).toString().contains("missing"_L1));
    const QSignalSpy asked(&page.page, &WelcomePage::fileRequested);
    QTest::mouseDClick(recent->viewport(), Qt::LeftButton, {}, recent->visualItemRect(recent->item(0)).center());
    recent->setFocus();
    QTest::keyClick(recent, Qt::Key_Return);
    QVERIFY(asked.isEmpty());
}

void WelcomePageTest::filesAreDropped()
{
    Page page;
    const QSignalSpy dropped(&page.page, &WelcomePage::filesDropped);
    const auto drop = [&](const QList<QUrl> &urls) {
        QMimeData data;
        data.setUrls(urls);
        QDragEnterEvent enter({50, 50}, Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
        enter.ignore();
        QApplication::sendEvent(page.page.viewport(), &enter);
        if (!enter.isAccepted())
            return false;
        QDropEvent event({50, 50}, Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
        QApplication::sendEvent(page.page.viewport(), &event);
        return true;
    };
    QVERIFY(!drop({QUrl(u"https://example.org/a.srt"_s)}));
    QVERIFY(drop({QUrl::fromLocalFile(u"/a b/talk.srt"_s), QUrl::fromLocalFile(u"/a b/talk.mp4"_s)}));
    QCOMPARE(dropped.size(), 1);
    QCOMPARE(dropped.constFirst().constFirst().toStringList(), (QStringList{u"/a b/talk.srt"_s, u"/a b/talk.mp4"_s}));
}

namespace {

struct Window
{
    Window()
        : actions(&window)
        , page(new WelcomePage(&bench.connections))
        , commands({window, bench.connections, *page, clock, bench.folder.filePath(u"pricing.json"_s)}, actions)
    {
        qApp->installEventFilter(&guard);
        actions.fillMenus(window.menuBar());
        window.setCentralWidget(page);
        window.show();
        QVERIFY(QTest::qWaitForWindowActive(&window));
    }

    SettingsBench bench;
    SystemClock clock;
    /// Return belongs to the fields.
    ShortcutGuard guard;
    QMainWindow window;
    Actions actions;
    WelcomePage *page;
    SettingsCommands commands;
};

} // namespace

void WelcomePageTest::setUpOpensTheSettingsAtTheRightPlace()
{
    Window window;
    QTest::mouseClick(window.page->findChild<QPushButton *>(u"setup.runpod"_s), Qt::LeftButton);
    auto *dialog = window.window.findChild<SettingsDialog *>();
    QVERIFY(dialog && dialog->isVisible());
    QVERIFY(QTest::qWaitForWindowActive(dialog));
    QCOMPARE(dialog->focusWidget()->objectName(), u"key.RUNPOD_API_KEY"_s);
    auto *key = qobject_cast<QLineEdit *>(dialog->focusWidget());
    QTest::keyClicks(key, u"rpa_12345678"_s);
    QCOMPARE(key->text(), u"rpa_12345678"_s);
    QTest::keyClick(key, Qt::Key_Return);
    QCOMPARE(window.bench.keys.key(KeyName::RunPod), Secret(u"rpa_12345678"_s));
    const QString state = window.page->findChild<QLabel *>(u"state.runpod"_s)->text();
    QVERIFY2(state.contains("endpoint is missing"_L1), qPrintable(state));
}

void WelcomePageTest::settingsAreOneWindow()
{
    Window window;
    QTest::keyClick(&window.window, Qt::Key_Comma, Qt::ControlModifier);
    QPointer<SettingsDialog> dialog = window.window.findChild<SettingsDialog *>();
    QVERIFY(dialog && dialog->isVisible());
    window.actions.of(Command::Settings)->trigger();
    QCOMPARE(window.window.findChildren<SettingsDialog *>().size(), 1);
    dialog->close();
    QTRY_VERIFY(!dialog);
    window.actions.of(Command::Settings)->trigger();
    QCOMPARE(window.window.findChildren<SettingsDialog *>().size(), 1);
}

VIRAL_TEST(WelcomePageTest)
#include "tst_welcomepage.moc"
