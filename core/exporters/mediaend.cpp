// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exporters/mediaend.h"

#include "core/base/timetext.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Viral {

namespace {

TimeSpan wholeCut(const MediaFacts &facts)
{
    return cutSpan({Milliseconds{0}, facts.duration}, facts);
}

} // namespace

bool reachesBehindTheEnd(const TimeSpan &span, const MediaFacts &facts)
{
    return facts.duration > Milliseconds{0} && cutSpan(span, facts).end > wholeCut(facts).end;
}

bool isBehindTheEnd(const TimeSpan &span, const MediaFacts &facts)
{
    return facts.duration > Milliseconds{0} && cutSpan(span, facts).start >= wholeCut(facts).end;
}

QStringList behindTheEndWarnings(const Selects &selects)
{
    const MediaFacts &facts = selects.media.facts;
    const auto count = std::ranges::count_if(selects.moments, [&facts](const ReviewedMoment &reviewed) {
        return reachesBehindTheEnd(reviewed.current.span, facts);
    });
    if (count == 0)
        return {};
    const QString subject = count == 1 ? u"One moment reaches"_s : QString::number(count) + u" moments reach"_s;
    return {subject + u" behind the end of the media at %1: is this the file the moments were found in?"_s.arg(
                          clockText(facts.duration))};
}

} // namespace Viral
