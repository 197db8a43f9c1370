// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/desk/rundesk.h"
#include "ui/jobs/joblistmodel.h"

#include <QSortFilterProxyModel>
#include <QWidget>

class QLabel;
class QLineEdit;
class QPushButton;
class QTableView;

namespace Viral {

/// All runs, local and RunPod, across restarts: search, open, compare, go on, export, notes, delete with undo.
class JobsPanel final : public QWidget
{
    Q_OBJECT

public:
    JobsPanel(RunDesk &desk, Clock &clock, QWidget *parent = nullptr);

    /// The selected runs in the order of the list.
    QList<RunId> selected() const;
    void select(const RunId &id);

    /// The widths and the order of the list, to be remembered.
    QByteArray columns() const;
    void setColumns(const QByteArray &columns);

    /// Gives the keys to the list, or to the search while it is empty.
    void enterList();

Q_SIGNALS:
    /// Escape: the editor goes back to where the keys were before.
    void left();
    void openRequested(const Viral::RunId &id);
    /// Two runs of the list, the older first.
    void compareRequested(const Viral::RunId &first, const Viral::RunId &second);
    /// The same request again: only what is missing is paid.
    void goOnRequested(const Viral::RunId &id);
    void exportRequested(const Viral::RunId &id);
    /// The editor wants to follow a RunPod job by its id.
    void followRequested();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;

private:
    /// What a key of the list does; false for others.
    bool takeKey(int key);
    bool takeSearchKey(int key);
    void editNotes();
    QWidget *buildTop();
    QWidget *buildButtons();
    QWidget *buildUndo();
    void buildTable();
    void widenColumns();
    void showRuns();
    void showChoice();
    void openSelected();
    void compareSelected();
    void deleteSelected();
    void undoDelete();
    void showMenu(const QPoint &place);

    RunDesk &m_desk;
    JobListModel m_model;
    QSortFilterProxyModel m_shown;
    QLineEdit *m_search = nullptr;
    QLabel *m_count = nullptr;
    QTableView *m_table = nullptr;
    QLabel *m_empty = nullptr;
    QPushButton *m_open = nullptr;
    QPushButton *m_compare = nullptr;
    QPushButton *m_goOn = nullptr;
    QPushButton *m_export = nullptr;
    QPushButton *m_delete = nullptr;
    QWidget *m_undoBar = nullptr;
    QLabel *m_undoText = nullptr;
    QList<RunId> m_deleted;
    bool m_entersWhenRead = false;
};

} // namespace Viral
