// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/timespan.h"
#include "core/ingest/rawunits.h"

#include <QStringView>

#include <optional>

namespace Viral {

/// True when a caption line holds times ("good <00:00:01.355><c>afternoon</c>").
bool hasInlineStamps(QStringView line);

/// A caption line with times inside.
struct StampedLine
{
    /// Whether the steps between the times are all alike: then they were computed and not heard.
    enum class Evenness
    {
        TooShort,
        Even,
        Uneven,
    };

    QList<RawWord> words;
    Evenness evenness = Evenness::TooShort;
};

/// Words with their starts; the first begins with the cue, ends are left open. Nothing when a time lies outside \a cue.
std::optional<StampedLine> readStampedLine(QStringView line, const TimeSpan &cue);

} // namespace Viral
