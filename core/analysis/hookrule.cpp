// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/hookrule.h"

#include "core/analysis/cleantext.h"
#include "core/analysis/shorten.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Viral {

QString trimmedHook(QStringView hook)
{
    return shortenedAtWord(cleanLine(hook), hookLimit);
}

std::optional<SpokenHook> findHook(QStringView hook, const TimeSpan &span, const TranscriptIndex &index)
{
    // At most one token per code point, so the search below is bounded by the clip's words.
    const std::vector<SpokenToken> wanted = tokensOf(hook, hookLimit);
    if (wanted.empty())
        return std::nullopt;
    const SpokenText &spoken = index.spoken();
    const SpokenText::UnitRange units = spoken.unitsIn(span);
    const std::span<const SpokenToken> said = spoken.tokens(units);
    const auto found = std::search(said.begin(), said.end(), wanted.begin(), wanted.end());
    if (found == said.end())
        return std::nullopt;
    const auto offset = static_cast<std::size_t>(found - said.begin());
    const SpokenText::Unit &unit = spoken.unit(spoken.unitOfToken(units, offset));
    return SpokenHook{unit.start, unit.sentence};
}

Judged<Clip> landHook(const Clip &clip, QStringView hook, const TranscriptIndex &index)
{
    const auto found = findHook(hook, clip.span, index);
    if (!found || found->start - clip.span.start <= latestHook)
        return clip;
    const int sentence = std::clamp(found->sentence, clip.firstSentence, clip.lastSentence);
    if (auto moved = startedAt(clip, found->start, sentence, u"to its hook"_s, index))
        return *moved;
    return discarded(FunnelStage::Hook, u"hook-late"_s, millisecondsText(found->start - clip.span.start),
                     u"The hook comes later than 2 000 ms after the start, and a clip that begins with it would be "
                     "shorter than 40 s."_s);
}

} // namespace Viral
