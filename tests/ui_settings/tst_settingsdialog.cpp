// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/settingsbench.h"
#include "tests/support/testregistry.h"
#include "ui/settings/plainspin.h"
#include "ui/settings/settingfield.h"
#include "ui/settings/settingpages.h"
#include "ui/settings/settingsdialog.h"
#include "ui/settings/userprices.h"

#include <QCheckBox>
#include <QClipboard>
#include <QComboBox>
#include <QDirIterator>
#include <QGuiApplication>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QSignalSpy>
#include <QTableView>
#include <QTest>
#include <QToolButton>

using namespace Qt::StringLiterals;
using namespace Viral;
using namespace ViralTest;

class SettingsDialogTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everySettingHasAField();
    void everyControlHasANameAndIsReached();
    void typedTextHoldsAtOnce();
    void nonsenseIsSaidAndNotTaken();
    void spinBoxesAndBoxes();
    void backToTheDefault();
    void conflictsAreSaid();
    void theEnvironmentIsShownAndLocked();
    void otherWindowsChangesAreShown();
    void whatComesLateLeavesTypingAlone();
    void whatComesLateLeavesNumbersAlone();
    void wheelDoesNotChangeWhatIsScrolledOver();
    void presets();
    void keyIsEnteredShownAndForgotten();
    void strangeKeysAreRefused();
    void testTellsTheAnswer();
    void questionIsOffered();
    void ownPricesAreKept();
    void brokenPricesAreNotOverwritten();
    void beginsWhereSomethingIsMissing();
    void enterDoesNotClose();
    void chunkExamples_data();
    void chunkExamples();
    void noKeyInFilesOrLog();
};

namespace {

struct Desk
{
    explicit Desk(const EnvironmentValues &environment = {})
        : bench(environment)
        , dialog(bench.connections, prices(), QDate(2026, 11, 21))
    {
        dialog.show();
        QVERIFY(QTest::qWaitForWindowExposed(&dialog));
    }

    QString prices() const { return bench.folder.filePath(u"library/pricing.json"_s); }
    template <typename Widget>
    Widget *find(const QString &name)
    {
        return dialog.findChild<Widget *>(name);
    }
    QLineEdit *line(const QString &name) { return find<QLineEdit>(name); }
    QString troubleOf(const QString &name)
    {
        for (const QLabel *label : dialog.findChild<QWidget *>(name)->parentWidget()->findChildren<QLabel *>()) {
            if (!label->isHidden() && label->foregroundRole() == QPalette::WindowText)
                return label->text();
        }
        return {};
    }
    void show(SettingsTopic topic)
    {
        dialog.showTopic(topic);
        QCoreApplication::processEvents();
    }

    SettingsBench bench;
    SettingsDialog dialog;
};

void type(QLineEdit *line, const QString &text)
{
    line->setFocus();
    line->selectAll();
    QTest::keyClick(line, Qt::Key_Delete);
    QTest::keyClicks(line, text);
    QTest::keyClick(line, Qt::Key_Return);
}

QStringList messages;

void collect(QtMsgType, const QMessageLogContext &, const QString &message)
{
    messages.append(message);
}

} // namespace

void SettingsDialogTest::everySettingHasAField()
{
    Desk desk;
    for (const SettingRule &rule : settingRules()) {
        auto *control = desk.find<QWidget>(QString(rule.key));
        QVERIFY2(control, rule.key.data());
        QVERIFY(!control->accessibleDescription().isEmpty());
    }
}

void SettingsDialogTest::everyControlHasANameAndIsReached()
{
    Desk desk;
    QSet<QWidget *> reached;
    for (int topic = 0; topic < desk.find<QListWidget>(u"topics"_s)->count(); ++topic) {
        desk.show(static_cast<SettingsTopic>(topic));
        QWidget *first = QApplication::focusWidget();
        for (int i = 0; i < 100; ++i) {
            QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
            reached.insert(QApplication::focusWidget());
            if (QApplication::focusWidget() == first)
                break;
        }
    }
    for (const SettingRule &rule : settingRules()) {
        auto *control = desk.find<QWidget>(QString(rule.key));
        QVERIFY2(reached.contains(control), rule.key.data());
        QVERIFY(!control->accessibleName().isEmpty());
    }
    for (const QString &name : {u"key.OPENAI_API_KEY"_s, u"key.RUNPOD_API_KEY"_s, u"test.openai"_s, u"prices"_s,
                                u"prices.add"_s, u"presets"_s})
        QVERIFY2(reached.contains(desk.find<QWidget>(name)), qPrintable(name));
}

void SettingsDialogTest::typedTextHoldsAtOnce()
{
    Desk desk;
    type(desk.line(u"openai/model"_s), u"gpt-6-luna"_s);
    QCOMPARE(desk.bench.source.preferences().engine.model, u"gpt-6-luna"_s);
    QCOMPARE(PreferenceStore(desk.bench.store.file()).read().engine.model, u"gpt-6-luna"_s);
    desk.show(SettingsTopic::Prices);
    type(desk.line(u"budget/per_run"_s), u"0.35"_s);
    QCOMPARE(desk.bench.source.preferences().budgetPerRun, MicroDollars{350'000});
    type(desk.line(u"budget/per_run"_s), {});
    QVERIFY(!desk.bench.source.preferences().budgetPerRun);
    // Left without Enter.
    QLineEdit *month = desk.line(u"budget/per_month"_s);
    month->setFocus();
    QTest::keyClicks(month, u"20"_s);
    desk.dialog.reject();
    QCOMPARE(desk.bench.source.preferences().budgetPerMonth, MicroDollars{20'000'000});
}

void SettingsDialogTest::nonsenseIsSaidAndNotTaken()
{
    Desk desk;
    QLineEdit *address = desk.line(u"openai/base_url"_s);
    type(address, u"http://example.org/v1"_s);
    QCOMPARE(desk.bench.source.preferences(), Preferences());
    QVERIFY(!desk.troubleOf(u"openai/base_url"_s).isEmpty());
    QCOMPARE(address->text(), u"http://example.org/v1"_s);
    type(address, u"http://localhost:11434/v1/"_s);
    QVERIFY(desk.troubleOf(u"openai/base_url"_s).isEmpty());
    QCOMPARE(address->text(), u"http://localhost:11434/v1"_s);
}

void SettingsDialogTest::spinBoxesAndBoxes()
{
    Desk desk;
    desk.show(SettingsTopic::Runs);
    auto *spin = desk.find<PlainSpin>(u"run/max_concurrency"_s);
    spin->setFocus();
    QTest::keyClick(spin, Qt::Key_Up);
    QCOMPARE(desk.bench.source.preferences().engine.maxConcurrency, 5);
    auto *box = desk.find<QCheckBox>(u"run/keep_going"_s);
    QTest::keyClick(box, Qt::Key_Space);
    QVERIFY(desk.bench.source.preferences().keepGoing);
    auto *choice = desk.find<QComboBox>(u"run/engine"_s);
    choice->setFocus();
    QTest::keyClick(choice, Qt::Key_End);
    QCOMPARE(desk.bench.source.preferences().engineChoice, RunKind::RunPod);
    QTest::keyClick(choice, Qt::Key_Home);
    QVERIFY(!desk.bench.source.preferences().engineChoice);
}

void SettingsDialogTest::backToTheDefault()
{
    Desk desk;
    desk.show(SettingsTopic::Runs);
    auto *reset = desk.find<QToolButton>(u"run/max_concurrency.reset"_s);
    QVERIFY(!reset->isVisible());
    auto *spin = desk.find<PlainSpin>(u"run/max_concurrency"_s);
    spin->setFocus();
    QTest::keyClick(spin, Qt::Key_Up);
    QVERIFY(reset->isVisible());
    QTest::mouseClick(reset, Qt::LeftButton);
    QCOMPARE(desk.bench.source.preferences(), Preferences());
    QCOMPARE(spin->value(), 4);
    QVERIFY(!reset->isVisible());
}

void SettingsDialogTest::conflictsAreSaid()
{
    Desk desk;
    desk.show(SettingsTopic::Chunks);
    auto *overlap = desk.find<PlainSpin>(u"chunks/overlap_seconds"_s);
    overlap->setFocus();
    overlap->selectAll();
    QTest::keyClicks(overlap, u"450"_s);
    QTest::keyClick(overlap, Qt::Key_Return);
    QCOMPARE(desk.bench.source.preferences(), Preferences());
    QVERIFY(desk.troubleOf(u"chunks/overlap_seconds"_s).contains("smaller"_L1));
    overlap->selectAll();
    QTest::keyClicks(overlap, u"60"_s);
    QTest::keyClick(overlap, Qt::Key_Return);
    QCOMPARE(desk.bench.source.preferences().chunks.chunkOverlap, Milliseconds{60'000});
    QVERIFY(desk.troubleOf(u"chunks/overlap_seconds"_s).isEmpty());
}

void SettingsDialogTest::theEnvironmentIsShownAndLocked()
{
    Desk desk({{u"OPENAI_MODEL"_s, u"from-outside"_s}, {u"OPENAI_API_KEY"_s, u"sk-outside-1234567"_s}});
    QLineEdit *model = desk.line(u"openai/model"_s);
    QVERIFY(!model->isEnabled());
    QCOMPARE(model->text(), u"from-outside"_s);
    QLineEdit *key = desk.line(u"key.OPENAI_API_KEY"_s);
    QVERIFY(!key->isEnabled());
    QVERIFY(key->text().isEmpty());
    bool isNamed = false;
    for (const QLabel *label : desk.dialog.findChildren<QLabel *>())
        isNamed = isNamed || label->text().contains("OPENAI_MODEL"_L1);
    QVERIFY(isNamed);
    QVERIFY(desk.line(u"openai/base_url"_s)->isEnabled());
}

void SettingsDialogTest::otherWindowsChangesAreShown()
{
    Desk desk;
    Preferences preferences;
    preferences.engine.model = u"elsewhere"_s;
    preferences.keepGoing = true;
    desk.bench.source.setPreferences(preferences);
    QCOMPARE(desk.line(u"openai/model"_s)->text(), u"elsewhere"_s);
    QVERIFY(desk.find<QCheckBox>(u"run/keep_going"_s)->isChecked());
}

void SettingsDialogTest::whatComesLateLeavesNumbersAlone()
{
    Desk desk;
    desk.show(SettingsTopic::Runs);
    auto *spin = desk.find<PlainSpin>(u"run/max_concurrency"_s);
    spin->setFocus();
    spin->selectAll();
    QTest::keyClicks(spin, u"1"_s);
    Preferences preferences = desk.bench.source.preferences();
    preferences.engine.maxConcurrency = 9;
    preferences.engine.model = u"elsewhere"_s;
    desk.bench.source.setPreferences(preferences);
    QCOMPARE(spin->text(), u"1"_s);
    QTest::keyClicks(spin, u"2"_s);
    QTest::keyClick(spin, Qt::Key_Return);
    QCOMPARE(desk.bench.source.preferences().engine.maxConcurrency, 12);
    QCOMPARE(desk.bench.source.preferences().engine.model, u"elsewhere"_s);
    // Entered: what comes now is shown.
    preferences.engine.maxConcurrency = 5;
    desk.bench.source.setPreferences(preferences);
    QCOMPARE(spin->text(), u"5"_s);
    // The number that stood there before is an answer, too.
    spin->selectAll();
    QTest::keyClicks(spin, u"5"_s);
    preferences.engine.maxConcurrency = 7;
    desk.bench.source.setPreferences(preferences);
    QTest::keyClick(spin, Qt::Key_Return);
    QCOMPARE(desk.bench.source.preferences().engine.maxConcurrency, 5);
    QCOMPARE(spin->text(), u"5"_s);
}

void SettingsDialogTest::whatComesLateLeavesTypingAlone()
{
    Desk desk;
    desk.show(SettingsTopic::Connections);
    QLineEdit *key = desk.line(u"key.OPENAI_API_KEY"_s);
    key->setFocus();
    QTest::keyClicks(key, u"sk-typ"_s);
    // The system's keychain answers.
    desk.bench.keys.setKey(KeyName::OpenAi, Secret(u"sk-test-kept"_s));
    QCOMPARE(key->text(), u"sk-typ"_s);
    QTest::keyClicks(key, u"ed"_s);
    QTest::keyClick(key, Qt::Key_Return);
    QCOMPARE(desk.bench.keys.key(KeyName::OpenAi), Secret(u"sk-typed"_s));
    // Entered: what comes now is shown.
    desk.bench.keys.setKey(KeyName::OpenAi, Secret(u"sk-test-later"_s));
    QCOMPARE(key->text(), u"sk-test-later"_s);

    QLineEdit *model = desk.line(u"openai/model"_s);
    model->setFocus();
    model->selectAll();
    QTest::keyClicks(model, u"min"_s);
    Preferences preferences = desk.bench.source.preferences();
    preferences.engine.model = u"elsewhere"_s;
    desk.bench.source.setPreferences(preferences);
    QCOMPARE(model->text(), u"min"_s);
    QTest::keyClicks(model, u"e "_s);
    QTest::keyClick(model, Qt::Key_Return);
    QCOMPARE(desk.bench.source.preferences().engine.model, u"mine"_s);
    QCOMPARE(model->text(), u"mine"_s);
    desk.bench.source.setPreferences(preferences);
    QCOMPARE(model->text(), u"elsewhere"_s);
}

void SettingsDialogTest::wheelDoesNotChangeWhatIsScrolledOver()
{
    Desk desk;
    desk.show(SettingsTopic::Runs);
    for (const QString &name : {u"run/max_concurrency"_s, u"run/engine"_s}) {
        auto *control = desk.find<QWidget>(name);
        QWheelEvent wheel(QPointF(4, 4), control->mapToGlobal(QPointF(4, 4)), {}, {0, -240}, Qt::NoButton,
                          Qt::NoModifier, Qt::NoScrollPhase, false);
        QCoreApplication::sendEvent(control, &wheel);
    }
    QCOMPARE(desk.bench.source.preferences(), Preferences());
}

void SettingsDialogTest::presets()
{
    Desk desk;
    auto *presets = desk.find<QComboBox>(u"presets"_s);
    QCOMPARE(presets->currentText(), u"OpenAI"_s);
    presets->setFocus();
    const auto choose = [&](const QString &name) {
        presets->showPopup();
        QTest::keyClick(presets->view(), Qt::Key_Home);
        for (int i = 0; i < presets->findText(name); ++i)
            QTest::keyClick(presets->view(), Qt::Key_Down);
        QTest::keyClick(presets->view(), Qt::Key_Return);
    };
    choose(u"LM Studio"_s);
    QCOMPARE(desk.line(u"openai/base_url"_s)->text(), u"http://localhost:1234/v1"_s);
    QCOMPARE(desk.bench.source.preferences().engine.openAiBase.host, OpenAiHost::Local);

    // Azure's address is not complete, and nothing is sent to a name that was made up.
    choose(u"Azure OpenAI"_s);
    QCOMPARE(desk.bench.source.preferences().engine.openAiBase.url, QUrl(u"http://localhost:1234/v1"_s));
    QLineEdit *address = desk.line(u"openai/base_url"_s);
    QCOMPARE(address->selectedText(), u"<resource>"_s);
    QTest::keyClicks(address, u"studio"_s);
    QTest::keyClick(address, Qt::Key_Return);
    QCOMPARE(desk.bench.source.preferences().engine.openAiBase.host, OpenAiHost::Azure);
    QCOMPARE(presets->currentText(), u"Azure OpenAI"_s);
    type(address, u"https://gate.example/v1"_s);
    QCOMPARE(presets->currentText(), u"Another server"_s);
}

void SettingsDialogTest::keyIsEnteredShownAndForgotten()
{
    Desk desk;
    QLineEdit *line = desk.line(u"key.OPENAI_API_KEY"_s);
    QCOMPARE(line->echoMode(), QLineEdit::Password);
    type(line, u"sk-test-12345678"_s);
    QCOMPARE(desk.bench.keys.key(KeyName::OpenAi), Secret(u"sk-test-12345678"_s));
    QTest::mouseClick(desk.find<QPushButton>(u"key.OPENAI_API_KEY.show"_s), Qt::LeftButton);
    QCOMPARE(line->echoMode(), QLineEdit::Normal);
    QTest::mouseClick(desk.find<QPushButton>(u"key.OPENAI_API_KEY.forget"_s), Qt::LeftButton);
    QVERIFY(desk.bench.keys.key(KeyName::OpenAi).isEmpty());
    QVERIFY(line->text().isEmpty());
    QGuiApplication::clipboard()->setText(u" sk-test-from-clipboard\n"_s);
    QTest::mouseClick(desk.find<QPushButton>(u"key.OPENAI_API_KEY.paste"_s), Qt::LeftButton);
    QCOMPARE(desk.bench.keys.key(KeyName::OpenAi), Secret(u"sk-test-from-clipboard"_s));
}

void SettingsDialogTest::strangeKeysAreRefused()
{
    Desk desk;
    for (const QString &text : {u"two words"_s, u"schlüssel"_s, u"ключ"_s}) {
        desk.line(u"key.OPENAI_API_KEY"_s)->setText(text);
        QTest::keyClick(desk.line(u"key.OPENAI_API_KEY"_s), Qt::Key_Return);
        QVERIFY(desk.bench.keys.key(KeyName::OpenAi).isEmpty());
        QVERIFY(!desk.troubleOf(u"key.OPENAI_API_KEY"_s).isEmpty());
        QVERIFY(!desk.troubleOf(u"key.OPENAI_API_KEY"_s).contains(text));
    }
}

void SettingsDialogTest::testTellsTheAnswer()
{
    Desk desk;
    desk.bench.keys.setKey(KeyName::OpenAi, Secret(u"sk-test-12345678"_s));
    auto *test = desk.find<QPushButton>(u"test.openai"_s);
    auto *headline = desk.find<QLabel>(u"test.openai.headline"_s);
    QTest::mouseClick(test, Qt::LeftButton);
    QCOMPARE(desk.bench.transport.requestCount(), 1);
    QCOMPARE(test->text(), u"Cancel"_s);
    desk.bench.transport.lastCall()->end(answered(401, R"({"error":{"message":"bad","code":"invalid_api_key"}})"));
    QVERIFY(headline->text().contains("not accepted"_L1));
    QTest::mouseClick(test, Qt::LeftButton);
    QTest::mouseClick(test, Qt::LeftButton);
    QCOMPARE(desk.bench.transport.aborted(), 1);
    QCOMPARE(test->text(), u"Test"_s);
    QTest::mouseClick(test, Qt::LeftButton);
    desk.bench.transport.lastCall()->end(answered(200, R"({"data":[{"id":"gpt-4o-mini"}]})"));
    QVERIFY(headline->text().contains("works"_L1));
    // Another key: the answer was about the old one.
    type(desk.line(u"key.OPENAI_API_KEY"_s), u"sk-other-12345678"_s);
    QVERIFY(!headline->text().contains("works"_L1));
}

void SettingsDialogTest::questionIsOffered()
{
    Desk desk;
    type(desk.line(u"openai/base_url"_s), u"http://localhost:8080/v1"_s);
    auto *question = desk.find<QPushButton>(u"test.openai.question"_s);
    QVERIFY(!question->isVisible());
    QTest::mouseClick(desk.find<QPushButton>(u"test.openai"_s), Qt::LeftButton);
    desk.bench.transport.lastCall()->end(answered(404, "404 page not found"));
    QVERIFY(question->isVisible());
    QTest::mouseClick(question, Qt::LeftButton);
    QCOMPARE(desk.bench.transport.requests().constLast().method, QByteArray("POST"));
    desk.bench.transport.lastCall()->end(answered(200, R"({"choices":[]})"));
    QVERIFY(desk.find<QLabel>(u"test.openai.headline"_s)->text().contains("works"_L1));
    QVERIFY(!question->isVisible());
}

void SettingsDialogTest::ownPricesAreKept()
{
    Desk desk;
    const QSignalSpy changed(&desk.dialog, &SettingsDialog::pricesChanged);
    desk.show(SettingsTopic::Prices);
    auto *table = desk.find<QTableView>(u"prices"_s);
    QTest::mouseClick(desk.find<QPushButton>(u"prices.add"_s), Qt::LeftButton);
    auto *editor = table->findChild<QLineEdit *>();
    QVERIFY(editor);
    editor->selectAll();
    QTest::keyClicks(editor, u"llama-3"_s);
    QTest::keyClick(editor, Qt::Key_Return);
    QTRY_COMPARE(readUserPrices(desk.prices())->size(), 1);
    QCOMPARE(readUserPrices(desk.prices())->constFirst().model, u"llama-3"_s);
    QVERIFY(!changed.isEmpty());
    auto *remove = desk.find<QPushButton>(u"prices.remove"_s);
    QVERIFY(remove->isEnabled());
    QTest::mouseClick(remove, Qt::LeftButton);
    QCOMPARE(readUserPrices(desk.prices())->size(), 0);
    QVERIFY(!remove->isEnabled());
}

void SettingsDialogTest::brokenPricesAreNotOverwritten()
{
    SettingsBench bench;
    const QString path = bench.folder.filePath(u"pricing.json"_s);
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("{ broken");
    file.close();
    SettingsDialog dialog(bench.connections, path, QDate(2026, 11, 21));
    dialog.showTopic(SettingsTopic::Prices);
    QVERIFY(!dialog.findChild<QPushButton *>(u"prices.add"_s)->isEnabled());
    QVERIFY(file.open(QIODevice::ReadOnly));
    QCOMPARE(file.readAll(), QByteArray("{ broken"));
}

void SettingsDialogTest::beginsWhereSomethingIsMissing()
{
    Desk desk;
    desk.show(SettingsTopic::Look);
    desk.dialog.begin(ConnectedService::OpenAi);
    QCOMPARE(QApplication::focusWidget(), desk.line(u"key.OPENAI_API_KEY"_s));
    desk.dialog.begin(ConnectedService::RunPod);
    QCOMPARE(QApplication::focusWidget(), desk.line(u"key.RUNPOD_API_KEY"_s));
    desk.bench.keys.setKey(KeyName::RunPod, Secret(u"rpa_1"_s));
    desk.dialog.begin(ConnectedService::RunPod);
    QCOMPARE(QApplication::focusWidget(), desk.line(u"runpod/endpoint"_s));
}

void SettingsDialogTest::enterDoesNotClose()
{
    Desk desk;
    QCOMPARE(QApplication::focusWidget()->objectName(), u"topics"_s);
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
    QCOMPARE(QApplication::focusWidget()->objectName(), u"presets"_s);
    type(desk.line(u"openai/model"_s), u"m"_s);
    QVERIFY(desk.dialog.isVisible());
    QTest::keyClick(&desk.dialog, Qt::Key_Escape);
    QVERIFY(!desk.dialog.isVisible());
}

void SettingsDialogTest::chunkExamples_data()
{
    QTest::addColumn<int>("duration");
    QTest::addColumn<int>("overlap");
    QTest::addColumn<int>("minimum");
    QTest::addColumn<int>("chunks");
    QTest::addColumn<int>("twice");
    QTest::newRow("defaults") << 450 << 45 << 180 << 9 << 10;
    QTest::newRow("one") << 7200 << 45 << 180 << 1 << 0;
    QTest::newRow("no overlap") << 600 << 0 << 0 << 6 << 0;
    QTest::newRow("last joins") << 1700 << 0 << 300 << 2 << 0;
    QTest::newRow("last stays") << 1700 << 0 << 200 << 3 << 0;
    QTest::newRow("impossible") << 60 << 60 << 0 << 0 << 0;
}

void SettingsDialogTest::chunkExamples()
{
    QFETCH(int, duration);
    QFETCH(int, overlap);
    QFETCH(int, minimum);
    QFETCH(int, chunks);
    QFETCH(int, twice);
    const auto seconds = [](int count) { return Milliseconds{qint64(count) * 1000}; };
    const ChunkExample example = chunkExample(
        {.chunkDuration = seconds(duration), .chunkOverlap = seconds(overlap), .minChunkDuration = seconds(minimum)});
    QCOMPARE(example.chunks, chunks);
    QCOMPARE(example.percentTwice, twice);
}

void SettingsDialogTest::noKeyInFilesOrLog()
{
    const QString key = u"sk-proj-VERYSECRET0123456789"_s;
    messages.clear();
    const QtMessageHandler before = qInstallMessageHandler(collect);
    Desk desk;
    QSignalSpy failed(&desk.bench.keys, &KeyKeeper::failed);
    type(desk.line(u"key.OPENAI_API_KEY"_s), key);
    // By a slip into fields that are written to the file.
    type(desk.line(u"openai/model"_s), key);
    type(desk.line(u"runpod/endpoint"_s), key);
    type(desk.line(u"openai/base_url"_s), u"https://host/"_s + key);
    desk.show(SettingsTopic::Look);
    type(desk.line(u"review/author"_s), u"me"_s);
    desk.show(SettingsTopic::Connections);
    QTest::mouseClick(desk.find<QPushButton>(u"test.openai"_s), Qt::LeftButton);
    // A service that echoes the key in its error.
    desk.bench.transport.lastCall()->end(answered(401, R"({"error":{"message":"Incorrect API key provided: )" +
                                                           key.toUtf8() + R"(","code":"invalid_api_key"}})"));
    qInstallMessageHandler(before);

    const ConnectionReport report = *desk.bench.connections.report(ConnectedService::OpenAi);
    QVERIFY(!(report.headline + report.advice).contains("VERYSECRET"_L1));
    QVERIFY(!messages.join(u'\n').contains("VERYSECRET"_L1));
    for (const QList<QVariant> &arguments : failed)
        QVERIFY(!arguments.constFirst().value<Error>().text().contains("VERYSECRET"_L1));
    int files = 0;
    for (QDirIterator all(desk.bench.folder.path(), QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
         all.hasNext(); ++files) {
        QFile file(all.next());
        QVERIFY(file.open(QIODevice::ReadOnly));
        QVERIFY2(!file.readAll().contains("VERYSECRET"), qPrintable(file.fileName()));
    }
    QVERIFY(files > 0);
}

VIRAL_TEST(SettingsDialogTest)
#include "tst_settingsdialog.moc"
