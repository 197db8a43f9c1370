// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/desk/runwork.h"

#include <QDateTime>
#include <QPair>

namespace Viral {

/// A run as a report holds it: all that is needed to work its result out again without asking anybody.
struct ReportedRun
{
    RunRecord record = {};
    /// The model's server as it was asked; it is part of what makes a question the same.
    QString baseUrl = {};
    /// Without its key. Nothing when the words were left out, and with them everything below.
    std::optional<Request> request = {};
    /// Every answer that the result rests on.
    QList<StoredAnswer> answers = {};
    std::optional<ServiceResult> result = {};
    /// As analysis/funnelcodec.h writes it; empty when there is none.
    QByteArray funnel = {};
    /// The rates in the format of resources/pricing.json.
    QByteArray prices = {};

    bool operator==(const ReportedRun &) const = default;
};

/// A line of the list of messages.
struct ReportedMessage
{
    QDateTime when = {};
    QString severity = {};
    QString text = {};
    int count = 1;

    bool operator==(const ReportedMessage &) const = default;
};

/// What is passed on to find a fault: one JSON document.
struct ProblemReport
{
    QDateTime madeAt = {};
    /// Names and values: versions, the system, the screen.
    QList<QPair<QString, QString>> system = {};
    /// Names and values as they stand in the settings file; no secrets.
    QList<QPair<QString, QString>> settings = {};
    QList<ReportedMessage> messages = {};
    QStringList log = {};
    std::optional<ReportedRun> run = {};
};

/// The run \a id with everything its result rests on, its words included. Takes as long as it takes; for worker
/// threads, with stores of their own.
Result<ReportedRun> reportedRun(RunStore &runs, AnswerStore &answers, const RunId &id, const ReplayBasis &basis);

/// The same from the library in \a folder, opened for reading.
Result<ReportedRun> reportedRunFrom(const QString &folder, const RunId &id, const ReplayBasis &basis);

/// \a run without anything that was said, written or found, its titles and files included.
ReportedRun withoutWords(ReportedRun run);

/// True when the file at \a path begins like a report.
bool isReportFile(const QString &path);

/// Works the run of a report out again, from its answers, as it was done when it ran; from its result where it has no
/// answers of its own. A result that is another one than the run had is told among the work's problems.
Result<Work> workOfReport(const ReportedRun &run);
Result<Work> workFromReportFile(const QString &path);

} // namespace Viral
