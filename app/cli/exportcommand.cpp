// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/command.h"
#include "app/cli/console.h"
#include "app/cli/enginesetup.h"
#include "app/cli/exportsource.h"
#include "app/cli/interruption.h"
#include "core/handover/clipfiles.h"
#include "core/handover/exportwriting.h"

#include <QDir>
#include <QEventLoop>

using namespace Qt::StringLiterals;

namespace Viral::Cli {

namespace {

/// The one format that is no bytes of ours but files that ffmpeg makes.
constexpr auto clipsKey = "clips"_L1;
constexpr int mostPictures = 100'000;

QString formatWords()
{
    QStringList words;
    for (const ExportFormat &format : exportFormats())
        words.append(format.key);
    words.append(clipsKey);
    return words.join(u", "_s);
}

Result<FrameRate> readRate(const QString &text)
{
    if (text.isEmpty())
        return FrameRate{};
    bool isNumber = false;
    const double number = text.toDouble(&isNumber);
    const FrameRate rate = isNumber ? frameRateFromDouble(number) : frameRateFromText(text);
    if (!rate.isKnown())
        return failure(ErrorKind::Usage, u"--fps is a rate such as 25, 29.97 or 30000/1001; not '%1'."_s.arg(text));
    return rate;
}

Result<int> readPictures(const QCommandLineParser &parser, const QString &option)
{
    bool isNumber = false;
    const int number = parser.isSet(option) ? parser.value(option).toInt(&isNumber) : 0;
    if (parser.isSet(option) && (!isNumber || number < 0 || number > mostPictures))
        return failure(ErrorKind::Usage,
                       u"--%1 is a number of pictures from 0 on; not '%2'."_s.arg(option, parser.value(option)));
    return number;
}

Result<ExportOptions> readOptions(const QCommandLineParser &parser)
{
    const QString shape = parser.value(u"shape"_s);
    const auto shapeOption = shape.isEmpty() ? TimelineShape::Reel : shapeFromKey(shape);
    if (!shapeOption)
        return failure(ErrorKind::Usage, u"--shape is one of reel, moments, markers; not '%1'."_s.arg(shape));
    const Result<int> handles = readPictures(parser, u"handles"_s);
    if (!handles)
        return tl::unexpected(handles.error());
    const Result<int> gap = readPictures(parser, u"gap"_s);
    if (!gap)
        return tl::unexpected(gap.error());
    return ExportOptions{.shape = *shapeOption, .handles = *handles, .gap = *gap};
}

Result<HandOver> readOnly(const QCommandLineParser &parser)
{
    const QString only = parser.value(u"only"_s);
    if (only.isEmpty())
        return HandOver::All;
    if (only == "approved"_L1 || only == "kept"_L1)
        return HandOver::KeptOnly;
    return failure(ErrorKind::Usage, u"--only is approved (what the review keeps); not '%1'."_s.arg(only));
}

Result<ExportWishes> readWishes(const QCommandLineParser &parser)
{
    const Result<EngineSettings> settings = settingsFromEnvironment();
    if (!settings)
        return tl::unexpected(settings.error());
    const Result<FrameRate> rate = readRate(parser.value(u"fps"_s));
    if (!rate)
        return tl::unexpected(rate.error());
    const Result<HandOver> handOver = readOnly(parser);
    if (!handOver)
        return tl::unexpected(handOver.error());
    return ExportWishes{.input = parser.positionalArguments().constFirst(),
                        .transcript = parser.value(u"transcript"_s),
                        .media = parser.value(u"media"_s),
                        .mediaElsewhere = parser.value(u"media-as"_s),
                        .rate = *rate,
                        .handOver = *handOver,
                        .libraryFolder = libraryFolder(parser, *settings)};
}

int refused(const Error &error)
{
    printError(error);
    const bool isUse = error.kind == ErrorKind::Usage || error.kind == ErrorKind::Input;
    return error.kind == ErrorKind::Cancelled ? Interrupted : isUse ? WrongUsage : JobFailed;
}

void tellWritten(const QStringList &names)
{
    for (const QString &name : names)
        printMessage(u"Written: %1"_s.arg(QDir::toNativeSeparators(name)));
}

int writeFiles(const ExportFormat &format, const Selects &selects, const ExportOptions &options, const QString &output,
               const QStringList &sources)
{
    const Result<Exported> exported = exportSelects(format, selects, options);
    if (!exported)
        return refused(exported.error());
    for (const QString &warning : exported->warnings)
        printMessage(warning);
    if (output.isEmpty()) {
        if (format.isFolder || exported->files.size() != 1)
            return refused({.kind = ErrorKind::Usage,
                            .message = u"This makes several files: name a folder for them (-o FOLDER)."_s});
        printOutput(exported->files.constFirst().bytes);
        return Done;
    }
    const Result<QStringList> names = writeExported(*exported, format, output, sources);
    if (!names)
        return refused(names.error());
    tellWritten(*names);
    return Done;
}

Result<QList<ClipFile>> readyClips(const Selects &selects, const ExportOptions &options, CutStyle style,
                                   const QString &output)
{
    if (output.isEmpty())
        return failure(ErrorKind::Usage, u"Clips want a folder: name it (-o FOLDER)."_s);
    if (selects.media.path.isEmpty())
        return failure(ErrorKind::Usage, u"Clips are cut from media: name it (--media FILE)."_s);
    if (selects.moments.isEmpty())
        return failure(ErrorKind::Usage, u"There is no moment to hand over."_s);
    for (const QString &warning : clipWarnings(selects))
        printMessage(warning);
    QList<ClipFile> clips = clipFiles(selects, output, style, options.handles);
    if (clips.isEmpty())
        return failure(ErrorKind::Usage, u"The media has nothing of these moments: no clip can be cut."_s);
    if (!QDir().mkpath(output))
        return failure(ErrorKind::Io, u"The folder could not be made."_s, output);
    return clips;
}

int cutClips(const QList<ClipFile> &clips)
{
    ClipCutter cutter(clips);
    QEventLoop loop;
    int status = Done;
    QObject::connect(&cutter, &ClipCutter::finished, &loop, [&](const Result<QStringList> &made) {
        if (made)
            tellWritten(*made);
        else
            status = refused(made.error());
        loop.quit();
    });
    qsizetype told = 0;
    QObject::connect(&cutter, &ClipCutter::progressed, &loop, [&](qsizetype done, int) {
        if (std::exchange(told, done) != done)
            printMessage(u"%1 of %2 clips are cut"_s.arg(done).arg(clips.size()));
    });
    const Interruption interruption([&] { cutter.cancel(); });
    QMetaObject::invokeMethod(&cutter, &ClipCutter::start, Qt::QueuedConnection);
    loop.exec();
    return status;
}

int exportResult(const QCommandLineParser &parser)
{
    const QString key = parser.value(u"format"_s);
    const ExportFormat *format = exportFormat(key);
    if (!format && key != clipsKey)
        return refused(
            {.kind = ErrorKind::Usage, .message = u"--format is one of %1; not '%2'."_s.arg(formatWords(), key)});
    const Result<ExportOptions> options = readOptions(parser);
    if (!options)
        return refused(options.error());
    Result<ExportWishes> wishes = readWishes(parser);
    // What is cut here is read here.
    if (wishes && !format)
        wishes->mediaElsewhere.clear();
    const Result<Selects> selects = wishes ? readSelects(*wishes) : tl::unexpected(wishes.error());
    if (!selects)
        return refused(selects.error());
    const QString output = parser.value(u"output"_s);
    if (format)
        return writeFiles(*format, *selects, *options, output, {wishes->input, wishes->transcript, wishes->media});
    const CutStyle style = parser.isSet(u"instant"_s) ? CutStyle::Instant : CutStyle::Exact;
    const Result<QList<ClipFile>> clips = readyClips(*selects, *options, style, output);
    return clips ? cutClips(*clips) : refused(clips.error());
}

} // namespace

Command exportCommand()
{
    return {
        .name = u"export"_s,
        .summary = u"Hand moments over: to editing programs, as captions, tables, sheets or cut media files."_s,
        .arguments = {u"RESULT"_s},
        .options = {{{u"f"_s, u"format"_s}, u"One of %1."_s.arg(formatWords()), u"FORMAT"_s, u"json"_s},
                    {{u"o"_s, u"output"_s},
                     u"Where to write: a file, or a folder for what makes several; else standard output."_s,
                     u"PATH"_s},
                    {u"media"_s, u"The video or sound of the interview."_s, u"FILE"_s},
                    {u"media-as"_s, u"Where the editing program will find that file."_s, u"PATH"_s},
                    {u"fps"_s, u"Pictures per second: 25, 29.97, 30000/1001; else the media's."_s, u"RATE"_s},
                    {u"transcript"_s, u"The words, where the result comes without them."_s, u"FILE"_s},
                    {u"only"_s, u"approved: only what the review in the library keeps."_s, u"WHICH"_s},
                    {u"shape"_s, u"reel, moments (one timeline each) or markers (on the whole source)."_s, u"SHAPE"_s},
                    {u"handles"_s, u"Pictures more on both sides of each clip."_s, u"N"_s},
                    {u"gap"_s, u"Pictures left empty between the clips of a reel."_s, u"N"_s},
                    {u"instant"_s, u"clips: copy instead of encoding anew; quick, may begin early."_s},
                    libraryOption()},
        .run = exportResult};
}

} // namespace Viral::Cli
