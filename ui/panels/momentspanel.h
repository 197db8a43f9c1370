// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/momentfilter.h"
#include "ui/models/momentlistmodel.h"

#include <QWidget>

class QComboBox;
class QLabel;
class QLineEdit;
class QListView;

namespace Viral {

/// The list of moments with search, filter by decision, order and counts.
class MomentsPanel final : public QWidget
{
    Q_OBJECT

public:
    explicit MomentsPanel(ReviewDocument &document, QWidget *parent = nullptr);

    /// The moments as shown, in their order.
    QList<MomentId> shownMoments() const;
    /// Selected moments, the current one first.
    QList<MomentId> selectedMoments() const;
    /// Makes the next (or previous, for -1) shown moment current; stays at the ends.
    void goBy(int rows);
    /// The next undecided moment shown after the current one, going round, that is not among \a without; empty when
    /// there is none.
    MomentId nextUndecided(const QList<MomentId> &without = {}) const;
    void focusSearch();

Q_SIGNALS:
    /// Enter or a double click: play it.
    void activated(const Viral::MomentId &id);

private:
    void buildTop();
    void follow(const DocumentChange &change);
    void showCurrent();
    void updateCounts();
    void takeCurrent(const QModelIndex &index);
    void setFilter(int choice);

    ReviewDocument &m_document;
    MomentListModel *m_model = nullptr;
    MomentFilter *m_filter = nullptr;
    QLineEdit *m_search = nullptr;
    QComboBox *m_show = nullptr;
    QComboBox *m_order = nullptr;
    QListView *m_list = nullptr;
    QLabel *m_counts = nullptr;
    QLabel *m_empty = nullptr;
};

} // namespace Viral
