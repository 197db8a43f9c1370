// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/timecode.h"
#include "ui/document/reviewdocument.h"

#include <QAbstractTableModel>

namespace Viral {

/// Every step of the review in words, the oldest first. Row 0 is the result as it was opened; row n is the state in
/// which n steps are in force, so a row is what ReviewDocument::goTo() takes. Steps behind the position were taken
/// back.
class HistoryModel final : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column
    {
        StepColumn,
        AuthorColumn,
        TimeColumn,
        ColumnCount,
    };
    enum Role
    {
        PositionRole = Qt::UserRole + 1, ///< bool, the review stands here
        InForceRole,                     ///< bool, false for what was taken back
        MomentRole,                      ///< QString, the moment that the step is about
    };

    explicit HistoryModel(ReviewDocument &document, QObject *parent = nullptr);

    /// How times are written; the plain clock until it is told.
    void setTimes(const TimecodeFormat &times);

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

    /// The row at which the review stands; -1 while nothing is open.
    int position() const;

private:
    void synchronise();
    const ReviewHistory::Step *stepAt(int row) const;
    QString text(int row, Column column) const;

    ReviewDocument &m_document;
    /// Numbers of the steps shown; a number is never given twice.
    QList<qint64> m_numbers;
    bool m_isOpen = false;
    TimecodeFormat m_times;
};

} // namespace Viral
