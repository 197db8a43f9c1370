// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/style/palette.h"

#include "tests/support/testregistry.h"
#include "ui/style/marks.h"
#include "ui/style/oklab.h"

#include <QImage>
#include <QPainter>
#include <QTest>

#include <cmath>
#include <limits>
#include <set>

using namespace Viral;
using namespace Qt::StringLiterals;

class PaletteTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void contrastOfKnownPairs();
    void oklabThereAndBack_data();
    void oklabThereAndBack();
    void outOfGamutKeepsLightness();
    void surfacesAreNeitherBlackNorWhite_data();
    void surfacesAreNeitherBlackNorWhite();
    void textIsReadable_data();
    void textIsReadable();
    void linesAndMarksAreVisible_data();
    void linesAndMarksAreVisible();
    void selectedTextIsReadable_data();
    void selectedTextIsReadable();
    void scoreScaleIsEven_data();
    void scoreScaleIsEven();
    void scoreIsClamped();
    void inkIsReadable_data();
    void inkIsReadable();
    void speakersDiffer_data();
    void speakersDiffer();
    void decisionsHaveShapes();
    void chunkStatesHaveTextures();
    void texturesDiffer();
    void decisionShapesDiffer();
    void paletteLeadsBackToColours();
};

VIRAL_TEST(PaletteTest)

namespace {

void themes()
{
    QTest::addColumn<bool>("dark");
    QTest::newRow("dark") << true;
    QTest::newRow("light") << false;
}

Colours coloursOf(bool dark)
{
    return dark ? darkColours() : lightColours();
}

double leastContrast(const QColor &colour, const Colours &colours)
{
    return std::min({contrastRatio(colour, colours.window), contrastRatio(colour, colours.base),
                     contrastRatio(colour, colours.raised)});
}

QImage textureImage(Texture texture)
{
    QImage image(48, 24, QImage::Format_RGB32);
    image.fill(Qt::white);
    QPainter painter(&image);
    paintTextured(painter, QRectF(0, 0, 48, 24), texture, Qt::black);
    return image;
}

qint64 darkPixels(const QImage &image)
{
    qint64 count = 0;
    for (int y = 0; y < image.height(); ++y) {
        for (int x = 0; x < image.width(); ++x)
            count += qGray(image.pixel(x, y)) < 128;
    }
    return count;
}

} // namespace

void PaletteTest::contrastOfKnownPairs()
{
    QVERIFY(std::abs(contrastRatio(Qt::black, Qt::white) - 21) < 0.001);
    QVERIFY(std::abs(contrastRatio(Qt::white, Qt::white) - 1) < 0.001);
    // The grey that stands at exactly the limit for text on white.
    QVERIFY(contrastRatio(QColor(0x76, 0x76, 0x76), Qt::white) >= 4.5);
    QVERIFY(contrastRatio(QColor(0x77, 0x77, 0x77), Qt::white) < 4.5);
}

void PaletteTest::oklabThereAndBack_data()
{
    QTest::addColumn<QColor>("colour");
    for (const char *name : {"#000000", "#ffffff", "#ff0000", "#00ff00", "#0000ff", "#123456", "#fedcba", "#808080"})
        QTest::newRow(name) << QColor(QLatin1StringView(name));
}

void PaletteTest::oklabThereAndBack()
{
    QFETCH(const QColor, colour);
    const QColor back = fromOkLab(toOkLab(colour));
    QVERIFY2(std::abs(back.red() - colour.red()) <= 1 && std::abs(back.green() - colour.green()) <= 1 &&
                 std::abs(back.blue() - colour.blue()) <= 1,
             qPrintable(back.name()));
}

void PaletteTest::outOfGamutKeepsLightness()
{
    const QColor vivid = fromOkLch(0.6, 0.9, 150);
    QVERIFY(std::abs(toOkLab(vivid).lightness - 0.6) < 0.01);
    QVERIFY(vivid.green() > vivid.red());
}

void PaletteTest::surfacesAreNeitherBlackNorWhite_data()
{
    themes();
}

void PaletteTest::surfacesAreNeitherBlackNorWhite()
{
    QFETCH(const bool, dark);
    const Colours colours = coloursOf(dark);
    QCOMPARE(colours.isDark, dark);
    for (const QColor &surface : {colours.window, colours.base, colours.raised}) {
        const double lightness = toOkLab(surface).lightness;
        QVERIFY2(dark ? lightness > 0.22 && lightness < 0.4 : lightness > 0.85 && lightness < 0.98,
                 qPrintable(surface.name()));
    }
}

void PaletteTest::textIsReadable_data()
{
    themes();
}

void PaletteTest::textIsReadable()
{
    QFETCH(const bool, dark);
    const Colours c = coloursOf(dark);
    for (const QColor &text : {c.text, c.textSecondary, c.accent, c.good, c.caution, c.danger})
        QVERIFY2(leastContrast(text, c) >= 4.5, qPrintable(u"%1: %2"_s.arg(text.name()).arg(leastContrast(text, c))));
    for (const Decision decision : allDecisions)
        QVERIFY(leastContrast(c.decision(decision), c) >= 4.5);
    QVERIFY(contrastRatio(c.text, c.findArea) >= 4.5);
}

void PaletteTest::linesAndMarksAreVisible_data()
{
    themes();
}

void PaletteTest::linesAndMarksAreVisible()
{
    QFETCH(const bool, dark);
    const Colours c = coloursOf(dark);
    QVERIFY(leastContrast(c.textInactive, c) >= 3);
    QVERIFY(leastContrast(c.line, c) >= 3);
    QVERIFY(leastContrast(c.waveform, c) >= 3);
    for (const ChunkState state : allChunkStates)
        QVERIFY2(leastContrast(c.chunk(state), c) >= 3, qPrintable(c.chunk(state).name()));
    for (int i = 0; i < speakerTintCount; ++i)
        QVERIFY2(leastContrast(c.speaker(i), c) >= 3, qPrintable(c.speaker(i).name()));
    for (double score = 1; score <= 10; score += 0.25) {
        QVERIFY2(contrastRatio(c.score(score), c.base) >= 3, qPrintable(c.score(score).name()));
        QVERIFY2(contrastRatio(c.score(score), c.window) >= 3, qPrintable(c.score(score).name()));
    }
}

void PaletteTest::selectedTextIsReadable_data()
{
    themes();
}

void PaletteTest::selectedTextIsReadable()
{
    QFETCH(const bool, dark);
    const Colours c = coloursOf(dark);
    QVERIFY(contrastRatio(c.accentText, c.accent) >= 4.5);
    QVERIFY(contrastRatio(c.text, c.accentArea) >= 4.5);
    QVERIFY(contrastRatio(c.textSecondary, c.accentArea) >= 4.5);
}

void PaletteTest::scoreScaleIsEven_data()
{
    themes();
}

void PaletteTest::scoreScaleIsEven()
{
    QFETCH(const bool, dark);
    const Colours c = coloursOf(dark);
    const double whole = toOkLab(c.score(10)).lightness - toOkLab(c.score(1)).lightness;
    // Better scores stand out more from the ground.
    QVERIFY(dark ? whole > 0.25 : whole < -0.25);
    for (int score = 1; score < 10; ++score) {
        const double step = toOkLab(c.score(score + 1)).lightness - toOkLab(c.score(score)).lightness;
        QVERIFY2(std::abs(step - whole / 9) < 0.008, qPrintable(u"step after %1: %2"_s.arg(score).arg(step)));
    }
}

void PaletteTest::scoreIsClamped()
{
    const Colours c = darkColours();
    QCOMPARE(c.score(-5), c.score(1));
    QCOMPARE(c.score(99), c.score(10));
    QCOMPARE(c.score(std::numeric_limits<double>::quiet_NaN()), c.score(1));
    QVERIFY(c.score(7.0) != c.score(8.0));
}

void PaletteTest::inkIsReadable_data()
{
    themes();
}

void PaletteTest::inkIsReadable()
{
    QFETCH(const bool, dark);
    const Colours c = coloursOf(dark);
    for (double score = 1; score <= 10; score += 0.1)
        QVERIFY(contrastRatio(inkOn(c.score(score)), c.score(score)) >= 4.5);
    for (int grey = 0; grey < 256; ++grey)
        QVERIFY(contrastRatio(inkOn(QColor(grey, grey, grey)), QColor(grey, grey, grey)) >= 4.5);
}

void PaletteTest::speakersDiffer_data()
{
    themes();
}

void PaletteTest::speakersDiffer()
{
    QFETCH(const bool, dark);
    const Colours c = coloursOf(dark);
    std::set<QRgb> seen;
    for (int i = 0; i < speakerTintCount; ++i)
        seen.insert(c.speaker(i).rgb());
    QCOMPARE(int(seen.size()), speakerTintCount);
    QCOMPARE(c.speaker(speakerTintCount), c.speaker(0));
}

void PaletteTest::decisionsHaveShapes()
{
    std::set<Shape> seen;
    for (const Decision decision : allDecisions)
        seen.insert(shapeOf(decision));
    QCOMPARE(seen.size(), allDecisions.size());
}

void PaletteTest::chunkStatesHaveTextures()
{
    std::set<Texture> seen;
    for (const ChunkState state : allChunkStates)
        seen.insert(textureOf(state));
    QCOMPARE(seen.size(), allChunkStates.size());
}

void PaletteTest::texturesDiffer()
{
    const qint64 outline = darkPixels(textureImage(Texture::Outline));
    const qint64 stripes = darkPixels(textureImage(Texture::Stripes));
    const qint64 cross = darkPixels(textureImage(Texture::Cross));
    const qint64 solid = darkPixels(textureImage(Texture::Solid));
    QCOMPARE(outline, qint64(2 * 48 + 2 * 22));
    QCOMPARE(solid, qint64(48 * 24));
    QVERIFY(outline + 50 < stripes);
    QVERIFY(stripes + 50 < cross);
    QVERIFY(cross + 50 < solid);
    const qint64 dots = darkPixels(textureImage(Texture::Dots));
    const qint64 halved = darkPixels(textureImage(Texture::Halved));
    QVERIFY(outline + 20 < dots && dots + 50 < stripes);
    QVERIFY(cross + 50 < halved && halved + 50 < solid);
}

void PaletteTest::decisionShapesDiffer()
{
    std::set<qint64> counts;
    for (const Decision decision : allDecisions) {
        QImage image(16, 16, QImage::Format_RGB32);
        image.fill(darkColours().base);
        QPainter painter(&image);
        paintDecision(painter, QRectF(2, 2, 12, 12), decision, darkColours(), darkColours().base);
        painter.end();
        qint64 marked = 0;
        for (int y = 0; y < 16; ++y) {
            for (int x = 0; x < 16; ++x)
                marked += qGray(image.pixel(x, y)) > 90;
        }
        counts.insert(marked);
        QCOMPARE(image.pixelColor(0, 0), darkColours().base);
    }
    QCOMPARE(counts.size(), allDecisions.size());
    QVERIFY(*counts.begin() > 20);
}

void PaletteTest::paletteLeadsBackToColours()
{
    QCOMPARE(coloursFor(paletteOf(darkColours())), darkColours());
    QCOMPARE(coloursFor(paletteOf(lightColours())), lightColours());
    QCOMPARE(coloursFor(QPalette(Qt::white)), lightColours());
    const QPalette palette = paletteOf(lightColours());
    QCOMPARE(palette.color(QPalette::Disabled, QPalette::Text), lightColours().textInactive);
    QCOMPARE(palette.color(QPalette::Active, QPalette::Highlight), lightColours().accent);
}

#include "tst_palette.moc"
