// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/style/icons.h"

#include "tests/support/testregistry.h"
#include "ui/style/palette.h"
#include "ui/style/theme.h"

#include <QApplication>
#include <QImage>
#include <QPainter>
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
    void paintedIsWhatItsPixmapIs();
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

void IconsTest::paintedIsWhatItsPixmapIs()
{
    for (const qreal scale : {1.0, 1.5, 2.0}) {
        for (const QColor &colour : {QColor(200, 10, 20), QColor(10, 200, 20)}) {
            QImage painted(QSize(20, 16) * scale, QImage::Format_ARGB32_Premultiplied);
            painted.setDevicePixelRatio(scale);
            painted.fill(Qt::transparent);
            QPainter painter(&painted);
            icon(Icon::Warning, colour).paint(&painter, QRect(2, 0, 16, 16));
            painter.end();
            const QImage pixmap = icon(Icon::Warning, colour).pixmap(QSize(16, 16), scale).toImage();
            QCOMPARE(painted.copy(QRect(QPoint(2, 0) * scale, QSize(16, 16) * scale)),
                     pixmap.convertToFormat(painted.format()));
        }
    }
    // A painter that makes it larger gets it drawn, not blurred.
    QImage large(64, 64, QImage::Format_ARGB32_Premultiplied);
    large.fill(Qt::transparent);
    QPainter painter(&large);
    painter.scale(4, 4);
    icon(Icon::Warning, Qt::red).paint(&painter, QRect(0, 0, 16, 16));
    painter.end();
    QCOMPARE(large, icon(Icon::Warning, Qt::red).pixmap(64, 64).toImage().convertToFormat(large.format()));
}

#include "tst_icons.moc"
