// SPDX-License-Identifier: GPL-3.0-or-later
// Whatever stands in a result: files stay readable, columns strict, names harmless.
#include "core/exporters/exporttext.h"
#include "core/json/jsonreader.h"
#include "tests/exporters/edlreader.h"
#include "tests/exporters/rates.h"
#include "tests/exporters/xmltree.h"
#include "tests/support/testregistry.h"

#include <QSet>
#include <QTest>

using namespace Viral;
using namespace ViralTest;
using namespace Qt::StringLiterals;

class HostileHandOverTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void filesStayReadable_data();
    void filesStayReadable();
    void textSurvives();
    void sizeGrowsWithTheMoments_data();
    void sizeGrowsWithTheMoments();
};

VIRAL_TEST(HostileHandOverTest)

namespace {

const QList<const char *> editingFormats{"edl", "resolve-markers", "fcpxml", "premiere-xml", "otio"};

/// Empty when the file can be read whole by a reader of its grammar.
QString fault(const ExportedFile &file, const FrameRate &rate)
{
    if (file.name == "failed"_L1)
        return QString::fromUtf8(file.bytes);
    if (file.name.contains(u'/') || file.name.contains(u'\\') || file.name.contains(u'\n'))
        return u"name: "_s + file.name;
    if (QString::fromUtf8(file.bytes).toUtf8() != file.bytes)
        return u"not UTF-8"_s;
    if (file.name.endsWith(".edl"_L1))
        return readEditList(file.bytes, rate).wrongLine;
    if (file.name.endsWith(".otio"_L1)) {
        const auto document = JsonDocument::parse(file.bytes);
        return document ? QString() : document.error().text();
    }
    return xmlTree(file.bytes) ? QString() : u"not well formed"_s;
}

} // namespace

void HostileHandOverTest::filesStayReadable_data()
{
    QTest::addColumn<QByteArray>("format");
    for (const char *format : editingFormats)
        QTest::newRow(format) << QByteArray(format);
}

void HostileHandOverTest::filesStayReadable()
{
    QFETCH(QByteArray, format);
    QRandomGenerator random(404);
    for (int round = 0; round < 60; ++round) {
        const SampleRate &sample = sampleRates[random.bounded(quint32(sampleRates.size() - 1))];
        SourceMedia media = sampleMedia(sample.rate, sample.start, sample.drops);
        media.path = u"/m/"_s + oneLine(hostileSelects(random, 1, {}).name) + u"\n\u0001]]>&|.mp4"_s;
        const Selects selects = hostileSelects(random, 1 + random.bounded(12), media);
        for (const TimelineShape shape : {TimelineShape::Reel, TimelineShape::PerMoment, TimelineShape::Markers}) {
            const ExportOptions options{
                .shape = shape, .handles = random.bounded(-5, 400), .gap = random.bounded(-5, 99)};
            const Exported made = exported(format.constData(), selects, options);
            QVERIFY(!made.files.isEmpty());
            QSet<QString> names;
            for (const ExportedFile &file : made.files) {
                QVERIFY2(fault(file, sample.rate).isEmpty(),
                         qPrintable(file.name + u": "_s + fault(file, sample.rate)));
                names.insert(file.name);
            }
            QCOMPARE(names.size(), made.files.size());
            QCOMPARE(exported(format.constData(), selects, options), made);
        }
    }
}

void HostileHandOverTest::textSurvives()
{
    const QString title = u"]]> & <b> \"שלום\" \U0001F469\u200d\U0001F467 日本"_s;
    Selects selects = sampleSelects(sampleMedia());
    selects.moments[0].current.title = title + QChar(0xd800) + QChar(0xfffe) + u"\r\n\x01"_s;

    const auto fcpxml = xmlTree(exported("fcpxml", selects).files.value(0).bytes);
    QCOMPARE(fcpxml->all(u"asset-clip"_s).value(0).attributes.value(u"name"_s), title);
    const auto premiere = xmlTree(exported("premiere-xml", selects).files.value(0).bytes);
    QCOMPARE(premiere->all(u"clipitem"_s).value(0).child(u"name"_s).text, title);
    const EditList list = readEditList(exported("edl", selects).files.value(0).bytes, {25, 1});
    QCOMPARE(list.events.value(0).comments.value(1), u"COMMENT: "_s + title);
    QVERIFY(exported("otio", selects).files.value(0).bytes.contains("\\\"שלום\\\" "));
}

void HostileHandOverTest::sizeGrowsWithTheMoments_data()
{
    filesStayReadable_data();
}

void HostileHandOverTest::sizeGrowsWithTheMoments()
{
    QFETCH(QByteArray, format);
    const auto bytesFor = [&format](int count) {
        QList<ReviewedMoment> moments;
        for (int i = 0; i < count; ++i)
            moments.append(selectedMoment(u"Moment %1"_s.arg(100'000 + i), 1'000'000 + i * 1000, 1'060'000 + i * 1000));
        qsizetype bytes = 0;
        for (const ExportedFile &file : exported(format.constData(), selectsOf(moments, sampleMedia())).files)
            bytes += file.bytes.size();
        return bytes;
    };
    const qsizetype one = bytesFor(1);
    const qsizetype many = bytesFor(2000);
    const qsizetype each = bytesFor(101) - bytesFor(1);
    // Longer numbers aside, each of 2 000 takes what each of 100 takes.
    QVERIFY2(many < one + each * 20 * 11 / 10, qPrintable(u"%1 %2 %3"_s.arg(one).arg(each).arg(many)));
    QVERIFY(many > each * 19);
}

#include "tst_hostilehandover.moc"
