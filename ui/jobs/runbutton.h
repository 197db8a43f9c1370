// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/run/runstore.h"

#include <QToolButton>

class QActionGroup;

namespace Viral {

/// "Find moments" with who does it: one press runs with the engine shown, the arrow chooses another.
class RunButton final : public QToolButton
{
    Q_OBJECT

public:
    explicit RunButton(QWidget *parent = nullptr);

    void setEngine(RunKind kind);
    RunKind engine() const { return m_engine; }
    /// What stands below the engines in the menu.
    void addToMenu(QAction *action);

Q_SIGNALS:
    void engineChosen(Viral::RunKind kind);

private:
    void showEngine();

    RunKind m_engine = RunKind::Offline;
    QActionGroup *m_engines;
};

} // namespace Viral
