// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLatin1StringView>
#include <QString>
#include <QStringView>

#include <array>
#include <optional>

namespace Viral {

/// The five places a clip is posted to (ViralMomentResponse.md section 2.1), in the contract's order.
enum class Platform
{
    Twitter,
    InstagramReels,
    YoutubeShorts,
    Tiktok,
    Linkedin,
};

inline constexpr std::array allPlatforms{Platform::Twitter, Platform::InstagramReels, Platform::YoutubeShorts,
                                         Platform::Tiktok, Platform::Linkedin};

/// Word on the wire: "instagram_reels".
QLatin1StringView platformKey(Platform platform);
/// Name for people: "Instagram Reels".
QLatin1StringView platformName(Platform platform);
/// Longest post in code points: 280, 400, 100, 150, 400 (interface.md section 5).
int platformLimit(Platform platform);
/// Reads the word on the wire, forgiving case, spaces, dashes and the usual other names ("x", "YouTube Shorts",
/// "reels").
std::optional<Platform> platformFromText(QStringView text);

} // namespace Viral
