// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/socialcopy.h"

#include "core/analysis/cleantext.h"
#include "core/analysis/shorten.h"
#include "core/analysis/weightedlength.h"
#include "core/base/text.h"

using namespace Qt::StringLiterals;

namespace Viral {

namespace {

FitsRule ownCountOf(Platform platform)
{
    if (platform != Platform::Twitter)
        return {};
    return [](QStringView text) { return weightedLength(text) <= longestWeightedPost; };
}

QString copyName(Platform platform)
{
    return "copy."_L1 + platformKey(platform);
}

Judged<QList<Platform>> platformsOf(const Candidate &candidate, QList<Adjustment> &adjustments)
{
    const QList<Platform> all(allPlatforms.begin(), allPlatforms.end());
    if (!candidate.platforms || candidate.platforms->isEmpty()) {
        adjustments.append({u"platforms"_s, u"none given, so all five"_s});
        return all;
    }
    QList<Platform> known;
    for (const QString &name : *candidate.platforms) {
        const auto platform = platformFromText(name);
        if (!platform)
            adjustments.append(
                {u"platforms"_s, u"unknown, dropped: "_s + leftCodePoints(name, 40).toString().simplified()});
        else if (!known.contains(*platform))
            known.append(*platform);
    }
    if (known.isEmpty())
        return discarded(FunnelStage::Copy, u"no-platform"_s, u"0 of %1 known"_s.arg(candidate.platforms->size()),
                         u"None of the platforms is one of the five."_s);
    return known;
}

/// The model's text for \a platform; empty when it wrote none.
QString proposedText(const Candidate &candidate, Platform platform)
{
    for (const ProposedPost &post : candidate.socialCopy) {
        if (platformFromText(post.platform) != platform)
            continue;
        if (QString text = cleanParagraphs(post.text); hasVisibleText(text))
            return text;
    }
    return {};
}

} // namespace

bool fitsPlatform(QStringView text, Platform platform)
{
    const FitsRule ownCount = ownCountOf(platform);
    return codePointCount(text) <= platformLimit(platform) && (!ownCount || ownCount(text));
}

Judged<SocialCopy> writeSocialCopy(const Candidate &candidate, QStringView hook)
{
    SocialCopy copy;
    auto platforms = platformsOf(candidate, copy.adjustments);
    if (!platforms)
        return tl::unexpected(platforms.error());
    copy.platforms = *platforms;
    for (const Platform platform : std::as_const(copy.platforms)) {
        const QString own = proposedText(candidate, platform);
        const QString text = own.isEmpty() ? hook.toString() : own;
        const auto fitting = shortened(text, platformLimit(platform), ownCountOf(platform));
        if (!fitting)
            return discarded(
                FunnelStage::Copy, u"copy-does-not-fit"_s,
                u"%1 of %2 characters"_s.arg(codePointCount(text)).arg(platformLimit(platform)),
                u"The post for %1 is too long and cannot be shortened at a word."_s.arg(platformName(platform)));
        if (own.isEmpty())
            copy.adjustments.append({copyName(platform), u"missing, written from the hook"_s});
        if (*fitting != text)
            copy.adjustments.append(
                {copyName(platform), u"shortened to %1 characters"_s.arg(codePointCount(*fitting))});
        copy.ownPosts += own.isEmpty() ? 0 : 1;
        copy.posts.append({platform, *fitting});
    }
    return copy;
}

} // namespace Viral
