// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/handover/clipfiles.h"

#include "core/exporters/exportformat.h"
#include "core/exporters/exporttext.h"
#include "core/exporters/mediaend.h"

#include <QDir>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Viral {

namespace {

using std::chrono::microseconds;

/// When picture \a frame begins, rounded down.
microseconds beginningOf(qint64 frame, const FrameRate &rate)
{
    return microseconds{frame * 1'000'000 * rate.denominator / rate.numerator};
}

ClipCut cutOf(const ReviewedMoment &reviewed, const SourceMedia &media, CutStyle style, int handles)
{
    const Moment &moment = reviewed.current;
    const FrameRate &rate = media.facts.rate;
    const TimeSpan span = cutSpan(moment.span, media.facts);
    ClipCut cut{.source = media.path,
                .hasVideo = media.facts.hasVideo,
                .start = span.start,
                .length = span.duration(),
                .style = style,
                .title = oneLine(moment.title)};
    if (rate.isKnown()) {
        const FrameSpan frames = frameSpan(moment.span, media.facts, handles);
        cut.start = beginningOf(frames.first, rate);
        cut.length = beginningOf(frames.end, rate) - cut.start;
    }
    return cut;
}

} // namespace

QList<ClipFile> clipFiles(const Selects &selects, const QString &folder, CutStyle style, int handles)
{
    const QDir place(folder);
    QList<ClipFile> clips;
    int number = 0;
    for (const ReviewedMoment &reviewed : selects.moments) {
        ++number;
        if (isBehindTheEnd(reviewed.current.span, selects.media.facts))
            continue;
        const ClipCut cut = cutOf(reviewed, selects.media, style, handles);
        const QString suffix = cutSuffix(cut);
        const QString name = momentFileName(number, selects.moments.size(), reviewed.current.title, {}) + suffix;
        clips.append({.cut = cut, .target = place.absoluteFilePath(name)});
    }
    return clips;
}

QStringList clipWarnings(const Selects &selects)
{
    const MediaFacts &facts = selects.media.facts;
    const auto leftOut = std::ranges::count_if(selects.moments, [&facts](const ReviewedMoment &reviewed) {
        return isBehindTheEnd(reviewed.current.span, facts);
    });
    QStringList warnings = behindTheEndWarnings(selects);
    if (leftOut > 0)
        warnings.append(u"Clips that are left out because the media has nothing of them: %1."_s.arg(leftOut));
    return warnings;
}

} // namespace Viral
