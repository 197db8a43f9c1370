// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/library/database.h"
#include "tests/library/librarysamples.h"
#include "tests/support/testregistry.h"

#include <QDir>
#include <QTemporaryDir>
#include <QTest>

using namespace Viral;
using namespace ViralTest;
using namespace Qt::StringLiterals;

class LibraryTablesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();

    void runsComeBackWhole();
    void runsAreOverwritten();
    void runsAreListedNewestFirst();
    void deletedRunsAreHidden();
    void unfinishedRuns_data();
    void unfinishedRuns();
    void documentsComeBack();
    void documentsWantTheirRun();
    void keyIsNeverInTheFiles();

    void answersComeBackWhole();
    void answersCountTheirAttempts();
    void answersForManyKeys();
    void answersNeedNoRun();

    void outboxKeepsOrderWithinARun();
    void outboxTakesSeveralOrNone();
    void outboxWaitsForItsTime();
    void outboxDoesNotWaitForAClockThatWasSetBack();
    void outboxHandsOutOnce();
    void outboxGivesUp();

    void journalKeepsReviewsApart();
    void journalKeepsOnlyWhatKnowsTheLastStep();
    void journalRefusesWhatCannotBeRead();
    void recentWorks();
    void nothingIsNull();

private:
    void reopen();

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Library> m_library;
};

VIRAL_TEST(LibraryTablesTest)

void LibraryTablesTest::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_library = openLibrary(m_folder->path());
    QVERIFY(m_library);
}

void LibraryTablesTest::cleanup()
{
    m_library.reset();
    m_folder.reset();
}

void LibraryTablesTest::reopen()
{
    m_library.reset();
    m_library = openLibrary(m_folder->path());
    QVERIFY(m_library);
}

void LibraryTablesTest::runsComeBackWhole()
{
    RunRecord run = sampleRun(u"a"_s);
    run.number = *m_library->runs().saveRun(run);
    QCOMPARE(run.number, 1);
    reopen();
    QCOMPARE(*m_library->runs().run({u"a"_s}), std::optional(run));
    QCOMPARE(*m_library->runs().run({u"unknown"_s}), std::nullopt);
    for (const RunKind kind : allRunKinds) {
        for (const RunState state : allRunStates) {
            run.kind = kind;
            run.state = state;
            QVERIFY(m_library->runs().saveRun(run).has_value());
            QCOMPARE(*m_library->runs().run({u"a"_s}), std::optional(run));
        }
    }
}

void LibraryTablesTest::runsAreOverwritten()
{
    QCOMPARE(*m_library->runs().saveRun(sampleRun(u"a"_s)), 1);
    QCOMPARE(*m_library->runs().saveRun(sampleRun(u"b"_s)), 2);
    QVERIFY(m_library->runs().keepRequest({u"a"_s}, sampleRequest()).has_value());
    RunRecord changed{.id = {u"a"_s}, .number = 1, .state = RunState::Failed};
    QCOMPARE(*m_library->runs().saveRun(changed), 1);
    QCOMPARE(*m_library->runs().run({u"a"_s}), std::optional(changed));
    QVERIFY(m_library->runs().request({u"a"_s})->has_value());
}

void LibraryTablesTest::runsAreListedNewestFirst()
{
    for (const int seconds : {30, 10, 20, 20})
        QVERIFY(m_library->runs().saveRun(
            sampleRun(u"%1-%2"_s.arg(seconds).arg(m_library->runs().runs(9)->size()), seconds)));
    const auto newest = m_library->runs().runs(3);
    QStringList ids;
    for (const RunRecord &run : *newest)
        ids.append(run.id.value);
    // By number: the clock may have been set back.
    QCOMPARE(ids, (QStringList{u"20-3"_s, u"20-2"_s, u"10-1"_s}));
}

void LibraryTablesTest::deletedRunsAreHidden()
{
    QVERIFY(m_library->runs().saveRun(sampleRun(u"a"_s)).has_value());
    QVERIFY(m_library->runs().setDeleted({u"a"_s}, true).has_value());
    QVERIFY(m_library->runs().runs(9)->isEmpty());
    QVERIFY(m_library->runs().run({u"a"_s})->has_value());
    QVERIFY(m_library->runs().saveRun(sampleRun(u"a"_s)).has_value());
    QVERIFY(m_library->runs().runs(9)->isEmpty());
    QVERIFY(m_library->runs().setDeleted({u"a"_s}, false).has_value());
    QCOMPARE(m_library->runs().runs(9)->size(), 1);
}

void LibraryTablesTest::unfinishedRuns_data()
{
    QTest::addColumn<RunState>("state");
    QTest::addColumn<bool>("unfinished");
    QTest::newRow("queued") << RunState::Queued << true;
    QTest::newRow("running") << RunState::Running << true;
    QTest::newRow("succeeded") << RunState::Succeeded << false;
    QTest::newRow("failed") << RunState::Failed << false;
    QTest::newRow("cancelled") << RunState::Cancelled << false;
    QTest::newRow("interrupted") << RunState::Interrupted << false;
}

void LibraryTablesTest::unfinishedRuns()
{
    QFETCH(const RunState, state);
    RunRecord run = sampleRun(u"a"_s);
    run.state = state;
    QVERIFY(m_library->runs().saveRun(run).has_value());
    QTEST(!m_library->runs().unfinishedRuns()->isEmpty(), "unfinished");
    QTEST(!run.isFinished(), "unfinished");
}

void LibraryTablesTest::documentsComeBack()
{
    RunStore &runs = m_library->runs();
    QVERIFY(runs.saveRun(sampleRun(u"a"_s)).has_value());
    QCOMPARE(*runs.request({u"a"_s}), std::nullopt);
    QCOMPARE(*runs.result({u"a"_s}), std::nullopt);
    QCOMPARE(*runs.funnel({u"a"_s}), std::nullopt);
    QCOMPARE(*runs.quote({u"a"_s}), std::nullopt);
    ServiceResult result;
    result.jobId = u"job"_s;
    result.metadata.custom = {{u"n"_s, "1.50"}};
    QVERIFY(runs.keepRequest({u"a"_s}, sampleRequest()).has_value());
    QVERIFY(runs.keepResult({u"a"_s}, result).has_value());
    QVERIFY(runs.keepFunnel({u"a"_s}, "{\"entries\":[]}"_ba).has_value());
    QVERIFY(runs.keepFunnel({u"a"_s}, "{\"entries\":[1]}"_ba).has_value());
    reopen();
    Request keyless = sampleRequest();
    keyless.openAiApiKey = {};
    const auto request = m_library->runs().request({u"a"_s});
    QVERIFY2(request.has_value(), request ? "" : qPrintable(request.error().text()));
    QCOMPARE(*request, std::optional(keyless));
    const auto read = m_library->runs().result({u"a"_s});
    QVERIFY2(read.has_value(), read ? "" : qPrintable(read.error().text()));
    QCOMPARE(*read, std::optional(result));
    QCOMPARE(*m_library->runs().funnel({u"a"_s}), std::optional("{\"entries\":[1]}"_ba));
}

void LibraryTablesTest::documentsWantTheirRun()
{
    QVERIFY(!m_library->runs().keepRequest({u"unknown"_s}, sampleRequest()).has_value());
}

void LibraryTablesTest::keyIsNeverInTheFiles()
{
    QVERIFY(m_library->runs().saveRun(sampleRun(u"a"_s)).has_value());
    QVERIFY(m_library->runs().keepRequest({u"a"_s}, sampleRequest()).has_value());
    QByteArray bytes;
    const auto readAll = [&] {
        for (const QFileInfo &info : QDir(m_folder->path()).entryInfoList(QDir::Files)) {
            QFile file(info.filePath());
            QVERIFY(file.open(QIODevice::ReadOnly));
            bytes += file.readAll();
        }
    };
    readAll();
    m_library.reset();
    readAll();
    QVERIFY(bytes.contains("Hello there."));
    QVERIFY(!bytes.contains("sk-never"));
    QVERIFY(!bytes.contains(sampleRequest().openAiApiKey.reveal().toUtf8()));
}

void LibraryTablesTest::answersComeBackWhole()
{
    const StoredAnswer answer = sampleAnswer(QByteArray("\0\x01\xff key", 8), u"{\"moments\":[]} \u5e7f\n"_s);
    StoredAnswer bare = sampleAnswer("bare"_ba, u""_s);
    bare.usage.clear();
    bare.responseTime.reset();
    bare.receivedAt = {};
    QCOMPARE(*m_library->answers().keepAnswer(answer), 0);
    QCOMPARE(*m_library->answers().keepAnswer(bare), 0);
    reopen();
    QCOMPARE(*m_library->answers().answersFor({answer.key}), QList<StoredAnswer>{answer});
    QCOMPARE(*m_library->answers().answersFor({bare.key}), QList<StoredAnswer>{bare});
    QCOMPARE(*m_library->answers().answersOf({u"run-1"_s}), (QList<StoredAnswer>{answer, bare}));
}

void LibraryTablesTest::answersCountTheirAttempts()
{
    for (int i = 0; i < 3; ++i)
        QCOMPARE(*m_library->answers().keepAnswer(sampleAnswer("k"_ba, QString::number(i))), i);
    const auto answers = m_library->answers().answersFor({"k"_ba, "other"_ba, "k"_ba});
    QCOMPARE(answers->size(), 3);
    for (int i = 0; i < 3; ++i) {
        QCOMPARE(answers->at(i).attempt, i);
        QCOMPARE(answers->at(i).text, QString::number(i));
    }
}

void LibraryTablesTest::answersForManyKeys()
{
    QList<QByteArray> keys;
    for (int i = 0; i < 1203; ++i)
        keys.append("key-" + QByteArray::number(i));
    for (const int i : {0, 499, 500, 1202})
        QVERIFY(m_library->answers().keepAnswer(sampleAnswer(keys.at(i), QString::number(i))).has_value());
    QCOMPARE(m_library->answers().answersFor(keys)->size(), 4);
    QVERIFY(m_library->answers().answersFor({})->isEmpty());
}

void LibraryTablesTest::answersNeedNoRun()
{
    StoredAnswer answer = sampleAnswer("k"_ba, u"x"_s);
    answer.run = {};
    QCOMPARE(*m_library->answers().keepAnswer(answer), 0);
}

namespace {

OutgoingWebhook webhookOf(const QString &run, const QByteArray &body)
{
    return {.run = {run}, .kind = WebhookKind::Result, .url = u"https://example.com/x"_s, .body = body};
}

QList<QByteArray> bodiesOf(const Result<QList<OutgoingWebhook>> &webhooks)
{
    QList<QByteArray> bodies;
    for (const OutgoingWebhook &webhook : *webhooks)
        bodies.append(webhook.body);
    return bodies;
}

} // namespace

void LibraryTablesTest::outboxTakesSeveralOrNone()
{
    Outbox &outbox = m_library->outbox();
    QVERIFY(outbox.postAll({}));
    QVERIFY(!outbox.nextDue()->isValid());
    QVERIFY(outbox.postAll({webhookOf(u"a"_s, "a1"_ba), webhookOf(u"a"_s, "a2"_ba), webhookOf(u"b"_s, "b1"_ba)}));
    reopen();
    const auto count = [this] {
        const auto database = Database::open(m_library->filePath(), Database::Access::ReadOnly);
        return database ? (*database)->single(u"SELECT count(*) FROM outbox"_s)->toInt() : -1;
    };
    QCOMPARE(count(), 3);
    const auto due = m_library->outbox().take(QDateTime::currentDateTimeUtc(), QDateTime::currentDateTimeUtc(), 9);
    QVERIFY(due);
    QCOMPARE(due->size(), 2);
    QCOMPARE(due->constFirst().body, "a1"_ba);
    // Where the last cannot be kept, none is.
    {
        const auto database = Database::open(m_library->filePath(), Database::Access::ReadWrite);
        QVERIFY(database && (*database)->change(u"CREATE TRIGGER no_c BEFORE INSERT ON outbox WHEN NEW.run_id = 'c' "
                                                u"BEGIN SELECT RAISE(ABORT, 'no'); END"_s));
    }
    QVERIFY(!m_library->outbox().postAll({webhookOf(u"d"_s, "d1"_ba), webhookOf(u"c"_s, "c1"_ba)}));
    QCOMPARE(count(), 3);
}

void LibraryTablesTest::outboxKeepsOrderWithinARun()
{
    Outbox &outbox = m_library->outbox();
    QVERIFY(!outbox.nextDue()->isValid());
    for (const char *body : {"a1", "a2"})
        QVERIFY(outbox.post(webhookOf(u"a"_s, body)).has_value());
    QVERIFY(outbox.post(webhookOf(u"b"_s, "b1"_ba)).has_value());
    QCOMPARE(*outbox.nextDue(), QDateTime::fromMSecsSinceEpoch(0, Qt::UTC));

    const auto first = outbox.take(sampleTime(), sampleTime(60), 10);
    QCOMPARE(bodiesOf(first), (QList<QByteArray>{"a1"_ba, "b1"_ba}));
    QCOMPARE(first->at(0).kind, WebhookKind::Result);
    QCOMPARE(first->at(0).url, u"https://example.com/x"_s);
    QVERIFY(outbox.markDelivered(first->at(0).number).has_value());
    QCOMPARE(bodiesOf(outbox.take(sampleTime(1), sampleTime(60), 10)), QList<QByteArray>{"a2"_ba});
}

void LibraryTablesTest::outboxWaitsForItsTime()
{
    Outbox &outbox = m_library->outbox();
    const qint64 number = *outbox.post(webhookOf(u"a"_s, "a1"_ba));
    QVERIFY(outbox.post(webhookOf(u"a"_s, "a2"_ba)).has_value());
    QVERIFY(outbox.postpone(number, sampleTime(10), u"no answer"_s).has_value());
    QCOMPARE(*outbox.nextDue(), sampleTime(10));
    QVERIFY(outbox.take(sampleTime(9), sampleTime(60), 10)->isEmpty());
    const auto due = outbox.take(sampleTime(10), sampleTime(60), 10);
    QCOMPARE(bodiesOf(due), QList<QByteArray>{"a1"_ba});
    QCOMPARE(due->at(0).attempts, 1);
    QCOMPARE(due->at(0).lastError, u"no answer"_s);
}

void LibraryTablesTest::outboxDoesNotWaitForAClockThatWasSetBack()
{
    Outbox &outbox = m_library->outbox();
    const qint64 number = *outbox.post(webhookOf(u"a"_s, "a1"_ba));
    QVERIFY(outbox.postpone(number, sampleTime(10), u"no answer"_s).has_value());
    constexpr int sixHours = 6 * 3'600;
    QVERIFY(outbox.take(sampleTime(10 - sixHours), sampleTime(60), 10)->isEmpty());
    QCOMPARE(outbox.take(sampleTime(9 - sixHours), sampleTime(60), 10)->size(), 1);
}

void LibraryTablesTest::outboxHandsOutOnce()
{
    QVERIFY(m_library->outbox().post(webhookOf(u"a"_s, "a1"_ba)).has_value());
    QVERIFY(m_library->outbox().post(webhookOf(u"b"_s, "b1"_ba)).has_value());
    const auto other = openLibrary(m_folder->path());
    QCOMPARE(bodiesOf(m_library->outbox().take(sampleTime(), sampleTime(60), 1)), QList<QByteArray>{"a1"_ba});
    QCOMPARE(bodiesOf(other->outbox().take(sampleTime(), sampleTime(60), 9)), QList<QByteArray>{"b1"_ba});
    // Who took it was killed: it is handed out again.
    reopen();
    QVERIFY(m_library->outbox().take(sampleTime(59), sampleTime(120), 9)->isEmpty());
    QCOMPARE(m_library->outbox().take(sampleTime(60), sampleTime(120), 9)->size(), 2);
}

void LibraryTablesTest::outboxGivesUp()
{
    Outbox &outbox = m_library->outbox();
    const qint64 number = *outbox.post(webhookOf(u"a"_s, "a1"_ba));
    QVERIFY(outbox.post(webhookOf(u"a"_s, "a2"_ba)).has_value());
    QVERIFY(outbox.giveUp(number, u"refused"_s).has_value());
    QCOMPARE(bodiesOf(outbox.take(sampleTime(), sampleTime(60), 9)), QList<QByteArray>{"a2"_ba});
}

void LibraryTablesTest::journalKeepsReviewsApart()
{
    for (int i = 0; i < 6; ++i)
        QVERIFY(appendStep(m_library->journal(), {i % 2 == 0 ? u"even"_s : u"odd"_s}, numberedEntry(i)));
    QVERIFY(appendStep(m_library->journal(), {u"even"_s}, {.action = JournalAction::Undo}));
    reopen();
    QList<JournalEntry> even{numberedEntry(0), numberedEntry(2), numberedEntry(4), {.action = JournalAction::Undo}};
    for (qsizetype i = 0; i < even.size(); ++i)
        even[i].number = i + 1;
    QCOMPARE(*m_library->journal().entries({u"even"_s}), even);
    QCOMPARE(m_library->journal().entries({u"odd"_s})->size(), 3);
    QCOMPARE(*m_library->journal().entriesAfter({u"even"_s}, 3), even.mid(3));
    QVERIFY(m_library->journal().entriesAfter({u"even"_s}, 4)->isEmpty());
}

void LibraryTablesTest::journalKeepsOnlyWhatKnowsTheLastStep()
{
    using Kept = std::optional<qint64>;
    ReviewJournal &journal = m_library->journal();
    const QList<JournalEntry> three{numberedEntry(0), numberedEntry(1), numberedEntry(2)};
    QCOMPARE(*journal.append({u"r"_s}, three, 0), Kept(3));
    QCOMPARE(*journal.append({u"r"_s}, three, 2), Kept());
    QCOMPARE(*journal.append({u"r"_s}, {numberedEntry(9)}, 0), Kept());
    QCOMPARE(*journal.append({u"r"_s}, {numberedEntry(9)}, 4), Kept());
    QCOMPARE(*journal.append({u"other"_s}, {numberedEntry(9)}, 3), Kept());
    QCOMPARE(journal.entries({u"r"_s})->size(), 3);
    QCOMPARE(*journal.append({u"r"_s}, {numberedEntry(3)}, 3), Kept(4));
    QCOMPARE(journal.entries({u"r"_s})->constLast().number, 4);
    QVERIFY(journal.entries({u"other"_s})->isEmpty());
}

void LibraryTablesTest::journalRefusesWhatCannotBeRead()
{
    JournalEntry later = numberedEntry(1);
    later.action = static_cast<JournalAction>(42);
    QVERIFY(appendStep(m_library->journal(), {u"r"_s}, numberedEntry(0)));
    QVERIFY(appendStep(m_library->journal(), {u"r"_s}, later));
    const auto entries = m_library->journal().entries({u"r"_s});
    QVERIFY(!entries.has_value());
    QVERIFY2(entries.error().message.contains(u"Step 2"_s), qPrintable(entries.error().text()));
}

void LibraryTablesTest::recentWorks()
{
    RecentWorks &recent = m_library->recent();
    const RecentWork one{u"/a"_s, u"A"_s, sampleTime(1), Milliseconds{5}};
    RecentWork two{u"/b"_s, u"B"_s, sampleTime(2)};
    QVERIFY(recent.note(one).has_value());
    QVERIFY(recent.note(two).has_value());
    QCOMPARE(*recent.all(9), (QList<RecentWork>{two, one}));
    QVERIFY(recent.setPosition(u"/b"_s, Milliseconds{77}).has_value());
    two.position = Milliseconds{77};
    const RecentWork again{u"/a"_s, u"A again"_s, sampleTime(3)};
    QVERIFY(recent.note(again).has_value());
    QCOMPARE(*recent.all(9), (QList<RecentWork>{again, two}));
    QCOMPARE(*recent.all(1), QList<RecentWork>{again});
    QVERIFY(recent.forget(u"/a"_s).has_value());
    QCOMPARE(*recent.all(9), QList<RecentWork>{two});
}

void LibraryTablesTest::nothingIsNull()
{
    QVERIFY(m_library->runs().saveRun({}).has_value());
    QVERIFY(m_library->answers().keepAnswer({}).has_value());
    QVERIFY(m_library->outbox().post({}).has_value());
    QVERIFY(appendStep(m_library->journal(), {}, {}));
    QVERIFY(m_library->recent().note({}).has_value());
    QCOMPARE(m_library->runs().runs(9)->size(), 1);
    QCOMPARE(m_library->answers().answersFor({QByteArray()})->size(), 1);
    QCOMPARE(m_library->outbox().take(sampleTime(), sampleTime(1), 9)->size(), 1);
    QCOMPARE(m_library->journal().entries({})->size(), 1);
    QCOMPARE(m_library->recent().all(9)->size(), 1);
}

#include "tst_librarytables.moc"
