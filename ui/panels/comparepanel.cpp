// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/comparepanel.h"

#include "ui/models/comparemodel.h"
#include "ui/panels/tablelook.h"
#include "ui/panels/whenshown.h"
#include "ui/style/metrics.h"

#include <QCheckBox>
#include <QComboBox>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QSignalBlocker>
#include <QSortFilterProxyModel>
#include <QTableView>
#include <QVBoxLayout>

#include <utility>

using namespace Qt::StringLiterals;

namespace Viral {

namespace {

/// In heights of the text.
constexpr int widestChoice = 16;

/// Hides what is the same on both sides when asked to.
class DifferenceFilter final : public QSortFilterProxyModel
{
public:
    using QSortFilterProxyModel::QSortFilterProxyModel;

    void setDifferencesOnly(bool differencesOnly)
    {
        m_differencesOnly = differencesOnly;
        invalidateFilter();
    }

protected:
    bool filterAcceptsRow(int row, const QModelIndex &parent) const override
    {
        const QVariant difference = sourceModel()->index(row, 0, parent).data(CompareModel::DifferenceRole);
        return !m_differencesOnly || difference.toInt() != static_cast<int>(Difference::Same);
    }

private:
    bool m_differencesOnly = false;
};

} // namespace

ComparePanel::ComparePanel(ReviewDocument &document, QWidget *parent)
    : QWidget(parent)
    , m_document(document)
    , m_model(new CompareModel(document, this))
    , m_whenShown(new WhenShown([this] { catchUp(); }, *this, this))
    , m_choice(new QComboBox)
    , m_open(new QPushButton(tr("Another result…")))
    , m_summary(new QLabel)
    , m_differencesOnly(new QCheckBox(tr("Only what differs")))
    , m_table(new QTableView)
    , m_take(new QPushButton(tr("Take over")))
    , m_takeBest(new QPushButton(tr("Take the best of both")))
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(normalGap, normalGap, normalGap, normalGap);
    layout->setSpacing(normalGap);
    buildTop();
    buildTable();
    layout->addWidget(m_table, 1);
    connect(&document, &ReviewDocument::changed, this, &ComparePanel::follow);
    m_model->setFollowing(false);
    catchUp();
    m_whenShown->ask();
}

void ComparePanel::buildTop()
{
    m_choice->setAccessibleName(tr("Compare with"));
    // As wide as its names, but the name of a file may be of any length.
    m_choice->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    m_choice->setMinimumWidth(32 * gridStep);
    m_choice->setMaximumWidth(widestChoice * fontMetrics().height());
    m_summary->setWordWrap(true);
    // The panel lies flat below the transcript: the rows are what needs the height.
    auto *row = new QHBoxLayout;
    row->setSpacing(normalGap);
    row->addWidget(m_choice);
    row->addWidget(m_open);
    row->addWidget(m_summary, 1);
    row->addWidget(m_differencesOnly);
    row->addWidget(m_take);
    row->addWidget(m_takeBest);
    static_cast<QVBoxLayout *>(layout())->addLayout(row);
    connect(m_take, &QPushButton::clicked, this, &ComparePanel::takeSelected);
    connect(m_takeBest, &QPushButton::clicked, this, &ComparePanel::takeBest);
    connect(m_choice, &QComboBox::currentIndexChanged, this, &ComparePanel::showOther);
    connect(m_open, &QPushButton::clicked, this, &ComparePanel::fileRequested);
}

void ComparePanel::buildTable()
{
    auto *filter = new DifferenceFilter(this);
    filter->setSourceModel(m_model);
    m_shown = filter;
    m_table->setModel(m_shown);
    m_table->setAccessibleName(tr("Moments of both results"));
    dressTable(*m_table);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->horizontalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
    m_table->horizontalHeader()->setSectionResizeMode(CompareModel::TitleColumn, QHeaderView::Stretch);
    m_table->horizontalHeader()->setMinimumSectionSize(12 * gridStep);
    connect(m_differencesOnly, &QCheckBox::toggled, this, [filter](bool on) { filter->setDifferencesOnly(on); });
    connect(m_table->selectionModel(), &QItemSelectionModel::currentChanged, this, &ComparePanel::showSelected);
    connect(m_table, &QTableView::activated, this, &ComparePanel::takeSelected);
    connect(m_model, &QAbstractItemModel::modelAboutToBeReset, this, &ComparePanel::keepRow);
    connect(m_model, &QAbstractItemModel::modelReset, this, &ComparePanel::restoreRow);
}

void ComparePanel::setTimes(const TimecodeFormat &times)
{
    m_model->setTimes(times);
}

void ComparePanel::follow(const DocumentChange &change)
{
    if (std::holds_alternative<WorkReplaced>(change)) {
        m_isWorkNew = true;
        if (!m_document.isOpen())
            catchUp();
        else if (!isVisible())
            m_model->setOther(nullptr);
    }
    m_whenShown->ask();
}

void ComparePanel::catchUp()
{
    if (std::exchange(m_isWorkNew, false))
        offerSecondOpinion();
    m_model->setFollowing(isVisible());
    showSummary();
}

void ComparePanel::hideEvent(QHideEvent *event)
{
    QWidget::hideEvent(event);
    m_model->setFollowing(false);
    // What changes from now on is compared when it is looked at again.
    m_whenShown->ask();
}

void ComparePanel::offerSecondOpinion()
{
    {
        const QSignalBlocker blocker(m_choice);
        m_choice->clear();
        m_others.clear();
        if (const std::optional<AnalysisOutcome> &opinion = m_document.work().secondOpinion) {
            m_others.append(std::make_shared<AnalysisOutcome>(*opinion));
            m_choice->addItem(tr("Second opinion: the words alone"));
        }
    }
    m_open->setEnabled(m_document.isOpen());
    showOther(m_choice->currentIndex());
}

void ComparePanel::addOther(const QString &name, std::shared_ptr<const AnalysisOutcome> other)
{
    // The opened work must not take it away again when the panel is shown.
    if (std::exchange(m_isWorkNew, false))
        offerSecondOpinion();
    m_others.append(std::move(other));
    m_choice->addItem(name);
    m_choice->setCurrentIndex(m_choice->count() - 1);
}

void ComparePanel::showOther(int choice)
{
    m_model->setOther(choice >= 0 ? m_others.value(choice) : nullptr);
    m_choice->setEnabled(!m_others.isEmpty());
    // The name of a file is longer than the box.
    m_choice->setToolTip(m_choice->currentText());
    showSummary();
    showSelected();
}

void ComparePanel::showSummary()
{
    const AnalysisOutcome *other = m_model->other();
    m_takeBest->setEnabled(other && !bestOfTheirs(m_model->rows()).isEmpty());
    m_table->setEnabled(other);
    m_differencesOnly->setEnabled(other);
    if (!other) {
        m_summary->setText(m_document.isOpen() ? tr("Choose another result of this interview to compare with.")
                                               : tr("Nothing is open."));
        return;
    }
    QStringList parts{tr("%n the same", nullptr, m_model->count(Difference::Same)),
                      tr("%n with other edges", nullptr, m_model->count(Difference::Moved)),
                      tr("%n only there", nullptr, m_model->count(Difference::Gained)),
                      tr("%n only here", nullptr, m_model->count(Difference::Lost))};
    if (const auto shift = priceShift(m_document.work().outcome.result, other->result)) {
        const MicroDollars size{shift->value < 0 ? -shift->value : shift->value};
        if (shift->value != 0)
            parts.append(shift->value > 0 ? tr("%1 dearer there").arg(size.forPeople())
                                          : tr("%1 cheaper there").arg(size.forPeople()));
    }
    m_summary->setText(parts.join(u" · "_s));
}

void ComparePanel::showSelected()
{
    const QModelIndex index = m_table->currentIndex();
    m_take->setEnabled(index.isValid() && index.data(CompareModel::TheirPlaceRole).toInt() >= 0 &&
                       index.data(CompareModel::DifferenceRole).toInt() != static_cast<int>(Difference::Same));
    if (!index.isValid() || !m_table->hasFocus())
        return;
    if (const MomentId ours{index.data(CompareModel::OurMomentRole).toString()}; !ours.isEmpty())
        m_document.setCurrentMoment(ours);
    else
        Q_EMIT placeRequested(Milliseconds{index.data(CompareModel::StartRole).toLongLong()});
}

void ComparePanel::keepRow()
{
    m_keptRow = m_table->currentIndex().data(CompareModel::KeyRole).toString();
}

void ComparePanel::restoreRow()
{
    for (int row = 0; row < m_shown->rowCount() && !m_keptRow.isEmpty(); ++row) {
        const QModelIndex index = m_shown->index(row, CompareModel::DifferenceColumn);
        if (index.data(CompareModel::KeyRole).toString() == m_keptRow) {
            m_table->setCurrentIndex(index);
            break;
        }
    }
    showSummary();
    showSelected();
}

void ComparePanel::takeSelected()
{
    const AnalysisOutcome *other = m_model->other();
    const int place = m_table->currentIndex().data(CompareModel::TheirPlaceRole).toInt();
    if (!other || !m_take->isEnabled())
        return;
    const Moment moment = other->result.moments.at(place);
    if (m_document.takeOver({moment}))
        Q_EMIT message(tr("Taken over: “%1”").arg(moment.title));
}

void ComparePanel::takeBest()
{
    const AnalysisOutcome *other = m_model->other();
    if (!other)
        return;
    const QList<int> places = bestOfTheirs(m_model->rows());
    QList<Moment> moments;
    QList<MomentId> replaced;
    for (const int place : places)
        moments.append(other->result.moments.at(place));
    for (const ComparedMoment &row : m_model->rows()) {
        if (row.theirs && row.ours && places.contains(*row.theirs))
            replaced.append(m_model->ourMoment(row));
    }
    if (m_document.takeOver(moments, replaced))
        Q_EMIT message(tr("%n moment(s) taken over", nullptr, static_cast<int>(moments.size())));
}

} // namespace Viral
