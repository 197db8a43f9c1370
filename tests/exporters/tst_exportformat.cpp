// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/exporters/exportsamples.h"
#include "tests/support/testregistry.h"

#include <QSet>
#include <QTest>

using namespace Viral;
using namespace ViralTest;
using namespace Qt::StringLiterals;

class ExportFormatTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyFormatHasAWordAndASuffixOfItsOwn();
    void shapesHaveWords();
    void tellsWhatIsMissing();
    void numbersFilesSoThatTheySort();
};

VIRAL_TEST(ExportFormatTest)

void ExportFormatTest::everyFormatHasAWordAndASuffixOfItsOwn()
{
    QSet<QString> keys;
    for (const ExportFormat &format : exportFormats()) {
        QVERIFY(!keys.contains(format.key));
        keys.insert(format.key);
        QVERIFY(format.suffix.startsWith(u'.'));
        QVERIFY(!format.name.isEmpty());
        QCOMPARE(exportFormat(QString(format.key)), &format);
    }
    QVERIFY(keys.contains(u"json"_s));
    QCOMPARE(exportFormat(u"JSON "), nullptr);
}

void ExportFormatTest::shapesHaveWords()
{
    for (const TimelineShape shape : {TimelineShape::Reel, TimelineShape::PerMoment, TimelineShape::Markers})
        QCOMPARE(shapeFromKey(QString(shapeKey(shape))), shape);
    QCOMPARE(shapeFromKey(u"Reel"), std::nullopt);
}

void ExportFormatTest::tellsWhatIsMissing()
{
    for (const ExportFormat &format : exportFormats()) {
        const auto nothing = exportSelects(format, selectsOf({}, sampleMedia()), {});
        QVERIFY(!nothing);
        QCOMPARE(nothing.error().kind, ErrorKind::Usage);
        const auto bare = exportSelects(format, sampleSelects({}), {});
        QCOMPARE(bare.has_value(), !format.needsMedia && !format.needsRate && !format.needsTranscript);
        if (!bare)
            QVERIFY2(bare.error().message.contains(u"--"_s), qPrintable(bare.error().message));
    }
}

void ExportFormatTest::numbersFilesSoThatTheySort()
{
    QCOMPARE(momentFileName(3, 12, u"A/B: \"C\""_s, ".edl"_L1), u"03 A B C.edl"_s);
    QCOMPARE(momentFileName(3, 1200, u"..."_s, ".edl"_L1), u"0003 moment.edl"_s);
}

#include "tst_exportformat.moc"
