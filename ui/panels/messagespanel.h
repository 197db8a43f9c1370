// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/messagemodel.h"

#include <QWidget>

#include <array>

class QBoxLayout;
class QLabel;
class QPushButton;
class QScrollArea;
class QSortFilterProxyModel;
class QTableView;
class QToolButton;

namespace Viral {

/// What the program had to say in this window, newest first: filtered by kind, copied, cleared. Below the list, or
/// beside it where the panel is flat, stands the whole text of the current message with its next step; Enter, a double
/// click or the button goes to what it is about.
class MessagesPanel final : public QWidget
{
    Q_OBJECT

public:
    explicit MessagesPanel(MessageModel &messages, QWidget *parent = nullptr);

    /// Gives the keyboard to the list, with the newest message as the current one.
    void begin();

Q_SIGNALS:
    void targetRequested(const Viral::MessageTarget &target);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void changeEvent(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    class Filter;

    QWidget *buildTop();
    void buildTable();
    QWidget *buildDetail();
    void arrange();
    void showCounts();
    void showDetail();
    void chooseShown();
    void copy();
    void go();
    const Message *current() const;

    MessageModel &m_messages;
    Filter *m_shown = nullptr;
    QBoxLayout *m_body = nullptr;
    QTableView *m_table = nullptr;
    QLabel *m_empty = nullptr;
    QLabel *m_text = nullptr;
    QLabel *m_whatToDo = nullptr;
    QWidget *m_detail = nullptr;
    QScrollArea *m_textArea = nullptr;
    QPushButton *m_go = nullptr;
    QPushButton *m_copy = nullptr;
    QPushButton *m_clear = nullptr;
    /// By severity.
    std::array<QToolButton *, 3> m_kinds{};
};

} // namespace Viral
