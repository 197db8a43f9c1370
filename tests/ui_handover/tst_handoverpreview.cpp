// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/handover/handoverpreview.h"

#include "tests/exporters/exportsamples.h"
#include "tests/support/testregistry.h"
#include "ui/handover/clipmodel.h"
#include "ui/handover/formatlistmodel.h"
#include "ui/handover/handovermemory.h"
#include "ui/handover/handoverwords.h"

#include <QAbstractItemModelTester>
#include <QFile>
#include <QSettings>
#include <QTemporaryDir>
#include <QTest>

using namespace Viral;
using namespace ViralTest;
using namespace Qt::StringLiterals;

// What would be handed over, as values: formats, options, what is missing, the rows, the bytes.
class HandOverPreviewTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyFormatIsThereAndKnown();
    void optionsThatAreHeeded_data();
    void optionsThatAreHeeded();
    void theBytesAreThoseOfTheFormat_data();
    void theBytesAreThoseOfTheFormat();
    void whatIsMissingIsTold_data();
    void whatIsMissingIsTold();
    void rowsCountInTimecodeOfTheSource();
    void onlyWhatIsKept();
    void ratesAsTyped_data();
    void ratesAsTyped();
    void placesAreProposed();
    void whatIsThereIsCounted();
    void everyWarningIsKnown();
    void hostileMomentsAreShown();
    void modelsKeepTheirRules();
    void whatWasChosenIsRemembered();
};

VIRAL_TEST(HandOverPreviewTest)

namespace {

HandOverWish wishFor(const QString &format, const Selects &selects)
{
    HandOverWish wish;
    wish.source = {.name = selects.name,
                   .path = u"/interviews/talk.json"_s,
                   .result = selects.result,
                   .review = Review(selects.moments),
                   .transcript = selects.transcript,
                   .mediaPath = selects.media.path};
    wish.facts = selects.media.facts;
    wish.choice.format = format;
    return wish;
}

Selects spokenSelects()
{
    Selects selects = sampleSelects(sampleMedia());
    for (int i = 0; i < 400; ++i)
        selects.transcript.sentences.append(
            {.text = u"Something that was said."_s, .span = spanMs(i * 5000, i * 5000 + 4000)});
    return selects;
}

} // namespace

void HandOverPreviewTest::everyFormatIsThereAndKnown()
{
    QCOMPARE(handOverFormats().size(), qsizetype(exportFormats().size()) + 1);
    for (const ExportFormat &format : exportFormats()) {
        const HandOverFormat *offered = handOverFormat(QString(format.key));
        QVERIFY2(offered && offered->writer == &format, format.key.data());
        // One that the window does not know says nothing about what takes it.
        QVERIFY2(!offered->takers().isEmpty(), format.key.data());
        QCOMPARE(offered->name(), QString(format.name));
    }
    QVERIFY(handOverFormat(u"clips")->isClips());
    QCOMPARE(handOverFormat(u"nothing"), nullptr);
    QVERIFY(std::ranges::is_sorted(handOverFormats(), {}, &HandOverFormat::group));
}

void HandOverPreviewTest::optionsThatAreHeeded_data()
{
    QTest::addColumn<QString>("format");
    QTest::addColumn<TimelineShape>("shape");
    QTest::addColumn<QString>("heeded");
    using enum TimelineShape;
    QTest::newRow("reel") << u"fcpxml"_s << Reel << u"shape handles gap rate media"_s;
    QTest::newRow("moments") << u"otio"_s << PerMoment << u"shape handles rate media"_s;
    QTest::newRow("markers") << u"edl"_s << Markers << u"shape rate media"_s;
    QTest::newRow("markers alone") << u"resolve-markers"_s << Reel << u"rate"_s;
    QTest::newRow("captions") << u"srt"_s << Reel << QString();
    QTest::newRow("chapters") << u"youtube-chapters"_s << PerMoment << QString();
    QTest::newRow("table") << u"csv"_s << Markers << u"rate"_s;
    QTest::newRow("clips") << u"clips"_s << Markers << u"handles rate cut"_s;
}

void HandOverPreviewTest::optionsThatAreHeeded()
{
    QFETCH(const QString, format);
    QFETCH(const TimelineShape, shape);
    const HeededOptions heeded = handOverFormat(format)->heeds(shape);
    QStringList names;
    const QList<std::pair<bool, QString>> all{
        {heeded.shape, u"shape"_s}, {heeded.handles, u"handles"_s},      {heeded.gap, u"gap"_s},
        {heeded.rate, u"rate"_s},   {heeded.mediaElsewhere, u"media"_s}, {heeded.cutStyle, u"cut"_s}};
    for (const auto &[is, name] : all) {
        if (is)
            names.append(name);
    }
    QTEST(names.join(u' '), "heeded");
}

void HandOverPreviewTest::theBytesAreThoseOfTheFormat_data()
{
    QTest::addColumn<QString>("format");
    QTest::addColumn<TimelineShape>("shape");
    for (const ExportFormat &format : exportFormats()) {
        QTest::addRow("%s", format.key.data()) << QString(format.key) << TimelineShape::Reel;
        if (format.hasShapes) {
            QTest::addRow("%s moments", format.key.data()) << QString(format.key) << TimelineShape::PerMoment;
            QTest::addRow("%s markers", format.key.data()) << QString(format.key) << TimelineShape::Markers;
        }
    }
}

void HandOverPreviewTest::theBytesAreThoseOfTheFormat()
{
    QFETCH(const QString, format);
    QFETCH(const TimelineShape, shape);
    const Selects selects = spokenSelects();
    HandOverWish wish = wishFor(format, selects);
    wish.choice.options = {.shape = shape, .handles = 12, .gap = 50};
    const HandOverPreview preview = handOverPreview(wish);
    QVERIFY2(preview.isReady(), qPrintable(preview.problem));
    Selects same = makeSelects(selects.name, selects.result, Review(selects.moments), HandOver::All);
    same.transcript = selects.transcript;
    same.media = selects.media;
    const ExportOptions options{.shape = shape, .handles = 12, .gap = 50};
    const Result<Exported> expected = exportSelects(*exportFormat(format), same, options);
    QVERIFY(expected);
    QCOMPARE(preview.exported, *expected);
    QCOMPARE(preview.warnings, expected->warnings);
    QCOMPARE(preview.isFolder, expected->files.size() > 1 || exportFormat(format)->isFolder);
}

void HandOverPreviewTest::whatIsMissingIsTold_data()
{
    QTest::addColumn<QString>("format");
    QTest::addColumn<QString>("without");
    QTest::addColumn<HandOverLack>("lack");
    QTest::newRow("no media") << u"fcpxml"_s << u"media"_s << HandOverLack::Media;
    QTest::newRow("clips without media") << u"clips"_s << u"media"_s << HandOverLack::Media;
    QTest::newRow("markers need no media") << u"resolve-markers"_s << u"media"_s << HandOverLack::Nothing;
    QTest::newRow("no rate") << u"edl"_s << u"rate"_s << HandOverLack::Rate;
    QTest::newRow("a table without a rate") << u"csv"_s << u"rate"_s << HandOverLack::Nothing;
    QTest::newRow("clips without a rate") << u"clips"_s << u"rate"_s << HandOverLack::Nothing;
    QTest::newRow("no words") << u"srt"_s << u"words"_s << HandOverLack::Transcript;
    QTest::newRow("no words needed") << u"html"_s << u"words"_s << HandOverLack::Nothing;
    QTest::newRow("no moments") << u"json"_s << u"moments"_s << HandOverLack::Moments;
    QTest::newRow("a wrong rate") << u"csv"_s << u"a right rate"_s << HandOverLack::Rate;
    QTest::newRow("too many pictures") << u"edl"_s << u"two digits"_s << HandOverLack::Other;
}

void HandOverPreviewTest::whatIsMissingIsTold()
{
    QFETCH(const QString, format);
    QFETCH(const QString, without);
    QFETCH(const HandOverLack, lack);
    Selects selects = spokenSelects();
    if (without == u"media")
        selects.media.path.clear();
    if (without == u"rate")
        selects.media.facts.rate = {};
    if (without == u"words")
        selects.transcript = {};
    if (without == u"moments")
        selects.moments.clear();
    HandOverWish wish = wishFor(format, selects);
    if (without == u"a right rate")
        wish.choice.rate = u"quick"_s;
    if (without == u"two digits")
        wish.facts.rate = {120, 1};
    const HandOverPreview preview = handOverPreview(wish);
    QCOMPARE(preview.lack, lack);
    QCOMPARE(preview.problem.isEmpty(), lack == HandOverLack::Nothing);
    QVERIFY2(!preview.problem.contains(u"--"), qPrintable(preview.problem));
    // What is missing does not hide what there is.
    QCOMPARE(preview.clips.size(), selects.moments.size());
}

void HandOverPreviewTest::rowsCountInTimecodeOfTheSource()
{
    HandOverWish wish = wishFor(u"fcpxml"_s, sampleSelects(sampleMedia({25, 1}, 90'000)));
    const HandOverPreview plain = handOverPreview(wish);
    QCOMPARE(plain.clips.size(), 3);
    QCOMPARE(plain.clips.at(0), (HandOverClip{1, u"The Three-Hour Rule"_s, u"01:00:10:00"_s, u"01:01:10:13"_s,
                                              Milliseconds{60'520}, Decision::Kept}));
    QCOMPARE(plain.total, plain.clips.at(0).length + plain.clips.at(1).length + plain.clips.at(2).length);
    wish.choice.options.handles = 25;
    QCOMPARE(handOverPreview(wish).clips.at(0).in, u"01:00:09:00"_s);
    QCOMPARE(handOverPreview(wish).clips.at(0).out, u"01:01:11:13"_s);
    // Markers have none.
    wish.choice.options.shape = TimelineShape::Markers;
    QCOMPARE(handOverPreview(wish).clips.at(0).in, u"01:00:10:00"_s);
    wish.choice.rate = u"50"_s;
    QCOMPARE(handOverPreview(wish).clips.at(0).out, u"01:01:10:26"_s);
    wish.choice = {.format = u"json"_s};
    wish.facts = {};
    QCOMPARE(handOverPreview(wish).clips.at(0).out, u"00:01:10.520"_s);
}

void HandOverPreviewTest::onlyWhatIsKept()
{
    HandOverWish wish = wishFor(u"csv"_s, sampleSelects(sampleMedia()));
    wish.choice.handOver = HandOver::KeptOnly;
    QCOMPARE(handOverPreview(wish).clips.size(), 1);
    wish.source.review = Review({selectedMoment(u"One"_s, 0, 50'000, Decision::Undecided)});
    const HandOverPreview none = handOverPreview(wish);
    QCOMPARE(none.lack, HandOverLack::Moments);
    wish.choice.handOver = HandOver::All;
    QVERIFY(handOverPreview(wish).isReady());
    wish.source.review = Review({selectedMoment(u"One"_s, 0, 50'000, Decision::Rejected)});
    QVERIFY(handOverPreview(wish).problem != none.problem);
    QCOMPARE(handOverPreview(wish).lack, HandOverLack::Moments);
}

void HandOverPreviewTest::ratesAsTyped_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<FrameRate>("rate");
    QTest::newRow("whole") << u"25"_s << FrameRate{25, 1};
    QTest::newRow("with a point") << u" 29.97 "_s << FrameRate{30'000, 1001};
    QTest::newRow("with a comma") << u"23,976"_s << FrameRate{24'000, 1001};
    QTest::newRow("exact") << u"60000/1001"_s << FrameRate{60'000, 1001};
    QTest::newRow("nothing") << QString() << FrameRate{};
    QTest::newRow("a word") << u"pal"_s << FrameRate{};
    QTest::newRow("below") << u"-25"_s << FrameRate{};
}

void HandOverPreviewTest::ratesAsTyped()
{
    QFETCH(const QString, typed);
    QFETCH(const FrameRate, rate);
    QCOMPARE(rateFromTyped(typed).isKnown(), rate.isKnown());
    if (rate.isKnown())
        QCOMPARE(rateFromTyped(typed), rate);
}

void HandOverPreviewTest::placesAreProposed()
{
    HandOverWish wish = wishFor(u"fcpxml"_s, spokenSelects());
    QCOMPARE(handOverPreview(wish).path, u"/interviews/Talk One.fcpxml"_s);
    wish.folder = u"/edits"_s;
    QCOMPARE(handOverPreview(wish).path, u"/edits/Talk One.fcpxml"_s);
    wish.choice = {.format = u"edl"_s, .options = {.shape = TimelineShape::PerMoment}};
    QCOMPARE(handOverPreview(wish).path, u"/edits/Talk One edl"_s);
    wish.choice = {.format = u"srt"_s};
    QCOMPARE(handOverPreview(wish).path, u"/edits/Talk One srt"_s);
    wish.path = u"/mine/here"_s;
    QCOMPARE(handOverPreview(wish).path, u"/mine/here"_s);
    wish.choice = {.format = u"clips"_s};
    QCOMPARE(handOverPreview(wish).clipFiles.at(1).target, u"/mine/here/02 Why Nobody Listens.mp4"_s);
    wish.path.clear();
    wish.source.name = u"../../etc/pass:wd\n"_s;
    QVERIFY(handOverPreview(wish).path.startsWith(u"/edits/"));
    QCOMPARE(handOverPreview(wish).path.count(u'/'), 2);
}

void HandOverPreviewTest::whatIsThereIsCounted()
{
    const QTemporaryDir folder;
    HandOverWish wish = wishFor(u"csv"_s, spokenSelects());
    wish.folder = folder.path();
    QCOMPARE(handOverPreview(wish).replaced, 0);
    QFile there(handOverPreview(wish).path);
    QVERIFY(there.open(QIODevice::WriteOnly));
    QCOMPARE(handOverPreview(wish).replaced, 1);
    // A folder takes the file under its own name.
    wish.path = folder.path();
    QCOMPARE(handOverPreview(wish).replaced, 1);
    wish.choice.format = u"clips"_s;
    QFile clip(handOverPreview(wish).clipFiles.at(0).target);
    QVERIFY(clip.open(QIODevice::WriteOnly));
    QCOMPARE(handOverPreview(wish).replaced, 1);
}

void HandOverPreviewTest::everyWarningIsKnown()
{
    QStringList said;
    QList<MediaFacts> media{{}, {.rate = {60, 1}, .hasVideo = true}, sampleMedia({25, 1}, 50).facts};
    media.append({.rate = {30, 1}, .hasVideo = true, .hasVaryingRate = true, .duration = Milliseconds{1000}});
    media.append({.rate = {30, 1}, .duration = Milliseconds{100'000}, .soundChannels = 1});
    QList<ReviewedMoment> many;
    for (int i = 0; i < 1'100; ++i)
        many.append(selectedMoment(u"No. %1"_s.arg(i), i * 3000, i * 3000 + 50'000));
    for (const ExportFormat &format : exportFormats()) {
        for (MediaFacts facts : media) {
            if (!facts.rate.isKnown())
                facts.rate = {25, 1};
            Selects selects = spokenSelects();
            selects.media.facts = facts;
            QList<QList<ReviewedMoment>> cases{selects.moments, {selects.moments.at(2)}};
            if (format.needsRate)
                cases.append(many);
            for (const auto &moments : std::as_const(cases)) {
                selects.moments = moments;
                if (const Result<Exported> made = exportSelects(format, selects, {}))
                    said += made->warnings;
                else
                    said += made.error().message;
            }
        }
    }
    said.removeDuplicates();
    QVERIFY2(said.size() > 10, qPrintable(said.join(u'\n')));
    QStringList unknown;
    for (const QString &text : std::as_const(said)) {
        if (!HandOverWords::isKnown(text))
            unknown.append(text);
    }
    QVERIFY2(unknown.isEmpty(), qPrintable(unknown.join(u'\n')));
    QCOMPARE(HandOverWords::translated(u"Nothing like that."_s), u"Nothing like that."_s);
}

void HandOverPreviewTest::hostileMomentsAreShown()
{
    QRandomGenerator random(7);
    for (const HandOverFormat &format : handOverFormats()) {
        const Selects selects = hostileSelects(random, 300, sampleMedia());
        HandOverWish wish = wishFor(format.key, selects);
        wish.source.review = Review(selects.moments);
        const HandOverPreview preview = handOverPreview(wish);
        for (const HandOverClip &clip : preview.clips) {
            QVERIFY(!clip.title.contains(u'\n') && !clip.title.contains(QChar(0)));
            QVERIFY(clip.length.count() >= 0);
            QVERIFY(!clip.in.startsWith(u'-') && !clip.out.isEmpty());
        }
    }
}

void HandOverPreviewTest::modelsKeepTheirRules()
{
    FormatListModel formats;
    QAbstractItemModelTester formatsTester(&formats, QAbstractItemModelTester::FailureReportingMode::QtTest);
    int titles = 0;
    for (int row = 0; row < formats.rowCount(); ++row)
        titles += formats.flags(formats.index(row)).testFlag(Qt::ItemIsEnabled) ? 0 : 1;
    QCOMPARE(titles, 4);
    QCOMPARE(formats.rowCount(), handOverFormats().size() + titles);
    QCOMPARE(formats.indexOf(u"srt"_s).data(FormatListModel::KeyRole), u"srt"_s);
    QVERIFY(!formats.indexOf(QString()).isValid());
    QVERIFY(formats.indexOf(u"srt"_s).data(Qt::AccessibleTextRole).toString().contains(u"Captions, "));

    ClipModel clips;
    QAbstractItemModelTester clipsTester(&clips, QAbstractItemModelTester::FailureReportingMode::QtTest);
    const QList<HandOverClip> rows = handOverPreview(wishFor(u"csv"_s, sampleSelects(sampleMedia()))).clips;
    clips.setClips(rows);
    QCOMPARE(clips.rowCount(), 3);
    QStringList shown;
    for (int column = 0; column < clips.columnCount(); ++column)
        shown.append(clips.index(0, column).data().toString());
    QCOMPARE(shown.join(u'|'), u"1|The Three-Hour Rule|00:00:10:00|00:01:10:13|60.5 s|kept"_s);
    QPersistentModelIndex last = clips.index(2, 0);
    clips.setClips({rows.at(2), rows.at(1), rows.at(0)});
    QVERIFY(last.isValid());
    clips.setClips({});
    QCOMPARE(clips.rowCount(), 0);
}

void HandOverPreviewTest::whatWasChosenIsRemembered()
{
    const QTemporaryDir folder;
    QSettings settings(folder.filePath(u"settings.ini"_s), QSettings::IniFormat);
    HandOverMemory memory(&settings);
    QCOMPARE(memory.choice({}), HandOverChoice{});
    const HandOverChoice chosen{.format = u"edl"_s,
                                .handOver = HandOver::KeptOnly,
                                .options = {.shape = TimelineShape::PerMoment, .handles = 12, .gap = 50},
                                .cutStyle = CutStyle::Instant,
                                .rate = u"25"_s,
                                .mediaElsewhere = u"D:\\Interviews\\talk.mp4"_s};
    memory.note(chosen);
    memory.noteFolder(u"edl"_s, u"/edits"_s);
    HandOverChoice expected = chosen;
    expected.rate.clear();
    expected.mediaElsewhere = u"D:\\Interviews\\other.mov"_s;
    QCOMPARE(memory.choice(u"/here/other.mov"_s), expected);
    QCOMPARE(memory.folder(u"edl"_s), u"/edits"_s);
    QCOMPARE(memory.folder(u"csv"_s), QString());
    settings.setValue(u"handOver/format"_s, u"something"_s);
    settings.setValue(u"handOver/shape"_s, 7);
    settings.setValue(u"handOver/handles"_s, -5);
    settings.setValue(u"handOver/gap"_s, u"many"_s);
    QCOMPARE(memory.choice({}).format, HandOverChoice().format);
    QCOMPARE(memory.choice({}).options, ExportOptions{});
    HandOverMemory none(nullptr);
    none.note(chosen);
    QCOMPARE(none.choice({}), HandOverChoice{});
}

#include "tst_handoverpreview.moc"
