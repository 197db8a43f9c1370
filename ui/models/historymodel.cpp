// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/historymodel.h"

#include "ui/models/stepwords.h"

#include <QFont>
#include <QLocale>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Viral {

namespace {

/// The day is told only where it is not today.
QString timeText(const QDateTime &when)
{
    const QLocale locale;
    return when.date() == QDate::currentDate() ? locale.toString(when.time(), QLocale::ShortFormat)
                                               : locale.toString(when, QLocale::ShortFormat);
}

} // namespace

HistoryModel::HistoryModel(ReviewDocument &document, QObject *parent)
    : QAbstractTableModel(parent)
    , m_document(document)
{
    connect(&document, &ReviewDocument::historyChanged, this, &HistoryModel::synchronise);
    synchronise();
}

void HistoryModel::setTimes(const TimecodeFormat &times)
{
    m_times = times;
    if (rowCount() > 0)
        Q_EMIT dataChanged(index(0, StepColumn), index(rowCount() - 1, StepColumn));
}

int HistoryModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() || !m_isOpen ? 0 : static_cast<int>(m_numbers.size()) + 1;
}

int HistoryModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

int HistoryModel::position() const
{
    return m_isOpen ? static_cast<int>(m_document.history().position()) : -1;
}

void HistoryModel::synchronise()
{
    const QList<ReviewHistory::Step> &steps = m_document.history().steps();
    if (m_isOpen != m_document.isOpen()) {
        beginResetModel();
        m_isOpen = m_document.isOpen();
        m_numbers.clear();
        for (const ReviewHistory::Step &step : steps)
            m_numbers.append(step.entry.number);
        endResetModel();
        return;
    }
    const auto differs =
        std::mismatch(m_numbers.cbegin(), m_numbers.cend(), steps.cbegin(), steps.cend(),
                      [](qint64 number, const ReviewHistory::Step &step) { return number == step.entry.number; });
    const auto common = static_cast<int>(differs.first - m_numbers.cbegin());
    if (common < m_numbers.size()) {
        beginRemoveRows({}, common + 1, rowCount() - 1);
        m_numbers.resize(common);
        endRemoveRows();
    }
    if (common < steps.size()) {
        beginInsertRows({}, common + 1, static_cast<int>(steps.size()));
        for (qsizetype i = common; i < steps.size(); ++i)
            m_numbers.append(steps.at(i).entry.number);
        endInsertRows();
    }
    // Titles and the position may stand in any row.
    if (m_isOpen)
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
}

const ReviewHistory::Step *HistoryModel::stepAt(int row) const
{
    const QList<ReviewHistory::Step> &steps = m_document.history().steps();
    return row > 0 && row <= steps.size() ? &steps.at(row - 1) : nullptr;
}

QVariant HistoryModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const bool isHere = index.row() == position();
    const bool isInForce = index.row() <= position();
    switch (role) {
    case Qt::DisplayRole:
        return text(index.row(), static_cast<Column>(index.column()));
    case Qt::ToolTipRole:
        return text(index.row(), StepColumn);
    case Qt::AccessibleTextRole: {
        const QString shown = text(index.row(), static_cast<Column>(index.column()));
        return isHere      ? tr("%1, the review stands here").arg(shown)
               : isInForce ? shown
                           : tr("%1, taken back").arg(shown);
    }
    case Qt::FontRole: {
        QFont font;
        font.setBold(isHere);
        font.setItalic(!isInForce);
        return isHere || !isInForce ? font : QVariant();
    }
    case PositionRole:
        return isHere;
    case InForceRole:
        return isInForce;
    case MomentRole: {
        const ReviewHistory::Step *step = stepAt(index.row());
        return step && !step->entry.edits.isEmpty() ? editedMoment(step->entry.edits.constLast()).value : QString();
    }
    default:
        return {};
    }
}

QString HistoryModel::text(int row, Column column) const
{
    const ReviewHistory::Step *step = stepAt(row);
    if (!step)
        return column == StepColumn && row == 0 ? tr("As it was opened") : QString();
    switch (column) {
    case StepColumn:
        return stepText(*step, m_document.review(), m_times);
    case AuthorColumn:
        return step->entry.author;
    case TimeColumn:
        return timeText(step->entry.when.toLocalTime());
    case ColumnCount:
        break;
    }
    return {};
}

QVariant HistoryModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (static_cast<Column>(section)) {
    case StepColumn:
        return tr("Step");
    case AuthorColumn:
        return tr("By");
    case TimeColumn:
        return tr("When");
    case ColumnCount:
        break;
    }
    return {};
}

} // namespace Viral
