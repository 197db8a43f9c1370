// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/jobs/metadatamodel.h"

#include "core/json/jsonreader.h"
#include "core/json/jsonwriter.h"

namespace Viral {

namespace {

QByteArray jsonText(const QString &text)
{
    JsonWriter writer;
    writer.value(text);
    return writer.take();
}

/// Text without its quotes, everything else as it stands.
QString shownValue(const QByteArray &json)
{
    const Result<JsonDocument> document = JsonDocument::parse(json);
    const std::optional<QString> text = document ? document->root().asString() : std::nullopt;
    return text.value_or(QString::fromUtf8(json));
}

bool isText(const QByteArray &json)
{
    return json.startsWith('"');
}

} // namespace

MetadataModel::MetadataModel(RawMembers members, QObject *parent)
    : QAbstractTableModel(parent)
    , m_members(std::move(members))
{}

int MetadataModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_members.size()) + 1;
}

int MetadataModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant MetadataModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid) || (role != Qt::DisplayRole && role != Qt::EditRole))
        return {};
    if (index.row() == m_members.size())
        return role == Qt::DisplayRole && index.column() == NameColumn ? QVariant(tr("add…")) : QVariant(QString());
    const RawMember &member = m_members.at(index.row());
    return index.column() == NameColumn ? member.name : shownValue(member.value);
}

bool MetadataModel::setData(const QModelIndex &index, const QVariant &value, int role)
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid) || role != Qt::EditRole)
        return false;
    return index.column() == NameColumn ? setName(index.row(), value.toString().trimmed())
                                        : setValue(index.row(), value.toString());
}

bool MetadataModel::setName(int row, const QString &name)
{
    const bool isNew = row == m_members.size();
    if (name.isEmpty()) {
        if (isNew)
            return false;
        beginRemoveRows({}, row, row);
        m_members.removeAt(row);
        endRemoveRows();
        return true;
    }
    if (findMember(m_members, name))
        return false;
    if (isNew) {
        beginInsertRows({}, row, row);
        m_members.append({.name = name, .value = "\"\""});
        endInsertRows();
    } else {
        m_members[row].name = name;
    }
    Q_EMIT dataChanged(index(row, 0), index(row, ValueColumn));
    return true;
}

bool MetadataModel::setValue(int row, const QString &text)
{
    if (row == m_members.size())
        return false;
    QByteArray &value = m_members[row].value;
    if (text == shownValue(value))
        return true;
    const bool staysJson = !isText(value) && JsonDocument::parse(text.toUtf8()).has_value();
    value = staysJson ? text.toUtf8() : jsonText(text);
    Q_EMIT dataChanged(index(row, ValueColumn), index(row, ValueColumn));
    return true;
}

QVariant MetadataModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    return section == NameColumn ? tr("Name") : tr("Value");
}

Qt::ItemFlags MetadataModel::flags(const QModelIndex &index) const
{
    if (!index.isValid())
        return Qt::NoItemFlags;
    const bool isNewValue = index.row() == m_members.size() && index.column() == ValueColumn;
    return isNewValue ? Qt::ItemFlags(Qt::NoItemFlags) : QAbstractTableModel::flags(index) | Qt::ItemIsEditable;
}

} // namespace Viral
