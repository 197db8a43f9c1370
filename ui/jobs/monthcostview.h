// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/desk/rundesk.h"
#include "ui/jobs/monthcostmodel.h"

#include <QDialog>

class QLabel;
class QTableView;

namespace Viral {

/// A bar per month, the newest at the right, with its price.
class MonthCostChart final : public QWidget
{
    Q_OBJECT

public:
    using QWidget::QWidget;

    /// Newest first; more than fit are left out.
    void setMonths(const QList<MonthCost> &months);
    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QList<MonthCost> m_months;
};

/// What each month cost, as a chart and a table; against the budget where there is one.
class MonthCostDialog final : public QDialog
{
    Q_OBJECT

public:
    explicit MonthCostDialog(const RunDesk &desk, QWidget *parent = nullptr);

private:
    void showMonths();

    const RunDesk &m_desk;
    MonthCostModel m_model;
    QLabel *m_headline = nullptr;
    MonthCostChart *m_chart = nullptr;
    QTableView *m_table = nullptr;
    QLabel *m_empty = nullptr;
};

} // namespace Viral
