// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QMainWindow;

namespace Viral {

class FileCommands;
class ReviewDocument;
class RunDesk;

/// Asks before runs end with the last window of the program; true when there are none, when another window stays, or
/// when the editor wants to quit all the same. \a desk may be null.
bool mayLeaveRuns(QMainWindow &window, const RunDesk *desk);

/// Asks before decisions are lost that are not kept in a library: save, discard, or stay.
bool mayLeaveDecisions(QMainWindow &window, const ReviewDocument &document, FileCommands &files);

} // namespace Viral
