// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/figuretable.h"

#include "ui/style/metrics.h"

#include <QGridLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QVBoxLayout>

#include <algorithm>
#include <numeric>

namespace Viral {

namespace {

/// Further apart the eye does not find from a name to its figures.
constexpr int widest = 96 * gridStep;

} // namespace

FigureTable::FigureTable(const QString &title, QWidget *parent)
    : QWidget(parent)
    , m_title(new QLabel)
    , m_grid(new QGridLayout)
{
    m_title->setFont(sized(font(), TextSize::Normal, TextWeight::Strong));
    m_title->setWordWrap(true);
    m_grid->setContentsMargins({});
    m_grid->setHorizontalSpacing(normalGap);
    m_grid->setVerticalSpacing(smallGap);
    m_grid->setColumnStretch(0, 1);
    auto *body = new QWidget;
    body->setLayout(m_grid);
    body->setMaximumWidth(widest);
    auto *line = new QHBoxLayout;
    line->addWidget(body, 1);
    line->addStretch(0);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->setSpacing(smallGap);
    layout->addWidget(m_title);
    layout->addLayout(line);
    layout->addStretch(1);
    setTitle(title);
}

void FigureTable::setTitle(const QString &title)
{
    m_title->setText(title);
    setAccessibleName(title);
}

QLabel *FigureTable::cell(int row, int column)
{
    while (m_cells.size() <= row)
        m_cells.append(QList<QLabel *>());
    while (m_cells.at(row).size() <= column) {
        auto *label = new QLabel;
        const auto added = static_cast<int>(m_cells.at(row).size());
        label->setAlignment((added == 0 ? Qt::AlignLeft : Qt::AlignRight) | Qt::AlignVCenter);
        // The name gives way, down to what widthIn() leaves it; a label alone would ask for more.
        label->setWordWrap(added == 0);
        if (added == 0)
            label->setMinimumWidth(gridStep);
        m_grid->addWidget(label, row, added);
        m_cells[row].append(label);
    }
    return m_cells.at(row).at(column);
}

void FigureTable::setLines(const QList<Line> &lines)
{
    m_lines = lines;
    for (int row = 0; row < lines.size(); ++row) {
        const Line &line = lines.at(row);
        for (int column = 0; column < line.cells.size(); ++column) {
            QLabel *label = cell(row, column);
            label->setText(line.cells.at(column));
            label->setToolTip(line.toolTip);
            label->show();
        }
    }
    for (int row = 0; row < m_cells.size(); ++row) {
        const auto used = row < lines.size() ? lines.at(row).cells.size() : 0;
        for (QLabel *label : m_cells.at(row).mid(used)) {
            label->clear();
            label->hide();
        }
    }
    dress();
    updateGeometry();
}

int FigureTable::widthIn(TextSize size) const
{
    QList<int> widths;
    for (const Line &line : m_lines) {
        const QFontMetrics metrics(tabular(sized(font(), size, line.isSum ? TextWeight::Strong : TextWeight::Normal)));
        widths.resize(std::max(widths.size(), line.cells.size()));
        for (int column = 0; column < line.cells.size(); ++column) {
            // A name may be broken between its words.
            const QStringList parts =
                column == 0 ? line.cells.at(column).split(u' ') : QStringList{line.cells.at(column)};
            for (const QString &part : parts)
                widths[column] = std::max(widths.at(column), metrics.horizontalAdvance(part));
        }
    }
    // A label is a pixel wider than its text where that ends within one.
    const int gaps = static_cast<int>(widths.size()) * (normalGap + 1);
    return std::accumulate(widths.cbegin(), widths.cend(), gaps);
}

void FigureTable::dress()
{
    m_size = width() < widthIn(TextSize::Normal) ? TextSize::Small : TextSize::Normal;
    // Cells come one after the other, and each of them may lay out what there is so far.
    for (int row = 0; row < std::min(m_lines.size(), m_cells.size()); ++row) {
        const auto weight = m_lines.at(row).isSum ? TextWeight::Strong : TextWeight::Normal;
        for (QLabel *label : std::as_const(m_cells[row]))
            label->setFont(tabular(sized(font(), m_size, weight)));
    }
}

QSize FigureTable::minimumSizeHint() const
{
    return {widthIn(TextSize::Small), QWidget::minimumSizeHint().height()};
}

void FigureTable::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    dress();
}

void FigureTable::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::FontChange)
        dress();
}

} // namespace Viral
