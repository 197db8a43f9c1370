// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/chunkcostmodel.h"

#include "core/base/timetext.h"
#include "ui/style/timedisplay.h"

#include <QLocale>

#include <utility>

using namespace Qt::StringLiterals;

namespace Viral {

namespace {

/// The counter that a column shows; empty for the others.
QStringView counterOf(ChunkCostModel::Column column)
{
    switch (column) {
    case ChunkCostModel::InputColumn:
        return u"input_tokens";
    case ChunkCostModel::CachedColumn:
        return u"input_cached_tokens";
    case ChunkCostModel::OutputColumn:
        return u"output_tokens";
    case ChunkCostModel::ReasoningColumn:
        return u"output_reasoning_tokens";
    default:
        return {};
    }
}

qint64 sortValue(const ChunkCost &row, ChunkCostModel::Column column)
{
    switch (column) {
    case ChunkCostModel::ChunkColumn:
        return row.chunkIndex;
    case ChunkCostModel::SpanColumn:
        return row.span ? row.span->start.count() : -1;
    case ChunkCostModel::ResponseTimeColumn:
        return row.responseTime ? row.responseTime->count() : -1;
    case ChunkCostModel::PriceColumn:
        return row.billed ? row.billed->value : -1;
    case ChunkCostModel::MomentsColumn:
        return row.moments;
    default:
        return row.counts ? row.tokens(counterOf(column)) : -1;
    }
}

} // namespace

ChunkCostModel::ChunkCostModel(ReviewDocument &document, QObject *parent)
    : QAbstractTableModel(parent)
    , m_document(document)
{
    reload();
    connect(&document, &ReviewDocument::changed, this, [this](const DocumentChange &change) {
        if (std::holds_alternative<OutcomeGrown>(change))
            grow();
        else if (std::holds_alternative<WorkReplaced>(change))
            startAnew();
    });
}

void ChunkCostModel::setTimes(const TimecodeFormat &times)
{
    m_times = times;
    if (rowCount() > 0)
        Q_EMIT dataChanged(index(0, SpanColumn), index(rowCount() - 1, SpanColumn));
}

void ChunkCostModel::setPrices(const PriceTable &prices)
{
    m_prices = prices;
    grow();
}

void ChunkCostModel::startAnew()
{
    beginResetModel();
    reload();
    endResetModel();
    Q_EMIT reportChanged();
}

void ChunkCostModel::grow()
{
    CostReport before = std::exchange(m_report, {});
    reload();
    const auto count = m_report.chunks.size();
    if (count != before.chunks.size()) {
        m_report = std::move(before);
        startAnew();
        return;
    }
    if (count > 0)
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
    Q_EMIT reportChanged();
}

void ChunkCostModel::reload()
{
    const Work &work = m_document.work();
    m_report = costReportOf(work.outcome.result, work.chunks, m_prices, work.outcome.payments);
}

int ChunkCostModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_report.chunks.size());
}

int ChunkCostModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant ChunkCostModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const ChunkCost &row = m_report.chunks.at(index.row());
    const auto column = static_cast<Column>(index.column());
    switch (role) {
    case Qt::DisplayRole:
        return text(row, column);
    case Qt::ToolTipRole:
        return toolTip(row, column);
    case Qt::TextAlignmentRole:
        return QVariant(Qt::AlignRight | Qt::AlignVCenter);
    case SortRole:
        return sortValue(row, column);
    case ChunkIndexRole:
        return row.chunkIndex;
    case StartRole:
        return row.span ? QVariant(qint64(row.span->start.count())) : QVariant();
    default:
        return {};
    }
}

QString ChunkCostModel::text(const ChunkCost &row, Column column) const
{
    switch (column) {
    case ChunkColumn:
        return QString::number(row.chunkIndex + 1);
    case SpanColumn:
        return row.span ? spanText(*row.span, m_times) : u"–"_s;
    case ResponseTimeColumn:
        return row.responseTime ? secondsText(*row.responseTime) : u"–"_s;
    case PriceColumn:
        return row.billed ? row.billed->forPeople() : u"–"_s;
    case MomentsColumn:
        return QString::number(row.moments);
    default:
        return row.counts ? QLocale().toString(qint64(row.tokens(counterOf(column)))) : u"–"_s;
    }
}

QString ChunkCostModel::toolTip(const ChunkCost &row, Column column) const
{
    if (column == PriceColumn && row.billed)
        return tr("$%1 as OpenAI bills it, $%2 by the contract")
            .arg(row.billed->sixDecimals(), row.contract->sixDecimals());
    if (column == InputColumn && row.inVain > 0)
        return tr("%1 answers were paid for this chunk; %n of them could not be used", nullptr, row.inVain)
            .arg(*row.answers);
    if (column == InputColumn && row.answers.value_or(1) > 1)
        return tr("%n answers were paid for this chunk", nullptr, *row.answers);
    if (column == InputColumn && row.likelyAttempts > 1)
        return tr("Much more input than the other chunks: probably asked %n time(s), every answer paid", nullptr,
                  row.likelyAttempts);
    return {};
}

QVariant ChunkCostModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section < 0 || section >= ColumnCount)
        return {};
    if (role == Qt::TextAlignmentRole)
        return QVariant(Qt::AlignRight | Qt::AlignVCenter);
    const QStringList titles{tr("Chunk"),     tr("Time"),   tr("Input"),  tr("Cached"), tr("Output"),
                             tr("Reasoning"), tr("Answer"), tr("Billed"), tr("Moments")};
    return role == Qt::DisplayRole ? titles.value(section) : QVariant();
}

} // namespace Viral
