// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QApplication;
class QString;

namespace ViralTest {

/// In a program of its own, which holds nothing but the window: prints what it takes with \a path opened, without
/// media. What the program ends with.
int measureMemory(QApplication &application, const QString &path);

} // namespace ViralTest
