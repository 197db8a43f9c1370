// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/style/dialogsize.h"

#include "ui/style/metrics.h"

#include <QFontMetrics>
#include <QScreen>
#include <QWidget>

#include <algorithm>

namespace Viral {

namespace {

/// What sizes of dialogs are given for.
constexpr int usualTextHeight = 17;
/// For the frame and the title that a window manager puts around it.
constexpr QSize frame{2 * gridStep, 10 * gridStep};

} // namespace

QSize grownSize(const QSize &usual, int textHeight, const QSize &room)
{
    const double factor = std::max(1.0, double(textHeight) / usualTextHeight);
    return (QSizeF(usual) * factor).toSize().boundedTo(room.expandedTo({1, 1}));
}

void giveSize(QWidget &dialog, const QSize &usual)
{
    dialog.resize(grownSize(usual, dialog.fontMetrics().height(), dialog.screen()->availableSize() - frame));
}

} // namespace Viral
