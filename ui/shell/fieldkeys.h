// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

class QMainWindow;

namespace Viral {

/// How the text fields and tables of the docks behave in the window: Escape leaves them, and files dropped on a field go
/// to the window instead of becoming text.
class FieldKeys final : public QObject
{
    Q_OBJECT

public:
    explicit FieldKeys(QMainWindow &window);

Q_SIGNALS:
    /// Escape was pressed in a field or a table.
    void left();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    QMainWindow &m_window;
};

} // namespace Viral
