// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/review/reviewid.h"
#include "ui/shell/reportdialog.h"

#include "core/base/logfile.h"
#include "core/contract/serviceresultcodec.h"
#include "core/json/jsonreader.h"
#include "tests/support/testregistry.h"
#include "tests/ui_shell_messages/windowbench.h"
#include "ui/models/messagemodel.h"
#include "ui/shell/reportcommands.h"

#include <QCheckBox>
#include <QComboBox>
#include <QLabel>
#include <QPlainTextEdit>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace Viral;
using namespace ViralTest;
using namespace Qt::StringLiterals;

// A report put together in the window: seen before it is saved, opened again as the run it tells of, without a key.
class ReportDialogTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aReportIsOpenedAsItsRun();
    void whatIsLeftOutIsNotInIt();
    void aRunThatCannotBeReadIsLeftOut();
    void whatCannotBeWrittenIsTold();
    void theRunThatFailedIsOffered();
    void theMenuOpensIt();

private:
    static QCheckBox *box(const ReportDialog &dialog, const QString &part);
};

VIRAL_TEST(ReportDialogTest)

namespace {

LoopbackServer::Responder good()
{
    return [](int, const ReceivedRequest &request) { return goodReply(request); };
}

QByteArray bytesOf(const ServiceResult &result)
{
    return writeServiceResult(result, JsonWriter::Layout::Compact);
}

} // namespace

QCheckBox *ReportDialogTest::box(const ReportDialog &dialog, const QString &part)
{
    for (QCheckBox *candidate : dialog.findChildren<QCheckBox *>()) {
        if (candidate->text().remove(u'&').contains(part))
            return candidate;
    }
    return nullptr;
}

void ReportDialogTest::aReportIsOpenedAsItsRun()
{
    WindowBench bench(good());
    const QTemporaryDir folder;
    LogFile log(folder.filePath(u"log"_s));
    log.add(QtWarningMsg, u"viral.run"_s, u"a line of the log"_s);
    const auto run = bench.desk.desk().start(bench.desk.plan(3));
    QVERIFY(bench.desk.waitForEnd(**run));
    QTRY_COMPARE(bench.desk.desk().runs().size(), 1);
    const QByteArray original = bytesOf((*run)->outcome()->result);
    const auto window = bench.makeWindow();
    MessageModel messages;
    messages.add({.severity = Message::Severity::Error, .text = u"It went wrong"_s, .when = bench.clock.now()});
    Preferences preferences = bench.settings.source.preferences();
    preferences.webhooks.resultUrl = u"https://hooks.example/T0/pathsecret"_s;
    bench.settings.source.setPreferences(preferences);
    ReportCommands commands({*window, messages, bench.clock, &bench.desk.desk(), &bench.settings.source, log.folder(),
                             [&run] { return reviewIdOf((*run)->id()); }},
                            window->actions(), window.get());
    ReportDialog dialog(commands.material());
    dialog.show();
    QTRY_VERIFY(!dialog.document().isEmpty());
    QVERIFY(JsonDocument::parse(dialog.document()));
    for (const char *part : {"It went wrong", "a line of the log", "\"qt_running\"", "\"answers\"", "\"transcript\""})
        QVERIFY2(dialog.document().contains(part), part);
    QVERIFY(!dialog.document().contains(flowKey));
    QVERIFY(!dialog.document().contains("pathsecret"));
    QCOMPARE(dialog.findChild<QPlainTextEdit *>()->toPlainText().left(40),
             QString::fromUtf8(dialog.document()).left(40));
    const QString path = folder.filePath(u"report.json"_s);
    dialog.save(path);
    QVERIFY(!dialog.isVisible());

    // Somebody else opens it: no key, no server, no library.
    window->open(path);
    QTRY_VERIFY_WITH_TIMEOUT(window->document().isOpen(), 20'000);
    QCOMPARE(bytesOf(window->document().work().outcome.result), original);
    QVERIFY2(window->document().work().problems.all().isEmpty(), qPrintable(window->document().work().problems.text()));
}

void ReportDialogTest::whatIsLeftOutIsNotInIt()
{
    ReportDialog::Material material;
    material.report.settings = {{u"runs/atOnce"_s, u"7"_s}};
    material.report.messages = {{{}, u"Error"_s, u"the message"_s}};
    material.report.log = {u"the log"_s};
    material.runs = {{.id = {u"run"_s}, .number = 1, .title = u"The title"_s}};
    material.chosen = {u"run"_s};
    material.read = [](const RunId &id) {
        ReportedRun run{.record = {.id = id, .title = u"The title"_s}, .request = Request{}};
        run.request->transcript.sentences.append(Sentence{.text = u"What was said"_s});
        return Result<ReportedRun>(run);
    };
    ReportDialog dialog(material);
    dialog.show();
    QTRY_VERIFY(dialog.document().contains("What was said"));
    const QList<QPair<QString, QByteArray>> parts{{u"transcript"_s, "What was said"},
                                                  {u"settings"_s, "runs/atOnce"},
                                                  {u"messages"_s, "the message"},
                                                  {u"log"_s, "the log"}};
    for (const auto &[name, words] : parts) {
        QVERIFY(dialog.document().contains(words));
        QCheckBox *part = box(dialog, name);
        QVERIFY2(part, qPrintable(name));
        part->setFocus();
        QTest::keyClick(part, Qt::Key_Space);
        QTRY_VERIFY(!dialog.document().isEmpty());
        QVERIFY2(!dialog.document().contains(words), words.constData());
    }
    QVERIFY(!dialog.document().contains("The title"));
    QVERIFY(dialog.document().contains("\"run\""));
    dialog.findChild<QComboBox *>()->setCurrentIndex(0);
    QTRY_VERIFY(!dialog.document().isEmpty() && !dialog.document().contains("\"run\""));
}

void ReportDialogTest::aRunThatCannotBeReadIsLeftOut()
{
    ReportDialog::Material material;
    material.runs = {{.id = {u"run"_s}, .number = 1}};
    material.chosen = {u"run"_s};
    material.read = [](const RunId &) -> Result<ReportedRun> {
        return failure(ErrorKind::Storage, u"The library is damaged."_s);
    };
    ReportDialog dialog(material);
    QTRY_VERIFY(!dialog.document().isEmpty());
    QVERIFY(!dialog.document().contains("\"run\""));
    const auto says = [&dialog] {
        QString said;
        for (const QLabel *label : dialog.findChildren<QLabel *>())
            said += label->text();
        return said;
    };
    QVERIFY2(says().contains(u"The library is damaged."_s), qPrintable(says()));
    dialog.findChild<QComboBox *>()->setCurrentIndex(0);
    QTRY_VERIFY(!says().contains(u"The library is damaged."_s));
}

void ReportDialogTest::whatCannotBeWrittenIsTold()
{
    ReportDialog dialog({});
    QTRY_VERIFY(!dialog.document().isEmpty());
    dialog.show();
    QSignalSpy failed(&dialog, &ReportDialog::failed);
    dialog.save(u"/nowhere/at/all/report.json"_s);
    QCOMPARE(failed.size(), 1);
    QVERIFY(dialog.isVisible());
}

void ReportDialogTest::theRunThatFailedIsOffered()
{
    WindowBench bench([](int, const ReceivedRequest &) { return jsonReply(500, "{}"); });
    const auto window = bench.makeWindow();
    const MessageModel messages;
    const ReportCommands commands({*window, messages, bench.clock, &bench.desk.desk()}, window->actions(),
                                  window.get());
    QVERIFY(commands.material().chosen.isEmpty());
    const auto run = bench.desk.desk().start(bench.desk.plan(1));
    QVERIFY(bench.desk.waitForEnd(**run));
    QTRY_VERIFY(!bench.desk.desk().runs().isEmpty() && bench.desk.desk().runs().constFirst().isFinished());
    const ReportDialog::Material material = commands.material();
    QCOMPARE(material.chosen, (*run)->id());
    ReportDialog dialog(material);
    dialog.show();
    QTRY_VERIFY(dialog.document().contains((*run)->id().value.toUtf8()));
    // Nothing was answered: there is no result in it, and nothing to replay, but the run's question is there.
    QVERIFY(dialog.document().contains("\"request\""));
    QVERIFY(!dialog.document().contains("\"answers\""));
}

void ReportDialogTest::theMenuOpensIt()
{
    WindowBench bench(good());
    const auto window = bench.makeWindow();
    window->show();
    QVERIFY(QTest::qWaitForWindowActive(window.get()));
    QVERIFY(!window->actions().of(Command::ShowLog)->isVisible());
    window->actions().of(Command::ReportProblem)->trigger();
    auto *dialog = window->findChild<ReportDialog *>();
    QVERIFY(dialog && dialog->isVisible());
    QTRY_VERIFY(!dialog->document().isEmpty());
    QTest::keyClick(dialog, Qt::Key_Escape);
    QTRY_VERIFY(!window->findChild<ReportDialog *>());
}

#include "tst_reportdialog.moc"
