// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"
#include "core/net/httpmessage.h"

namespace Viral {

/// Why RunPod gave no usable answer to one call.
enum class RunPodFault
{
    Cancelled,   ///< by us
    NotSent,     ///< nothing reached RunPod
    LineFault,   ///< the line broke; whether RunPod acted on the call is not known
    RateLimited, ///< too many requests
    ServerFault, ///< 5xx, also the HTML pages of what stands before RunPod
    KeyRefused,  ///< asking again cannot help
    NotFound,    ///< no such endpoint, no such job, or a job whose time is over
    Refused,     ///< another 4xx: the request is at fault
    Unreadable,  ///< a good status, but no answer of RunPod's
};

struct RunPodFailure
{
    RunPodFault fault = RunPodFault::LineFault;
    /// For people: what happened and what to do. Without keys.
    Error error = {};
    int status = 0;
    /// How long RunPod wants to be left alone, when it said so.
    std::optional<Milliseconds> wish = {};

    bool operator==(const RunPodFailure &) const = default;
};

/// True when the same call may succeed later.
bool isPassing(RunPodFault fault);

/// What the body of a failure says: JSON's error, message or detail, the title of an HTML page, else its text; cut to
/// what fits a line, keys replaced.
QString runPodErrorText(const QByteArray &body);

/// Reads an outcome that is no success.
RunPodFailure readRunPodFailure(const HttpOutcome &outcome, const QUrl &url, const QDateTime &now);

/// The failure of a good status with \a why unreadable content.
RunPodFailure unreadableRunPodAnswer(const Error &why);

/// Asked for a job that RunPod does not have (any more).
Error forgottenJob(const QString &jobId);

/// A call that hands over a job ended so that nobody knows whether RunPod has the job.
Error uncertainSubmission(const RunPodFailure &failure);

} // namespace Viral
