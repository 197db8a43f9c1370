// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"
#include "core/json/problems.h"

#include <QByteArray>
#include <QString>

namespace Viral::Cli {

/// Writes to standard output: results only.
void printOutput(const QByteArray &bytes);
/// Writes a line to standard error: everything else. Keys are replaced.
void printMessage(const QString &line);
/// The error as people want to read it: a place of a thousand levels is cut in the middle.
void printError(const Error &error);
/// \a place, cut in the middle where it is too long to be read.
QString readablePlace(const QString &place);
/// Every problem on a line of its own with its pointer, warnings marked as such.
void printProblems(const Problems &problems);

/// True when standard error is a terminal.
bool messagesAreSeen();
/// Columns of the terminal that standard error is; 80 when it is none.
int messageColumns();

/// "viral-moments-cli 0.1.0".
QByteArray versionLine();

} // namespace Viral::Cli
