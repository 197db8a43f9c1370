// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QDockWidget;

namespace Viral {

/// The head of a dock: its title, quiet and on the grid, and a button that closes it.
class DockTitle final : public QWidget
{
    Q_OBJECT

public:
    explicit DockTitle(QDockWidget *dock);
};

} // namespace Viral
