// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/momentlistmodel.h"

#include "core/base/timetext.h"
#include "ui/models/momentwarnings.h"
#include "ui/models/stepwords.h"
#include "ui/style/timedisplay.h"

#include <algorithm>
#include <numeric>

using namespace Qt::StringLiterals;

namespace Viral {

namespace {

/// So many rows at a time, so often: a fraction of a millisecond, next to which everything else finds its turn.
constexpr qsizetype foldedAtOnce = 64;
constexpr Milliseconds betweenFolds{16};

const QString &searchText(const MomentRow &row)
{
    if (row.searchText.isNull()) {
        const Moment &moment = row.moment.current;
        QStringList texts{moment.title, moment.hook, moment.category, moment.quote.value_or(QString()),
                          moment.engagementValue};
        for (const Post &post : moment.socialCopy)
            texts.append(post.text);
        row.searchText = texts.join(u'\n').toLower();
    }
    return row.searchText;
}

int platformBits(const QList<Platform> &platforms)
{
    int bits = 0;
    for (const Platform platform : platforms)
        bits |= 1 << static_cast<int>(platform);
    return bits;
}

QStringList speakersIn(const TimeSpan &span, const TranscriptIndex &index)
{
    QStringList speakers;
    const TranscriptIndex::Range sentences = index.sentencesIn(span);
    for (int sentence = sentences.first; sentence < sentences.end; ++sentence) {
        const QString &speaker = index.transcript().sentences.at(sentence).speakerId;
        if (!speaker.isEmpty() && !speakers.contains(speaker))
            speakers.append(speaker);
    }
    return speakers;
}

/// What a narrow card cuts off: title, hook and warnings; then who decided and why, the note, and who else found it.
QString toolTip(const ReviewedMoment &moment, Agreement agreement, const ReviewHistory &history)
{
    QStringList lines{moment.current.title, moment.current.hook};
    lines += momentWarnings(moment.current);
    lines += {decisionText(history, moment), moment.note, agreementText(agreement)};
    lines.removeAll(QString());
    return lines.join(u'\n');
}

} // namespace

QString momentInWords(const ReviewedMoment &moment, Agreement agreement, const TimecodeFormat &times)
{
    QStringList parts{MomentListModel::tr("%1, score %2, at %3, %4 long, %5")
                          .arg(moment.current.title, QString::number(moment.current.scorecard.average(), 'f', 1),
                               shortTimeText(moment.current.span.start, times),
                               secondsText(moment.current.span.duration()), decisionName(moment.decision)),
                      reasonText(moment.reason),
                      moment.starred ? MomentListModel::tr("starred") : QString(),
                      moment.isEdited() ? MomentListModel::tr("edited") : QString(),
                      moment.note.isEmpty() ? QString() : MomentListModel::tr("with a note"),
                      agreementText(agreement)};
    parts += momentWarnings(moment.current);
    parts.removeAll(QString());
    return parts.join(u", "_s);
}

MomentListModel::MomentListModel(ReviewDocument &document, QObject *parent)
    : QAbstractListModel(parent)
    , m_document(document)
{
    connect(&document, &ReviewDocument::changed, this, &MomentListModel::follow);
    m_folding.setInterval(betweenFolds);
    connect(&m_folding, &QTimer::timeout, this, &MomentListModel::foldSome);
    reload();
}

void MomentListModel::setTimes(const TimecodeFormat &times)
{
    m_times = times;
    if (!m_list.isEmpty())
        Q_EMIT dataChanged(index(0), index(rowCount() - 1), {TimesTextRole, Qt::AccessibleTextRole});
}

int MomentListModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_list.size());
}

QVariant MomentListModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const MomentRow &row = m_list.at(index.row());
    const ReviewedMoment &moment = row.moment;
    switch (role) {
    case Qt::DisplayRole:
        return moment.current.title;
    case Qt::ToolTipRole:
        return toolTip(moment, row.agreement, m_document.history());
    case Qt::AccessibleTextRole:
        return momentInWords(moment, row.agreement, m_times);
    case IdRole:
        return moment.id.value;
    case StartRole:
        return qint64(moment.current.span.start.count());
    case DurationRole:
        return qint64(moment.current.span.duration().count());
    case ScoreRole:
        return moment.current.scorecard.average();
    case RankRole:
        return row.rank;
    case HookRole:
        return moment.current.hook;
    case CategoryRole:
        return moment.current.category;
    case DecisionRole:
        return static_cast<int>(moment.decision);
    case ReasonRole:
        return moment.reason;
    case StarredRole:
        return moment.starred;
    case EditedRole:
        return moment.isEdited();
    case WarningsRole:
        return momentWarnings(moment.current);
    case SearchTextRole:
        return searchText(row);
    case NoteRole:
        return moment.note;
    case AgreementRole:
        return static_cast<int>(row.agreement);
    case AgreementTextRole:
        return agreementText(row.agreement);
    case SupersededRole:
        return moment.origin == MomentOrigin::EarlierResult;
    case PlatformsRole:
        return platformBits(moment.current.platforms);
    case SpeakersRole:
        return speakersIn(moment.current.span, m_document.work().index);
    case TimesTextRole:
        return shortTimeText(moment.current.span.start, m_times) + u"   "_s +
               secondsText(moment.current.span.duration());
    default:
        return {};
    }
}

MomentId MomentListModel::idAt(const QModelIndex &index) const
{
    return {index.data(IdRole).toString()};
}

QModelIndex MomentListModel::indexOf(const MomentId &id) const
{
    // As a rule rows stand as in the review, which knows its places.
    const int place = m_document.review().indexOf(id);
    if (place >= 0 && place < m_list.size() && m_list.at(place).moment.id == id)
        return index(place);
    if (!m_rowsAreKnown) {
        m_rows.clear();
        for (int row = 0; row < m_list.size(); ++row)
            m_rows.insert(m_list.at(row).moment.id, row);
        m_rowsAreKnown = true;
    }
    const int row = m_rows.value(id, -1);
    return row < 0 ? QModelIndex() : index(row);
}

void MomentListModel::follow(const DocumentChange &change)
{
    if (std::holds_alternative<WorkReplaced>(change)) {
        reload();
    } else if (const auto *edited = std::get_if<MomentsEdited>(&change)) {
        if (!takeEdited(edited->moments))
            synchronise();
    } else if (std::holds_alternative<MomentsAddedOrRemoved>(change) || std::holds_alternative<OutcomeGrown>(change)) {
        synchronise();
    }
}

void MomentListModel::reload()
{
    beginResetModel();
    const QList<ReviewedMoment> &moments = m_document.review().moments();
    m_list.clear();
    m_list.reserve(moments.size());
    m_present.clear();
    m_present.reserve(moments.size());
    setOpinion();
    for (const ReviewedMoment &moment : moments) {
        m_list.append({.moment = moment, .agreement = agreementOn(moment.current.span, m_opinion)});
        m_present.insert(moment.id);
    }
    m_rowsAreKnown = false;
    rank();
    endResetModel();
    foldFromStart();
}

void MomentListModel::foldFromStart()
{
    m_folded = 0;
    m_folding.start();
}

void MomentListModel::foldSome()
{
    const qsizetype end = std::min(m_folded + foldedAtOnce, m_list.size());
    for (; m_folded < end; ++m_folded)
        searchText(m_list.at(m_folded));
    if (m_folded >= m_list.size())
        m_folding.stop();
}

void MomentListModel::setOpinion()
{
    const std::optional<AnalysisOutcome> &opinion = m_document.work().secondOpinion;
    m_opinion = opinion ? std::optional(ClipSet(opinion->result.moments)) : std::nullopt;
}

bool MomentListModel::takeEdited(const QList<MomentId> &moments)
{
    const Review &review = m_document.review();
    const auto standsAsBefore = [&](const MomentId &id) {
        const int row = review.indexOf(id);
        return row >= 0 && row < m_list.size() && m_list.at(row).moment.id == id;
    };
    if (review.moments().size() != m_list.size() || !std::ranges::all_of(moments, standsAsBefore))
        return false;
    bool areRanksOthers = false;
    for (const MomentId &id : moments) {
        const int row = review.indexOf(id);
        const ReviewedMoment &now = review.moments().at(row);
        areRanksOthers |= now.current.scorecard.sum() != m_list.at(row).moment.current.scorecard.sum();
        takeValue(row, now);
    }
    if (areRanksOthers)
        takeRanks();
    return true;
}

void MomentListModel::synchronise()
{
    removeVanished();
    // Where nothing is shown no view has a place to keep.
    if (m_list.isEmpty() || !moveOrInsert()) {
        reload();
        return;
    }
    takeValues();
    foldFromStart();
}

void MomentListModel::removeVanished()
{
    const Review &review = m_document.review();
    for (int last = rowCount() - 1; last >= 0; --last) {
        if (review.find(m_list.at(last).moment.id))
            continue;
        int first = last;
        while (first > 0 && !review.find(m_list.at(first - 1).moment.id))
            --first;
        beginRemoveRows({}, first, last);
        for (int row = first; row <= last; ++row)
            m_present.remove(m_list.at(row).moment.id);
        m_list.remove(first, last - first + 1);
        m_rowsAreKnown = false;
        endRemoveRows();
        last = first;
    }
}

bool MomentListModel::moveOrInsert()
{
    // A step moves a few moments; where it moves many, starting anew costs the views less.
    int movesLeft = 64;
    const QList<ReviewedMoment> &now = m_document.review().moments();
    for (int row = 0; row < now.size(); ++row) {
        while (row >= m_list.size() || m_list.at(row).moment.id != now.at(row).id) {
            if (!m_present.contains(now.at(row).id)) {
                insertRow(row, now.at(row));
                break;
            }
            if (--movesLeft < 0)
                return false;
            int from = row + 1;
            while (m_list.at(from).moment.id != now.at(row).id)
                ++from;
            // Either what belongs here has come up, or what stands here has gone down; the longer way is the move.
            const int down = m_document.review().indexOf(m_list.at(row).moment.id);
            if (down - row > from - row)
                moveRow(row, std::min(down, rowCount() - 1));
            else
                moveRow(from, row);
        }
    }
    return true;
}

void MomentListModel::moveRow(int from, int to)
{
    beginMoveRows({}, from, from, {}, to > from ? to + 1 : to);
    m_list.move(from, to);
    m_rowsAreKnown = false;
    endMoveRows();
}

void MomentListModel::insertRow(int row, const ReviewedMoment &moment)
{
    beginInsertRows({}, row, row);
    m_present.insert(moment.id);
    m_list.insert(row, {.moment = moment, .agreement = agreementOn(moment.current.span, m_opinion)});
    m_rowsAreKnown = false;
    endInsertRows();
}

void MomentListModel::takeValues()
{
    const QList<ReviewedMoment> &now = m_document.review().moments();
    for (int row = 0; row < now.size(); ++row) {
        if (m_list.at(row).moment == now.at(row))
            continue;
        takeValue(row, now.at(row));
    }
    takeRanks();
}

void MomentListModel::takeValue(int row, const ReviewedMoment &now)
{
    m_list[row].moment = now;
    m_list[row].searchText.clear();
    m_list[row].agreement = agreementOn(now.current.span, m_opinion);
    Q_EMIT dataChanged(index(row), index(row));
}

void MomentListModel::takeRanks()
{
    QList<int> ranksBefore;
    QList<int> ranks;
    for (const MomentRow &row : std::as_const(m_list))
        ranksBefore.append(row.rank);
    rank();
    for (const MomentRow &row : std::as_const(m_list))
        ranks.append(row.rank);
    if (ranks != ranksBefore)
        Q_EMIT dataChanged(index(0), index(rowCount() - 1), {RankRole});
}

void MomentListModel::rank()
{
    QList<int> byScore(m_list.size());
    std::iota(byScore.begin(), byScore.end(), 0);
    std::stable_sort(byScore.begin(), byScore.end(), [this](int a, int b) {
        return m_list.at(a).moment.current.scorecard.sum() > m_list.at(b).moment.current.scorecard.sum();
    });
    for (int place = 0; place < byScore.size(); ++place)
        m_list[byScore.at(place)].rank = place + 1;
}

QString agreementText(Agreement agreement)
{
    switch (agreement) {
    case Agreement::NotAsked:
        return {};
    case Agreement::Both:
        return MomentListModel::tr("The words alone show it too");
    case Agreement::ModelOnly:
        return MomentListModel::tr("Only the model found it");
    }
    return {};
}

} // namespace Viral
