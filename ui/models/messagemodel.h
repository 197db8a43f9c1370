// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/timespan.h"

#include <QAbstractTableModel>
#include <QDateTime>

namespace Viral {

/// Where a message leads.
struct MessageTarget
{
    enum class Kind
    {
        None,
        File,     ///< id is a path: its folder is shown
        Place,    ///< a time of the opened source
        Moment,   ///< id is the moment's
        Run,      ///< id is the run's: its row in the list of jobs
        Settings, ///< id names a page
        Report,   ///< where a problem is reported
    };
    Kind kind = Kind::None;
    QString id = {};
    Milliseconds place{0};

    bool operator==(const MessageTarget &) const = default;
};

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
    QString text = {};
    /// The next step, in a sentence; empty where there is none.
    QString whatToDo = {};
    MessageTarget target = {};
    QDateTime when = {};
    /// How often it came in a row.
    int count = 1;

    bool operator==(const Message &) const = default;
};

/// "Note", "Warning", "Error", translated.
QString severityWord(Message::Severity severity);

/// Messages of this window, newest last; the same message again only counts up.
class MessageModel final : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column
    {
        SeverityColumn,
        TimeColumn,
        TextColumn,
        CountColumn,
        ColumnCount,
    };
    enum Role
    {
        SeverityRole = Qt::UserRole + 1, ///< int, a Message::Severity
    };
    static constexpr int mostKept = 500;
    /// Longer texts are cut, in characters.
    static constexpr int longestText = 4'000;

    using QAbstractTableModel::QAbstractTableModel;

    void add(const Message &message);
    void clear();
    const QList<Message> &messages() const { return m_messages; }
    /// How many rows there are of one severity.
    int countOf(Message::Severity severity) const;
    /// Number of errors and warnings kept.
    int problemCount() const;
    /// The rows as text to be passed on, one line each: time, severity, text, what to do.
    QString textOf(const QList<int> &rows) const;

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    QString words(const Message &message, int column) const;

    QList<Message> m_messages;
};

} // namespace Viral
