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
    void timecodeLabels_data();
    void timecodeLabels();
    void timecodeDivisionsAreInOrder_data();
    void timecodeDivisionsAreInOrder();
    void clockWithTheSourcesStart();
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

namespace {

constexpr FrameRate ntsc{30000, 1001};
constexpr FrameRate pal{25, 1};

} // namespace

void RulerScaleTest::timecodeLabels_data()
{
    QTest::addColumn<TimecodeFormat>("format");
    QTest::addColumn<double>("millisecondsPerPixel");
    QTest::addColumn<qint64>("from");
    QTest::addColumn<QStringList>("labels");
    using enum TimeStyle;
    const auto row = [](const char *name, const TimecodeFormat &format, double scale, qint64 from,
                        const QStringList &labels) { QTest::newRow(name) << format << scale << from << labels; };
    row("every five pictures", {Frames, pal}, 2.0, 0, {u"00:00:00:00"_s, u"00:00:00:05"_s, u"00:00:00:10"_s});
    row("seconds", {Frames, pal}, 11.0, 60000, {u"00:01:00:00"_s, u"00:01:01:00"_s, u"00:01:02:00"_s});
    row("minutes", {Frames, pal}, 600.0, 0, {u"00:00:00:00"_s, u"00:01:00:00"_s, u"00:02:00:00"_s});
    row("dropped numbers", {DropFrame, ntsc}, 600.0, 0, {u"00:00:00;00"_s, u"00:01:00;02"_s, u"00:02:00;02"_s});
    row("the tenth minute drops none", {DropFrame, ntsc}, 600.0, 540541,
        {u"00:09:00;02"_s, u"00:10:00;00"_s, u"00:11:00;02"_s});
    row("from the source's start", {Frames, pal, 3600 * 25}, 600.0, 0,
        {u"01:00:00:00"_s, u"01:01:00:00"_s, u"01:02:00:00"_s});
    row("begins between two labels", {Frames, pal, 3600 * 25 + 40 * 25}, 600.0, 20000,
        {u"01:01:00:00"_s, u"01:02:00:00"_s, u"01:03:00:00"_s});
    row("no rate, no pictures", {Frames, {}}, 600.0, 0, {u"0:00"_s, u"1:00"_s, u"2:00"_s});
}

void RulerScaleTest::timecodeLabels()
{
    QFETCH(const TimecodeFormat, format);
    QFETCH(const double, millisecondsPerPixel);
    QFETCH(const qint64, from);
    const Ruler ruler(format, millisecondsPerPixel);
    QStringList labels;
    qint64 part = ruler.partAt(Milliseconds{from});
    while (!ruler.isLabelled(part))
        ++part;
    for (int i = 0; i < 3; ++i)
        labels.append(ruler.label(part + i * ruler.parts()));
    QTEST(labels, "labels");
}

void RulerScaleTest::timecodeDivisionsAreInOrder_data()
{
    QTest::addColumn<TimecodeFormat>("format");
    using enum TimeStyle;
    QTest::newRow("clock") << TimecodeFormat{};
    QTest::newRow("24") << TimecodeFormat{Frames, {24, 1}, 17};
    QTest::newRow("25") << TimecodeFormat{Frames, pal};
    QTest::newRow("30 dropped") << TimecodeFormat{DropFrame, ntsc, 107892};
    QTest::newRow("60 dropped") << TimecodeFormat{DropFrame, {60000, 1001}};
    QTest::newRow("prime") << TimecodeFormat{Frames, {47, 1}};
}

void RulerScaleTest::timecodeDivisionsAreInOrder()
{
    QFETCH(const TimecodeFormat, format);
    for (double scale = 1; scale < 400000; scale *= 1.5) {
        const Ruler ruler(format, scale);
        const Milliseconds from = 1h;
        const qint64 first = ruler.partAt(from);
        QVERIFY(ruler.timeOf(first) <= from);
        QVERIFY(ruler.timeOf(first + 1) > from || ruler.timeOf(first + 2) > from);
        for (qint64 part = first; part < first + 200; ++part) {
            QVERIFY(ruler.timeOf(part) <= ruler.timeOf(part + 1));
            // Dropped numbers and whole milliseconds may cost a little of the distance.
            const auto distance = ruler.timeOf(part + ruler.parts()) - ruler.timeOf(part);
            QVERIFY2(double(distance.count()) >= 85 * scale, qPrintable(QString::number(scale)));
        }
    }
}

void RulerScaleTest::clockWithTheSourcesStart()
{
    const Ruler ruler({.rate = pal, .startFrame = 3600 * 25 + 12}, 600);
    const qint64 part = ruler.partAt(0s);
    QVERIFY(ruler.timeOf(part) <= 0s);
    QVERIFY(ruler.isLabelled(part));
    QCOMPARE(ruler.label(part), u"1:00:00"_s);
    const qint64 labelled = part + ruler.parts();
    QCOMPARE(ruler.label(labelled), u"1:01:00"_s);
    QCOMPARE(ruler.timeOf(labelled), Milliseconds{60000 - 480});
}

#include "tst_rulerscale.moc"
