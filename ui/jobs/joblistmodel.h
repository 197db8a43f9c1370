// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "core/run/runstore.h"

#include <QAbstractTableModel>

namespace Viral {

/// The runs of the library as a table, newest first as they are given. A new list keeps the rows that stay.
class JobListModel final : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column
    {
        NumberColumn,
        StateColumn,
        TitleColumn,
        EngineColumn,
        MomentsColumn,
        PriceColumn,
        StartedColumn,
        TookColumn,
        NotesColumn,
        ColumnCount,
    };
    enum Role
    {
        IdRole = Qt::UserRole + 1, ///< QString: the run's id
        SortRole,                  ///< what the column sorts by
        SearchRole,                ///< QString: everything that can be searched for
        StateRole,                 ///< int, a RunState
    };

    /// \a clock outlives the model; it tells how long until a result is gone.
    explicit JobListModel(Clock &clock, QObject *parent = nullptr);

    void setRuns(const QList<RunRecord> &runs);
    const RunRecord &at(int row) const { return m_runs.at(row); }
    /// Row of \a id, -1 when it is not here.
    int rowOf(const RunId &id) const;

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;
    /// The notes can be written.
    bool setData(const QModelIndex &index, const QVariant &value, int role) override;

Q_SIGNALS:
    void notesEdited(const Viral::RunId &id, const QString &notes);

private:
    QVariant text(const RunRecord &run, int column) const;
    QVariant sortValue(const RunRecord &run, int column) const;
    QString toolTip(const RunRecord &run) const;
    void removeMissing(const QList<RunRecord> &runs);

    Clock &m_clock;
    QList<RunRecord> m_runs;
};

/// "17 of 22 chunks", "done", "failed", …: the state in words.
QString runStateText(const RunRecord &run);
/// "OpenAI", "RunPod", "offline".
QString engineName(RunKind kind);

} // namespace Viral
