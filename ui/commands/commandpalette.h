// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>

class QLabel;
class QLineEdit;
class QListWidget;

namespace Viral {

class Actions;

/// Finds a command by its words and gives it: type, arrows, Enter. Commands that cannot be given now are shown
/// greyed and passed over.
class CommandPalette final : public QDialog
{
    Q_OBJECT

public:
    explicit CommandPalette(const Actions &actions, QWidget *parent = nullptr);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void fill(const QString &text);
    bool canGive(int row) const;
    /// Goes on by \a count of the commands that can be given; stays where there is none.
    void step(int count);
    void give();

    const Actions &m_actions;
    QLineEdit *m_text = nullptr;
    QListWidget *m_list = nullptr;
    QLabel *m_nothing = nullptr;
};

} // namespace Viral
