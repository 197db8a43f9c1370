// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/momentwarnings.h"

#include "core/analysis/settings.h"
#include "core/base/text.h"
#include "core/base/timetext.h"

#include <QCoreApplication>

namespace Viral {

namespace {

QString translated(const char *text)
{
    return QCoreApplication::translate("Viral::MomentWarnings", text);
}

} // namespace

QStringList momentWarnings(const Moment &moment)
{
    QStringList warnings;
    const Milliseconds length = moment.span.duration();
    if (length < shortestMoment)
        warnings.append(translated("Shorter than 40 s (%1)").arg(secondsText(length)));
    if (length > longestMoment)
        warnings.append(translated("Longer than 90 s (%1)").arg(secondsText(length)));
    if (moment.title.trimmed().isEmpty())
        warnings.append(translated("No title"));
    if (codePointCount(moment.title) > titleLimit)
        warnings.append(translated("Title of 120 characters or more"));
    if (moment.hook.trimmed().isEmpty())
        warnings.append(translated("No hook"));
    if (codePointCount(moment.hook) > hookLimit)
        warnings.append(translated("Hook over 120 characters"));
    for (const Post &post : moment.socialCopy) {
        const QString name = platformName(post.platform);
        if (post.text.trimmed().isEmpty())
            warnings.append(translated("Empty post for %1").arg(name));
        else if (codePointCount(post.text) > platformLimit(post.platform))
            warnings.append(translated("Post for %1 over %2 characters").arg(name).arg(platformLimit(post.platform)));
    }
    return warnings;
}

} // namespace Viral
