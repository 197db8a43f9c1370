// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/momentspanel.h"

#include "ui/panels/momentdelegate.h"
#include "ui/style/icons.h"
#include "ui/style/metrics.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace Viral {

namespace {

const QList<QSet<Decision>> &filterChoices()
{
    static const QList<QSet<Decision>> choices{{},
                                               {Decision::Undecided},
                                               {Decision::Kept},
                                               {Decision::Held},
                                               {Decision::Rejected},
                                               {Decision::Undecided, Decision::Kept, Decision::Held}};
    return choices;
}

} // namespace

MomentsPanel::MomentsPanel(ReviewDocument &document, QWidget *parent)
    : QWidget(parent)
    , m_document(document)
    , m_model(new MomentListModel(document, this))
    , m_filter(new MomentFilter(this))
    , m_list(new QListView)
    , m_counts(new QLabel)
    , m_empty(new QLabel)
{
    m_filter->setSourceModel(m_model);
    m_list->setModel(m_filter);
    m_list->setItemDelegate(new MomentDelegate(m_list));
    m_list->setSelectionMode(QAbstractItemView::ExtendedSelection);
    m_list->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_list->setUniformItemSizes(true);
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setAccessibleName(tr("Moments"));
    // The window's own actions go through the moments, and play them.
    m_list->setProperty("leavesKeysToWindow", true);
    m_empty->setAlignment(Qt::AlignCenter);
    m_empty->setWordWrap(true);
    m_empty->setMargin(largeGap);
    m_empty->setForegroundRole(QPalette::PlaceholderText);
    m_counts->setContentsMargins(normalGap, smallGap, normalGap, smallGap);
    m_counts->setFont(tabular(sized(font(), TextSize::Small)));
    m_counts->setForegroundRole(QPalette::PlaceholderText);

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->setSpacing(0);
    buildTop();
    layout->addWidget(m_list, 1);
    layout->addWidget(m_empty, 1);
    layout->addWidget(m_counts);

    connect(&document, &ReviewDocument::changed, this, &MomentsPanel::follow);
    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this, &MomentsPanel::takeCurrent);
    connect(m_list, &QListView::activated, this,
            [this](const QModelIndex &index) { Q_EMIT activated(m_model->idAt(index)); });
    connect(m_filter, &QAbstractItemModel::layoutChanged, this, &MomentsPanel::showCurrent);
    showCurrent();
    updateCounts();
}

void MomentsPanel::buildTop()
{
    m_search = new QLineEdit;
    m_search->setPlaceholderText(tr("Search moments"));
    m_search->setClearButtonEnabled(true);
    m_search->addAction(icon(Icon::Search), QLineEdit::LeadingPosition);
    m_search->setAccessibleName(tr("Search moments"));
    m_show = new QComboBox;
    m_show->addItems({tr("All"), tr("Undecided"), tr("Kept"), tr("Held"), tr("Rejected"), tr("Not rejected")});
    m_show->setAccessibleName(tr("Show"));
    // A choice made, the keys belong to the moments again.
    connect(m_show, &QComboBox::activated, m_list, [this] { m_list->setFocus(); });
    m_order = new QComboBox;
    m_order->addItems({tr("By time"), tr("By score")});
    m_order->setAccessibleName(tr("Order"));
    connect(m_order, &QComboBox::activated, m_list, [this] { m_list->setFocus(); });

    auto *top = new QVBoxLayout;
    top->setContentsMargins(normalGap, normalGap, normalGap, normalGap);
    top->setSpacing(normalGap);
    auto *row = new QHBoxLayout;
    row->setSpacing(normalGap);
    row->addWidget(m_show, 1);
    row->addWidget(m_order, 1);
    top->addWidget(m_search);
    top->addLayout(row);
    static_cast<QVBoxLayout *>(layout())->addLayout(top);

    connect(m_search, &QLineEdit::textChanged, this, [this](const QString &text) {
        m_filter->setText(text);
        showCurrent();
        updateCounts();
    });
    connect(m_show, &QComboBox::currentIndexChanged, this, &MomentsPanel::setFilter);
    connect(m_order, &QComboBox::currentIndexChanged, this, [this](int choice) {
        m_filter->setOrder(choice == 0 ? MomentOrder::ByTime : MomentOrder::ByScore);
        showCurrent();
    });
}

void MomentsPanel::setFilter(int choice)
{
    m_filter->setDecisions(filterChoices().value(choice));
    showCurrent();
    updateCounts();
}

void MomentsPanel::follow(const DocumentChange &change)
{
    if (std::holds_alternative<CurrentMomentChanged>(change) || std::holds_alternative<WorkReplaced>(change) ||
        std::holds_alternative<MomentsAddedOrRemoved>(change))
        showCurrent();
    updateCounts();
}

void MomentsPanel::showCurrent()
{
    const QModelIndex index = m_filter->mapFromSource(m_model->indexOf(m_document.currentMoment()));
    QItemSelectionModel *selection = m_list->selectionModel();
    if (!index.isValid()) {
        // What is current elsewhere is not in this list: no row may look, or act, as if it were.
        selection->clear();
        return;
    }
    if (index != m_list->currentIndex() || !selection->isSelected(index))
        selection->setCurrentIndex(index, QItemSelectionModel::ClearAndSelect);
    m_list->scrollTo(index);
}

void MomentsPanel::takeCurrent(const QModelIndex &index)
{
    if (index.isValid())
        m_document.setCurrentMoment(m_model->idAt(index));
}

void MomentsPanel::updateCounts()
{
    const Review &review = m_document.review();
    m_counts->setText(tr("%1 of %2 shown · %3 kept · %4 held · %5 rejected")
                          .arg(m_filter->rowCount())
                          .arg(review.moments().size())
                          .arg(review.count(Decision::Kept))
                          .arg(review.count(Decision::Held))
                          .arg(review.count(Decision::Rejected)));
    const bool isEmpty = m_filter->rowCount() == 0;
    m_list->setVisible(!isEmpty);
    m_empty->setVisible(isEmpty);
    m_counts->setVisible(m_document.isOpen());
    if (!m_document.isOpen())
        m_empty->setText(tr("Nothing is open."));
    else if (review.moments().isEmpty())
        m_empty->setText(tr("No moments were found. “Why” shows %1 candidates and what removed them.")
                             .arg(m_document.work().outcome.funnel.entries.size()));
    else
        m_empty->setText(tr("No moment matches the search and the filter."));
}

QList<MomentId> MomentsPanel::shownMoments() const
{
    QList<MomentId> shown;
    for (int row = 0; row < m_filter->rowCount(); ++row)
        shown.append(m_model->idAt(m_filter->index(row, 0)));
    return shown;
}

QList<MomentId> MomentsPanel::selectedMoments() const
{
    QList<MomentId> selected;
    if (!m_document.currentMoment().isEmpty())
        selected.append(m_document.currentMoment());
    const QModelIndex current = m_filter->mapFromSource(m_model->indexOf(m_document.currentMoment()));
    if (!m_list->selectionModel()->isSelected(current))
        return selected;
    for (const QModelIndex &index : m_list->selectionModel()->selectedIndexes()) {
        if (const MomentId id = m_model->idAt(index); !selected.contains(id))
            selected.append(id);
    }
    return selected;
}

void MomentsPanel::goBy(int rows)
{
    const int count = m_filter->rowCount();
    if (count == 0)
        return;
    const QModelIndex current = m_filter->mapFromSource(m_model->indexOf(m_document.currentMoment()));
    const int row = current.isValid() ? current.row() + rows : 0;
    m_document.setCurrentMoment(m_model->idAt(m_filter->index(std::clamp(row, 0, count - 1), 0)));
}

MomentId MomentsPanel::nextUndecided(const QList<MomentId> &without) const
{
    const int count = m_filter->rowCount();
    const int current = m_filter->mapFromSource(m_model->indexOf(m_document.currentMoment())).row();
    for (int offset = 1; offset <= count; ++offset) {
        const QModelIndex index = m_filter->index((current + offset) % count, 0);
        const MomentId id = m_model->idAt(index);
        if (index.data(MomentListModel::DecisionRole).toInt() == static_cast<int>(Decision::Undecided) &&
            !without.contains(id))
            return id;
    }
    return {};
}

void MomentsPanel::focusSearch()
{
    m_search->setFocus(Qt::ShortcutFocusReason);
    m_search->selectAll();
}

} // namespace Viral
