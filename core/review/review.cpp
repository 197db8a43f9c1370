// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/review/review.h"

#include "core/review/handover.h"

#include <QCryptographicHash>

#include <algorithm>
#include <tuple>

using namespace Qt::StringLiterals;

namespace Viral {

namespace {

/// Adds \a text with its length in front, so that no two lists of fields give the same bytes.
void addField(QCryptographicHash &hash, const QString &text)
{
    const QByteArray bytes = text.toUtf8();
    hash.addData(QByteArray::number(bytes.size()) + ':');
    hash.addData(bytes);
}

} // namespace

bool isHandedOver(Decision decision, HandOver handOver)
{
    return handOver == HandOver::KeptOnly ? decision == Decision::Kept : decision != Decision::Rejected;
}

bool comesBefore(const ReviewedMoment &one, const ReviewedMoment &other)
{
    const TimeSpan &a = one.current.span;
    const TimeSpan &b = other.current.span;
    return std::tie(a.start, a.end, one.id) < std::tie(b.start, b.end, other.id);
}

MomentId momentId(const QString &jobId, const Moment &moment, int occurrence)
{
    QCryptographicHash hash(QCryptographicHash::Sha256);
    addField(hash, jobId);
    addField(hash, QString::number(moment.span.start.count()));
    addField(hash, QString::number(moment.span.end.count()));
    addField(hash, moment.title);
    addField(hash, QString::number(occurrence));
    constexpr int shownDigits = 24;
    return {QString::fromLatin1(hash.result().toHex().left(shownDigits))};
}

Review::Review(const ServiceResult &result)
{
    MomentIds ids;
    *this = Review(result, ids);
}

Review::Review(const ServiceResult &result, MomentIds &ids)
{
    QHash<MomentId, int> occurrences;
    occurrences.reserve(result.moments.size());
    m_moments.reserve(result.moments.size());
    for (const Moment &moment : result.moments) {
        MomentId id = ids.idOf(result.jobId, moment);
        const int occurrence = occurrences[id]++;
        if (occurrence > 0)
            id = ids.idOf(result.jobId, moment, occurrence);
        m_moments.append({.id = id, .original = moment, .current = moment});
    }
    if (!std::is_sorted(m_moments.cbegin(), m_moments.cend(), comesBefore))
        std::sort(m_moments.begin(), m_moments.end(), comesBefore);
    m_index.reserve(m_moments.size());
    reindex(0, m_moments.size());
}

Review::Review(QList<ReviewedMoment> moments)
    : m_moments(std::move(moments))
{
    // Whole ones are moved about: not where they are in order.
    if (!std::is_sorted(m_moments.cbegin(), m_moments.cend(), comesBefore))
        std::sort(m_moments.begin(), m_moments.end(), comesBefore);
    m_index.reserve(m_moments.size());
    reindex(0, m_moments.size());
}

int Review::indexOf(const MomentId &id) const
{
    return m_index.value(id, -1);
}

const ReviewedMoment *Review::find(const MomentId &id) const
{
    const int index = indexOf(id);
    return index < 0 ? nullptr : &m_moments.at(index);
}

int Review::count(Decision decision) const
{
    const auto decided = std::count_if(m_moments.cbegin(), m_moments.cend(),
                                       [decision](const ReviewedMoment &each) { return each.decision == decision; });
    return static_cast<int>(decided);
}

bool Review::replace(const ReviewedMoment &moment)
{
    const int from = indexOf(moment.id);
    if (from < 0)
        return false;
    m_moments[from] = moment;
    const qsizetype to = placeAfterChange(from);
    if (to != from) {
        m_moments.move(from, to);
        reindex(std::min<qsizetype>(from, to), std::max<qsizetype>(from, to) + 1);
    }
    return true;
}

bool Review::insert(const ReviewedMoment &moment)
{
    if (m_index.contains(moment.id))
        return false;
    const auto place = std::lower_bound(m_moments.cbegin(), m_moments.cend(), moment, comesBefore);
    const qsizetype position = place - m_moments.cbegin();
    m_moments.insert(position, moment);
    reindex(position, m_moments.size());
    return true;
}

bool Review::remove(const MomentId &id)
{
    const int position = indexOf(id);
    if (position < 0)
        return false;
    m_index.remove(id);
    m_moments.removeAt(position);
    reindex(position, m_moments.size());
    return true;
}

qsizetype Review::placeAfterChange(qsizetype changed) const
{
    const auto begin = m_moments.cbegin();
    const ReviewedMoment &moment = m_moments.at(changed);
    if (changed > 0 && comesBefore(moment, m_moments.at(changed - 1)))
        return std::lower_bound(begin, begin + changed, moment, comesBefore) - begin;
    return std::lower_bound(begin + changed + 1, m_moments.cend(), moment, comesBefore) - begin - 1;
}

void Review::reindex(qsizetype begin, qsizetype end)
{
    for (qsizetype i = begin; i < end; ++i)
        m_index.insert(m_moments.at(i).id, static_cast<int>(i));
}

ServiceResult reviewedResult(const ServiceResult &result, const Review &review, HandOver handOver)
{
    ServiceResult reviewed = result;
    reviewed.moments.clear();
    for (const ReviewedMoment &moment : review.moments()) {
        if (isHandedOver(moment.decision, handOver))
            reviewed.moments.append(moment.current);
    }
    reviewed.metadata.momentsAfterDedup = static_cast<int>(reviewed.moments.size());
    return reviewed;
}

} // namespace Viral
