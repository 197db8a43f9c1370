// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/review/history.h"

#include <QRandomGenerator>

namespace ViralTest {

/// A complete moment that lasts 60 s from \a startSeconds, with posts for X and TikTok.
Viral::Moment sampleMoment(const QString &title, qint64 startSeconds);

/// Result of job "job-1" with four moments: "One" at 10 s, "Two" at 100 s, and "Same" twice at 200 s.
Viral::ServiceResult sampleResult();

/// A moment of the editor's own making that is in no sample.
Viral::ReviewedMoment editorsMoment(const QString &id, qint64 startSeconds);

/// A legal edit of any kind on a random moment of \a review.
Viral::Edit randomEdit(const Viral::Review &review, QRandomGenerator &random, int number);

/// A step of these edits.
Viral::JournalEntry step(const QList<Viral::Edit> &edits, const QString &gesture = {});

} // namespace ViralTest
