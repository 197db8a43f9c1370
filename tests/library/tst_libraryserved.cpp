// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/library/database.h"
#include "tests/library/librarysamples.h"
#include "tests/support/testregistry.h"

#include <QTemporaryDir>
#include <QTest>

using namespace Viral;
using namespace ViralTest;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

// What goes from a library when it has been done for others, and what never does.
class LibraryServedTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();

    void removal_data();
    void removal();
    void boundary();
    void waitingWebhooksHoldARun();
    void paidAnswersStayUntilDelivered();
    void failedRunsThatPaidNothingGo();
    void spaceIsMade();
    void aFewAtATime();
    void strayWebhooks();
    void markingTwice();
    void theFileIsUsedAgain();

private:
    /// A run that ended at sampleTime(), with a result, an answer and a delivered webhook.
    RunRecord add(const QString &id, RunState state, bool isServed = true, const QString &jobId = {});
    int prune(const ServedRunRules &rules = {.keep = 24h}, Milliseconds later = 25h, int most = 100);
    bool isThere(const QString &id) { return m_library->runs().run({id})->has_value(); }
    qsizetype answersOf(const QString &id) { return m_library->answers().answersOf({id})->size(); }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Library> m_library;
};

VIRAL_TEST(LibraryServedTest)

void LibraryServedTest::init()
{
    m_library.reset();
    m_folder = std::make_unique<QTemporaryDir>();
    m_library = openLibrary(m_folder->path());
}

RunRecord LibraryServedTest::add(const QString &id, RunState state, bool isServed, const QString &jobId)
{
    RunRecord run = sampleRun(id);
    run.state = state;
    run.updatedAt = sampleTime();
    run.jobId = jobId.isEmpty() ? id : jobId;
    const auto number = m_library->runs().saveRun(run);
    StoredAnswer answer = sampleAnswer(id.toUtf8(), u"paid"_s);
    answer.run = run.id;
    const bool isKept = number && m_library->runs().keepRequest(run.id, sampleRequest()) &&
                        m_library->answers().keepAnswer(answer) &&
                        (!isServed || m_library->served().markServed(run.id));
    if (!isKept)
        qFatal("the run cannot be kept");
    return run;
}

int LibraryServedTest::prune(const ServedRunRules &rules, Milliseconds later, int most)
{
    return m_library->served().prune(rules, sampleTime().addMSecs(later.count()), most).value_or(-1);
}

void LibraryServedTest::removal_data()
{
    QTest::addColumn<int>("state");
    QTest::addColumn<bool>("isServed");
    QTest::addColumn<bool>("stays");
    QTest::addColumn<bool>("requestStays");
    const auto number = [](RunState state) { return static_cast<int>(state); };
    QTest::newRow("succeeded") << number(RunState::Succeeded) << true << false << false;
    QTest::newRow("of the window") << number(RunState::Succeeded) << false << true << true;
    QTest::newRow("running") << number(RunState::Running) << true << true << true;
    QTest::newRow("queued") << number(RunState::Queued) << true << true << true;
    QTest::newRow("failed") << number(RunState::Failed) << true << true << false;
    QTest::newRow("cancelled") << number(RunState::Cancelled) << true << true << false;
    QTest::newRow("interrupted") << number(RunState::Interrupted) << true << true << false;
}

void LibraryServedTest::removal()
{
    QFETCH(const int, state);
    QFETCH(const bool, isServed);
    QFETCH(const bool, stays);
    QFETCH(const bool, requestStays);
    const RunRecord run = add(u"a"_s, static_cast<RunState>(state), isServed);
    QCOMPARE(prune(), requestStays ? 0 : 1);
    QCOMPARE(isThere(u"a"_s), stays);
    QCOMPARE(m_library->runs().request(run.id)->has_value(), requestStays);
    QCOMPARE(answersOf(u"a"_s), stays ? 1 : 0);
    QCOMPARE(prune(), 0);
}

void LibraryServedTest::boundary()
{
    add(u"a"_s, RunState::Succeeded);
    QCOMPARE(prune({.keep = 24h}, 24h), 0);
    QCOMPARE(prune({.keep = std::nullopt}, 24h * 10'000), 0);
    QCOMPARE(prune({.keep = 1ms, .youth = 2h}, 2h), 0);
    QCOMPARE(prune({.keep = 24h}, 24h + 1ms), 1);
}

void LibraryServedTest::waitingWebhooksHoldARun()
{
    const RunRecord run = add(u"a"_s, RunState::Succeeded);
    const auto number =
        m_library->outbox().post({.run = run.id, .kind = WebhookKind::Result, .url = u"https://x/"_s, .body = "{}"});
    QVERIFY(number);
    QCOMPARE(prune(), 0);
    QVERIFY(m_library->outbox().markDelivered(*number));
    QCOMPARE(prune(), 1);
    const auto database = Database::open(m_library->filePath(), Database::Access::ReadOnly);
    QCOMPARE((*database)->single(u"SELECT count(*) FROM outbox"_s)->toInt(), 0);
}

void LibraryServedTest::paidAnswersStayUntilDelivered()
{
    add(u"failed"_s, RunState::Failed, true, u"job"_s);
    QCOMPARE(prune(), 1);
    QCOMPARE(answersOf(u"failed"_s), 1);
    // Another job that went well says nothing about this one.
    add(u"other"_s, RunState::Succeeded, true, u"another job"_s);
    QCOMPARE(prune(), 1);
    QCOMPARE(answersOf(u"failed"_s), 1);
    add(u"again"_s, RunState::Succeeded, true, u"job"_s);
    QCOMPARE(prune(), 2);
    QVERIFY(!isThere(u"failed"_s));
    QCOMPARE(answersOf(u"failed"_s), 0);
}

void LibraryServedTest::failedRunsThatPaidNothingGo()
{
    RunRecord run = sampleRun(u"a"_s);
    run.state = RunState::Failed;
    run.updatedAt = sampleTime();
    QVERIFY(m_library->runs().saveRun(run));
    QVERIFY(m_library->served().markServed(run.id));
    QCOMPARE(prune(), 1);
    QVERIFY(!isThere(u"a"_s));
}

void LibraryServedTest::spaceIsMade()
{
    for (int i = 0; i < 10; ++i)
        add(u"r%1"_s.arg(i), i == 0 ? RunState::Failed : RunState::Succeeded);
    add(u"mine"_s, RunState::Succeeded, false);
    const ServedRunRules rules{.keep = std::nullopt, .mostBytes = 1, .youth = 1h};
    QCOMPARE(prune(rules, 59min), 0);
    QCOMPARE(prune({.keep = std::nullopt, .mostBytes = 100'000'000, .youth = 1h}, 2h), 0);
    QCOMPARE(prune(rules, 2h, 4), 4);
    QVERIFY(!isThere(u"r1"_s));
    QVERIFY(isThere(u"r5"_s));
    QCOMPARE(prune(rules, 2h), 5);
    QCOMPARE(prune(rules, 2h), 0);
    QVERIFY(isThere(u"r0"_s));
    QVERIFY(isThere(u"mine"_s));
}

void LibraryServedTest::aFewAtATime()
{
    for (int i = 0; i < 7; ++i)
        add(u"r%1"_s.arg(i), RunState::Succeeded);
    QCOMPARE(prune({.keep = 24h}, 25h, 3), 3);
    QVERIFY(!isThere(u"r2"_s));
    QVERIFY(isThere(u"r3"_s));
    QCOMPARE(prune({.keep = 24h}, 25h, 3), 3);
    QCOMPARE(prune({.keep = 24h}, 25h, 3), 1);
    QCOMPARE(prune({.keep = 24h}, 25h, 3), 0);
}

void LibraryServedTest::strayWebhooks()
{
    const auto post = [this](const QString &run) {
        return m_library->outbox()
            .post({.run = {run}, .kind = WebhookKind::Result, .url = u"https://x/"_s, .body = "{}"})
            .value_or(0);
    };
    post(u"waits"_s);
    QVERIFY(m_library->outbox().markDelivered(post(u"delivered"_s)));
    QVERIFY(m_library->outbox().giveUp(post(u"given up"_s), u"x"_s));
    QCOMPARE(prune(), 0);
    const auto database = Database::open(m_library->filePath(), Database::Access::ReadOnly);
    QCOMPARE((*database)->single(u"SELECT group_concat(run_id) FROM outbox"_s)->toString(), u"waits"_s);
}

void LibraryServedTest::markingTwice()
{
    const RunRecord run = add(u"a"_s, RunState::Succeeded);
    QVERIFY(m_library->served().markServed(run.id));
    QCOMPARE(prune(), 1);
    QVERIFY(!m_library->served().markServed({u"nobody"_s}) || prune() == 0);
}

void LibraryServedTest::theFileIsUsedAgain()
{
    const auto pages = [this] {
        const auto database = Database::open(m_library->filePath(), Database::Access::ReadOnly);
        return (*database)->single(u"PRAGMA page_count"_s)->toInt();
    };
    const auto fill = [this](int round) {
        for (int i = 0; i < 40; ++i)
            add(u"r%1-%2"_s.arg(round).arg(i), RunState::Succeeded);
    };
    fill(0);
    const int first = pages();
    for (int round = 1; round < 6; ++round) {
        QCOMPARE(prune({.keep = 24h}, 25h, 1000), 40);
        fill(round);
        QVERIFY2(pages() <= first + 2, qPrintable(u"%1, then %2"_s.arg(first).arg(pages())));
    }
}

#include "tst_libraryserved.moc"
