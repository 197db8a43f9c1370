// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/jobs/quotemodel.h"

#include "core/base/timetext.h"

#include <QLocale>

using namespace Qt::StringLiterals;

namespace Viral {

namespace {

QVariant alignmentOf(int column)
{
    const bool isText = column == QuoteModel::ModelColumn || column == QuoteModel::BasisColumn;
    return QVariant::fromValue(Qt::AlignVCenter | (isText ? Qt::AlignLeft : Qt::AlignRight));
}

/// A price that nobody knows exactly: two digits are all that can be said below a cent.
MicroDollars rough(MicroDollars price)
{
    std::int64_t step = 1;
    while (price.value / step >= 100 && step < 100)
        step *= 10;
    return {(price.value + step / 2) / step * step};
}

} // namespace

QString priceText(const PriceRange &range)
{
    const QString low = rough(range.low).forPeople();
    const QString high = rough(range.high).forPeople();
    return low == high ? low : low + u"–"_s + (high.startsWith(u'$') ? high.mid(1) : high);
}

QString timeText(const TimeRange &range)
{
    const QString low = clockText(range.low);
    const QString high = clockText(range.high);
    return low == high ? low : low + u"–"_s + high;
}

QString tokensText(std::int64_t tokens)
{
    const QLocale locale;
    if (tokens < 10'000)
        return QuoteModel::tr("%1 tokens").arg(locale.toString(static_cast<qlonglong>(tokens)));
    return QuoteModel::tr("%1 k tokens").arg(locale.toString(static_cast<qlonglong>((tokens + 500) / 1000)));
}

QString quoteLine(const Forecast &quote, const ModelForecast *model)
{
    QStringList parts{QuoteModel::tr("%n chunk(s)", nullptr, quote.chunks)};
    parts.append(tokensText(model ? model->input.high + model->output.high : quote.inputTokens + quote.outputTokens));
    if (model && model->price)
        parts.append(priceText(*model->price));
    const QString line = parts.join(u" ≈ "_s);
    return model && model->time.high > Milliseconds{0} ? line + u" · "_s + timeText(model->time) : line;
}

void QuoteModel::setQuote(const std::shared_ptr<const Forecast> &quote)
{
    beginResetModel();
    m_quote = quote;
    endResetModel();
}

int QuoteModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() || !m_quote ? 0 : static_cast<int>(m_quote->models.size());
}

int QuoteModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

namespace {

QString cellText(const ModelForecast &model, int column)
{
    switch (column) {
    case QuoteModel::ModelColumn:
        return model.model;
    case QuoteModel::PriceColumn:
        return model.price ? priceText(*model.price) : QuoteModel::tr("not known");
    case QuoteModel::CachedPriceColumn:
        return model.priceWithCache ? priceText(*model.priceWithCache) : QString();
    case QuoteModel::TimeColumn:
        return timeText(model.time);
    case QuoteModel::TokensColumn:
        return tokensText(model.input.high + model.output.high);
    case QuoteModel::BasisColumn:
        return model.learntFrom > 0 ? QuoteModel::tr("%n chunk(s) so far", nullptr, model.learntFrom)
                                    : QuoteModel::tr("estimated");
    default:
        return {};
    }
}

qlonglong sortValue(const ModelForecast &model, int column)
{
    switch (column) {
    case QuoteModel::PriceColumn:
        return model.price ? model.price->high.value : -1;
    case QuoteModel::CachedPriceColumn:
        return model.priceWithCache ? model.priceWithCache->high.value : -1;
    case QuoteModel::TimeColumn:
        return model.time.high.count();
    case QuoteModel::TokensColumn:
        return model.input.high + model.output.high;
    default:
        return model.learntFrom;
    }
}

} // namespace

QVariant QuoteModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const ModelForecast &model = at(index.row());
    switch (role) {
    case Qt::DisplayRole:
        return cellText(model, index.column());
    case SortRole:
        return index.column() == ModelColumn ? QVariant(model.model) : QVariant(sortValue(model, index.column()));
    case Qt::ToolTipRole:
        return model.shutdownDate.isValid()
                   ? tr("The service stops answering for this model on %1.").arg(QLocale().toString(model.shutdownDate))
                   : QString();
    case Qt::TextAlignmentRole:
        return alignmentOf(index.column());
    default:
        return {};
    }
}

QVariant QuoteModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation == Qt::Horizontal && role == Qt::TextAlignmentRole)
        return alignmentOf(section);
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    const QStringList titles{tr("Model"), tr("Price"), tr("With cache"), tr("Time"), tr("Tokens"), tr("Rests on")};
    return titles.value(section);
}

} // namespace Viral
