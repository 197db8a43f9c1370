// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analysis/comparison.h"
#include "core/base/timecode.h"
#include "ui/document/reviewdocument.h"

#include <QAbstractTableModel>

#include <memory>

namespace Viral {

/// The review beside another result of the same transcript: a row for each stretch that is in one of them. Follows the
/// review, so what is taken over is in both at once.
class CompareModel final : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column
    {
        DifferenceColumn,
        TitleColumn,
        OursColumn,
        TheirsColumn,
        ScoreColumn,
        ColumnCount,
    };
    enum Role
    {
        DifferenceRole = Qt::UserRole + 1, ///< int, a Difference
        TheirPlaceRole,                    ///< int, place in the other result, -1 when it is not there
        OurMomentRole,                     ///< QString, id of the review's moment, empty when it is not there
        StartRole,                         ///< qint64, ms, where it can be heard
        KeyRole,                           ///< QString, the same for a row from one change to the next
    };

    explicit CompareModel(ReviewDocument &document, QObject *parent = nullptr);

    /// How times are written; the plain clock until it is told.
    void setTimes(const TimecodeFormat &times);

    /// Null takes the other result away.
    void setOther(std::shared_ptr<const AnalysisOutcome> other);
    /// While it does not follow, the rows stay as they are; following again it compares once if the review changed.
    void setFollowing(bool isFollowing);
    const AnalysisOutcome *other() const { return m_other.get(); }
    const QList<ComparedMoment> &rows() const { return m_rows; }
    int count(Difference difference) const;
    /// The review's moment that \a row is about; empty when it is not there.
    MomentId ourMoment(const ComparedMoment &row) const;

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    void compare();
    QString text(const ComparedMoment &row, Column column) const;
    const Moment &shown(const ComparedMoment &row) const;

    ReviewDocument &m_document;
    bool m_isFollowing = true;
    bool m_isStale = false;
    std::shared_ptr<const AnalysisOutcome> m_other;
    /// The review's moments as compared.
    QList<Moment> m_ours;
    QList<MomentId> m_ourIds;
    QList<ComparedMoment> m_rows;
    TimecodeFormat m_times;
};

/// "Only here", "Only there", "Other edges", "The same": for people.
QString differenceName(Difference difference);

} // namespace Viral
