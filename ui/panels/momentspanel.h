// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/momentfilter.h"
#include "ui/models/momentlistmodel.h"

#include <QWidget>

class QAction;
class QLabel;
class QListView;

namespace Viral {

class FilterBar;

/// The list of moments with search, filter by decision, order and counts.
class MomentsPanel final : public QWidget
{
    Q_OBJECT

public:
    explicit MomentsPanel(ReviewDocument &document, QWidget *parent = nullptr);

    /// How times are written; the plain clock until it is told.
    void setTimes(const TimecodeFormat &times);

    /// The moments as shown, in their order.
    QList<MomentId> shownMoments() const;
    bool shows(const MomentId &id) const;
    /// Selected moments, the current one first.
    QList<MomentId> selectedMoments() const;
    /// Makes the next (or previous, for -1) shown moment current; stays at the ends.
    void goBy(int rows);
    /// Goes on to the next (or previous, for -1) shown moment and selects it with those that are; going back takes the
    /// last one out again.
    void selectBy(int rows);
    /// The next undecided moment shown after the current one, going round, that is not among \a without; empty when
    /// there is none.
    MomentId nextUndecided(const QList<MomentId> &without = {}) const;
    void focusSearch();
    /// The keys belong to the list.
    void focusList();
    void openFilters();
    /// Shows all moments again.
    void clearFilters();
    /// What the menu of a card offers; null draws a line.
    void setMenuActions(const QList<QAction *> &actions) { m_menuActions = actions; }

Q_SIGNALS:
    /// Enter or a double click: play it.
    void activated(const Viral::MomentId &id);

protected:
    void contextMenuEvent(QContextMenuEvent *event) override;

private:
    void buildFilters();
    void follow(const DocumentChange &change);
    void showCurrent();
    void updateCounts();
    void takeCurrent(const QModelIndex &index);
    QString countsText() const;
    QString emptyText() const;

    ReviewDocument &m_document;
    MomentListModel *m_model = nullptr;
    MomentFilter *m_filter = nullptr;
    FilterBar *m_filters = nullptr;
    QListView *m_list = nullptr;
    QLabel *m_counts = nullptr;
    QLabel *m_empty = nullptr;
    QList<QAction *> m_menuActions;
    /// The list itself chose what is current; its selection is the editor's.
    bool m_isTaking = false;
};

} // namespace Viral
