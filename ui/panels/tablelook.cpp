// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/tablelook.h"

#include "ui/style/metrics.h"

#include <QEvent>
#include <QHeaderView>
#include <QTableView>

#include <algorithm>

namespace Viral {

namespace {

/// Keeps the rows of its parent as high as its text.
class RowHeights final : public QObject
{
public:
    RowHeights(QTableView &table, int lines)
        : QObject(&table)
        , m_table(table)
        , m_lines(lines)
    {
        table.installEventFilter(this);
        fit();
    }

protected:
    bool eventFilter(QObject *watched, QEvent *event) override
    {
        if (event->type() == QEvent::FontChange)
            fit();
        return QObject::eventFilter(watched, event);
    }

private:
    void fit()
    {
        const int wanted = m_lines * m_table.fontMetrics().lineSpacing() + normalGap;
        const int height = (wanted + gridStep - 1) / gridStep * gridStep;
        m_table.verticalHeader()->setDefaultSectionSize(std::max(rowHeight, height));
    }

    QTableView &m_table;
    int m_lines = 1;
};

} // namespace

void dressTable(QTableView &table, int lines)
{
    table.setSelectionBehavior(QAbstractItemView::SelectRows);
    table.setShowGrid(false);
    table.setTabKeyNavigation(false);
    table.setWordWrap(lines > 1);
    table.setFont(tabular(table.font()));
    table.verticalHeader()->hide();
    QHeaderView *header = table.horizontalHeader();
    header->setHighlightSections(false);
    header->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    // What is in sight decides how wide a column is, not a thousand rows.
    header->setResizeContentsPrecision(0);
    new RowHeights(table, lines);
}

} // namespace Viral
