// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/testregistry.h"
#include "ui/player/pictureconversion.h"
#include "ui/player/pictureconverter.h"

#include <QSignalSpy>
#include <QTest>

using namespace Viral;

class PictureTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void colours_data();
    void colours();
    void sizes_data();
    void sizes();
    void pixelsThatAreNotSquare();
    void placesStayWhereTheyAre();
    void plainImages();
    void unknownFormatsAreLeftToOthers();
    void theLatestFrameWins();
};

VIRAL_TEST(PictureTest)

namespace {

/// A frame of one colour, as the three parts of video say it.
QVideoFrame frameOf(QVideoFrameFormat::PixelFormat format, const QSize &size, int luma, int blue, int red)
{
    QVideoFrame frame(QVideoFrameFormat(size, format));
    if (!frame.map(QVideoFrame::WriteOnly))
        return {};
    const bool isDeep = format == QVideoFrameFormat::Format_P010;
    const auto fill = [&frame, isDeep](int plane, int even, int odd) {
        uchar *bytes = frame.bits(plane);
        for (int i = 0; i < frame.mappedBytes(plane); ++i) {
            const int value = isDeep ? i / 2 : i;
            bytes[i] = uchar(isDeep && i % 2 == 0 ? 0 : value % 2 == 0 ? even : odd);
        }
    };
    fill(0, luma, luma);
    switch (format) {
    case QVideoFrameFormat::Format_NV12:
    case QVideoFrameFormat::Format_P010:
        fill(1, blue, red);
        break;
    case QVideoFrameFormat::Format_NV21:
        fill(1, red, blue);
        break;
    case QVideoFrameFormat::Format_YV12:
        fill(1, red, red);
        fill(2, blue, blue);
        break;
    default:
        fill(1, blue, blue);
        fill(2, red, red);
    }
    frame.unmap();
    return frame;
}

bool isNear(QRgb colour, QRgb wanted)
{
    const auto near = [](int a, int b) { return std::abs(a - b) <= 3; };
    return near(qRed(colour), qRed(wanted)) && near(qGreen(colour), qGreen(wanted)) &&
           near(qBlue(colour), qBlue(wanted));
}

} // namespace

void PictureTest::colours_data()
{
    QTest::addColumn<QVideoFrameFormat::PixelFormat>("format");
    QTest::newRow("planar") << QVideoFrameFormat::Format_YUV420P;
    QTest::newRow("planar, red first") << QVideoFrameFormat::Format_YV12;
    QTest::newRow("in pairs") << QVideoFrameFormat::Format_NV12;
    QTest::newRow("in pairs, red first") << QVideoFrameFormat::Format_NV21;
    QTest::newRow("ten bits") << QVideoFrameFormat::Format_P010;
}

void PictureTest::colours()
{
    QFETCH(const QVideoFrameFormat::PixelFormat, format);
    const auto colour = [format](int luma, int blue, int red, const QSize &size) {
        return pictureOf(frameOf(format, size, luma, blue, red), {}).pixel(1, 1);
    };
    const QSize small(64, 36);
    const QSize large(1280, 720);
    QVERIFY(isNear(colour(16, 128, 128, small), qRgb(0, 0, 0)));
    QVERIFY(isNear(colour(235, 128, 128, small), qRgb(255, 255, 255)));
    // Red as small pictures and as large ones say it.
    QVERIFY(isNear(colour(81, 90, 240, small), qRgb(254, 0, 0)));
    QVERIFY(isNear(colour(63, 102, 240, large), qRgb(255, 0, 0)));
    QVERIFY(isNear(colour(173, 42, 26, large), qRgb(0, 255, 0)));
    QVERIFY(isNear(colour(32, 240, 118, large), qRgb(0, 0, 255)));
}

void PictureTest::sizes_data()
{
    QTest::addColumn<QSize>("frame");
    QTest::addColumn<QSize>("most");
    QTest::addColumn<QSize>("shown");
    QTest::newRow("as it is") << QSize(640, 360) << QSize() << QSize(640, 360);
    QTest::newRow("half") << QSize(640, 360) << QSize(320, 180) << QSize(320, 180);
    QTest::newRow("third and a bit") << QSize(640, 360) << QSize(200, 400) << QSize(200, 112);
    QTest::newRow("never larger") << QSize(640, 360) << QSize(4000, 3000) << QSize(640, 360);
    QTest::newRow("odd") << QSize(35, 17) << QSize(11, 11) << QSize(11, 5);
    QTest::newRow("one point") << QSize(640, 360) << QSize(1, 1) << QSize(1, 1);
    QTest::newRow("tiny frame") << QSize(2, 2) << QSize(1, 1) << QSize(1, 1);
    QTest::newRow("very flat") << QSize(4000, 2) << QSize(100, 100) << QSize(100, 1);
}

void PictureTest::sizes()
{
    QFETCH(const QSize, frame);
    QFETCH(const QSize, most);
    const QImage picture = pictureOf(frameOf(QVideoFrameFormat::Format_YUV420P, frame, 235, 128, 128), most);
    QTEST(picture.size(), "shown");
    QVERIFY(isNear(picture.pixel(0, 0), qRgb(255, 255, 255)));
    QVERIFY(isNear(picture.pixel(picture.width() - 1, picture.height() - 1), qRgb(255, 255, 255)));
}

void PictureTest::pixelsThatAreNotSquare()
{
    const auto sizeOf = [](const QSize &frame, const QSize &most, double aspect, QVideoFrame::RotationAngle angle) {
        QVideoFrame picture = frameOf(QVideoFrameFormat::Format_YUV420P, frame, 235, 128, 128);
        picture.setRotationAngle(angle);
        return pictureOf(picture, most, aspect).size();
    };
    // Wide ones make a picture wider, narrow ones higher: no pixel gets lost.
    QCOMPARE(sizeOf({720, 576}, {}, 64.0 / 45, QVideoFrame::Rotation0), QSize(1024, 576));
    QCOMPARE(sizeOf({720, 480}, {}, 8.0 / 9, QVideoFrame::Rotation0), QSize(720, 540));
    QCOMPARE(sizeOf({720, 576}, {512, 512}, 64.0 / 45, QVideoFrame::Rotation0), QSize(512, 288));
    QCOMPARE(sizeOf({720, 576}, {}, 64.0 / 45, QVideoFrame::Rotation90), QSize(576, 1024));
}

void PictureTest::placesStayWhereTheyAre()
{
    QVideoFrame frame = frameOf(QVideoFrameFormat::Format_YUV420P, {400, 200}, 16, 128, 128);
    QVERIFY(frame.map(QVideoFrame::WriteOnly));
    // The right lower quarter is bright.
    for (int y = 100; y < 200; ++y)
        std::fill_n(frame.bits(0) + y * frame.bytesPerLine(0) + 200, 200, uchar(235));
    frame.unmap();
    for (const QSize most : {QSize(), QSize(200, 100), QSize(130, 65)}) {
        const QImage picture = pictureOf(frame, most);
        const int right = picture.width() * 3 / 4;
        const int low = picture.height() * 3 / 4;
        QVERIFY(qGray(picture.pixel(right, low)) > 250);
        QVERIFY(qGray(picture.pixel(picture.width() / 4, low)) < 5);
        QVERIFY(qGray(picture.pixel(right, picture.height() / 4)) < 5);
    }
}

void PictureTest::plainImages()
{
    QVideoFrame frame(QVideoFrameFormat({8, 8}, QVideoFrameFormat::pixelFormatFromImageFormat(QImage::Format_RGB32)));
    QVERIFY(frame.map(QVideoFrame::WriteOnly));
    std::fill_n(frame.bits(0), frame.mappedBytes(0), uchar(0xee));
    frame.unmap();
    QCOMPARE(pictureOf(frame, {4, 4}).size(), QSize(4, 4));
    QCOMPARE(qGray(pictureOf(frame, {4, 4}).pixel(2, 2)), 0xee);
}

void PictureTest::unknownFormatsAreLeftToOthers()
{
    QVERIFY(pictureOf(QVideoFrame(), {}).isNull());
    QVERIFY(pictureOf(frameOf(QVideoFrameFormat::Format_UYVY, {64, 36}, 0, 0, 0), {}).isNull());
}

void PictureTest::theLatestFrameWins()
{
    PictureConverter converter;
    QList<int> shades;
    connect(&converter, &PictureConverter::converted, this,
            [&shades](const QImage &picture) { shades.append(qGray(picture.pixel(0, 0))); });
    for (int luma = 16; luma <= 235; ++luma)
        converter.convert(frameOf(QVideoFrameFormat::Format_YUV420P, {64, 36}, luma, 128, 128));
    QTRY_COMPARE(shades.isEmpty() ? 0 : shades.constLast(), 255);
    // The first and the last: those in between were overtaken before this thread came to hear of any.
    QCOMPARE(shades.size(), 2);
    // Another size asks for the same picture again.
    QSignalSpy converted(&converter, &PictureConverter::converted);
    converter.setSize({32, 32});
    QTRY_COMPARE(converted.size(), 1);
    QCOMPARE(converted.constFirst().constFirst().value<QImage>().size(), QSize(32, 18));
}

#include "tst_picture.moc"
