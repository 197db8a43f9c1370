// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QSize>

class QMainWindow;

namespace Viral {

/// The size of a window that was never shown before, on a screen with \a available room: never larger than that.
QSize firstSize(const QSize &available);
/// Gives the window and its docks the sizes that it was left with, or the usual ones; the window \a wanted, if valid.
void restoreLayout(QMainWindow &window, bool remembers, const QSize &wanted = {});
/// Keeps size and place of the window for the next start, and where the docks are (\a withDocks: they are shown).
void rememberLayout(const QMainWindow &window, bool withDocks);

} // namespace Viral
