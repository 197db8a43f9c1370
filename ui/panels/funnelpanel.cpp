// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/funnelpanel.h"

#include "ui/style/metrics.h"

#include <QCheckBox>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QSortFilterProxyModel>
#include <QTableView>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace Viral {

namespace {

/// Hides the candidates that are in the result when asked to.
class DroppedFilter final : public QSortFilterProxyModel
{
public:
    using QSortFilterProxyModel::QSortFilterProxyModel;

    void setDroppedOnly(bool droppedOnly)
    {
        m_droppedOnly = droppedOnly;
        invalidateFilter();
    }

protected:
    bool filterAcceptsRow(int row, const QModelIndex &parent) const override
    {
        return !m_droppedOnly || !sourceModel()->index(row, 0, parent).data(FunnelModel::KeptRole).toBool();
    }

private:
    bool m_droppedOnly = false;
};

} // namespace

FunnelPanel::FunnelPanel(ReviewDocument &document, QWidget *parent)
    : QWidget(parent)
    , m_document(document)
    , m_model(new FunnelModel(document, this))
    , m_counts(new QLabel)
    , m_droppedOnly(new QCheckBox(tr("Only what was dropped")))
    , m_table(new QTableView)
    , m_reason(new QLabel)
    , m_promote(new QPushButton(tr("Bring back")))
{
    auto *filter = new DroppedFilter(this);
    filter->setSourceModel(m_model);
    filter->setSortRole(FunnelModel::SortRole);
    m_sorted = filter;
    m_counts->setWordWrap(true);
    m_counts->setFont(sized(font(), TextSize::Normal, TextWeight::Strong));
    m_table->setModel(m_sorted);
    m_table->setAccessibleName(tr("Candidates"));
    m_table->setSortingEnabled(true);
    m_table->sortByColumn(FunnelModel::NumberColumn, Qt::AscendingOrder);
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setShowGrid(false);
    m_table->setFrameShape(QFrame::NoFrame);
    m_table->setTabKeyNavigation(false);
    m_table->setWordWrap(false);
    m_table->verticalHeader()->hide();
    m_table->verticalHeader()->setDefaultSectionSize(rowHeight);
    // Reason and number of the selected one stand below in full; the chunk is told by the time.
    m_table->setColumnHidden(FunnelModel::ReasonColumn, true);
    m_table->setColumnHidden(FunnelModel::MeasuredColumn, true);
    m_table->setColumnHidden(FunnelModel::ChunkColumn, true);
    m_table->horizontalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
    m_table->horizontalHeader()->setSectionResizeMode(FunnelModel::TitleColumn, QHeaderView::Stretch);
    m_table->horizontalHeader()->setMinimumSectionSize(8 * gridStep);
    m_reason->setWordWrap(true);
    m_reason->setMinimumHeight(3 * fontMetrics().lineSpacing());
    m_reason->setAlignment(Qt::AlignLeft | Qt::AlignTop);

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(largeGap, largeGap, largeGap, largeGap);
    layout->setSpacing(normalGap);
    layout->addWidget(m_counts);
    layout->addWidget(m_droppedOnly);
    layout->addWidget(m_table, 1);
    layout->addWidget(m_reason);
    auto *row = new QHBoxLayout;
    row->addStretch();
    row->addWidget(m_promote);
    layout->addLayout(row);

    connect(m_droppedOnly, &QCheckBox::toggled, this, [filter](bool on) { filter->setDroppedOnly(on); });
    connect(m_table->selectionModel(), &QItemSelectionModel::currentChanged, this, &FunnelPanel::showSelected);
    connect(m_table, &QTableView::activated, this, &FunnelPanel::promote);
    connect(m_promote, &QPushButton::clicked, this, &FunnelPanel::promote);
    connect(m_model, &QAbstractItemModel::modelReset, this, &FunnelPanel::showCounts);
    connect(&document, &ReviewDocument::changed, this, [this](const DocumentChange &change) {
        if (std::holds_alternative<OutcomeGrown>(change))
            showCounts();
    });
    showCounts();
}

int FunnelPanel::selectedNumber() const
{
    const QModelIndex index = m_table->currentIndex();
    return index.isValid() ? index.data(FunnelModel::NumberRole).toInt() : -1;
}

void FunnelPanel::select(int number)
{
    for (int row = 0; row < m_sorted->rowCount(); ++row) {
        const QModelIndex index = m_sorted->index(row, FunnelModel::TitleColumn);
        if (index.data(FunnelModel::NumberRole).toInt() == number) {
            m_table->setCurrentIndex(index);
            m_table->scrollTo(index);
            return;
        }
    }
}

void FunnelPanel::showCounts()
{
    const QList<FunnelEntry> &entries = m_document.work().outcome.funnel.entries;
    QMap<int, int> dropped;
    for (const FunnelEntry &entry : entries) {
        if (!entry.isKept())
            ++dropped[static_cast<int>(entry.stage)];
    }
    QStringList parts{tr("%1 candidates").arg(entries.size())};
    for (auto it = dropped.cbegin(); it != dropped.cend(); ++it)
        parts.append(tr("%1: %2").arg(stageName(static_cast<FunnelStage>(it.key()))).arg(it.value()));
    m_counts->setText(entries.isEmpty() ? tr("This result came without its candidates.") : parts.join(u" · "_s));
    showSelected();
}

void FunnelPanel::showSelected()
{
    const int number = selectedNumber();
    m_reason->clear();
    m_promote->setEnabled(false);
    for (const FunnelEntry &entry : m_document.work().outcome.funnel.entries) {
        if (entry.number != number)
            continue;
        QStringList lines{entry.isKept() ? tr("In the result.") : entry.reason};
        if (!entry.measured.isEmpty())
            lines.last() += u" ("_s + entry.measured + u')';
        for (const Adjustment &adjustment : entry.adjustments)
            lines.append(adjustment.what + u": "_s + adjustment.why);
        m_reason->setText(lines.join(u'\n'));
        m_promote->setEnabled(!entry.isKept());
        if (const auto span = entry.refined ? entry.refined : entry.proposed; span && m_table->hasFocus())
            Q_EMIT placeRequested(span->start);
    }
}

void FunnelPanel::promote()
{
    if (!m_promote->isEnabled())
        return;
    const Result<MomentId> promoted = m_document.promote(selectedNumber());
    if (!promoted)
        Q_EMIT message(tr("This candidate cannot come back as it is: %1").arg(promoted.error().message));
}

} // namespace Viral
