// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/chunkcostmodel.h"

#include "core/base/timetext.h"

#include <QLocale>

#include <utility>

using namespace Qt::StringLiterals;

namespace Viral {

ChunkCostModel::ChunkCostModel(ReviewDocument &document, QObject *parent)
    : QAbstractTableModel(parent)
    , m_document(document)
{
    reload();
    connect(&document, &ReviewDocument::changed, this, [this](const DocumentChange &change) {
        if (std::holds_alternative<OutcomeGrown>(change) && m_document.work().chunks.size() == m_rows.size())
            grow();
        else if (std::holds_alternative<OutcomeGrown>(change) || std::holds_alternative<WorkReplaced>(change))
            startAnew();
    });
}

void ChunkCostModel::startAnew()
{
    beginResetModel();
    reload();
    endResetModel();
}

void ChunkCostModel::grow()
{
    const auto before = m_rows.size();
    auto rows = std::exchange(m_rows, {});
    reload();
    if (m_rows.size() == before) {
        if (before > 0)
            Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
        return;
    }
    m_rows = std::move(rows);
    startAnew();
}

void ChunkCostModel::reload()
{
    const Work &work = m_document.work();
    const ServiceResult &result = work.outcome.result;
    QMap<int, Row> rows;
    for (const Chunk &chunk : work.chunks)
        rows[chunk.index] = {.chunkIndex = chunk.index, .span = chunk.span};
    for (const ChunkUsage &usage : result.usage.value_or(Usage{}).byChunk) {
        rows[usage.chunkIndex].chunkIndex = usage.chunkIndex;
        rows[usage.chunkIndex].usage = usage;
    }
    for (const Moment &moment : result.moments) {
        if (moment.chunkIndex && rows.contains(*moment.chunkIndex))
            ++rows[*moment.chunkIndex].moments;
    }
    m_rows = rows.values();
}

int ChunkCostModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int ChunkCostModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant ChunkCostModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    if (role == Qt::DisplayRole)
        return text(m_rows.at(index.row()), static_cast<Column>(index.column()));
    if (role == Qt::TextAlignmentRole)
        return QVariant(Qt::AlignRight | Qt::AlignVCenter);
    return {};
}

QString ChunkCostModel::text(const Row &row, Column column) const
{
    const auto tokens = [&](QLatin1StringView name) {
        return row.usage ? QLocale().toString(qint64(tokenCount(row.usage->counts, QString(name)))) : u"–"_s;
    };
    switch (column) {
    case ChunkColumn:
        return QString::number(row.chunkIndex + 1);
    case SpanColumn:
        return row.span ? clockText(row.span->start) + u"–"_s + clockText(row.span->end) : u"–"_s;
    case InputColumn:
        return tokens("input_tokens"_L1);
    case CachedColumn:
        return tokens("input_cached_tokens"_L1);
    case OutputColumn:
        return tokens("output_tokens"_L1);
    case ReasoningColumn:
        return tokens("output_reasoning_tokens"_L1);
    case ResponseTimeColumn:
        return row.usage && row.usage->responseTime ? secondsText(*row.usage->responseTime) : u"–"_s;
    case MomentsColumn:
        return QString::number(row.moments);
    case ColumnCount:
        break;
    }
    return {};
}

QVariant ChunkCostModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (static_cast<Column>(section)) {
    case ChunkColumn:
        return tr("Chunk");
    case SpanColumn:
        return tr("Time");
    case InputColumn:
        return tr("Input");
    case CachedColumn:
        return tr("Cached");
    case OutputColumn:
        return tr("Output");
    case ReasoningColumn:
        return tr("Reasoning");
    case ResponseTimeColumn:
        return tr("Answer");
    case MomentsColumn:
        return tr("Moments");
    case ColumnCount:
        break;
    }
    return {};
}

} // namespace Viral
