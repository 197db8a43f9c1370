// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QSize>

class QWidget;

namespace Viral {

/// Gives \a dialog the size that is \a usual with text of the usual size: larger with larger text, and never larger
/// than its screen has room for.
void giveSize(QWidget &dialog, const QSize &usual);

/// \a usual for text that is \a textHeight pixels high, within \a room.
QSize grownSize(const QSize &usual, int textHeight, const QSize &room);

} // namespace Viral
