// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/comparemodel.h"

#include "core/base/timetext.h"
#include "ui/style/timedisplay.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Viral {

namespace {

/// "+1.5 s" or "−0.3 s"; empty for none.
QString shiftText(Milliseconds shift)
{
    if (shift == Milliseconds{0})
        return {};
    return (shift > Milliseconds{0} ? u"+"_s : u"−"_s) + secondsText(std::chrono::abs(shift));
}

QString scoreText(double score)
{
    return QString::number(score, 'f', 1);
}

} // namespace

QString differenceName(Difference difference)
{
    switch (difference) {
    case Difference::Same:
        return CompareModel::tr("The same");
    case Difference::Moved:
        return CompareModel::tr("Other edges");
    case Difference::Gained:
        return CompareModel::tr("Only there");
    case Difference::Lost:
        return CompareModel::tr("Only here");
    }
    return {};
}

CompareModel::CompareModel(ReviewDocument &document, QObject *parent)
    : QAbstractTableModel(parent)
    , m_document(document)
{
    connect(&document, &ReviewDocument::changed, this, [this](const DocumentChange &change) {
        if (!std::holds_alternative<CurrentMomentChanged>(change) && !std::holds_alternative<MediaChanged>(change))
            compare();
    });
}

void CompareModel::setTimes(const TimecodeFormat &times)
{
    m_times = times;
    if (!m_rows.isEmpty())
        Q_EMIT dataChanged(index(0, OursColumn), index(rowCount() - 1, TheirsColumn));
}

void CompareModel::setFollowing(bool isFollowing)
{
    m_isFollowing = isFollowing;
    if (m_isFollowing && m_isStale)
        compare();
}

void CompareModel::setOther(std::shared_ptr<const AnalysisOutcome> other)
{
    beginResetModel();
    m_other = std::move(other);
    m_ours.clear();
    m_ourIds.clear();
    m_rows.clear();
    endResetModel();
    compare();
}

void CompareModel::compare()
{
    m_isStale = !m_isFollowing;
    if (m_isStale)
        return;
    QList<Moment> ours;
    QList<MomentId> ids;
    if (m_other) {
        for (const ReviewedMoment &moment : m_document.review().moments()) {
            ours.append(moment.current);
            ids.append(moment.id);
        }
    }
    // A decision alone changes nothing here.
    if (ours == m_ours && ids == m_ourIds && (!m_other || !m_rows.isEmpty()))
        return;
    beginResetModel();
    m_ours = std::move(ours);
    m_ourIds = std::move(ids);
    m_rows = m_other ? comparedMoments(m_ours, m_other->result.moments) : QList<ComparedMoment>();
    endResetModel();
}

int CompareModel::count(Difference difference) const
{
    return static_cast<int>(std::count_if(m_rows.begin(), m_rows.end(), [difference](const ComparedMoment &row) {
        return row.difference == difference;
    }));
}

MomentId CompareModel::ourMoment(const ComparedMoment &row) const
{
    return row.ours ? m_ourIds.at(*row.ours) : MomentId{};
}

int CompareModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int CompareModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

const Moment &CompareModel::shown(const ComparedMoment &row) const
{
    return row.ours ? m_ours.at(*row.ours) : m_other->result.moments.at(*row.theirs);
}

QVariant CompareModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const ComparedMoment &row = m_rows.at(index.row());
    const auto column = static_cast<Column>(index.column());
    switch (role) {
    case Qt::DisplayRole:
        return text(row, column);
    case Qt::ToolTipRole:
        return shown(row).hook;
    case Qt::TextAlignmentRole:
        return column == ScoreColumn ? QVariant(Qt::AlignRight | Qt::AlignVCenter)
                                     : QVariant(Qt::AlignLeft | Qt::AlignVCenter);
    case DifferenceRole:
        return static_cast<int>(row.difference);
    case TheirPlaceRole:
        return row.theirs.value_or(-1);
    case OurMomentRole:
        return ourMoment(row).value;
    case StartRole:
        return qint64(shown(row).span.start.count());
    case KeyRole:
        return row.theirs ? u"theirs-%1"_s.arg(*row.theirs) : u"ours-"_s + ourMoment(row).value;
    default:
        return {};
    }
}

QString CompareModel::text(const ComparedMoment &row, Column column) const
{
    switch (column) {
    case DifferenceColumn:
        return differenceName(row.difference);
    case TitleColumn:
        return shown(row).title;
    case OursColumn:
        return row.ours ? spanText(m_ours.at(*row.ours).span, m_times) : u"–"_s;
    case TheirsColumn: {
        if (!row.theirs)
            return u"–"_s;
        QStringList shifts{shiftText(row.startShift), shiftText(row.endShift)};
        if (row.difference != Difference::Moved)
            return spanText(m_other->result.moments.at(*row.theirs).span, m_times);
        for (QString &shift : shifts) {
            if (shift.isEmpty())
                shift = u"="_s;
        }
        return tr("%1 (%2)").arg(spanText(m_other->result.moments.at(*row.theirs).span, m_times),
                                 shifts.join(u" / "_s));
    }
    case ScoreColumn: {
        QStringList scores;
        if (row.ours)
            scores.append(scoreText(m_ours.at(*row.ours).scorecard.average()));
        if (row.theirs)
            scores.append(scoreText(m_other->result.moments.at(*row.theirs).scorecard.average()));
        return scores.join(u" → "_s);
    }
    case ColumnCount:
        break;
    }
    return {};
}

QVariant CompareModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    // The scores' title stands above their figures.
    if (orientation == Qt::Horizontal && role == Qt::TextAlignmentRole && section == ScoreColumn)
        return QVariant(Qt::AlignRight | Qt::AlignVCenter);
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (static_cast<Column>(section)) {
    case DifferenceColumn:
        return tr("Found");
    case TitleColumn:
        return tr("Moment");
    case OursColumn:
        return tr("Here");
    case TheirsColumn:
        return tr("There");
    case ScoreColumn:
        return tr("Score");
    case ColumnCount:
        break;
    }
    return {};
}

} // namespace Viral
