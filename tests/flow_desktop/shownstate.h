// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/review/history.h"

#include <QByteArray>

namespace ViralTest {

/// What a window over this history shows, as one line of letters and digits: two states with the same line look the
/// same and are undone alike.
QByteArray shownState(const Viral::ReviewHistory &history);

} // namespace ViralTest
