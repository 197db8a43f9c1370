// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/historypanel.h"

#include "ui/models/historymodel.h"
#include "ui/panels/tablelook.h"
#include "ui/panels/whenshown.h"
#include "ui/style/icons.h"
#include "ui/style/metrics.h"
#include "ui/style/palette.h"

#include <QEvent>
#include <QHeaderView>
#include <QLabel>
#include <QStyledItemDelegate>
#include <QTableView>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Viral {

namespace {

/// Width of the column of names, in heights of the text.
constexpr int authorEms = 4;

/// Marks the row at which the review stands and fades what was taken back.
class StepDelegate final : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;

protected:
    void initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const override
    {
        QStyledItemDelegate::initStyleOption(option, index);
        if (!index.data(HistoryModel::InForceRole).toBool())
            option->palette.setColor(QPalette::Text, coloursFor(option->palette).textInactive);
        if (index.column() != HistoryModel::StepColumn)
            return;
        option->features |= QStyleOptionViewItem::HasDecoration;
        option->decorationSize = {smallIcon, smallIcon};
        option->icon = index.data(HistoryModel::PositionRole).toBool()
                           ? icon(Icon::ChevronRight, coloursFor(option->palette).accent)
                           : QIcon();
    }
};

} // namespace

HistoryPanel::HistoryPanel(ReviewDocument &document, QWidget *parent)
    : QWidget(parent)
    , m_document(document)
    , m_model(new HistoryModel(document, this))
    , m_table(new QTableView)
    , m_counts(new QLabel)
{
    buildTable();
    m_counts->setForegroundRole(QPalette::PlaceholderText);
    m_counts->setFont(tabular(sized(font(), TextSize::Small)));
    m_counts->setContentsMargins(normalGap, smallGap, normalGap, smallGap);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->setSpacing(0);
    layout->addWidget(m_table, 1);
    layout->addWidget(m_counts);
    auto *shown = new WhenShown([this] { showPosition(); }, *this, this);
    connect(&document, &ReviewDocument::historyChanged, shown, &WhenShown::ask);
    connect(m_table, &QTableView::activated, this, &HistoryPanel::goTo);
    showPosition();
}

void HistoryPanel::buildTable()
{
    m_table->setModel(m_model);
    m_table->setItemDelegate(new StepDelegate(m_table));
    m_table->setAccessibleName(tr("History"));
    dressTable(*m_table);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setFrameShape(QFrame::NoFrame);
    m_table->horizontalHeader()->setSectionResizeMode(HistoryModel::StepColumn, QHeaderView::Stretch);
    m_table->horizontalHeader()->setSectionResizeMode(HistoryModel::AuthorColumn, QHeaderView::Interactive);
    m_table->horizontalHeader()->setSectionResizeMode(HistoryModel::TimeColumn, QHeaderView::Fixed);
    m_table->setColumnWidth(HistoryModel::AuthorColumn, authorEms * m_table->fontMetrics().height());
}

void HistoryPanel::setTimes(const TimecodeFormat &times)
{
    m_model->setTimes(times);
}

void HistoryPanel::showPosition()
{
    const ReviewHistory &history = m_document.history();
    const auto takenBack = history.steps().size() - history.position();
    m_counts->setVisible(m_document.isOpen());
    const QString inForce = tr("%n step(s)", nullptr, static_cast<int>(history.position()));
    m_counts->setText(takenBack == 0
                          ? inForce
                          : tr("%1 · %2").arg(inForce, tr("%n taken back", nullptr, static_cast<int>(takenBack))));
    fitTimes();
    const int position = m_model->position();
    if (position == m_shownPosition)
        return;
    m_shownPosition = position;
    if (position < 0)
        return;
    const QModelIndex current = m_model->index(position, HistoryModel::StepColumn);
    m_table->scrollTo(current);
    if (m_table->hasFocus())
        return;
    // Who comes with the keys begins where the review stands. The view itself would say that it has them.
    const QSignalBlocker quiet(m_table->selectionModel());
    m_table->selectionModel()->setCurrentIndex(current, QItemSelectionModel::NoUpdate);
}

void HistoryPanel::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::FontChange || event->type() == QEvent::StyleChange)
        fitTimes();
}

void HistoryPanel::fitTimes()
{
    // Steps come in order of time: the oldest has the longest text, if any tells its day.
    int width = m_table->horizontalHeader()->sectionSizeHint(HistoryModel::TimeColumn);
    for (const int row : {1, m_model->position(), m_model->rowCount() - 1})
        width = std::max(width, m_table->sizeHintForIndex(m_model->index(row, HistoryModel::TimeColumn)).width());
    m_table->horizontalHeader()->resizeSection(HistoryModel::TimeColumn, width + gridStep);
}

void HistoryPanel::goTo(const QModelIndex &index)
{
    const MomentId moment{index.siblingAtColumn(0).data(HistoryModel::MomentRole).toString()};
    if (m_document.goTo(index.row()) && !moment.isEmpty())
        m_document.setCurrentMoment(moment);
}

} // namespace Viral
