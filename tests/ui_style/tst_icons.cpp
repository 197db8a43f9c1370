// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/style/icons.h"

#include "tests/support/testregistry.h"
#include "ui/style/palette.h"
#include "ui/style/theme.h"

#include <QApplication>
#include <QImage>
#include <QTest>

#include <set>

using namespace Viral;
using namespace Qt::StringLiterals;

class IconsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyIconDraws();
    void everyIconDiffers();
    void sizesAndScales_data();
    void sizesAndScales();
    void followsTheTheme();
    void ownColour();
    void disabledIsInactive();
};

VIRAL_TEST(IconsTest)

namespace {

/// The strongest colour in the picture, null when nothing is drawn.
QColor inkIn(const QPixmap &pixmap)
{
    const QImage image = pixmap.toImage().convertToFormat(QImage::Format_ARGB32);
    QRgb strongest = 0;
    for (int y = 0; y < image.height(); ++y) {
        for (int x = 0; x < image.width(); ++x) {
            if (qAlpha(image.pixel(x, y)) > qAlpha(strongest))
                strongest = image.pixel(x, y);
        }
    }
    return qAlpha(strongest) == 0 ? QColor() : QColor::fromRgb(strongest);
}

bool isNear(const QColor &one, const QColor &other)
{
    return std::abs(one.red() - other.red()) < 6 && std::abs(one.green() - other.green()) < 6 &&
           std::abs(one.blue() - other.blue()) < 6;
}

} // namespace

void IconsTest::everyIconDraws()
{
    for (const Icon name : allIcons())
        QVERIFY2(inkIn(icon(name).pixmap(16, 16)).isValid(), qPrintable(QString::number(int(name))));
}

void IconsTest::everyIconDiffers()
{
    std::set<QByteArray> pictures;
    for (const Icon name : allIcons()) {
        const QImage image = icon(name).pixmap(24, 24).toImage();
        pictures.insert(QByteArray(reinterpret_cast<const char *>(image.constBits()), image.sizeInBytes()));
    }
    QCOMPARE(pictures.size(), allIcons().size());
}

void IconsTest::sizesAndScales_data()
{
    QTest::addColumn<int>("side");
    QTest::addColumn<double>("scale");
    QTest::newRow("16") << 16 << 1.0;
    QTest::newRow("24") << 24 << 1.0;
    QTest::newRow("16 at 1.25") << 16 << 1.25;
    QTest::newRow("16 at 1.5") << 16 << 1.5;
    QTest::newRow("16 at 2") << 16 << 2.0;
    QTest::newRow("24 at 3") << 24 << 3.0;
}

void IconsTest::sizesAndScales()
{
    QFETCH(const int, side);
    QFETCH(const double, scale);
    const QPixmap pixmap = icon(Icon::Play).pixmap(QSize(side, side), scale);
    QCOMPARE(pixmap.devicePixelRatio(), scale);
    QCOMPARE(pixmap.width(), qRound(side * scale));
    // Drawn at this size, not stretched: the left edge of the triangle is a sharp vertical line.
    const QImage image = pixmap.toImage();
    QVERIFY(qAlpha(image.pixel(0, image.height() / 2)) == 0);
    QVERIFY(qAlpha(image.pixel(image.width() / 2, image.height() / 2)) == 255);
}

void IconsTest::followsTheTheme()
{
    Theme theme(*qApp);
    const QIcon play = icon(Icon::Play);
    theme.setChoice(ThemeChoice::Dark);
    QVERIFY(isNear(inkIn(play.pixmap(16, 16)), darkColours().text));
    theme.setChoice(ThemeChoice::Light);
    QVERIFY(isNear(inkIn(play.pixmap(16, 16)), lightColours().text));
}

void IconsTest::ownColour()
{
    QVERIFY(isNear(inkIn(icon(Icon::Stop, QColor(200, 10, 20)).pixmap(16, 16)), QColor(200, 10, 20)));
}

void IconsTest::disabledIsInactive()
{
    Theme theme(*qApp);
    theme.setChoice(ThemeChoice::Dark);
    QVERIFY(isNear(inkIn(icon(Icon::Stop, Qt::red).pixmap(16, 16, QIcon::Disabled)), darkColours().textInactive));
}

#include "tst_icons.moc"
