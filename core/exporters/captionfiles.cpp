// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exporters/captionfiles.h"

#include "core/base/timetext.h"
#include "core/exporters/clipcaptions.h"
#include "core/exporters/exporttext.h"
#include "core/exporters/mediaend.h"

namespace Viral {

using namespace Qt::StringLiterals;

namespace {

constexpr auto srtSuffix = ".srt"_L1;
constexpr auto webVttSuffix = ".vtt"_L1;

QString srtText(const QList<Caption> &captions)
{
    const auto time = [](Milliseconds at) { return exactTimeText(at).replace(u'.', u','); };
    QString text;
    int number = 0;
    for (const Caption &caption : captions) {
        text += QString::number(++number) + u"\r\n"_s + time(caption.span.start) + u" --> "_s + time(caption.span.end) +
                u"\r\n"_s + QString(caption.text).replace(u'\n', u"\r\n"_s) + u"\r\n\r\n"_s;
    }
    return text;
}

QString webVttText(const QList<Caption> &captions)
{
    QString text = u"WEBVTT\n\n"_s;
    for (const Caption &caption : captions) {
        QString words = caption.text;
        words.replace(u'&', u"&amp;"_s).replace(u'<', u"&lt;"_s).replace(u'>', u"&gt;"_s);
        text += exactTimeText(caption.span.start) + u" --> "_s + exactTimeText(caption.span.end) + u'\n' + words +
                u"\n\n"_s;
    }
    return text;
}

Exported captionFiles(const Selects &selects, QLatin1StringView suffix, QString (*text)(const QList<Caption> &))
{
    const TranscriptIndex index(selects.transcript);
    Exported exported{.warnings = behindTheEndWarnings(selects)};
    for (const ReviewedMoment &reviewed : selects.moments) {
        const Moment &moment = reviewed.current;
        const QList<Caption> captions = clipCaptions(index, cutSpan(moment.span, selects.media.facts));
        if (captions.isEmpty())
            exported.warnings.append(
                u"Nothing is said in \"%1\"; its captions are empty."_s.arg(oneLine(moment.title)));
        const auto number = static_cast<int>(exported.files.size()) + 1;
        exported.files.append({.name = momentFileName(number, selects.moments.size(), moment.title, suffix),
                               .bytes = text(captions).toUtf8()});
    }
    if (selects.transcript.wordTimes != TimeOrigin::Exact)
        exported.warnings.append(u"The transcript has no times of words; captions inside a sentence are estimated."_s);
    return exported;
}

} // namespace

ExportFormat srtExport()
{
    return {.key = "srt"_L1,
            .name = "Captions (SubRip)"_L1,
            .suffix = srtSuffix,
            .needsTranscript = true,
            .isFolder = true,
            .write = [](const Selects &selects, const ExportOptions &) -> Result<Exported> {
                return captionFiles(selects, srtSuffix, srtText);
            }};
}

ExportFormat webVttExport()
{
    return {.key = "vtt"_L1,
            .name = "Captions (WebVTT)"_L1,
            .suffix = webVttSuffix,
            .needsTranscript = true,
            .isFolder = true,
            .write = [](const Selects &selects, const ExportOptions &) -> Result<Exported> {
                return captionFiles(selects, webVttSuffix, webVttText);
            }};
}

} // namespace Viral
