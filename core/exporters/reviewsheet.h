// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/exporters/selects.h"

#include <QList>
#include <QString>

#include <utility>

namespace Viral {

/// One moment as it stands on a review sheet; all texts are clean and ready to be shown.
struct SheetMoment
{
    int number = 0;
    QString title = {};
    /// "12:30 – 13:22"; in pictures ("01:12:30:12 – …") where the media's rate is known.
    QString times = {};
    /// "52.4 s"
    QString length = {};
    /// "8.2"
    QString score = {};
    /// "Kept"
    QString decision = {};
    QString reason = {};
    QString note = {};
    QString category = {};
    QString hook = {};
    QString quote = {};
    QString engagement = {};
    bool isStarred = false;
    /// "Shareability 9, Emotional impact 7, …"
    QString scores = {};
    /// Name of the platform and the post, line breaks kept.
    QList<std::pair<QString, QString>> posts = {};

    bool operator==(const SheetMoment &) const = default;
};

/// The review as people read it: what the markdown, HTML and PDF sheets say, in one order and in the same words.
struct ReviewSheet
{
    QString title = {};
    /// "8 moments, 7:12 in all"
    QString summary = {};
    /// File name of the media; empty when unknown.
    QString media = {};
    QList<SheetMoment> moments = {};

    bool operator==(const ReviewSheet &) const = default;
};

ReviewSheet makeReviewSheet(const Selects &selects);

} // namespace Viral
