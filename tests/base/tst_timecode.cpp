// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/timecode.h"

#include "tests/support/testregistry.h"

#include <QTest>

using namespace Viral;
using namespace Qt::StringLiterals;

Q_DECLARE_METATYPE(Viral::FrameRate)
Q_DECLARE_METATYPE(Viral::TimecodeFormat)

class TimecodeTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void rates_data();
    void rates();
    void rateTexts();
    void framesAndTimesAgree_data();
    void framesAndTimesAgree();
    void edgesOfFrames();
    void labels_data();
    void labels();
    void everyLabelOfAnHourComesBack_data();
    void everyLabelOfAnHourComesBack();
    void droppedNumbersAreLeftOut();
    void styleFollowsTheRate();
    void startTimecode();
    void labelsRead_data();
    void labelsRead();
    void typed_data();
    void typed();
    void typedTextComesBack_data();
    void typedTextComesBack();
    void extremes();
};

VIRAL_TEST(TimecodeTest)

namespace {

constexpr FrameRate film{24'000, 1001};
constexpr FrameRate pal{25, 1};
constexpr FrameRate ntsc{30'000, 1001};
constexpr FrameRate ntsc60{60'000, 1001};

qint64 ms(int hours, int minutes, int seconds, int parts = 0)
{
    return ((hours * 60LL + minutes) * 60 + seconds) * 1000 + parts;
}

} // namespace

void TimecodeTest::rates_data()
{
    QTest::addColumn<double>("told");
    QTest::addColumn<FrameRate>("meant");
    QTest::newRow("23.976") << 23.976 << film;
    QTest::newRow("23.98") << 23.98 << film;
    QTest::newRow("24") << 24.0 << FrameRate{24, 1};
    QTest::newRow("25") << 25.0 << pal;
    QTest::newRow("29.97") << 29.97 << ntsc;
    QTest::newRow("29.97003") << 29.97002997 << ntsc;
    QTest::newRow("30") << 30.0 << FrameRate{30, 1};
    QTest::newRow("50") << 50.0 << FrameRate{50, 1};
    QTest::newRow("59.94") << 59.94 << ntsc60;
    QTest::newRow("60") << 60.0 << FrameRate{60, 1};
    QTest::newRow("15, web camera") << 15.0 << FrameRate{15, 1};
    QTest::newRow("mean of a varying rate") << 27.31 << FrameRate{};
    QTest::newRow("zero") << 0.0 << FrameRate{};
    QTest::newRow("negative") << -25.0 << FrameRate{};
    QTest::newRow("a clock, not a rate") << 90'000.0 << FrameRate{};
    QTest::newRow("not a number") << qQNaN() << FrameRate{};
    QTest::newRow("infinite") << qInf() << FrameRate{};
}

void TimecodeTest::rates()
{
    QFETCH(const double, told);
    QTEST(frameRateFromDouble(told), "meant");
}

void TimecodeTest::rateTexts()
{
    QCOMPARE(frameRateFromText(u"30000/1001"), ntsc);
    QCOMPARE(frameRateFromText(u"2997/100"), ntsc);
    QCOMPARE(frameRateFromText(u"25/1"), pal);
    QCOMPARE(frameRateFromText(u"25"), pal);
    for (const QStringView wrong : std::initializer_list<QStringView>{u"0/0", u"25/0", u"", u"/", u"25/", u"x",
                                                                      u"-25/1", u"99999999999999999999/1"})
        QCOMPARE(frameRateFromText(wrong), FrameRate{});
    QCOMPARE(frameRateText(pal), u"25");
    QCOMPARE(frameRateText(ntsc), u"29.97");
    QCOMPARE(frameRateText(film), u"23.976");
    QCOMPARE(frameRateText({}), QString());
}

void TimecodeTest::framesAndTimesAgree_data()
{
    QTest::addColumn<FrameRate>("rate");
    for (const FrameRate &rate : {film, FrameRate{24, 1}, pal, ntsc, FrameRate{30, 1}, FrameRate{50, 1}, ntsc60,
                                  FrameRate{60, 1}, FrameRate{120'000, 1001}, FrameRate{1, 1}})
        QTest::newRow(qPrintable(frameRateText(rate))) << rate;
}

void TimecodeTest::framesAndTimesAgree()
{
    QFETCH(const FrameRate, rate);
    for (qint64 frame = -1000; frame < 200'000; frame += frame < 5000 ? 1 : 997) {
        const Milliseconds start = timeOfFrame(frame, rate);
        QCOMPARE(frameAt(start, rate), frame);
        QCOMPARE(frameAt(start - Milliseconds{1}, rate), frame - 1);
    }
}

void TimecodeTest::edgesOfFrames()
{
    // The second picture at 29.97 begins at 33.37 ms.
    QCOMPARE(timeOfFrame(1, ntsc), Milliseconds{34});
    QCOMPARE(frameAt(Milliseconds{33}, ntsc), 0);
    QCOMPARE(frameAt(Milliseconds{34}, ntsc), 1);
    QCOMPARE(frameAt(Milliseconds{-1}, pal), -1);
    QCOMPARE(frameLength(ntsc), Milliseconds{33});
    QCOMPARE(frameLength(pal), Milliseconds{40});
    QCOMPARE(frameLength({}), Milliseconds{40});
    QCOMPARE(frameAt(Milliseconds{1000}, {}), 0);
    QCOMPARE(timeOfFrame(12, {}), Milliseconds{0});
}

void TimecodeTest::labels_data()
{
    QTest::addColumn<qint64>("time");
    QTest::addColumn<TimecodeFormat>("format");
    QTest::addColumn<QString>("text");
    using enum TimeStyle;
    const auto row = [](const char *name, Milliseconds time, const TimecodeFormat &format, const QString &text) {
        QTest::newRow(name) << qint64{time.count()} << format << text;
    };
    const auto frame = [](qint64 number, const FrameRate &rate) { return timeOfFrame(number, rate); };
    row("milliseconds", Milliseconds{750'500}, {}, u"00:12:30.500"_s);
    row("before the beginning", Milliseconds{-1500}, {}, u"-00:00:01.500"_s);
    row("frames", Milliseconds{750'500}, {Frames, pal}, u"00:12:30:12"_s);
    row("last frame of a second", Milliseconds{999}, {Frames, pal}, u"00:00:00:24"_s);
    row("60 in a second", Milliseconds{999}, {Frames, FrameRate{60, 1}}, u"00:00:00:59"_s);
    row("non-drop runs behind the clock", Milliseconds{ms(1, 0, 0)}, {Frames, ntsc}, u"00:59:56:12"_s);
    row("drop keeps to the clock", Milliseconds{ms(1, 0, 0)}, {DropFrame, ntsc}, u"01:00:00;00"_s);
    row("drop, last of the first minute", frame(1799, ntsc), {DropFrame, ntsc}, u"00:00:59;29"_s);
    row("drop, first of the second minute", frame(1800, ntsc), {DropFrame, ntsc}, u"00:01:00;02"_s);
    row("drop, end of the second minute", frame(3597, ntsc), {DropFrame, ntsc}, u"00:01:59;29"_s);
    row("drop, third minute", frame(3598, ntsc), {DropFrame, ntsc}, u"00:02:00;02"_s);
    row("drop, before the tenth minute", frame(17'981, ntsc), {DropFrame, ntsc}, u"00:09:59;29"_s);
    row("drop, tenth minute", frame(17'982, ntsc), {DropFrame, ntsc}, u"00:10:00;00"_s);
    row("drop, second of the tenth minute", frame(17'983, ntsc), {DropFrame, ntsc}, u"00:10:00;01"_s);
    row("drop, eleventh minute", frame(17'982 + 1800, ntsc), {DropFrame, ntsc}, u"00:11:00;02"_s);
    row("drop, an hour", frame(107'892, ntsc), {DropFrame, ntsc}, u"01:00:00;00"_s);
    row("drop at 59.94, end of a minute", frame(3599, ntsc60), {DropFrame, ntsc60}, u"00:00:59;59"_s);
    row("drop at 59.94, next minute", frame(3600, ntsc60), {DropFrame, ntsc60}, u"00:01:00;04"_s);
    row("drop at 59.94, tenth minute", frame(35'964, ntsc60), {DropFrame, ntsc60}, u"00:10:00;00"_s);
    row("no dropping at 25", Milliseconds{ms(1, 0, 0)}, {DropFrame, pal}, u"01:00:00:00"_s);
    row("no dropping at 23.976", frame(1440, film), {DropFrame, film}, u"00:01:00:00"_s);
    row("unknown rate", Milliseconds{1500}, {Frames, {}}, u"00:00:01.500"_s);
    row("more than a day from 0", Milliseconds{ms(25, 0, 0)}, {Frames, pal}, u"25:00:00:00"_s);
}

void TimecodeTest::labels()
{
    QFETCH(const qint64, time);
    QFETCH(const TimecodeFormat, format);
    QTEST(timecodeText(Milliseconds{time}, format), "text");
}

void TimecodeTest::everyLabelOfAnHourComesBack_data()
{
    QTest::addColumn<TimecodeFormat>("format");
    QTest::newRow("drop 29.97") << TimecodeFormat{TimeStyle::DropFrame, ntsc};
    QTest::newRow("drop 59.94") << TimecodeFormat{TimeStyle::DropFrame, ntsc60};
    QTest::newRow("non-drop 29.97") << TimecodeFormat{TimeStyle::Frames, ntsc};
    QTest::newRow("23.976") << TimecodeFormat{TimeStyle::Frames, film};
    QTest::newRow("25") << TimecodeFormat{TimeStyle::Frames, pal};
}

void TimecodeTest::everyLabelOfAnHourComesBack()
{
    QFETCH(const TimecodeFormat, format);
    QString before;
    for (qint64 frame = 0; frame < 66 * 60 * format.rate.nominal(); ++frame) {
        const QString label = timecodeText(timeOfFrame(frame, format.rate), format);
        if (frameFromLabel(label, format.rate) != frame || label <= before)
            QFAIL(qPrintable(u"picture %1 is %2 after %3"_s.arg(frame).arg(label, before)));
        before = label;
    }
}

void TimecodeTest::droppedNumbersAreLeftOut()
{
    QCOMPARE(frameFromLabel(u"00:01:00;00", ntsc), 1800);
    QCOMPARE(frameFromLabel(u"00:01:00;01", ntsc), 1800);
    QCOMPARE(frameFromLabel(u"00:01:00;02", ntsc), 1800);
    QCOMPARE(frameFromLabel(u"00:01:00;03", ntsc), 1801);
    QCOMPARE(frameFromLabel(u"00:10:00;00", ntsc), 17'982);
}

void TimecodeTest::styleFollowsTheRate()
{
    QCOMPARE((TimecodeFormat{TimeStyle::DropFrame, ntsc}.usableStyle()), TimeStyle::DropFrame);
    QCOMPARE((TimecodeFormat{TimeStyle::DropFrame, film}.usableStyle()), TimeStyle::Frames);
    QCOMPARE((TimecodeFormat{TimeStyle::DropFrame, {}}.usableStyle()), TimeStyle::Clock);
    QCOMPARE((TimecodeFormat{TimeStyle::Clock, pal}.usableStyle()), TimeStyle::Clock);
}

void TimecodeTest::startTimecode()
{
    const TimecodeFormat tape{TimeStyle::Frames, pal, *frameFromLabel(u"10:00:00:00", pal)};
    QCOMPARE(timecodeText(Milliseconds{1040}, tape), u"10:00:01:01");
    const TimecodeFormat dropped{TimeStyle::DropFrame, ntsc, *frameFromLabel(u"01:00:00;00", ntsc)};
    QCOMPARE(timecodeText(Milliseconds{0}, dropped), u"01:00:00;00");
    QCOMPARE(timecodeText(timeOfFrame(1800, ntsc), dropped), u"01:01:00;02");
    const TimecodeFormat inMs{TimeStyle::Clock, pal, *frameFromLabel(u"01:00:00:12", pal)};
    QCOMPARE(timecodeText(Milliseconds{20}, inMs), u"01:00:00.500");
    const TimecodeFormat night{TimeStyle::Frames, pal, *frameFromLabel(u"23:59:00:00", pal)};
    QCOMPARE(timecodeText(Milliseconds{ms(0, 2, 0)}, night), u"00:01:00:00");
    QCOMPARE(timeFromTyped(u"00:01:00:00", {}, night), Milliseconds{ms(0, 2, 0)});
    QCOMPARE(timeFromTyped(u"23:59:30:00", {}, night), Milliseconds{30'000});
}

void TimecodeTest::labelsRead_data()
{
    QTest::addColumn<QString>("label");
    QTest::addColumn<qint64>("frame");
    QTest::newRow("colons") << u"01:00:00:00"_s << 108'000LL;
    QTest::newRow("semicolon") << u"01:00:00;00"_s << 107'892LL;
    QTest::newRow("point") << u"01:00:00.00"_s << 107'892LL;
    QTest::newRow("spaces around") << u" 00:00:01:02\n"_s << 32LL;
    QTest::newRow("too many frames") << u"00:00:00:30"_s << -1LL;
    QTest::newRow("no frames") << u"01:00:00"_s << -1LL;
    QTest::newRow("words") << u"reel A"_s << -1LL;
    QTest::newRow("empty") << QString() << -1LL;
    QTest::newRow("huge") << u"999999999999:00:00:00"_s << -1LL;
}

void TimecodeTest::labelsRead()
{
    QFETCH(const QString, label);
    QTEST(frameFromLabel(label, ntsc).value_or(-1), "frame");
}

void TimecodeTest::typed_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<TimecodeFormat>("format");
    QTest::addColumn<qint64>("time"); // -1: not understood
    const TimecodeFormat plain{TimeStyle::Clock, pal};
    const TimecodeFormat drop{TimeStyle::DropFrame, ntsc};
    const TimecodeFormat tape{TimeStyle::Frames, pal, 90'000}; // 01:00:00:00
    const auto row = [](const char *name, const QString &text, const TimecodeFormat &format, qint64 time) {
        QTest::newRow(name) << text << format << time;
    };
    row("minutes and seconds", u"1912"_s, plain, ms(0, 19, 12));
    row("three digits", u"130"_s, plain, ms(0, 1, 30));
    row("hours", u"11912"_s, plain, ms(1, 19, 12));
    row("six digits", u"010203"_s, plain, ms(1, 2, 3));
    row("with frames", u"01020304"_s, plain, ms(1, 2, 3, 160));
    row("seconds", u"45"_s, plain, 45'000);
    row("seconds beyond a minute", u"90"_s, plain, 90'000);
    row("point", u"62.5"_s, plain, 62'500);
    row("comma", u"62,5"_s, plain, 62'500);
    row("only parts", u".25"_s, plain, 250);
    row("more digits than milliseconds", u"1.23456"_s, plain, 1'234);
    row("colon", u"19:12"_s, plain, ms(0, 19, 12));
    row("two colons", u"1:02:03"_s, plain, ms(1, 2, 3));
    row("as shown", u"00:12:30.500"_s, plain, 750'500);
    row("as in subtitles", u"00:12:30,500"_s, plain, 750'500);
    row("frames by colon", u"01:02:03:04"_s, plain, ms(1, 2, 3, 160));
    row("frames by semicolon at 25", u"01:02:03;04"_s, plain, ms(1, 2, 3, 160));
    row("drop-frame", u"00:01:00;02"_s, drop, timeOfFrame(1800, ntsc).count());
    row("a dropped number", u"00:01:00;00"_s, drop, timeOfFrame(1800, ntsc).count());
    row("short label in drop-frame style", u"1000"_s, drop, timeOfFrame(17'982, ntsc).count());
    row("seconds and frames", u"3;04"_s, plain, 3'160);
    row("a number of frames", u"12f"_s, plain, 480);
    row("later", u"+30"_s, plain, 630'000);
    row("earlier", u"-130"_s, plain, 510'000);
    row("earlier, with a real minus", u"−1:30"_s, plain, 510'000);
    row("two minutes earlier", u"-2.."_s, plain, 480'000);
    row("two seconds", u"2."_s, plain, 2'000);
    row("two hours", u"2..."_s, plain, ms(2, 0, 0));
    row("frames later", u"+12f"_s, plain, 600'480);
    row("frames earlier", u"-1;01"_s, plain, 598'960);
    row("not before the beginning", u"-9999"_s, plain, 0);
    row("source time", u"01:00:10:00"_s, tape, 10'000);
    row("source time, short", u"10010"_s, tape, 10'000);
    row("source time, with a point", u"1:00:10.5"_s, tape, 10'500);
    row("before the start is from the beginning", u"1912"_s, tape, ms(0, 19, 12));
    row("spaces", u" 19 : 12 "_s, plain, ms(0, 19, 12));
    row("Arabic digits", u"١٩:١٢"_s, plain, ms(0, 19, 12));
    row("full-width digits", u"１９１２"_s, plain, ms(0, 19, 12));
    row("frames without a rate", u"01:02:03:04"_s, {}, -1);
    row("frames later without a rate", u"+12f"_s, {}, -1);
    for (const QStringView wrong : std::initializer_list<QStringView>{u"",          u"+",
                                                                      u"-",         u":",
                                                                      u"12:",       u":30",
                                                                      u"a",         u"12a",
                                                                      u"1.2.3",     u"1::2",
                                                                      u"1:2:3:4:5", u"++1",
                                                                      u"1-2",       u".",
                                                                      u"....",      u"2....",
                                                                      u"1:2..",     u";",
                                                                      u"1;",        u"f",
                                                                      u"123456789", u"9999999999999999999",
                                                                      u"1;2;3",     u"=19"})
        row(qPrintable(u"wrong: "_s + wrong.toString()), wrong.toString(), plain, -1);
    row("very long", QString(100'000, u'9'), plain, -1);
}

void TimecodeTest::typed()
{
    QFETCH(const QString, text);
    QFETCH(const TimecodeFormat, format);
    const auto time = timeFromTyped(text, Milliseconds{600'000}, format);
    QTEST(time ? qint64{time->count()} : -1, "time");
}

void TimecodeTest::typedTextComesBack_data()
{
    QTest::addColumn<TimecodeFormat>("format");
    QTest::newRow("milliseconds") << TimecodeFormat{};
    QTest::newRow("25") << TimecodeFormat{TimeStyle::Frames, pal};
    QTest::newRow("non-drop") << TimecodeFormat{TimeStyle::Frames, ntsc};
    QTest::newRow("drop") << TimecodeFormat{TimeStyle::DropFrame, ntsc};
    QTest::newRow("drop with start") << TimecodeFormat{TimeStyle::DropFrame, ntsc60, 215'784};
    QTest::newRow("milliseconds with start") << TimecodeFormat{TimeStyle::Clock, pal, 90'000};
}

void TimecodeTest::typedTextComesBack()
{
    QFETCH(const TimecodeFormat, format);
    for (qint64 time = 0; time < ms(3, 0, 0); time += 7'919) {
        const Milliseconds shown = format.usableStyle() == TimeStyle::Clock
                                       ? Milliseconds{time}
                                       : timeOfFrame(frameAt(Milliseconds{time}, format.rate), format.rate);
        QCOMPARE(timeFromTyped(timecodeText(shown, format), {}, format), shown);
    }
}

void TimecodeTest::extremes()
{
    const Milliseconds huge{std::numeric_limits<qint64>::max()};
    const TimecodeFormat drop{TimeStyle::DropFrame, ntsc, 107'892};
    QVERIFY(!timecodeText(huge, drop).isEmpty());
    QVERIFY(timecodeText(-huge, drop).startsWith(u'-'));
    QVERIFY(timeOfFrame(std::numeric_limits<qint64>::max(), ntsc60) > Milliseconds{0});
    QVERIFY(!timeFromTyped(u"+99999999;99999999", Milliseconds{0}, drop));
    QVERIFY(!timeFromTyped(u"999999999:00:00", Milliseconds{0}, drop));
}

#include "tst_timecode.moc"
