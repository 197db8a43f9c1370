// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/exporters/exportformat.h"

#include <QRandomGenerator>

namespace ViralTest {

/// A moment as a review holds it, with id "moment-<start>"; every text is filled.
Viral::ReviewedMoment selectedMoment(const QString &title, qint64 startMs, qint64 endMs,
                                     Viral::Decision decision = Viral::Decision::Kept);

/// An hour of 1080p with stereo sound at 48 kHz, /media/Talk One.mp4.
Viral::SourceMedia sampleMedia(const Viral::FrameRate &rate = {25, 1}, qint64 startFrame = 0, bool dropsFrames = false);

/// \a moments of job "job-1" cut from \a media, under the name "Talk One".
Viral::Selects selectsOf(const QList<Viral::ReviewedMoment> &moments, const Viral::SourceMedia &media);

/// Three moments (kept, undecided, held) at 10 s, 70.52 s and 1800.7 s.
Viral::Selects sampleSelects(const Viral::SourceMedia &media);

/// \a count moments with the worst texts and times that a result made elsewhere may hold.
Viral::Selects hostileSelects(QRandomGenerator &random, int count, const Viral::SourceMedia &media);

/// What \a format makes of \a selects; a failure is a file called "failed" with its message.
Viral::Exported exported(const char *format, const Viral::Selects &selects, const Viral::ExportOptions &options = {});

} // namespace ViralTest
