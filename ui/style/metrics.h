// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFont>

namespace Viral {

/// Every distance is a multiple of this many pixels.
inline constexpr int gridStep = 4;
inline constexpr int smallGap = gridStep;
inline constexpr int normalGap = 2 * gridStep;
inline constexpr int largeGap = 4 * gridStep;
/// Height of a row in a list, of a control, and of a panel's title.
inline constexpr int rowHeight = 7 * gridStep;
inline constexpr int smallIcon = 16;
inline constexpr int largeIcon = 24;

/// The three sizes of text.
enum class TextSize
{
    Small,  ///< labels of a scale, secondary facts
    Normal, ///< the application's own size
    Large,  ///< one heading per panel, the clock
};

/// The two weights of text.
enum class TextWeight
{
    Normal,
    Strong,
};

/// \a base (the application's or the widget's font) in one of the sizes and weights.
QFont sized(const QFont &base, TextSize size, TextWeight weight = TextWeight::Normal);
/// The same with figures of equal width, for times, scores and money: \a base itself when its figures are even, else
/// with its tabular figures where Qt can ask for them, else the system's font of fixed width.
QFont tabular(const QFont &base);

} // namespace Viral
