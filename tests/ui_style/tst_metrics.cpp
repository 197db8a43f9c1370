// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/style/metrics.h"

#include "tests/support/testregistry.h"

#include <QFontDatabase>
#include <QFontMetricsF>
#include <QTest>

#include <cmath>

using namespace Viral;
using namespace Qt::StringLiterals;

class MetricsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void sizesAreInOrder();
    void pixelSizedFonts();
    void tinyFontsStayReadable();
    void figuresAreEven_data();
    void figuresAreEven();
    void evenFontIsKept();
};

VIRAL_TEST(MetricsTest)

void MetricsTest::sizesAreInOrder()
{
    QFont base;
    base.setPointSizeF(10);
    QCOMPARE(sized(base, TextSize::Small).pointSizeF(), 8.5);
    QCOMPARE(sized(base, TextSize::Normal).pointSizeF(), 10.0);
    QCOMPARE(sized(base, TextSize::Large).pointSizeF(), 13.0);
    QCOMPARE(sized(base, TextSize::Normal).weight(), QFont::Normal);
    QCOMPARE(sized(base, TextSize::Normal, TextWeight::Strong).weight(), QFont::DemiBold);
}

void MetricsTest::pixelSizedFonts()
{
    QFont base;
    base.setPixelSize(13);
    QCOMPARE(sized(base, TextSize::Small).pixelSize(), 11);
    QCOMPARE(sized(base, TextSize::Large).pixelSize(), 17);
}

void MetricsTest::tinyFontsStayReadable()
{
    QFont base;
    base.setPointSizeF(7);
    QCOMPARE(sized(base, TextSize::Small).pointSizeF(), 7.0);
}

void MetricsTest::figuresAreEven_data()
{
    QTest::addColumn<QString>("family");
    for (const QString &family : {u"Inter"_s, u"DejaVu Sans"_s, u"Noto Sans"_s, u"DejaVu Serif"_s, u"no such font"_s})
        QTest::newRow(qPrintable(family)) << family;
}

void MetricsTest::figuresAreEven()
{
    QFETCH(const QString, family);
    const QFont font = tabular(QFont(family, 11));
    const QFontMetricsF metrics(font);
    for (char figure = '1'; figure <= '9'; ++figure)
        QVERIFY(std::abs(metrics.horizontalAdvance(QLatin1Char(figure)) - metrics.horizontalAdvance(u'0')) < 0.01);
    QCOMPARE(font.pointSize(), 11);
}

void MetricsTest::evenFontIsKept()
{
    const QFont fixed = QFontDatabase::systemFont(QFontDatabase::FixedFont);
    QCOMPARE(tabular(fixed), fixed);
}

#include "tst_metrics.moc"
