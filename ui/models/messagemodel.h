// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"

#include <QAbstractListModel>
#include <QDateTime>

namespace Viral {

/// One message to the editor.
struct Message
{
    enum class Severity
    {
        Note,
        Warning,
        Error,
    };
    Severity severity = Severity::Note;
    QString text;
    /// How often it came in a row.
    int count = 1;
    QDateTime when = {};
};

/// Messages of this window, newest last; the same text again only counts up.
class MessageModel final : public QAbstractListModel
{
    Q_OBJECT

public:
    enum Role
    {
        SeverityRole = Qt::UserRole + 1, ///< int, a Message::Severity
        CountRole,                       ///< int
        TimeRole,                        ///< QDateTime
    };
    static constexpr int mostKept = 500;

    using QAbstractListModel::QAbstractListModel;

    void add(Message::Severity severity, const QString &text, const QDateTime &when);
    void clear();
    /// Number of errors and warnings kept.
    int problemCount() const;

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;

private:
    QList<Message> m_messages;
};

} // namespace Viral
