// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/handover/handoverpreview.h"

#include "core/base/files.h"
#include "core/exporters/exporttext.h"
#include "core/exporters/sourcelabel.h"
#include "core/handover/clipfiles.h"
#include "ui/document/reviewdocument.h"
#include "ui/handover/handoverformat.h"
#include "ui/handover/handoverwords.h"

#include <QDir>
#include <QFileInfo>

using namespace Qt::StringLiterals;

namespace Viral {

namespace {

/// Times of a result made elsewhere are bounded to what can be counted.
constexpr Milliseconds latest = std::chrono::hours{10'000};

QString words(const char *text)
{
    return QCoreApplication::translate("Viral::HandOverPreview", text);
}

TimeSpan bounded(const TimeSpan &span)
{
    const Milliseconds start = std::clamp(span.start, Milliseconds{0}, latest);
    return {start, std::clamp(span.end, start, latest)};
}

HandOverClip clipOf(const ReviewedMoment &reviewed, int number, const MediaFacts &facts, int handles)
{
    const TimeSpan span = bounded(reviewed.current.span);
    HandOverClip clip{.number = number, .title = oneLine(reviewed.current.title), .decision = reviewed.decision};
    if (!facts.rate.isKnown()) {
        clip.in = timecodeText(span.start, {});
        clip.out = timecodeText(span.end, {});
        clip.length = span.duration();
        return clip;
    }
    const FrameSpan frames = frameSpan(span, facts, handles);
    clip.in = sourceLabel(frames.first, facts);
    clip.out = sourceLabel(frames.end, facts);
    clip.length = timeOfFrame(frames.end, facts.rate) - timeOfFrame(frames.first, facts.rate);
    return clip;
}

/// The editor's word on the media put over what it says of itself.
SourceMedia mediaOf(const HandOverWish &wish, const HeededOptions &heeded)
{
    SourceMedia media{.path = wish.source.mediaPath, .facts = wish.facts};
    if (heeded.mediaElsewhere && !wish.choice.mediaElsewhere.trimmed().isEmpty())
        media.path = wish.choice.mediaElsewhere.trimmed();
    const FrameRate rate = heeded.rate ? rateFromTyped(wish.choice.rate) : FrameRate{};
    if (rate.isKnown())
        media.facts = countedAt(media.facts, rate);
    return media;
}

ExportOptions heededOnly(ExportOptions options, const HeededOptions &heeded)
{
    if (!heeded.shape)
        options.shape = TimelineShape::Reel;
    if (!heeded.handles)
        options.handles = 0;
    if (!heeded.gap)
        options.gap = 0;
    return options;
}

std::pair<HandOverLack, QString> lackOf(const HandOverFormat &format, const Selects &selects, const HandOverWish &wish)
{
    if (selects.moments.isEmpty()) {
        return {HandOverLack::Moments,
                wish.choice.handOver == HandOver::KeptOnly
                    ? words(QT_TRANSLATE_NOOP("Viral::HandOverPreview", "Nothing is kept yet: keep moments (A), or "
                                                                        "hand over all but the rejected."))
                    : words(QT_TRANSLATE_NOOP("Viral::HandOverPreview", "There is no moment to hand over."))};
    }
    if (format.needsMedia() && selects.media.path.isEmpty()) {
        return {HandOverLack::Media,
                words(QT_TRANSLATE_NOOP("Viral::HandOverPreview",
                                        "This format needs the video or sound: choose its file."))};
    }
    if (format.heeds(TimelineShape::Reel).rate && !wish.choice.rate.trimmed().isEmpty() &&
        !rateFromTyped(wish.choice.rate).isKnown()) {
        return {HandOverLack::Rate, words(QT_TRANSLATE_NOOP("Viral::HandOverPreview",
                                                            "This is no rate: write it as 25, 29.97 or 30000/1001."))};
    }
    if (format.needsRate() && !selects.media.facts.rate.isKnown()) {
        return {HandOverLack::Rate,
                words(QT_TRANSLATE_NOOP("Viral::HandOverPreview",
                                        "This format counts pictures, and how many there are in a second is not "
                                        "known: choose or write the rate."))};
    }
    if (format.needsTranscript() && selects.transcript.isEmpty()) {
        return {
            HandOverLack::Transcript,
            words(QT_TRANSLATE_NOOP("Viral::HandOverPreview",
                                    "This format writes what is said, and there are no words: add the transcript."))};
    }
    return {};
}

/// Beside what was opened, named after it.
QString proposedPath(const HandOverWish &wish, const HandOverFormat &format, bool isFolder)
{
    const QString name = safeFileName(wish.source.name, u"moments"_s);
    const QString opened = wish.source.path.isEmpty() ? QDir::homePath() : QFileInfo(wish.source.path).absolutePath();
    const QString folder = wish.folder.isEmpty() ? opened : wish.folder;
    return QDir(folder).filePath(isFolder ? name + u' ' + format.key : name + format.suffix());
}

int countThere(const QStringList &names)
{
    return static_cast<int>(std::ranges::count_if(names, [](const QString &name) { return QFileInfo::exists(name); }));
}

/// The files that would be written.
QStringList filesOf(const HandOverPreview &preview)
{
    QStringList names;
    if (!preview.isFolder && !QFileInfo(preview.path).isDir())
        return {preview.path};
    for (const ExportedFile &file : preview.exported.files)
        names.append(QDir(preview.path).filePath(file.name));
    for (const ClipFile &clip : preview.clipFiles)
        names.append(clip.target);
    return names;
}

void planClips(HandOverPreview &preview, const HandOverWish &wish, const Selects &selects, int handles)
{
    preview.clipFiles = clipFiles(selects, preview.path, wish.choice.cutStyle, handles);
    for (const QString &warning : clipWarnings(selects))
        preview.warnings.append(HandOverWords::translated(warning));
    if (preview.clipFiles.isEmpty())
        preview.lack = HandOverLack::Other;
    if (preview.clipFiles.isEmpty() && !preview.warnings.isEmpty())
        preview.problem = preview.warnings.takeLast();
}

void writeInMemory(HandOverPreview &preview, const HandOverFormat &format, const Selects &selects,
                   const ExportOptions &options)
{
    const Result<Exported> exported = exportSelects(*format.writer, selects, options);
    if (!exported) {
        preview.lack = HandOverLack::Other;
        preview.problem = HandOverWords::translated(exported.error().message);
        return;
    }
    preview.exported = *exported;
    for (const QString &warning : exported->warnings)
        preview.warnings.append(HandOverWords::translated(warning));
}

} // namespace

HandOverSource handOverSourceOf(const ReviewDocument &document)
{
    const Work &work = document.work();
    const QString name = work.title().trimmed();
    return {.name = name.isEmpty() ? u"moments"_s : name,
            .path = work.path.isEmpty() ? QString() : QFileInfo(work.path).absoluteFilePath(),
            .result = work.outcome.result,
            .review = document.review(),
            .transcript = work.request.transcript,
            .mediaPath = work.mediaPath.isEmpty() ? QString() : QFileInfo(work.mediaPath).absoluteFilePath()};
}

FrameRate rateFromTyped(const QString &text)
{
    const QString plain = text.trimmed().replace(u',', u'.');
    bool isNumber = false;
    const double number = plain.toDouble(&isNumber);
    return isNumber ? frameRateFromDouble(number) : frameRateFromText(plain);
}

HandOverPreview handOverPreview(const HandOverWish &wish)
{
    HandOverPreview preview{.format = wish.choice.format};
    const HandOverFormat *format = handOverFormat(wish.choice.format);
    if (!format)
        return preview;
    const HeededOptions heeded = format->heeds(wish.choice.options.shape);
    const ExportOptions options = heededOnly(wish.choice.options, heeded);
    Selects selects = makeSelects(wish.source.name, wish.source.result, wish.source.review, wish.choice.handOver);
    selects.transcript = wish.source.transcript;
    selects.media = mediaOf(wish, heeded);
    for (const ReviewedMoment &moment : std::as_const(selects.moments)) {
        preview.clips.append(
            clipOf(moment, static_cast<int>(preview.clips.size()) + 1, selects.media.facts, options.handles));
        preview.total += preview.clips.constLast().length;
    }
    std::tie(preview.lack, preview.problem) = lackOf(*format, selects, wish);
    if (preview.isReady() && !format->isClips())
        writeInMemory(preview, *format, selects, options);
    preview.isFolder = format->isClips() || format->writer->isFolder || preview.exported.files.size() > 1;
    preview.path = wish.path.isEmpty() ? proposedPath(wish, *format, preview.isFolder) : wish.path;
    if (preview.isReady() && format->isClips())
        planClips(preview, wish, selects, options.handles);
    if (preview.isReady())
        preview.replaced = countThere(filesOf(preview));
    for (const QString &source : {wish.source.path, wish.source.mediaPath}) {
        if (!source.isEmpty())
            preview.sources.append(source);
    }
    return preview;
}

} // namespace Viral
