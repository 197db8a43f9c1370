// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/contract/platform.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Viral {

namespace {

struct Description
{
    QLatin1StringView key;
    QLatin1StringView name;
    int limit;
};

constexpr std::array<Description, allPlatforms.size()> descriptions{{
    {"twitter"_L1, "X (Twitter)"_L1, 280},
    {"instagram_reels"_L1, "Instagram Reels"_L1, 400},
    {"youtube_shorts"_L1, "YouTube Shorts"_L1, 100},
    {"tiktok"_L1, "TikTok"_L1, 150},
    {"linkedin"_L1, "LinkedIn"_L1, 400},
}};

struct OtherName
{
    /// Lower-case letters alone.
    QLatin1StringView letters;
    Platform platform;
};

constexpr std::array otherNames{
    OtherName{"twitter"_L1, Platform::Twitter},
    OtherName{"x"_L1, Platform::Twitter},
    OtherName{"xcom"_L1, Platform::Twitter},
    OtherName{"xtwitter"_L1, Platform::Twitter},
    OtherName{"twitterx"_L1, Platform::Twitter},
    OtherName{"instagramreels"_L1, Platform::InstagramReels},
    OtherName{"instagramreel"_L1, Platform::InstagramReels},
    OtherName{"instagram"_L1, Platform::InstagramReels},
    OtherName{"igreels"_L1, Platform::InstagramReels},
    OtherName{"ig"_L1, Platform::InstagramReels},
    OtherName{"reels"_L1, Platform::InstagramReels},
    OtherName{"reel"_L1, Platform::InstagramReels},
    OtherName{"youtubeshorts"_L1, Platform::YoutubeShorts},
    OtherName{"youtubeshort"_L1, Platform::YoutubeShorts},
    OtherName{"youtube"_L1, Platform::YoutubeShorts},
    OtherName{"ytshorts"_L1, Platform::YoutubeShorts},
    OtherName{"yt"_L1, Platform::YoutubeShorts},
    OtherName{"shorts"_L1, Platform::YoutubeShorts},
    OtherName{"short"_L1, Platform::YoutubeShorts},
    OtherName{"tiktok"_L1, Platform::Tiktok},
    OtherName{"linkedin"_L1, Platform::Linkedin},
};

const Description &description(Platform platform)
{
    return descriptions[static_cast<std::size_t>(platform)];
}

QString lettersOf(QStringView text)
{
    QString letters;
    for (const QChar c : text) {
        if (c.isLetterOrNumber())
            letters += c.toLower();
    }
    return letters;
}

} // namespace

QLatin1StringView platformKey(Platform platform)
{
    return description(platform).key;
}

QLatin1StringView platformName(Platform platform)
{
    return description(platform).name;
}

int platformLimit(Platform platform)
{
    return description(platform).limit;
}

std::optional<Platform> platformFromText(QStringView text)
{
    constexpr qsizetype longestName = 40;
    if (text.size() > longestName)
        return std::nullopt;
    const QString letters = lettersOf(text);
    const auto found = std::find_if(otherNames.begin(), otherNames.end(),
                                    [&](const OtherName &name) { return letters == name.letters; });
    return found == otherNames.end() ? std::nullopt : std::optional(found->platform);
}

} // namespace Viral
