// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/document/work.h"

namespace Viral {

/// A work that got its transcript later.
struct LaterTranscript
{
    /// Under the same name of the review, so that every decision stays.
    Work work = {};
    /// Why the transcript may be that of another interview, in sentences; empty when job, metadata or words fit.
    QString doubt = {};
};

/// Reads the transcript or payload at \a path and puts it under the result of \a work, which has none. Refuses a file
/// that holds a result or no speech. Takes as long as it takes; call it on a worker thread.
Result<LaterTranscript> withTranscript(Work work, const QString &path);

} // namespace Viral
