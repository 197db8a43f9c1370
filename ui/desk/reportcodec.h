// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/desk/runreport.h"

namespace Viral {

/// The document, indented. Everything in it that looks like a key is "[key]".
QByteArray writeReport(const ProblemReport &report);

/// The run of a document that writeReport() wrote; fails where there is none.
Result<ReportedRun> readReportedRun(const QByteArray &bytes);

/// True for the first bytes of what writeReport() writes.
bool looksLikeReport(const QByteArray &beginning);

} // namespace Viral
