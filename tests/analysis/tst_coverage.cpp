// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/coverage.h"
#include "tests/support/sampletranscript.h"
#include "tests/support/testregistry.h"

#include <QTest>

using namespace Viral;
using namespace ViralTest;
using namespace std::chrono_literals;

// Where nothing was found for long.
class CoverageTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void stretches_data();
    void stretches();
    void manyAreNoTrouble();
};

VIRAL_TEST(CoverageTest)

void CoverageTest::stretches_data()
{
    QTest::addColumn<QList<TimeSpan>>("found");
    QTest::addColumn<qint64>("longest");
    QTest::addColumn<QList<TimeSpan>>("wanted");

    // Ten minutes of sentences of five seconds.
    const TimeSpan all = spanMs(0, 600'000);
    QTest::newRow("nothing was found") << QList<TimeSpan>{} << qint64{60'000} << QList{all};
    QTest::newRow("just as long") << QList<TimeSpan>{} << qint64{600'000} << QList<TimeSpan>{};
    QTest::newRow("all is covered") << QList{all} << qint64{0} << QList<TimeSpan>{};
    QTest::newRow("in the middle") << QList{spanMs(200'000, 260'000)} << qint64{60'000}
                                   << QList{spanMs(0, 200'000), spanMs(260'000, 600'000)};
    QTest::newRow("one side is short") << QList{spanMs(50'000, 260'000)} << qint64{60'000}
                                       << QList{spanMs(260'000, 600'000)};
    QTest::newRow("whole sentences only")
        << QList{spanMs(201'000, 262'000)} << qint64{60'000} << QList{spanMs(0, 200'000), spanMs(265'000, 600'000)};
    QTest::newRow("out of order, one within the other")
        << QList{spanMs(400'000, 450'000), spanMs(0, 300'000), spanMs(100'000, 150'000)} << qint64{60'000}
        << QList{spanMs(300'000, 400'000), spanMs(450'000, 600'000)};
    QTest::newRow("beside the talk") << QList{spanMs(-90'000, -10'000), spanMs(900'000, 990'000)} << qint64{60'000}
                                     << QList{all};
    QTest::newRow("empty places cover nothing")
        << QList{spanMs(300'000, 300'000), spanMs(400'000, 10'000)} << qint64{60'000} << QList{all};
}

void CoverageTest::stretches()
{
    QFETCH(QList<TimeSpan>, found);
    QFETCH(qint64, longest);
    QFETCH(QList<TimeSpan>, wanted);
    QCOMPARE(thinStretches(evenTranscript(120), found, Milliseconds{longest}), wanted);
    QVERIFY(thinStretches({}, found, Milliseconds{longest}).isEmpty());
}

void CoverageTest::manyAreNoTrouble()
{
    QList<TimeSpan> found;
    for (int i = 0; i < 20'000; ++i)
        found.append(spanMs(i * 10, i * 10 + 5'000));
    const QList<TimeSpan> thin = thinStretches(evenTranscript(5'000), found, 60s);
    QCOMPARE(thin.size(), 1);
    QCOMPARE(thin.constFirst(), spanMs(205'000, 25'000'000));
}

#include "tst_coverage.moc"
