// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exporters/assumedmedia.h"

using namespace Qt::StringLiterals;

namespace Viral {

namespace {

constexpr int usualWidth = 1920;
constexpr int usualHeight = 1080;
constexpr int usualSoundRate = 48'000;

bool isBlank(const MediaFacts &facts)
{
    return !facts.hasVideo && facts.soundChannels <= 0 && facts.duration <= Milliseconds{0};
}

void assumeEverything(AssumedMedia &media)
{
    media.facts.hasVideo = true;
    media.facts.soundChannels = 2;
    media.warnings.append(u"Nothing is known of the media: a picture and stereo sound are assumed in it."_s);
}

void assumeSound(AssumedMedia &media)
{
    MediaFacts &facts = media.facts;
    if (facts.soundChannels <= 0) {
        facts.soundChannels = 0;
        media.warnings.append(u"No sound was found in the media: the clips carry pictures alone."_s);
    } else if (facts.soundRate <= 0) {
        media.warnings.append(u"The rate of the media's sound is not known: 48 kHz is assumed."_s);
    }
    if (facts.soundRate <= 0)
        facts.soundRate = usualSoundRate;
}

void assumePicture(AssumedMedia &media, bool describesPicture)
{
    MediaFacts &facts = media.facts;
    if (facts.width > 0 && facts.height > 0)
        return;
    facts.width = usualWidth;
    facts.height = usualHeight;
    facts.pixelAspect = 1;
    if (describesPicture && facts.hasVideo)
        media.warnings.append(u"The size of the picture is not known: 1920 × 1080 is assumed."_s);
}

} // namespace

AssumedMedia assumedMedia(const MediaFacts &facts, bool describesPicture)
{
    AssumedMedia media{.facts = facts};
    if (isBlank(facts))
        assumeEverything(media);
    if (facts.hasVaryingRate) {
        media.warnings.append(
            u"The media's pictures follow each other at a varying rate, and the cuts are counted at %1 "
            "per second: an editing program may place them beside the words. Converting the media to "
            "a constant rate avoids that."_s.arg(frameRateText(facts.rate)));
    }
    assumeSound(media);
    assumePicture(media, describesPicture);
    return media;
}

} // namespace Viral
