// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/memorystores.h"
#include "tests/support/testregistry.h"
#include "ui/desk/spillstore.h"

#include <QTest>

using namespace Viral;
using namespace Qt::StringLiterals;

// Memory behind a library that cannot take everything.
class SpillStoreTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void answersAreHeldAndWrittenLater();
    void heldAnswersAreNotAskedAgain();
    void attemptsGoOnCounting();
    void withoutALibrary();
    void aQuestionIsAskedOnceAlsoWhereTheLibraryCannotNoteIt();
    void runsAreHeldAndWrittenLater();
    void troubleIsToldOnce();
    void notesAreStrongerThanTheRun();
    void webhooksInMemoryKeepTheirOrder();
};

VIRAL_TEST(SpillStoreTest)

namespace {

StoredAnswer answerTo(const QByteArray &key, const QString &text = u"{}"_s)
{
    return {.key = key, .run = {u"run"_s}, .text = text};
}

} // namespace

void SpillStoreTest::answersAreHeldAndWrittenLater()
{
    ViralTest::MemoryAnswers inner;
    SpillAnswers answers(&inner);
    inner.fails = true;
    QVERIFY(!answers.keepAnswer(answerTo("a")));
    QVERIFY(!answers.keepAnswer(answerTo("b")));
    QCOMPARE(answers.heldCount(), 2);
    QVERIFY(inner.kept.isEmpty());
    inner.fails = false;
    QVERIFY(answers.keepAnswer(answerTo("c")));
    QCOMPARE(answers.heldCount(), 0);
    QCOMPARE(inner.kept.size(), 3);
}

void SpillStoreTest::heldAnswersAreNotAskedAgain()
{
    ViralTest::MemoryAnswers inner;
    SpillAnswers answers(&inner);
    QVERIFY(answers.keepAnswer(answerTo("a")));
    inner.fails = true;
    QVERIFY(!answers.keepAnswer(answerTo("b")));
    QCOMPARE(answers.answersFor({"a", "b", "c"}).value().size(), 2);
    QCOMPARE(answers.answersOf({u"run"_s}).value().size(), 2);
    QVERIFY(answers.answersOf({u"other"_s}).value().isEmpty());
}

void SpillStoreTest::attemptsGoOnCounting()
{
    ViralTest::MemoryAnswers inner;
    SpillAnswers answers(&inner);
    QVERIFY(answers.keepAnswer(answerTo("a", u"first"_s)));
    inner.fails = true;
    QVERIFY(!answers.keepAnswer(answerTo("a", u"second"_s)));
    QVERIFY(!answers.keepAnswer(answerTo("a", u"third"_s)));
    const QList<StoredAnswer> all = answers.answersFor({"a"}).value();
    QCOMPARE(all.size(), 3);
    for (int i = 0; i < 3; ++i)
        QCOMPARE(all.at(i).attempt, i);
    QCOMPARE(all.constLast().text, u"third"_s);
}

void SpillStoreTest::withoutALibrary()
{
    SpillAnswers answers(nullptr);
    QVERIFY(!answers.keepAnswer(answerTo("a")));
    QCOMPARE(answers.answersFor({"a"}).value().size(), 1);
    const QDateTime now = QDateTime::currentDateTimeUtc();
    QVERIFY(answers.claim("k", {u"one"_s}, now).value());
    QVERIFY(answers.claim("k", {u"one"_s}, now).value());
    QVERIFY(!answers.claim("k", {u"two"_s}, now).value());
    QVERIFY(answers.release("k", {u"two"_s}));
    QVERIFY(!answers.claim("k", {u"two"_s}, now).value());
    QVERIFY(answers.release("k", {u"one"_s}));
    QVERIFY(answers.claim("k", {u"two"_s}, now).value());

    int troubles = 0;
    SpillRuns runs(nullptr, [&troubles](const Error &) { ++troubles; });
    QVERIFY(runs.saveRun({.id = {u"r"_s}, .title = u"Talk"_s}));
    QVERIFY(runs.keepRequest({u"r"_s}, {.jobId = u"job"_s}));
    QVERIFY(runs.keepFunnel({u"r"_s}, "{}"));
    QVERIFY(runs.keepResult({u"r"_s}, {.jobId = u"job"_s}));
    QCOMPARE(runs.runs(10).value().size(), 1);
    QCOMPARE(runs.run({u"r"_s}).value()->title, u"Talk"_s);
    QCOMPARE(runs.request({u"r"_s}).value()->jobId, u"job"_s);
    QCOMPARE(runs.result({u"r"_s}).value()->jobId, u"job"_s);
    QCOMPARE(runs.funnel({u"r"_s}).value(), QByteArray("{}"));
    QVERIFY(!runs.run({u"x"_s}).value());
    // That there is none was said when the desk was opened.
    QCOMPARE(troubles, 0);
}

void SpillStoreTest::aQuestionIsAskedOnceAlsoWhereTheLibraryCannotNoteIt()
{
    ViralTest::MemoryAnswers inner;
    SpillAnswers answers(&inner);
    const QDateTime now = QDateTime::currentDateTimeUtc();
    inner.fails = true;
    QVERIFY(answers.claim("k", {u"one"_s}, now).value());
    QVERIFY(!answers.claim("k", {u"two"_s}, now).value());
    QVERIFY(answers.release("k", {u"one"_s}));
    QVERIFY(answers.claim("k", {u"two"_s}, now).value());
    // Another program asks: the library knows, memory does not.
    inner.fails = false;
    QVERIFY(inner.claim("l", {u"other"_s}, now).value());
    QVERIFY(!answers.claim("l", {u"one"_s}, now).value());
    QVERIFY(inner.release("l", {u"other"_s}));
    QVERIFY(answers.claim("l", {u"one"_s}, now).value());
    QVERIFY(!inner.claim("l", {u"other"_s}, now).value());
}

void SpillStoreTest::runsAreHeldAndWrittenLater()
{
    ViralTest::MemoryRuns inner;
    SpillRuns runs(&inner, [](const Error &) {});
    inner.fails = true;
    QVERIFY(runs.saveRun({.id = {u"r"_s}, .title = u"Talk"_s}));
    QVERIFY(runs.holds({u"r"_s}));
    // Documents wait for their run.
    QVERIFY(runs.keepRequest({u"r"_s}, {.jobId = u"job"_s}));
    QVERIFY(inner.requests.isEmpty());
    QCOMPARE(runs.runs(10).value().size(), 1);
    inner.fails = false;
    QCOMPARE(runs.saveRun({.id = {u"r"_s}, .title = u"Talk 2"_s}).value(), 1);
    QVERIFY(!runs.holds({u"r"_s}));
    QCOMPARE(inner.records.value({u"r"_s}).title, u"Talk 2"_s);
    QCOMPARE(inner.requests.value({u"r"_s}).jobId, u"job"_s);
}

void SpillStoreTest::troubleIsToldOnce()
{
    ViralTest::MemoryRuns inner;
    int troubles = 0;
    SpillRuns runs(&inner, [&troubles](const Error &) { ++troubles; });
    inner.fails = true;
    for (int i = 0; i < 5; ++i)
        QVERIFY(runs.saveRun({.id = {QString::number(i)}}));
    QCOMPARE(troubles, 1);
    inner.fails = false;
    runs.flush();
    inner.fails = true;
    QVERIFY(runs.saveRun({.id = {u"x"_s}}));
    QCOMPARE(troubles, 2);
}

void SpillStoreTest::notesAreStrongerThanTheRun()
{
    ViralTest::MemoryRuns inner;
    SpillRuns runs(&inner, [](const Error &) {});
    runs.setNotes({u"r"_s}, u"mine"_s);
    QVERIFY(runs.saveRun({.id = {u"r"_s}}));
    QCOMPARE(inner.records.value({u"r"_s}).notes, u"mine"_s);
}

void SpillStoreTest::webhooksInMemoryKeepTheirOrder()
{
    MemoryOutbox outbox;
    const QDateTime now = QDateTime::currentDateTimeUtc();
    const auto post = [&](const QString &run, const QString &url) {
        return outbox.post({.run = {run}, .url = url}).value();
    };
    const qint64 first = post(u"a"_s, u"1"_s);
    post(u"a"_s, u"2"_s);
    post(u"b"_s, u"3"_s);
    const QList<OutgoingWebhook> due = outbox.take(now, now.addSecs(60), 10).value();
    QCOMPARE(due.size(), 2);
    QCOMPARE(due.at(0).url, u"1"_s);
    QCOMPARE(due.at(1).url, u"3"_s);
    QVERIFY(outbox.take(now, now.addSecs(60), 10).value().isEmpty());
    QVERIFY(outbox.postpone(first, now, u"down"_s));
    QCOMPARE(outbox.take(now, now.addSecs(60), 10).value().constFirst().attempts, 1);
    QVERIFY(outbox.markDelivered(first));
    QCOMPARE(outbox.take(now, now.addSecs(60), 10).value().constFirst().url, u"2"_s);
}

#include "tst_spillstore.moc"
