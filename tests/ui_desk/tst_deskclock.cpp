// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/clients/webhook.h"
#include "core/library/library.h"
#include "core/run/analysisrun.h"
#include "tests/support/testregistry.h"
#include "tests/ui_desk/deskbench.h"

#include <QMutex>
#include <QTest>

#include <atomic>

using namespace Viral;
using namespace ViralTest;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

// What changes around a desk while runs go on: the computer's clock, a sleep, the settings.
class DeskClockTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theClockIsSet_data();
    void theClockIsSet();
    void whatWasAbandonedIsFound_data();
    void whatWasAbandonedIsFound();
    void webhooksFollowTheSettings();
};

VIRAL_TEST(DeskClockTest)

namespace {

constexpr qint64 hour = 3'600;
constexpr qint64 day = 24 * hour;

/// The computer's clock, set while it runs.
class SetClock final : public Clock
{
public:
    QDateTime now() const override { return QDateTime::currentDateTimeUtc().addSecs(m_ahead); }
    QString newId() override { return SystemClock().newId(); }
    void setAhead(qint64 seconds) { m_ahead = seconds; }

private:
    std::atomic<qint64> m_ahead = 0;
};

LoopbackServer::Responder slow()
{
    return [](int, const ReceivedRequest &request) { return slowReply(request, 30ms); };
}

QStringList idsOf(const QList<RunRecord> &runs)
{
    QStringList ids;
    for (const RunRecord &run : runs)
        ids.append(run.id.value);
    return ids;
}

} // namespace

void DeskClockTest::theClockIsSet_data()
{
    QTest::addColumn<qint64>("seconds");
    QTest::addColumn<bool>("isOffline");
    QTest::newRow("a day back") << -day << false;
    QTest::newRow("a day ahead") << day << false;
    QTest::newRow("asleep for an hour") << hour << false;
    QTest::newRow("a day back, offline after it") << -day << true;
}

void DeskClockTest::theClockIsSet()
{
    QFETCH(const qint64, seconds);
    QFETCH(const bool, isOffline);
    SetClock clock;
    DeskBench bench(slow(), {.perMonth = MicroDollars{1'000'000}});
    bench.restart([&clock](DeskSetup &setup) { setup.clock = &clock; });
    const auto first = bench.desk().start(bench.plan(8));
    QVERIFY2(first, first ? "" : qPrintable(first.error().text()));
    QTRY_VERIFY((*first)->totals().done >= 2);
    clock.setAhead(seconds);
    QVERIFY(bench.waitForEnd(**first));
    QCOMPARE((*first)->ending()->state, RunState::Succeeded);
    QCOMPARE(bench.server().requestCount(), 8);
    RunPlan plan = bench.plan(2);
    plan.request.jobId = u"later"_s;
    plan.engine = isOffline ? RunKind::Offline : RunKind::OpenAi;
    const auto second = bench.desk().start(plan);
    QVERIFY2(second, second ? "" : qPrintable(second.error().text()));
    QVERIFY(bench.waitForEnd(**second));
    QCOMPARE((*second)->ending()->state, RunState::Succeeded);

    // Both took what they took, and the later one is the newer one, now and when the program is started anew.
    for (const LiveRun *run : {*first, *second}) {
        QVERIFY(run->totals().elapsed >= 0ms && run->totals().elapsed < 30s);
        QVERIFY(!run->record().took || (*run->record().took > 0ms && *run->record().took < 30s));
    }
    QVERIFY((*first)->record().took.has_value());
    const QStringList ids{(*second)->id().value, (*first)->id().value};
    QCOMPARE(idsOf(bench.desk().runs()), ids);
    bench.restart([&clock](DeskSetup &setup) { setup.clock = &clock; });
    QTRY_COMPARE(idsOf(bench.desk().runs()), ids);
    for (const RunRecord &record : bench.desk().runs())
        QCOMPARE(record.state, RunState::Succeeded);
}

void DeskClockTest::whatWasAbandonedIsFound_data()
{
    QTest::addColumn<qint64>("seconds");
    QTest::addColumn<bool>("closes");
    QTest::newRow("just now") << qint64{0} << false;
    QTest::newRow("an hour later") << hour << true;
    QTest::newRow("the clock was set back since") << -day << true;
}

void DeskClockTest::whatWasAbandonedIsFound()
{
    QFETCH(const qint64, seconds);
    QFETCH(const bool, closes);
    SetClock clock;
    DeskBench bench(slow());
    bench.close();
    const RunRecord left{.id = {u"left"_s},
                         .kind = RunKind::OpenAi,
                         .state = RunState::Running,
                         .createdAt = clock.now(),
                         .updatedAt = clock.now()};
    QVERIFY((*Library::open(bench.libraryFolder()))->runs().saveRun(left));
    clock.setAhead(seconds);
    bench.restart([&clock](DeskSetup &setup) { setup.clock = &clock; });
    QTRY_COMPARE(bench.desk().runs().size(), 1);
    QCOMPARE(bench.desk().runs().constFirst().state, closes ? RunState::Interrupted : RunState::Running);
}

void DeskClockTest::webhooksFollowTheSettings()
{
    QMutex mutex;
    QHash<QByteArray, QByteArray> signatures;
    QHash<QByteArray, QByteArray> bodies;
    DeskBench bench([&](int, const ReceivedRequest &request) {
        if (!request.path.startsWith("/hook"))
            return slowReply(request, 30ms);
        const QMutexLocker lock(&mutex);
        signatures.insert(request.path, request.header("x-webhook-signature"));
        bodies.insert(request.path, request.body);
        return jsonReply(200, "{}");
    });
    const auto planFor = [&bench](const QString &name) {
        RunPlan plan = bench.plan(4);
        plan.request.jobId = name;
        plan.request.metadata.append({u"video_title"_s, '"' + name.toUtf8() + '"'});
        plan.request.webhooks.resultUrl = bench.server().url(u"/hook-"_s + name).toString();
        return plan;
    };
    const auto first = bench.desk().start(planFor(u"one"_s));
    QVERIFY2(first, first ? "" : qPrintable(first.error().text()));
    QTRY_VERIFY((*first)->totals().done >= 1);
    QVERIFY(!(*first)->isFinished());
    // While it goes on the secret is chosen; what is sent from now on is signed with it.
    EngineSettings settings = bench.setup().settings;
    settings.webhookSecret = Secret(u"a new secret"_s);
    bench.desk().setSettings(settings);
    const auto second = bench.desk().start(planFor(u"two"_s));
    QVERIFY(bench.waitForEnd(**first));
    QVERIFY(bench.waitForEnd(**second));
    const auto arrived = [&](const QByteArray &path) {
        const QMutexLocker lock(&mutex);
        return signatures.contains(path);
    };
    QTRY_VERIFY(arrived("/hook-one") && arrived("/hook-two"));
    const QMutexLocker lock(&mutex);
    QCOMPARE(signatures.value("/hook-two"), webhookSignature(settings.webhookSecret, bodies.value("/hook-two")));
    QCOMPARE(signatures.value("/hook-one"), webhookSignature(settings.webhookSecret, bodies.value("/hook-one")));
}

#include "tst_deskclock.moc"
