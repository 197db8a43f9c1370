// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/timeline/rulerscale.h"

#include "tests/support/testregistry.h"

#include <QTest>

using namespace Viral;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

class RulerScaleTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void step_data();
    void step();
    void labelsKeepTheirDistance();
    void partsAreWhole();
    void label_data();
    void label();
};

VIRAL_TEST(RulerScaleTest)

void RulerScaleTest::step_data()
{
    QTest::addColumn<double>("millisecondsPerPixel");
    QTest::addColumn<qint64>("step");
    QTest::newRow("closest") << 1.0 << qint64(100);
    QTest::newRow("5 s on 1920") << 5000 / 1920.0 << qint64(500);
    QTest::newRow("1 min on 1920") << 60000 / 1920.0 << qint64(5000);
    QTest::newRow("10 min on 1920") << 600000 / 1920.0 << qint64(30000);
    QTest::newRow("10 h on 1920") << 36000000 / 1920.0 << qint64(1800000);
    QTest::newRow("100 h on 1920") << 360000000 / 1920.0 << qint64(6 * 3600000);
    QTest::newRow("exactly 90 pixels") << 1000 / 90.0 << qint64(1000);
    QTest::newRow("a little less") << 1000 / 89.9 << qint64(2000);
    QTest::newRow("beyond the table") << 1e9 << qint64(24 * 3600000);
}

void RulerScaleTest::step()
{
    QFETCH(const double, millisecondsPerPixel);
    QTEST(qint64(rulerScaleFor(millisecondsPerPixel).step.count()), "step");
}

void RulerScaleTest::labelsKeepTheirDistance()
{
    for (double scale = 0.1; scale < 900000; scale *= 1.07)
        QVERIFY2(double(rulerScaleFor(scale).step.count()) / scale >= 90, qPrintable(QString::number(scale)));
}

void RulerScaleTest::partsAreWhole()
{
    for (double scale = 0.1; scale < 900000; scale *= 1.07) {
        const RulerScale ruler = rulerScaleFor(scale);
        QCOMPARE(ruler.step.count() % ruler.parts, 0);
    }
}

void RulerScaleTest::label_data()
{
    QTest::addColumn<qint64>("time");
    QTest::addColumn<qint64>("step");
    QTest::addColumn<QString>("text");
    QTest::newRow("seconds") << qint64(750000) << qint64(1000) << u"12:30"_s;
    QTest::newRow("hours") << qint64(3723000) << qint64(60000) << u"1:02:03"_s;
    QTest::newRow("tenths") << qint64(750500) << qint64(100) << u"12:30.5"_s;
    QTest::newRow("hundredths") << qint64(750050) << qint64(50) << u"12:30.05"_s;
    QTest::newRow("whole second among tenths") << qint64(750000) << qint64(500) << u"12:30.0"_s;
    QTest::newRow("thousandths") << qint64(7) << qint64(1) << u"0:00.007"_s;
    QTest::newRow("a hundred hours") << qint64(360000000) << qint64(1000) << u"100:00:00"_s;
}

void RulerScaleTest::label()
{
    QFETCH(const qint64, time);
    QFETCH(const qint64, step);
    QTEST(rulerLabel(Milliseconds{time}, Milliseconds{step}), "text");
}

#include "tst_rulerscale.moc"
