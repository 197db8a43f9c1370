// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/jobs/jobspanel.h"

#include "ui/style/icons.h"
#include "ui/style/metrics.h"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QMenu>
#include <QPushButton>
#include <QTableView>
#include <QVBoxLayout>

#include <array>

using namespace Qt::StringLiterals;

namespace Viral {

namespace {

QHBoxLayout *rowOf(QWidget *row)
{
    auto *layout = new QHBoxLayout(row);
    layout->setContentsMargins({});
    layout->setSpacing(normalGap);
    return layout;
}

} // namespace

JobsPanel::JobsPanel(RunDesk &desk, Clock &clock, QWidget *parent)
    : QWidget(parent)
    , m_desk(desk)
    , m_model(clock)
{
    m_shown.setSourceModel(&m_model);
    m_shown.setSortRole(JobListModel::SortRole);
    m_shown.setFilterRole(JobListModel::SearchRole);
    m_shown.setFilterKeyColumn(0);
    m_shown.setFilterCaseSensitivity(Qt::CaseInsensitive);
    buildTable();
    m_empty = new QLabel;
    m_empty->setAlignment(Qt::AlignCenter);
    m_empty->setWordWrap(true);
    m_empty->setForegroundRole(QPalette::PlaceholderText);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(normalGap, normalGap, normalGap, normalGap);
    layout->setSpacing(normalGap);
    layout->addWidget(buildTop());
    layout->addWidget(m_table, 1);
    layout->addWidget(m_empty, 1);
    layout->addWidget(buildUndo());
    layout->addWidget(buildButtons());
    // In the search it clears, in the notes it takes nothing over.
    setProperty("keepsEscape", true);
    connect(&m_model, &JobListModel::notesEdited, &desk, &RunDesk::setNotes);
    connect(&desk, &RunDesk::runsChanged, this, &JobsPanel::showRuns);
    connect(&desk, &RunDesk::runChanged, this, &JobsPanel::showRuns);
    connect(&desk, &RunDesk::runFinished, this, &JobsPanel::showRuns);
    showRuns();
}

QWidget *JobsPanel::buildTop()
{
    m_search = new QLineEdit;
    m_search->setPlaceholderText(tr("Search runs"));
    m_search->setAccessibleName(m_search->placeholderText());
    m_search->setClearButtonEnabled(true);
    m_search->addAction(icon(Icon::Search), QLineEdit::LeadingPosition);
    m_search->installEventFilter(this);
    m_count = new QLabel;
    m_count->setForegroundRole(QPalette::PlaceholderText);
    auto *top = new QWidget;
    QHBoxLayout *layout = rowOf(top);
    layout->addWidget(m_search, 1);
    layout->addWidget(m_count);
    connect(m_search, &QLineEdit::textChanged, this, [this](const QString &text) {
        m_shown.setFilterFixedString(text);
        showChoice();
    });
    return top;
}

void JobsPanel::buildTable()
{
    m_table = new QTableView;
    m_table->setModel(&m_shown);
    m_table->setAccessibleName(tr("Runs"));
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setSelectionMode(QAbstractItemView::ExtendedSelection);
    m_table->setEditTriggers(QAbstractItemView::EditKeyPressed | QAbstractItemView::SelectedClicked);
    m_table->setShowGrid(false);
    m_table->setFrameShape(QFrame::NoFrame);
    m_table->setTabKeyNavigation(false);
    m_table->setWordWrap(false);
    m_table->setFont(tabular(font()));
    m_table->setContextMenuPolicy(Qt::CustomContextMenu);
    m_table->verticalHeader()->hide();
    m_table->verticalHeader()->setDefaultSectionSize(rowHeight);
    QHeaderView *header = m_table->horizontalHeader();
    header->setHighlightSections(false);
    header->setSectionResizeMode(QHeaderView::Interactive);
    header->setStretchLastSection(true);
    m_table->setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_table->setSortingEnabled(true);
    m_table->sortByColumn(JobListModel::StartedColumn, Qt::DescendingOrder);
    widenColumns();
    m_table->installEventFilter(this);
    connect(m_table->selectionModel(), &QItemSelectionModel::selectionChanged, this, &JobsPanel::showChoice);
    connect(m_table, &QTableView::doubleClicked, this, [this](const QModelIndex &index) {
        if (index.column() != JobListModel::NotesColumn)
            openSelected();
    });
    connect(m_table, &QTableView::customContextMenuRequested, this, &JobsPanel::showMenu);
}

void JobsPanel::widenColumns()
{
    // As wide as what usually stands in them, at any size of text: in a narrow window the list scrolls.
    const QHash<int, QString> samples{
        {JobListModel::NumberColumn, u"1234"_s},
        {JobListModel::StateColumn, JobListModel::tr("%1 of %2 chunks").arg(22).arg(22)},
        {JobListModel::TitleColumn, QString(36, u'n')},
        {JobListModel::EngineColumn, u"RunPod · gpt-4o-mini"_s},
        {JobListModel::PriceColumn, u"$0.001234"_s},
        {JobListModel::StartedColumn,
         QLocale().toString(QDateTime({2028, 12, 28}, {22, 58, 58}), QLocale::ShortFormat)},
        {JobListModel::TookColumn, u"1:22:58"_s},
        {JobListModel::NotesColumn, QString(18, u'n')}};
    // Widths of words are fractions of pixels.
    constexpr int roundingRoom = smallGap;
    QHeaderView *header = m_table->horizontalHeader();
    const QFontMetrics metrics(m_table->font());
    for (int column = 0; column < JobListModel::ColumnCount; ++column) {
        const int words = metrics.horizontalAdvance(samples.value(column));
        const int sign = column == JobListModel::StateColumn ? smallIcon + largeGap : 0;
        header->resizeSection(column,
                              std::max(words + sign + 2 * normalGap + roundingRoom, header->sectionSizeHint(column)));
    }
}

QWidget *JobsPanel::buildButtons()
{
    m_open = new QPushButton(icon(Icon::Open), tr("Open"));
    m_compare = new QPushButton(tr("Compare"));
    m_compare->setToolTip(tr("Choose two runs to compare them"));
    m_goOn = new QPushButton(icon(Icon::Run), tr("Go on"));
    m_goOn->setToolTip(tr("The same request again: only what is missing is paid"));
    m_export = new QPushButton(icon(Icon::Export), tr("Export…"));
    m_export->setToolTip(tr("A run that has ended well can be exported"));
    m_delete = new QPushButton(tr("Delete"));
    auto *following = new QPushButton(tr("Follow a RunPod job…"));
    auto *buttons = new QWidget;
    QHBoxLayout *layout = rowOf(buttons);
    for (QPushButton *button : {m_open, m_compare, m_goOn, m_export, m_delete})
        layout->addWidget(button);
    layout->addStretch(1);
    layout->addWidget(following);
    connect(m_open, &QPushButton::clicked, this, &JobsPanel::openSelected);
    connect(m_compare, &QPushButton::clicked, this, &JobsPanel::compareSelected);
    connect(m_goOn, &QPushButton::clicked, this, [this] { Q_EMIT goOnRequested(selected().constFirst()); });
    connect(m_export, &QPushButton::clicked, this, [this] { Q_EMIT exportRequested(selected().constFirst()); });
    connect(m_delete, &QPushButton::clicked, this, &JobsPanel::deleteSelected);
    connect(following, &QPushButton::clicked, this, &JobsPanel::followRequested);
    return buttons;
}

QWidget *JobsPanel::buildUndo()
{
    m_undoBar = new QWidget;
    m_undoText = new QLabel;
    auto *undo = new QPushButton(icon(Icon::Undo), tr("Undo"));
    QHBoxLayout *layout = rowOf(m_undoBar);
    layout->addWidget(m_undoText);
    layout->addWidget(undo);
    layout->addStretch(1);
    m_undoBar->hide();
    connect(undo, &QPushButton::clicked, this, &JobsPanel::undoDelete);
    return m_undoBar;
}

QList<RunId> JobsPanel::selected() const
{
    QModelIndexList rows = m_table->selectionModel()->selectedRows();
    std::sort(rows.begin(), rows.end());
    QList<RunId> ids;
    for (const QModelIndex &row : std::as_const(rows))
        ids.append(RunId{row.data(JobListModel::IdRole).toString()});
    return ids;
}

void JobsPanel::select(const RunId &id)
{
    if (const int row = m_model.rowOf(id); row >= 0)
        m_table->selectRow(m_shown.mapFromSource(m_model.index(row, 0)).row());
}

void JobsPanel::showRuns()
{
    m_model.setRuns(m_desk.runs());
    showChoice();
    // The list was asked for before it was read.
    if (m_entersWhenRead && m_search->hasFocus() && m_search->text().isEmpty() && m_shown.rowCount() > 0)
        enterList();
}

void JobsPanel::showChoice()
{
    const int all = m_model.rowCount();
    const int shown = m_shown.rowCount();
    m_count->setText(shown == all ? tr("%n run(s)", nullptr, all) : tr("%1 of %n run(s)", nullptr, all).arg(shown));
    m_table->setVisible(shown > 0);
    m_empty->setVisible(shown == 0);
    m_empty->setText(all == 0 ? tr("No runs yet. Open a transcript and find moments; every run stays here with its "
                                   "result.")
                              : tr("No run has these words. Escape clears the search."));
    const QList<RunId> ids = selected();
    const RunRecord *one = ids.size() == 1 ? &m_model.at(m_model.rowOf(ids.constFirst())) : nullptr;
    m_open->setEnabled(one);
    m_compare->setEnabled(ids.size() == 2);
    m_goOn->setEnabled(one && (one->isFinished() || !m_desk.live(one->id)));
    m_goOn->setText(one && one->state == RunState::Succeeded ? tr("Run again") : tr("Go on"));
    m_export->setEnabled(one && one->state == RunState::Succeeded);
    m_delete->setEnabled(!ids.isEmpty());
}

void JobsPanel::openSelected()
{
    if (const QList<RunId> ids = selected(); ids.size() == 1)
        Q_EMIT openRequested(ids.constFirst());
}

void JobsPanel::compareSelected()
{
    QList<RunId> ids = selected();
    if (ids.size() != 2)
        return;
    if (m_model.at(m_model.rowOf(ids.at(0))).number > m_model.at(m_model.rowOf(ids.at(1))).number)
        ids.swapItemsAt(0, 1);
    Q_EMIT compareRequested(ids.at(0), ids.at(1));
}

void JobsPanel::deleteSelected()
{
    m_deleted.clear();
    for (const RunId &id : selected()) {
        // What goes on is cancelled before it is put out of sight.
        if (const LiveRun *live = m_desk.live(id); live && !live->isFinished())
            continue;
        m_deleted.append(id);
        m_desk.setDeleted(id, true);
    }
    m_undoText->setText(m_deleted.isEmpty() ? tr("A run that goes on cannot be deleted; cancel it first.")
                                            : tr("%n run(s) deleted. What was paid for is kept.", nullptr,
                                                 static_cast<int>(m_deleted.size())));
    m_undoBar->show();
}

void JobsPanel::undoDelete()
{
    for (const RunId &id : std::as_const(m_deleted))
        m_desk.setDeleted(id, false);
    m_deleted.clear();
    m_undoBar->hide();
}

void JobsPanel::showMenu(const QPoint &place)
{
    QMenu menu(this);
    for (QPushButton *button : {m_open, m_compare, m_goOn, m_export, m_delete}) {
        QAction *action = menu.addAction(button->icon(), button->text(), button, &QPushButton::click);
        action->setEnabled(button->isEnabled());
        action->setIconVisibleInMenu(false);
    }
    menu.exec(m_table->viewport()->mapToGlobal(place));
}

QByteArray JobsPanel::columns() const
{
    return m_table->horizontalHeader()->saveState();
}

void JobsPanel::setColumns(const QByteArray &columns)
{
    m_table->horizontalHeader()->restoreState(columns);
}

void JobsPanel::focusInEvent(QFocusEvent *event)
{
    QWidget::focusInEvent(event);
    enterList();
}

void JobsPanel::enterList()
{
    m_entersWhenRead = m_shown.rowCount() == 0;
    if (m_entersWhenRead) {
        m_search->setFocus(Qt::ShortcutFocusReason);
        return;
    }
    if (!m_table->selectionModel()->hasSelection())
        m_table->selectRow(0);
    m_table->setFocus(Qt::ShortcutFocusReason);
}

void JobsPanel::editNotes()
{
    const QModelIndex current = m_table->currentIndex();
    if (!current.isValid())
        return;
    const QModelIndex notes = current.siblingAtColumn(JobListModel::NotesColumn);
    m_table->selectionModel()->setCurrentIndex(notes, QItemSelectionModel::NoUpdate);
    m_table->edit(notes);
}

bool JobsPanel::takeKey(int key)
{
    switch (key) {
    case Qt::Key_Return:
    case Qt::Key_Enter:
        openSelected();
        return true;
    case Qt::Key_Delete:
        deleteSelected();
        return true;
    case Qt::Key_F2:
        editNotes();
        return true;
    case Qt::Key_Escape:
        Q_EMIT left();
        return true;
    default:
        return false;
    }
}

bool JobsPanel::takeSearchKey(int key)
{
    if (key == Qt::Key_Escape && !m_search->text().isEmpty())
        m_search->clear();
    else if (key == Qt::Key_Escape)
        Q_EMIT left();
    else if (key == Qt::Key_Down || key == Qt::Key_Return || key == Qt::Key_Enter)
        enterList();
    else
        return false;
    return true;
}

bool JobsPanel::eventFilter(QObject *watched, QEvent *event)
{
    const bool isOurs = watched == m_table || watched == m_search;
    if (!isOurs || (event->type() != QEvent::KeyPress && event->type() != QEvent::ShortcutOverride))
        return QWidget::eventFilter(watched, event);
    const auto *press = static_cast<QKeyEvent *>(event);
    if ((press->modifiers() & ~Qt::KeypadModifier) != Qt::NoModifier)
        return QWidget::eventFilter(watched, event);
    if (event->type() == QEvent::KeyPress)
        return watched == m_table ? takeKey(press->key()) : takeSearchKey(press->key());
    // The window has other meanings for these keys: Delete rejects a moment.
    static constexpr std::array ofTable{Qt::Key_Return, Qt::Key_Enter, Qt::Key_Delete, Qt::Key_F2, Qt::Key_Escape};
    static constexpr std::array ofSearch{Qt::Key_Return, Qt::Key_Enter, Qt::Key_Down, Qt::Key_Escape};
    const bool isMeant = watched == m_table
                             ? std::find(ofTable.begin(), ofTable.end(), press->key()) != ofTable.end()
                             : std::find(ofSearch.begin(), ofSearch.end(), press->key()) != ofSearch.end();
    if (isMeant)
        event->accept();
    return isMeant || QWidget::eventFilter(watched, event);
}

} // namespace Viral
