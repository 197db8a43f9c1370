// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/messagespanel.h"

#include "ui/panels/tablelook.h"
#include "ui/style/icons.h"
#include "ui/style/metrics.h"
#include "ui/style/palette.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QKeyEvent>
#include <QLabel>
#include <QPushButton>
#include <QScrollArea>
#include <QSortFilterProxyModel>
#include <QStyledItemDelegate>
#include <QTableView>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>

namespace Viral {

namespace {

using Severity = Message::Severity;

Icon shapeOf(Severity severity)
{
    switch (severity) {
    case Severity::Error:
        return Icon::Error;
    case Severity::Warning:
        return Icon::Warning;
    case Severity::Note:
        break;
    }
    return Icon::Info;
}

QIcon severityIcon(Severity severity, const Colours &colours)
{
    if (severity == Severity::Note)
        return icon(shapeOf(severity));
    return icon(shapeOf(severity), severity == Severity::Error ? colours.danger : colours.caution);
}

/// From this width on, in heights of the text, the whole message stands beside the list.
constexpr int flatFrom = 40;

/// Draws the icon of the severity beside its word.
class SeverityDelegate final : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;

protected:
    void initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const override
    {
        QStyledItemDelegate::initStyleOption(option, index);
        option->features |= QStyleOptionViewItem::HasDecoration;
        option->decorationSize = {smallIcon, smallIcon};
        const auto severity = static_cast<Severity>(index.data(MessageModel::SeverityRole).toInt());
        option->icon = severityIcon(severity, coloursFor(option->palette));
    }

public:
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        // Widths of letters are reckoned in fractions of a pixel: rounded down, the word would be cut.
        return QStyledItemDelegate::sizeHint(option, index) + QSize(smallGap, 0);
    }
};

/// What the button says that leads to a target; empty where there is none.
QString wordsFor(MessageTarget::Kind kind)
{
    switch (kind) {
    case MessageTarget::Kind::None:
        return {};
    case MessageTarget::Kind::File:
        return MessagesPanel::tr("Show the file");
    case MessageTarget::Kind::Place:
        return MessagesPanel::tr("Go to the place");
    case MessageTarget::Kind::Moment:
        return MessagesPanel::tr("Show the moment");
    case MessageTarget::Kind::Run:
        return MessagesPanel::tr("Show the run");
    case MessageTarget::Kind::Settings:
        return MessagesPanel::tr("Open the settings");
    case MessageTarget::Kind::Report:
        return MessagesPanel::tr("Report the problem…");
    }
    return {};
}

} // namespace

/// Newest first, only the kinds that are wanted.
class MessagesPanel::Filter final : public QSortFilterProxyModel
{
public:
    using QSortFilterProxyModel::QSortFilterProxyModel;

    void setWanted(std::array<bool, 3> wanted)
    {
        m_wanted = wanted;
        invalidateFilter();
    }

protected:
    bool filterAcceptsRow(int row, const QModelIndex &parent) const override
    {
        const int severity = sourceModel()->index(row, 0, parent).data(MessageModel::SeverityRole).toInt();
        return m_wanted.at(static_cast<size_t>(severity));
    }
    bool lessThan(const QModelIndex &left, const QModelIndex &right) const override { return left.row() < right.row(); }

private:
    std::array<bool, 3> m_wanted{true, true, true};
};

MessagesPanel::MessagesPanel(MessageModel &messages, QWidget *parent)
    : QWidget(parent)
    , m_messages(messages)
    , m_shown(new Filter(this))
{
    m_shown->setSourceModel(&messages);
    m_shown->sort(0, Qt::DescendingOrder);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(normalGap, normalGap, normalGap, normalGap);
    layout->setSpacing(normalGap);
    m_empty = new QLabel;
    m_empty->setAlignment(Qt::AlignCenter);
    m_empty->setWordWrap(true);
    m_empty->setForegroundRole(QPalette::PlaceholderText);
    layout->addWidget(buildTop());
    buildTable();
    m_body = new QBoxLayout(QBoxLayout::TopToBottom);
    m_body->setSpacing(normalGap);
    m_body->addWidget(m_table, 3);
    m_body->addWidget(m_empty, 3);
    m_body->addWidget(buildDetail(), 2);
    layout->addLayout(m_body, 1);
    for (const auto signal : {&QAbstractItemModel::rowsInserted, &QAbstractItemModel::rowsRemoved})
        connect(m_shown, signal, this, &MessagesPanel::showCounts);
    connect(m_shown, &QAbstractItemModel::modelReset, this, &MessagesPanel::showCounts);
    connect(m_shown, &QAbstractItemModel::dataChanged, this, &MessagesPanel::showDetail);
    // Rows of a kind that is not shown change its count only.
    connect(&messages, &QAbstractItemModel::rowsInserted, this, &MessagesPanel::showCounts);
    connect(&messages, &QAbstractItemModel::rowsRemoved, this, &MessagesPanel::showCounts);
    showCounts();
}

QWidget *MessagesPanel::buildTop()
{
    auto *row = new QWidget;
    auto *layout = new QHBoxLayout(row);
    layout->setContentsMargins({});
    layout->setSpacing(smallGap);
    for (const Severity severity : {Severity::Error, Severity::Warning, Severity::Note}) {
        auto *button = m_kinds.at(static_cast<size_t>(severity)) = new QToolButton;
        button->setCheckable(true);
        button->setChecked(true);
        button->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
        button->setIconSize({smallIcon, smallIcon});
        connect(button, &QToolButton::toggled, this, &MessagesPanel::chooseShown);
        layout->addWidget(button);
    }
    layout->addStretch();
    m_copy = new QPushButton(icon(Icon::Copy), tr("Copy"));
    m_copy->setToolTip(tr("Copies the selected messages, all that are shown without a selection"));
    m_clear = new QPushButton(tr("Clear"));
    m_clear->setToolTip(tr("Empties the list of this window; the log keeps what it has"));
    connect(m_copy, &QPushButton::clicked, this, &MessagesPanel::copy);
    connect(m_clear, &QPushButton::clicked, &m_messages, &MessageModel::clear);
    layout->addWidget(m_copy);
    layout->addWidget(m_clear);
    return row;
}

void MessagesPanel::buildTable()
{
    m_table = new QTableView;
    m_table->setModel(m_shown);
    m_table->setAccessibleName(tr("Messages"));
    m_table->setItemDelegateForColumn(MessageModel::SeverityColumn, new SeverityDelegate(m_table));
    dressTable(*m_table);
    m_table->setSelectionMode(QAbstractItemView::ExtendedSelection);
    m_table->setFrameShape(QFrame::NoFrame);
    QHeaderView *header = m_table->horizontalHeader();
    header->setSectionResizeMode(QHeaderView::ResizeToContents);
    header->setSectionResizeMode(MessageModel::TextColumn, QHeaderView::Stretch);
    m_table->installEventFilter(this);
    connect(m_table, &QTableView::doubleClicked, this, &MessagesPanel::go);
    connect(m_table->selectionModel(), &QItemSelectionModel::currentChanged, this, &MessagesPanel::showDetail);
}

QWidget *MessagesPanel::buildDetail()
{
    m_text = new QLabel;
    m_text->setWordWrap(true);
    m_text->setTextFormat(Qt::PlainText);
    m_text->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_text->setAccessibleName(tr("The whole message"));
    m_text->setAlignment(Qt::AlignLeft | Qt::AlignTop);
    m_whatToDo = new QLabel;
    m_whatToDo->setWordWrap(true);
    m_whatToDo->setTextFormat(Qt::PlainText);
    m_whatToDo->setFont(sized(font(), TextSize::Normal, TextWeight::Strong));
    m_whatToDo->setAccessibleName(tr("What to do"));
    m_go = new QPushButton;
    connect(m_go, &QPushButton::clicked, this, &MessagesPanel::go);
    auto *texts = new QWidget;
    auto *lines = new QVBoxLayout(texts);
    lines->setContentsMargins({});
    lines->setSpacing(smallGap);
    lines->addWidget(m_text);
    lines->addWidget(m_whatToDo);
    lines->addStretch();
    // A text of many lines scrolls: it never takes the list's place.
    QScrollArea *area = m_textArea = new QScrollArea;
    area->setAccessibleName(tr("The whole message"));
    area->setWidget(texts);
    area->setWidgetResizable(true);
    area->setFrameShape(QFrame::NoFrame);
    area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_detail = new QWidget;
    auto *layout = new QBoxLayout(QBoxLayout::LeftToRight, m_detail);
    layout->setContentsMargins({});
    layout->setSpacing(normalGap);
    layout->addWidget(area, 1);
    layout->addWidget(m_go, 0, Qt::AlignTop | Qt::AlignLeft);
    return m_detail;
}

void MessagesPanel::arrange()
{
    // Lying flat below the window it has width to give and no height.
    const bool isFlat = width() > 2 * height() && width() > flatFrom * fontMetrics().height();
    m_body->setDirection(isFlat ? QBoxLayout::LeftToRight : QBoxLayout::TopToBottom);
    static_cast<QBoxLayout *>(m_detail->layout())
        ->setDirection(isFlat ? QBoxLayout::TopToBottom : QBoxLayout::LeftToRight);
    m_textArea->setMaximumHeight(isFlat ? QWIDGETSIZE_MAX : 4 * fontMetrics().lineSpacing());
}

void MessagesPanel::resizeEvent(QResizeEvent *event)
{
    arrange();
    QWidget::resizeEvent(event);
}

void MessagesPanel::begin()
{
    m_table->setFocus();
    if (m_table->selectionModel()->hasSelection() || m_shown->rowCount() == 0)
        return;
    // Not selectRow(): that goes by the keys that are held, and the list is opened by some.
    m_table->selectionModel()->setCurrentIndex(m_shown->index(std::max(0, m_table->currentIndex().row()), 0),
                                               QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows);
}

void MessagesPanel::showCounts()
{
    const Colours &colours = coloursFor(palette());
    const auto name = [this, &colours](Severity severity, const QString &text) {
        QToolButton *button = m_kinds.at(static_cast<size_t>(severity));
        button->setText(text);
        button->setAccessibleName(text);
        button->setIcon(severityIcon(severity, colours));
    };
    name(Severity::Error, tr("Errors: %1").arg(m_messages.countOf(Severity::Error)));
    name(Severity::Warning, tr("Warnings: %1").arg(m_messages.countOf(Severity::Warning)));
    name(Severity::Note, tr("Notes: %1").arg(m_messages.countOf(Severity::Note)));
    const bool isEmpty = m_shown->rowCount() == 0;
    m_table->setVisible(!isEmpty);
    m_empty->setVisible(isEmpty);
    m_empty->setText(m_messages.rowCount() == 0 ? tr("Nothing to report.")
                                                : tr("No message of the kinds chosen above."));
    m_copy->setEnabled(!isEmpty);
    m_clear->setEnabled(m_messages.rowCount() > 0);
    showDetail();
}

void MessagesPanel::showDetail()
{
    const Message *message = current();
    m_detail->setVisible(message);
    if (!message)
        return;
    m_text->setText(message->text);
    m_whatToDo->setText(message->whatToDo);
    m_whatToDo->setVisible(!message->whatToDo.isEmpty());
    m_go->setText(wordsFor(message->target.kind));
    m_go->setVisible(message->target.kind != MessageTarget::Kind::None);
}

void MessagesPanel::chooseShown()
{
    std::array<bool, 3> wanted{};
    std::transform(m_kinds.begin(), m_kinds.end(), wanted.begin(), [](QToolButton *kind) { return kind->isChecked(); });
    m_shown->setWanted(wanted);
    showCounts();
}

void MessagesPanel::copy()
{
    QList<int> rows;
    for (int row = 0; row < m_shown->rowCount(); ++row) {
        if (!m_table->selectionModel()->hasSelection() || m_table->selectionModel()->isRowSelected(row))
            rows.append(m_shown->mapToSource(m_shown->index(row, 0)).row());
    }
    QGuiApplication::clipboard()->setText(m_messages.textOf(rows));
}

void MessagesPanel::go()
{
    const Message *message = current();
    if (message && message->target.kind != MessageTarget::Kind::None)
        Q_EMIT targetRequested(MessageTarget(message->target));
}

const Message *MessagesPanel::current() const
{
    const QModelIndex index = m_shown->mapToSource(m_table->currentIndex());
    return index.isValid() ? &m_messages.messages().at(index.row()) : nullptr;
}

void MessagesPanel::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange && m_empty)
        showCounts();
}

bool MessagesPanel::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_table && event->type() == QEvent::KeyPress) {
        const auto *key = static_cast<QKeyEvent *>(event);
        if (key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter) {
            go();
            return true;
        }
        if (key->matches(QKeySequence::Copy)) {
            copy();
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace Viral
