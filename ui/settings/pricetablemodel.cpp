// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/pricetablemodel.h"

#include "ui/style/metrics.h"

#include <QApplication>
#include <QLocale>
#include <QPalette>

using namespace Qt::StringLiterals;

namespace Viral {

namespace {

/// With so many decimals that the points of a column stand below each other.
QString inColumn(const QString &rate)
{
    constexpr qsizetype decimals = 3;
    const qsizetype point = rate.indexOf(u'.');
    const QString whole = point < 0 ? rate + u'.' : rate;
    const qsizetype there = whole.size() - whole.indexOf(u'.') - 1;
    return QString(whole + QString(std::max<qsizetype>(0, decimals - there), u'0'))
        .replace(u'.', QLocale().decimalPoint());
}

constexpr int mostOwn = 1000;
constexpr qsizetype longestName = 200;

TokenRate *rateAt(ModelPrice &price, int column)
{
    switch (column) {
    case PriceTableModel::Input:
        return &price.rates.input;
    case PriceTableModel::Cached:
        return &price.rates.cached;
    case PriceTableModel::Output:
        return &price.rates.output;
    default:
        return nullptr;
    }
}

} // namespace

PriceTableModel::PriceTableModel(QList<ModelPrice> own, QList<ModelPrice> builtIn, const QDate &today, QObject *parent)
    : QAbstractTableModel(parent)
    , m_own(std::move(own))
    , m_builtIn(std::move(builtIn))
    , m_today(today)
{}

int PriceTableModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_own.size() + m_builtIn.size());
}

int PriceTableModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(ColumnCount);
}

const ModelPrice &PriceTableModel::at(int row) const
{
    return isOwn(row) ? m_own.at(row) : m_builtIn.at(row - m_own.size());
}

QVariant PriceTableModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    ModelPrice price = at(index.row());
    const TokenRate *rate = rateAt(price, index.column());
    if (role == Qt::DisplayRole || role == Qt::EditRole) {
        if (rate)
            return role == Qt::EditRole ? rate->shortest() : inColumn(rate->shortest());
        if (index.column() == AsOf)
            return price.checkedOn.toString(Qt::ISODate);
        return price.model.isEmpty() && role == Qt::DisplayRole ? tr("name of the model") : price.model;
    }
    if (role == Qt::TextAlignmentRole && index.column() != Model)
        return QVariant(Qt::AlignRight | Qt::AlignVCenter);
    if (role == Qt::FontRole && index.column() != Model)
        return tabular(QApplication::font());
    if (role == Qt::ForegroundRole && (!isOwn(index.row()) || (index.column() == Model && price.model.isEmpty())))
        return QApplication::palette().brush(QPalette::PlaceholderText);
    if (role == Qt::ToolTipRole)
        return isOwn(index.row()) ? tr("Your own price") : price.source;
    if (role == Qt::AccessibleDescriptionRole)
        return isOwn(index.row()) ? tr("own price") : tr("built in");
    return {};
}

QVariant PriceTableModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section < 0 || section >= ColumnCount)
        return {};
    if (role == Qt::TextAlignmentRole)
        return QVariant((section == Model ? Qt::AlignLeft : Qt::AlignRight) | Qt::AlignVCenter);
    if (role != Qt::DisplayRole)
        return {};
    const QStringList names{tr("Model"), tr("Input"), tr("Cached"), tr("Output"), tr("As of")};
    return names.at(section);
}

Qt::ItemFlags PriceTableModel::flags(const QModelIndex &index) const
{
    const Qt::ItemFlags usual = QAbstractTableModel::flags(index);
    return isOwn(index.row()) && index.column() != AsOf ? usual | Qt::ItemIsEditable : usual;
}

bool PriceTableModel::setData(const QModelIndex &index, const QVariant &value, int role)
{
    if (role != Qt::EditRole || !index.isValid() || !flags(index).testFlag(Qt::ItemIsEditable))
        return false;
    const QString text = value.toString().trimmed();
    ModelPrice &price = m_own[index.row()];
    if (TokenRate *rate = rateAt(price, index.column())) {
        const std::optional<TokenRate> read = TokenRate::fromText(QString(text).replace(u',', u'.'));
        if (!read)
            return false;
        *rate = *read;
    } else {
        if (text.isEmpty() || text.size() > longestName)
            return false;
        price.model = text;
    }
    price.checkedOn = m_today;
    Q_EMIT dataChanged(index.siblingAtColumn(Model), index.siblingAtColumn(AsOf));
    Q_EMIT ownChanged();
    return true;
}

int PriceTableModel::addOwn(int like)
{
    if (m_own.size() >= mostOwn)
        return static_cast<int>(m_own.size()) - 1;
    ModelPrice price;
    if (like >= 0 && like < rowCount())
        price = at(like);
    price.checkedOn = m_today;
    price.source.clear();
    const int row = static_cast<int>(m_own.size());
    beginInsertRows({}, row, row);
    m_own.append(price);
    endInsertRows();
    Q_EMIT ownChanged();
    return row;
}

void PriceTableModel::removeOwn(int row)
{
    if (!isOwn(row))
        return;
    beginRemoveRows({}, row, row);
    m_own.removeAt(row);
    endRemoveRows();
    Q_EMIT ownChanged();
}

QList<ModelPrice> PriceTableModel::ownPrices() const
{
    QList<ModelPrice> named;
    for (const ModelPrice &price : m_own) {
        if (!price.model.isEmpty())
            named.append(price);
    }
    return named;
}

} // namespace Viral
