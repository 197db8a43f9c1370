// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/messagedesk.h"

#include "tests/support/openaianswers.h"
#include "tests/support/testregistry.h"
#include "tests/ui_shell_messages/windowbench.h"
#include "ui/jobs/jobspanel.h"
#include "ui/panels/messagespanel.h"
#include "ui/settings/settingsdialog.h"

#include <QFile>
#include <QMessageBox>
#include <QPushButton>
#include <QStatusBar>
#include <QTableView>
#include <QTest>
#include <QTimer>
#include <QToolButton>

using namespace Viral;
using namespace ViralTest;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using Kind = MessageTarget::Kind;

// Messages in the whole window: opened by key and button, with and without a work, and where each of them leads.
class MessageDeskTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void nextSteps_data();
    void nextSteps();
    void opensByKeyWithNothingOpen();
    void theButtonOpensTheList();
    void warningsOfTheLibraryCountAmongTheProblems();
    void aFailedRunLeadsToTheJobs();
    void aRefusedKeyLeadsToTheSettings();
    void aMissingKeyLeadsToTheSettings();
    void repairsLeadToTheirPlace();
    void closingAsksOnceWhileARunGoesOn();
    void furtherWindowsCloseWithoutAsking();
    void withoutARunNothingIsAsked();

private:
    static MessagesPanel &panel(MainWindow &window) { return *window.findChild<MessagesPanel *>(); }
    static QTableView &table(MainWindow &window) { return *panel(window).findChild<QTableView *>(); }
    static MessageModel &messages(MainWindow &window) { return window.findChild<MessageDesk *>()->messages(); }
    static bool show(MainWindow &window)
    {
        window.resize(1280, 800);
        window.show();
        return QTest::qWaitForWindowActive(&window);
    }
    /// Opens the list and goes where the newest message leads, by keys.
    static void followNewest(MainWindow &window);
};

VIRAL_TEST(MessageDeskTest)

namespace {

LoopbackServer::Responder answering(int status)
{
    return [status](int, const ReceivedRequest &request) {
        return status == 200 ? goodReply(request) : jsonReply(status, OpenAi::error("Not now"));
    };
}

LoopbackServer::Responder silent()
{
    return [](int, const ReceivedRequest &) { return Reply{.course = Reply::Course::NeverAnswer}; };
}

/// Presses the button called \a text in the question that comes up next; \a words gets what it says.
void answerNext(const QString &text, QString &words)
{
    QTimer::singleShot(0, qApp, [text, &words] {
        auto *box = qobject_cast<QMessageBox *>(QApplication::activeModalWidget());
        if (!box)
            return;
        words = box->text();
        for (QAbstractButton *button : box->buttons()) {
            if (button->text() == text)
                QTest::mouseClick(button, Qt::LeftButton);
        }
    });
}

} // namespace

void MessageDeskTest::followNewest(MainWindow &window)
{
    QTest::keyClick(&window, Qt::Key_M, Qt::ControlModifier | Qt::ShiftModifier);
    table(window).selectRow(0);
    QTest::keyClick(&table(window), Qt::Key_Return);
}

void MessageDeskTest::nextSteps_data()
{
    QTest::addColumn<ErrorKind>("kind");
    QTest::addColumn<bool>("isRun");
    QTest::addColumn<QString>("place");
    QTest::addColumn<Kind>("leadsTo");
    QTest::addColumn<bool>("saysWhatToDo");
    QTest::newRow("nothing entered") << ErrorKind::Usage << false << QString() << Kind::Settings << true;
    QTest::newRow("refused") << ErrorKind::Refused << true << QString() << Kind::Settings << true;
    QTest::newRow("line broke in a run") << ErrorKind::Network << true << QString() << Kind::Run << true;
    QTest::newRow("line broke") << ErrorKind::Network << false << QString() << Kind::None << true;
    QTest::newRow("service in a run") << ErrorKind::Service << true << QString() << Kind::Run << true;
    QTest::newRow("library") << ErrorKind::Storage << false << QString() << Kind::None << true;
    QTest::newRow("a file") << ErrorKind::Io << false << u"/tmp/a.srt"_s << Kind::File << true;
    QTest::newRow("a bad file") << ErrorKind::Input << false << u"/tmp/a.srt"_s << Kind::File << false;
    QTest::newRow("a bad place") << ErrorKind::Input << false << u"line 3"_s << Kind::None << false;
    QTest::newRow("a defect") << ErrorKind::Internal << false << QString() << Kind::Report << true;
    QTest::newRow("cancelled") << ErrorKind::Cancelled << false << QString() << Kind::None << false;
}

void MessageDeskTest::nextSteps()
{
    QFETCH(const ErrorKind, kind);
    QFETCH(const bool, isRun);
    QFETCH(const QString, place);
    QFETCH(const bool, saysWhatToDo);
    const Message advice = adviceFor({kind, u"It went wrong."_s, place}, {isRun ? u"run"_s : QString()});
    QTEST(advice.target.kind, "leadsTo");
    QCOMPARE(!advice.whatToDo.isEmpty(), saysWhatToDo);
}

void MessageDeskTest::opensByKeyWithNothingOpen()
{
    WindowBench bench(answering(200));
    const auto window = bench.makeWindow();
    QVERIFY(show(*window));
    QVERIFY(!panel(*window).isVisible());
    window->tell(u"Something happened"_s);
    QCOMPARE(window->statusBar()->currentMessage(), u"Something happened"_s);
    // The bar has one line; the list has the whole text.
    window->tellError({ErrorKind::Io, u"First line.\nSecond  line."_s});
    QVERIFY(window->statusBar()->currentMessage().endsWith(u"First line. …"_s));
    window->tell(QString(100'000, u'x'));
    QVERIFY(window->statusBar()->currentMessage().size() < 400);
    QTest::keyClick(window.get(), Qt::Key_M, Qt::ControlModifier | Qt::ShiftModifier);
    QVERIFY(panel(*window).isVisible());
    QVERIFY(table(*window).hasFocus());
    QVERIFY(table(*window).selectionModel()->isRowSelected(0));
    QTest::keyClick(&table(*window), Qt::Key_M, Qt::ControlModifier | Qt::ShiftModifier);
    QVERIFY(!panel(*window).isVisible());
}

void MessageDeskTest::theButtonOpensTheList()
{
    WindowBench bench(answering(200));
    const auto window = bench.makeWindow();
    QVERIFY(show(*window));
    QToolButton *button = nullptr;
    for (auto *candidate : window->statusBar()->findChildren<QToolButton *>())
        button = candidate;
    QVERIFY(button && !button->isVisible());
    window->tellError({ErrorKind::Network, u"Nobody answers."_s});
    window->tellError({ErrorKind::Network, u"Nobody answers."_s});
    window->tellError({ErrorKind::Io, u"The disk is full."_s});
    QVERIFY(button->isVisible());
    QCOMPARE(button->text(), u"Problems: 2"_s);
    QTest::mouseClick(button, Qt::LeftButton);
    QVERIFY(panel(*window).isVisible());
    QCOMPARE(table(*window).model()->rowCount(), 2);
}

void MessageDeskTest::warningsOfTheLibraryCountAmongTheProblems()
{
    WindowBench bench(answering(200));
    const auto window = bench.makeWindow();
    window->warn(u"The library was damaged."_s);
    Q_EMIT bench.desk.desk().warned(u"New runs are kept in memory only."_s);
    QCOMPARE(messages(*window).countOf(Message::Severity::Warning), 2);
    QCOMPARE(messages(*window).problemCount(), 2);
    // The way of what is nobody's error and no news either: it stays until something else is said.
    QCOMPARE(window->statusBar()->currentMessage(), u"New runs are kept in memory only."_s);
}

void MessageDeskTest::aFailedRunLeadsToTheJobs()
{
    WindowBench bench(answering(500));
    const auto window = bench.makeWindow();
    QVERIFY(show(*window));
    RunPlan plan = bench.desk.plan(2);
    plan.title = u"Talk"_s;
    const auto run = bench.desk.desk().start(plan);
    QVERIFY(run);
    QVERIFY(bench.desk.waitForEnd(**run));
    QCOMPARE((*run)->ending()->state, RunState::Failed);
    const Message told = messages(*window).messages().constLast();
    QCOMPARE(told.severity, Message::Severity::Error);
    QVERIFY2(told.text.contains(u"Talk"_s), qPrintable(told.text));
    QCOMPARE(told.target, (MessageTarget{.kind = Kind::Run, .id = (*run)->id().value}));
    followNewest(*window);
    auto *jobs = window->findChild<JobsPanel *>();
    QVERIFY(jobs->isVisible());
    QCOMPARE(jobs->selected(), QList{(*run)->id()});
}

void MessageDeskTest::aRefusedKeyLeadsToTheSettings()
{
    WindowBench bench(answering(401));
    const auto window = bench.makeWindow();
    QVERIFY(show(*window));
    const auto run = bench.desk.desk().start(bench.desk.plan(1));
    QVERIFY(bench.desk.waitForEnd(**run));
    followNewest(*window);
    auto *settings = window->findChild<SettingsDialog *>();
    QVERIFY(settings && settings->isVisible());
}

void MessageDeskTest::aMissingKeyLeadsToTheSettings()
{
    WindowBench bench(answering(200));
    const auto window = bench.makeWindow();
    QVERIFY(show(*window));
    RunPlan plan = bench.desk.plan(1);
    plan.engine = RunKind::OpenAi;
    const Result<void> checked = checkPlan(plan, EngineSettings{});
    QVERIFY(!checked);
    window->tellError(checked.error());
    followNewest(*window);
    QVERIFY(window->findChild<SettingsDialog *>());
}

void MessageDeskTest::repairsLeadToTheirPlace()
{
    WindowBench bench(answering(200));
    const auto window = bench.makeWindow();
    QVERIFY(show(*window));
    window->open(QStringLiteral(VIRAL_RESOURCES "/sample/interview.payload.json"));
    QTRY_VERIFY_WITH_TIMEOUT(window->document().isOpen(), 20'000);
    window->document().setMediaPath({});
    Work work = window->document().work();
    work.problems.addWarning(u"/input/transcript/sentences/7/end"_s, u"It overlaps the next one."_s);
    work.problems.addWarning(u"/input/transcript/sentences/999999/end"_s, u"It is not there."_s);
    auto *desk = window->findChild<MessageDesk *>();
    desk->tellProblems(work);
    const QList<Message> &told = desk->messages().messages();
    const Message beyond = told.at(told.size() - 1);
    const Message known = told.at(told.size() - 2);
    QCOMPARE(known.severity, Message::Severity::Warning);
    QVERIFY(known.text.startsWith(u"/input/transcript/sentences/7/end: "_s));
    QCOMPARE(beyond.target.kind, Kind::File);
    desk->goTo(known.target);
    QCOMPARE(window->transport().position(), work.request.transcript.sentences.at(7).span.start);
    const ReviewedMoment last = window->document().review().moments().constLast();
    desk->goTo({.kind = Kind::Moment, .id = last.id.value});
    QCOMPARE(window->document().current()->id, last.id);
}

void MessageDeskTest::closingAsksOnceWhileARunGoesOn()
{
    WindowBench bench(silent());
    const auto window = bench.makeWindow();
    QVERIFY(show(*window));
    const auto run = bench.desk.desk().start(bench.desk.plan(2));
    QTRY_COMPARE((*run)->totals().onTheirWay, 2);
    QString words;
    answerNext(u"&Keep running"_s, words);
    QVERIFY(!window->close());
    QVERIFY2(words.contains(u"What was paid for is kept"_s), qPrintable(words));
    QVERIFY(window->isVisible());
    QVERIFY(!(*run)->isFinished());
    words.clear();
    answerNext(u"&Quit"_s, words);
    QVERIFY(window->close());
    QVERIFY(!words.isEmpty());
}

void MessageDeskTest::furtherWindowsCloseWithoutAsking()
{
    WindowBench bench(silent());
    const auto first = bench.makeWindow();
    const auto second = bench.makeWindow();
    QVERIFY(show(*first));
    QVERIFY(show(*second));
    const auto run = bench.desk.desk().start(bench.desk.plan(2));
    QTRY_COMPARE((*run)->totals().onTheirWay, 2);
    QVERIFY(second->close());
    QString words;
    answerNext(u"&Keep running"_s, words);
    QVERIFY(!first->close());
    QVERIFY(!words.isEmpty());
}

void MessageDeskTest::withoutARunNothingIsAsked()
{
    WindowBench bench(answering(200));
    const auto window = bench.makeWindow();
    QVERIFY(show(*window));
    const auto run = bench.desk.desk().start(bench.desk.plan(1));
    QVERIFY(bench.desk.waitForEnd(**run));
    QVERIFY(window->close());
}

#include "tst_messagedesk.moc"
