// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exporters/sourcelabel.h"
#include "core/json/jsonreader.h"
#include "tests/exporters/rates.h"
#include "tests/support/testregistry.h"

#include <QTest>

using namespace Viral;
using namespace ViralTest;
using namespace Qt::StringLiterals;

class OtioTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void cutsOnWholePictures_data();
    void cutsOnWholePictures();
    void everyMomentIsAFile();
    void markersLieAboveTheWholeSource();
    void carriesWhatIsKnownOfAMoment();
    void soundAloneHasNoPicture();
};

VIRAL_TEST(OtioTest)

namespace {

/// Members and elements by one path: "tracks/children/0/name".
std::optional<JsonValue> at(const JsonValue &root, const QString &path)
{
    std::optional<JsonValue> value = root;
    for (const QString &step : path.split(u'/')) {
        if (!value || !value->isArray()) {
            value = value ? value->member(step) : std::nullopt;
            continue;
        }
        std::optional<JsonValue> element;
        value->forEachElement([&](std::size_t index, const JsonValue &candidate) {
            if (index == step.toULongLong())
                element = candidate;
        });
        value = element;
    }
    return value;
}

QString text(const JsonValue &root, const QString &path)
{
    const auto value = at(root, path);
    return value ? value->asString().value_or(u"no text"_s) : u"missing"_s;
}

double number(const JsonValue &root, const QString &path)
{
    const auto value = at(root, path);
    return value ? value->asNumber().value_or(-98) : -99;
}

std::size_t sizeAt(const JsonValue &root, const QString &path)
{
    const auto value = at(root, path);
    return value ? value->size() : 0;
}

} // namespace

void OtioTest::cutsOnWholePictures_data()
{
    addRateRows();
}

void OtioTest::cutsOnWholePictures()
{
    QFETCH(int, index);
    const SampleRate &sample = sampleRates[std::size_t(index)];
    const Selects selects = randomSelects(sample);
    const Exported made = exported("otio", selects, {.handles = 5, .gap = 4});
    const auto document = JsonDocument::parse(made.files.value(0).bytes);
    QVERIFY(document);
    const JsonValue root = document->root();
    const double rate = static_cast<double>(sample.rate.numerator) / static_cast<double>(sample.rate.denominator);
    QCOMPARE(number(root, u"global_start_time/rate"_s), rate);
    QCOMPARE(number(root, u"global_start_time/value"_s), static_cast<double>(hourFrame(sample.rate, sample.drops)));
    QCOMPARE(sizeAt(root, u"tracks/children"_s), std::size_t(2));
    for (const QString &track : {u"tracks/children/0"_s, u"tracks/children/1"_s}) {
        const auto children = at(root, track + u"/children"_s);
        QVERIFY(children);
        QCOMPARE(children->size(), std::size_t(2 * selects.moments.size() - 1));
        qsizetype i = 0;
        children->forEachElement([&](std::size_t, const JsonValue &child) {
            const bool isGap = i % 2 == 1;
            QCOMPARE(text(child, u"OTIO_SCHEMA"_s), isGap ? u"Gap.1"_s : u"Clip.2"_s);
            const FrameSpan cut = frameSpan(selects.moments[i / 2].current.span, selects.media.facts, 5);
            const qint64 first = isGap ? 0 : sample.start + cut.first;
            QCOMPARE(number(child, u"source_range/start_time/value"_s), static_cast<double>(first));
            QCOMPARE(number(child, u"source_range/duration/value"_s), static_cast<double>(isGap ? 4 : cut.count()));
            QCOMPARE(number(child, u"source_range/duration/rate"_s), rate);
            ++i;
        });
    }
}

void OtioTest::everyMomentIsAFile()
{
    const Exported made = exported("otio", sampleSelects(sampleMedia()), {.shape = TimelineShape::PerMoment});
    QCOMPARE(made.files.size(), 3);
    QCOMPARE(made.files[1].name, u"02 Why Nobody Listens.otio"_s);
    for (const ExportedFile &file : made.files) {
        const auto document = JsonDocument::parse(file.bytes);
        QVERIFY(document);
        QCOMPARE(text(document->root(), u"OTIO_SCHEMA"_s), u"Timeline.1"_s);
        QCOMPARE(sizeAt(document->root(), u"tracks/children/0/children"_s), std::size_t(1));
    }
}

void OtioTest::markersLieAboveTheWholeSource()
{
    const Exported made =
        exported("otio", sampleSelects(sampleMedia({25, 1}, 90'000)), {.shape = TimelineShape::Markers});
    const auto document = JsonDocument::parse(made.files.value(0).bytes);
    QVERIFY(document);
    const JsonValue root = document->root();
    QCOMPARE(sizeAt(root, u"tracks/children/0/children"_s), std::size_t(1));
    const QString clip = u"tracks/children/0/children/0/"_s;
    QCOMPARE(number(root, clip + u"source_range/start_time/value"_s), 90'000.0);
    QCOMPARE(sizeAt(root, clip + u"markers"_s), std::size_t(0));
    QCOMPARE(sizeAt(root, u"tracks/markers"_s), std::size_t(3));
    const QString marker = u"tracks/markers/2/"_s;
    QCOMPARE(number(root, marker + u"marked_range/start_time/value"_s), 45'018.0);
    QCOMPARE(number(root, marker + u"marked_range/duration/value"_s), 1233.0);
    QCOMPARE(text(root, marker + u"name"_s), u"An Honest Number"_s);
    QCOMPARE(text(root, marker + u"color"_s), u"YELLOW"_s);
    QCOMPARE(text(root, u"tracks/markers/0/color"_s), u"GREEN"_s);
    QCOMPARE(text(root, u"tracks/markers/1/color"_s), u"BLUE"_s);
}

void OtioTest::carriesWhatIsKnownOfAMoment()
{
    Selects selects = sampleSelects(sampleMedia());
    selects.moments[2].reason = u"too long"_s;
    const auto document = JsonDocument::parse(exported("otio", selects).files.value(0).bytes);
    QVERIFY(document);
    const JsonValue root = document->root();
    QCOMPARE(text(root, u"metadata/viral_moments/job_id"_s), u"job-1"_s);
    const QString clip = u"tracks/children/0/children/2/"_s;
    const QString known = clip + u"metadata/viral_moments/"_s;
    QCOMPARE(text(root, known + u"id"_s), u"moment-1800700"_s);
    QCOMPARE(number(root, known + u"number"_s), 3.0);
    QCOMPARE(number(root, known + u"start_ms"_s), 1'800'700.0);
    QCOMPARE(text(root, known + u"decision"_s), u"held"_s);
    QCOMPARE(text(root, known + u"reason"_s), u"too long"_s);
    QCOMPARE(number(root, known + u"scores/surpriseFactor"_s), 8.0);
    QCOMPARE(number(root, known + u"scores/pace"_s), 0.25);
    QVERIFY(!at(root, known + u"scores/mood"_s));
    QCOMPARE(number(root, known + u"average_score"_s), 7.0);
    QCOMPARE(text(root, clip + u"media_references/DEFAULT_MEDIA/target_url"_s), u"file:///media/Talk%20One.mp4"_s);
    QCOMPARE(number(root, clip + u"media_references/DEFAULT_MEDIA/available_range/duration/value"_s), 90'000.0);
}

void OtioTest::soundAloneHasNoPicture()
{
    SourceMedia media = sampleMedia();
    media.facts = {.rate = {25, 1}, .duration = Milliseconds{3'600'000}, .soundChannels = 1, .soundRate = 44'100};
    const auto document = JsonDocument::parse(exported("otio", sampleSelects(media)).files.value(0).bytes);
    QVERIFY(document);
    QCOMPARE(sizeAt(document->root(), u"tracks/children"_s), std::size_t(1));
    QCOMPARE(text(document->root(), u"tracks/children/0/kind"_s), u"Audio"_s);
    QCOMPARE(text(document->root(), u"tracks/children/0/children/0/metadata/viral_moments/decision"_s), u"kept"_s);
}

#include "tst_otio.moc"
