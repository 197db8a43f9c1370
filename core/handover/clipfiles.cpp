// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/handover/clipfiles.h"

#include "core/exporters/exportformat.h"
#include "core/exporters/exporttext.h"

#include <QDir>

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
    ClipCut cut{.source = media.path,
                .hasVideo = media.facts.hasVideo,
                .start = moment.span.start,
                .length = moment.span.duration(),
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
    for (const ReviewedMoment &reviewed : selects.moments) {
        const ClipCut cut = cutOf(reviewed, selects.media, style, handles);
        const QString suffix = cutSuffix(cut);
        const auto number = static_cast<int>(clips.size()) + 1;
        const QString name = momentFileName(number, selects.moments.size(), reviewed.current.title, {}) + suffix;
        clips.append({.cut = cut, .target = place.absoluteFilePath(name)});
    }
    return clips;
}

} // namespace Viral
