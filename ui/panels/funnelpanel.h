// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/funnelmodel.h"

#include <QWidget>

class QCheckBox;
class QLabel;
class QPushButton;
class QSortFilterProxyModel;
class QTableView;

namespace Viral {

/// "Why": every candidate of the run with what became of it, and a button that brings a dropped one back.
class FunnelPanel final : public QWidget
{
    Q_OBJECT

public:
    explicit FunnelPanel(ReviewDocument &document, QWidget *parent = nullptr);

    /// Selects candidate \a number and shows it.
    void select(int number);

Q_SIGNALS:
    /// The editor wants to see this place.
    void placeRequested(Viral::Milliseconds time);
    /// Something to tell the editor.
    void message(const QString &text);

private:
    void showCounts();
    void showSelected();
    void promote();
    int selectedNumber() const;

    ReviewDocument &m_document;
    FunnelModel *m_model = nullptr;
    QSortFilterProxyModel *m_sorted = nullptr;
    QLabel *m_counts = nullptr;
    QCheckBox *m_droppedOnly = nullptr;
    QTableView *m_table = nullptr;
    QLabel *m_reason = nullptr;
    QPushButton *m_promote = nullptr;
};

} // namespace Viral
