// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analysis/comparison.h"
#include "core/base/timecode.h"
#include "ui/document/reviewdocument.h"

#include <QAbstractListModel>
#include <QTimer>

namespace Viral {

/// One moment and what is shown of it beside its own values.
struct MomentRow
{
    ReviewedMoment moment = {};
    int rank = 0;
    Agreement agreement = Agreement::NotAsked;
    /// What a search looks at, folded to lower case; null until it is known.
    mutable QString searchText = {};
};

} // namespace Viral

Q_DECLARE_TYPEINFO(Viral::MomentRow, Q_RELOCATABLE_TYPE);

namespace Viral {

/// All that a card of the list shows of \a moment, as it is read aloud.
QString momentInWords(const ReviewedMoment &moment, Agreement agreement = Agreement::NotAsked,
                      const TimecodeFormat &times = {});

/// The moments of the review in order of start, a row each. Rows come, go and move one by one, so that views keep their
/// place while a run brings more.
class MomentListModel final : public QAbstractListModel
{
    Q_OBJECT

public:
    /// Raw values beside the display text, so that sorting and painting never parse text.
    enum Role
    {
        IdRole = Qt::UserRole + 1, ///< QString
        StartRole,                 ///< qint64, ms
        DurationRole,              ///< qint64, ms
        ScoreRole,                 ///< double, average of the five
        RankRole,                  ///< int, 1 is the best score
        HookRole,                  ///< QString
        CategoryRole,              ///< QString
        DecisionRole,              ///< int, a Decision
        ReasonRole,                ///< QString
        StarredRole,               ///< bool
        EditedRole,                ///< bool
        WarningsRole,              ///< QStringList
        SearchTextRole,            ///< QString, folded to lower case
        NoteRole,                  ///< QString
        AgreementRole,             ///< int, an Agreement
        AgreementTextRole,         ///< QString, a short sentence; empty when there is no second opinion
        SupersededRole,            ///< bool, an earlier state of the run had it, the result does not
        PlatformsRole,             ///< int, a bit for each Platform
        SpeakersRole,              ///< QStringList, ids of who speaks in it
        TimesTextRole,             ///< QString, when it starts and how long it is
    };

    explicit MomentListModel(ReviewDocument &document, QObject *parent = nullptr);

    /// How times are written; the plain clock until it is told.
    void setTimes(const TimecodeFormat &times);

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;

    MomentId idAt(const QModelIndex &index) const;
    QModelIndex indexOf(const MomentId &id) const;

private:
    void follow(const DocumentChange &change);
    void reload();
    /// Takes the values of \a moments and looks at no other; false, and nothing done, when one has another place now.
    bool takeEdited(const QList<MomentId> &moments);
    void synchronise();
    void removeVanished();
    bool moveOrInsert();
    void moveRow(int from, int to);
    void insertRow(int row, const ReviewedMoment &moment);
    void takeValues();
    void takeValue(int row, const ReviewedMoment &now);
    void takeRanks();
    void setOpinion();
    void rank();
    /// Makes the search texts of a few more rows known, so that the first letter of a search need not wait for all.
    void foldSome();
    void foldFromStart();

    ReviewDocument &m_document;
    QList<MomentRow> m_list;
    /// The moments that have a row.
    QSet<MomentId> m_present;
    std::optional<ClipSet> m_opinion;
    TimecodeFormat m_times;
    QTimer m_folding;
    /// Rows before this one were looked at.
    qsizetype m_folded = 0;
    /// Row of each moment; made again when asked for after rows have changed.
    mutable QHash<MomentId, int> m_rows;
    mutable bool m_rowsAreKnown = false;
};

/// "Both engines found this", for people; empty for NotAsked.
QString agreementText(Agreement agreement);

} // namespace Viral
