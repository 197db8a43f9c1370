// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/style/metrics.h"

#include <QString>

class QComboBox;
class QLabel;
class QLineEdit;

namespace Viral {

/// A wrapped line in the small size and the secondary colour.
QLabel *smallLabel(const QString &text);
/// A wrapped line that says what is wrong; hidden until it has a text.
QLabel *troubleLabel();
/// The wheel goes to what scrolls below and does not change what is chosen.
void keepWheelOff(QComboBox &box);
/// Beside a field for the button that leads back to its default, whether there is one or not: fields end in one line.
inline constexpr int resetRoom = 6 * gridStep;
/// True while something is in \a line that its author has not entered yet: what comes meanwhile must not take it away.
bool isBeingTyped(const QLineEdit &line);

} // namespace Viral
