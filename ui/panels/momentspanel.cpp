// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/momentspanel.h"

#include "ui/panels/filterbar.h"
#include "ui/panels/momentdelegate.h"
#include "ui/panels/momentlistaccess.h"
#include "ui/style/metrics.h"

#include <QContextMenuEvent>
#include <QLabel>
#include <QListView>
#include <QMenu>
#include <QScopedValueRollback>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace Viral {

MomentsPanel::MomentsPanel(ReviewDocument &document, QWidget *parent)
    : QWidget(parent)
    , m_document(document)
    , m_model(new MomentListModel(document, this))
    , m_filter(new MomentFilter(this))
    , m_list(new QListView)
    , m_counts(new QLabel)
    , m_empty(new QLabel)
{
    // Before the list tells readers of itself for the first time.
    tellAsMoments(*m_list);
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
    m_empty->setObjectName(u"empty"_s);
    m_empty->setAlignment(Qt::AlignCenter);
    m_empty->setWordWrap(true);
    m_empty->setMargin(largeGap);
    m_empty->setForegroundRole(QPalette::PlaceholderText);
    m_counts->setWordWrap(true);
    m_counts->setContentsMargins(normalGap, smallGap, normalGap, smallGap);
    m_counts->setFont(tabular(sized(font(), TextSize::Small)));
    m_counts->setForegroundRole(QPalette::PlaceholderText);

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->setSpacing(0);
    buildFilters();
    layout->addWidget(m_list, 1);
    layout->addWidget(m_empty, 1);
    layout->addWidget(m_counts);

    connect(&document, &ReviewDocument::changed, this, &MomentsPanel::follow);
    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this, &MomentsPanel::takeCurrent);
    connect(m_list, &QListView::activated, this,
            [this](const QModelIndex &index) { Q_EMIT activated(m_model->idAt(index)); });
    connect(m_filter, &QAbstractItemModel::layoutChanged, this, &MomentsPanel::showCurrent);
    connect(m_empty, &QLabel::linkActivated, this, &MomentsPanel::clearFilters);
    showCurrent();
    updateCounts();
}

void MomentsPanel::buildFilters()
{
    m_filters = new FilterBar(m_document);
    layout()->addWidget(m_filters);
    connect(m_filters, &FilterBar::criteriaChanged, this, [this](const MomentCriteria &criteria) {
        m_filter->setCriteria(criteria);
        showCurrent();
        updateCounts();
    });
    connect(m_filters, &FilterBar::orderChosen, this, [this](MomentOrder order) {
        m_filter->setOrder(order);
        showCurrent();
    });
    connect(m_filters, &FilterBar::finished, this, &MomentsPanel::focusList);
}

void MomentsPanel::setTimes(const TimecodeFormat &times)
{
    m_model->setTimes(times);
}

void MomentsPanel::follow(const DocumentChange &change)
{
    if (std::holds_alternative<CurrentMomentChanged>(change)) {
        showCurrent();
        return;
    }
    m_filters->follow(change);
    if (std::holds_alternative<WorkReplaced>(change) || std::holds_alternative<MomentsAddedOrRemoved>(change))
        showCurrent();
    updateCounts();
}

void MomentsPanel::showCurrent()
{
    if (m_isTaking)
        return;
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
    const QScopedValueRollback taking(m_isTaking, true);
    if (index.isValid())
        m_document.setCurrentMoment(m_model->idAt(index));
}

void MomentsPanel::updateCounts()
{
    m_counts->setText(countsText());
    const bool isEmpty = m_filter->rowCount() == 0;
    m_list->setVisible(!isEmpty);
    m_empty->setVisible(isEmpty);
    m_counts->setVisible(m_document.isOpen());
    m_empty->setText(emptyText());
}

QString MomentsPanel::countsText() const
{
    const Review &review = m_document.review();
    const qsizetype all = review.moments().size();
    const int shown = m_filter->rowCount();
    QStringList parts{shown < all ? tr("%1 of %2 shown").arg(shown).arg(all)
                                  : tr("%n moment(s)", nullptr, static_cast<int>(all))};
    // What there is none of is not worth a line of its own.
    const auto add = [&](Decision decision, const QString &text) {
        if (const int count = review.count(decision); count > 0)
            parts.append(text.arg(count));
    };
    add(Decision::Undecided, tr("%1 undecided"));
    add(Decision::Kept, tr("%1 kept"));
    add(Decision::Held, tr("%1 held"));
    add(Decision::Rejected, tr("%1 rejected"));
    return parts.join(u" · "_s);
}

QString MomentsPanel::emptyText() const
{
    if (!m_document.isOpen())
        return tr("Nothing is open.");
    if (m_document.work().isLive && m_document.review().moments().isEmpty())
        return m_document.work().arrivesWhole
                   ? tr("The job goes on elsewhere. Its moments come all together when it ends.")
                   : tr("The run goes on. Moments appear here as they are found.");
    if (m_document.review().moments().isEmpty() && m_document.work().outcome.funnel.entries.isEmpty())
        return tr("There are no moments. “Find moments” looks for some.");
    if (m_document.review().moments().isEmpty())
        return tr("No moments were found. “Why” shows %n candidates and what removed them.", nullptr,
                  static_cast<int>(m_document.work().outcome.funnel.entries.size()));
    return tr("No moment matches the search and the filters. <a href=\"clear\">Show all</a>");
}

QList<MomentId> MomentsPanel::shownMoments() const
{
    QList<MomentId> shown;
    for (int row = 0; row < m_filter->rowCount(); ++row)
        shown.append(m_model->idAt(m_filter->index(row, 0)));
    return shown;
}

bool MomentsPanel::shows(const MomentId &id) const
{
    return m_filter->mapFromSource(m_model->indexOf(id)).isValid();
}

QList<MomentId> MomentsPanel::selectedMoments() const
{
    QList<MomentId> selected;
    const QModelIndex current = m_filter->mapFromSource(m_model->indexOf(m_document.currentMoment()));
    const bool isOneOfThem = m_list->selectionModel()->isSelected(current);
    // Taken out of the selection by a click, the current one is not meant; not in the list at all, it alone is.
    if (isOneOfThem || !m_list->selectionModel()->hasSelection()) {
        if (!m_document.currentMoment().isEmpty())
            selected.append(m_document.currentMoment());
    }
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

void MomentsPanel::selectBy(int rows)
{
    QItemSelectionModel *selection = m_list->selectionModel();
    const QModelIndex from = m_list->currentIndex();
    const QModelIndex to = from.siblingAtRow(from.row() + rows);
    if (!to.isValid())
        return;
    if (selection->isSelected(to))
        selection->select(from, QItemSelectionModel::Deselect);
    else
        selection->select(from, QItemSelectionModel::Select);
    selection->setCurrentIndex(to, QItemSelectionModel::Select);
    m_list->scrollTo(to);
}

MomentId MomentsPanel::nextUndecided(const QList<MomentId> &without) const
{
    const int count = m_filter->rowCount();
    const int current = m_filter->mapFromSource(m_model->indexOf(m_document.currentMoment())).row();
    for (int offset = 1; offset <= count; ++offset) {
        const QModelIndex index = m_filter->index((current + offset) % count, 0);
        if (index.data(MomentListModel::DecisionRole).toInt() != static_cast<int>(Decision::Undecided))
            continue;
        if (const MomentId id = m_model->idAt(index); !without.contains(id))
            return id;
    }
    return {};
}

void MomentsPanel::focusSearch()
{
    m_filters->focusSearch();
}

void MomentsPanel::focusList()
{
    // A list out of sight would take the keys when it comes back, in the middle of what is typed then.
    QWidget *target = m_list->isVisible() ? m_list : window();
    target->setFocus(Qt::ShortcutFocusReason);
}

void MomentsPanel::openFilters()
{
    m_filters->openMenu();
}

void MomentsPanel::clearFilters()
{
    m_filters->clear();
    focusList();
}

void MomentsPanel::contextMenuEvent(QContextMenuEvent *event)
{
    const QPoint inList = m_list->viewport()->mapFromGlobal(event->globalPos());
    const bool isOnCard = m_list->isVisible() && m_list->indexAt(inList).isValid();
    const QModelIndex current = m_list->currentIndex();
    if (m_menuActions.isEmpty() || (event->reason() == QContextMenuEvent::Mouse && !isOnCard) || !current.isValid())
        return;
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    for (QAction *action : std::as_const(m_menuActions)) {
        if (action)
            menu->addAction(action);
        else
            menu->addSeparator();
    }
    menu->popup(event->reason() == QContextMenuEvent::Mouse
                    ? event->globalPos()
                    : m_list->viewport()->mapToGlobal(m_list->visualRect(current).center()));
}

} // namespace Viral
