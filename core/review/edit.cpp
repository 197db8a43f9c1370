// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/review/edit.h"

#include "core/json/jsonreader.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Viral {

namespace {

template <typename... Handlers>
struct Visitor : Handlers...
{
    using Handlers::operator()...;
};
template <typename... Handlers>
Visitor(Handlers...) -> Visitor<Handlers...>;

tl::unexpected<Error> refused(const QString &message)
{
    return failure(ErrorKind::Input, message);
}

Result<void> checkSpan(const TimeSpan &span)
{
    if (span.start < Milliseconds{0})
        return refused(u"A moment cannot begin before the source does."_s);
    if (span.isEmpty())
        return refused(u"A moment must end after it begins."_s);
    return {};
}

Result<void> checkScore(int score)
{
    if (score < 1 || score > 10)
        return refused(u"A score is a whole number from 1 to 10, not %1."_s.arg(score));
    return {};
}

Result<void> checkAdded(const ReviewedMoment &moment)
{
    if (moment.id.isEmpty())
        return refused(u"The moment has no id."_s);
    if (isOfResult(moment.origin))
        return refused(u"A moment of the result is there from the start and cannot be added."_s);
    for (const int score : moment.current.scorecard.core) {
        if (const Result<void> checked = checkScore(score); !checked)
            return checked;
    }
    return checkSpan(moment.current.span);
}

/// The field as text; null for a quote that is not there.
QString textOf(const ReviewedMoment &moment, TextField field)
{
    const Moment &current = moment.current;
    switch (field) {
    case TextField::Title:
        return current.title;
    case TextField::Hook:
        return current.hook;
    case TextField::Category:
        return current.category;
    case TextField::EngagementValue:
        return current.engagementValue;
    case TextField::Quote:
        return current.quote ? (current.quote->isNull() ? u""_s : *current.quote) : QString();
    case TextField::Note:
        return moment.note;
    }
    return {};
}

void setText(ReviewedMoment &moment, TextField field, const QString &text)
{
    Moment &current = moment.current;
    switch (field) {
    case TextField::Title:
        current.title = text;
        return;
    case TextField::Hook:
        current.hook = text;
        return;
    case TextField::Category:
        current.category = text;
        return;
    case TextField::EngagementValue:
        current.engagementValue = text;
        return;
    case TextField::Quote:
        current.quote = text.isNull() ? std::nullopt : std::optional(text);
        return;
    case TextField::Note:
        moment.note = text;
        return;
    }
}

/// True when no platform is listed twice and the posts follow the order of the platforms: what posts are edited on. A
/// platform may lack its post.
bool postsFollowPlatforms(const Moment &moment)
{
    qsizetype post = 0;
    for (qsizetype i = 0; i < moment.platforms.size(); ++i) {
        const Platform platform = moment.platforms.at(i);
        if (moment.platforms.indexOf(platform) != i)
            return false;
        if (post < moment.socialCopy.size() && moment.socialCopy.at(post).platform == platform)
            ++post;
    }
    return post == moment.socialCopy.size();
}

qsizetype indexOfPost(const Moment &moment, Platform platform)
{
    const auto isMeant = [platform](const Post &post) { return post.platform == platform; };
    const auto found = std::find_if(moment.socialCopy.begin(), moment.socialCopy.end(), isMeant);
    return found == moment.socialCopy.end() ? -1 : found - moment.socialCopy.begin();
}

/// Where a platform that is not there goes, in the contract's order as far as the list has it.
qsizetype placeOfNewPlatform(const QList<Platform> &platforms, Platform platform, int wanted)
{
    if (wanted >= 0)
        return std::min<qsizetype>(wanted, platforms.size());
    const auto later = std::find_if(platforms.begin(), platforms.end(), [platform](Platform each) {
        return static_cast<int>(each) > static_cast<int>(platform);
    });
    return later - platforms.begin();
}

/// Where the post of the platform at \a place belongs: behind those of the platforms before it.
qsizetype placeOfNewPost(const Moment &moment, qsizetype place)
{
    const QList<Platform> before = moment.platforms.first(place);
    return std::count_if(moment.socialCopy.begin(), moment.socialCopy.end(),
                         [&before](const Post &post) { return before.contains(post.platform); });
}

void takePlatformAway(Moment &moment, Platform platform)
{
    moment.platforms.removeAll(platform);
    moment.socialCopy.removeIf([platform](const Post &post) { return post.platform == platform; });
}

void setPost(Moment &moment, const PostEdit &edit)
{
    const Platform platform = edit.platform;
    if (edit.text.isNull() && edit.position < 0)
        return takePlatformAway(moment, platform);
    if (!moment.platforms.contains(platform))
        moment.platforms.insert(placeOfNewPlatform(moment.platforms, platform, edit.position), platform);
    const qsizetype post = indexOfPost(moment, platform);
    const qsizetype newPlace = placeOfNewPost(moment, moment.platforms.indexOf(platform));
    if (post >= 0 && edit.text.isNull())
        moment.socialCopy.removeAt(post);
    else if (post >= 0)
        moment.socialCopy[post].text = edit.text;
    else if (!edit.text.isNull())
        moment.socialCopy.insert(newPlace, {.platform = platform, .text = edit.text});
}

/// What sets the platform of the edit back to what it is in \a moment.
PostEdit inversePost(const Moment &moment, const PostEdit &edit)
{
    PostEdit inverse{.moment = edit.moment, .platform = edit.platform, .text = {}};
    inverse.position = static_cast<int>(moment.platforms.indexOf(edit.platform));
    const qsizetype post = indexOfPost(moment, edit.platform);
    if (post >= 0)
        inverse.text = moment.socialCopy.at(post).text.isNull() ? u""_s : moment.socialCopy.at(post).text;
    return inverse;
}

// Each change(moment, edit) changes a copy of the moment and returns the inverse, or refuses.

Result<Edit> change(ReviewedMoment &moment, const DecisionEdit &edit)
{
    DecisionEdit inverse{.moment = moment.id, .decision = moment.decision, .reason = moment.reason};
    moment.decision = edit.decision;
    moment.reason = edit.reason;
    return inverse;
}

Result<Edit> change(ReviewedMoment &moment, const SpanEdit &edit)
{
    if (const Result<void> checked = checkSpan(edit.span); !checked)
        return tl::unexpected(checked.error());
    SpanEdit inverse{.moment = moment.id, .span = moment.current.span};
    moment.current.span = edit.span;
    return inverse;
}

Result<Edit> change(ReviewedMoment &moment, const TextEdit &edit)
{
    TextEdit inverse{.moment = moment.id, .field = edit.field, .text = textOf(moment, edit.field)};
    setText(moment, edit.field, edit.text);
    return inverse;
}

Result<Edit> change(ReviewedMoment &moment, const PostEdit &edit)
{
    if (!postsFollowPlatforms(moment.current))
        return refused(u"The posts of this moment do not follow its platforms."_s);
    PostEdit inverse = inversePost(moment.current, edit);
    setPost(moment.current, edit);
    return inverse;
}

Result<Edit> change(ReviewedMoment &moment, const ScoreEdit &edit)
{
    if (const Result<void> checked = checkScore(edit.score); !checked)
        return tl::unexpected(checked.error());
    Scorecard &scorecard = moment.current.scorecard;
    ScoreEdit inverse{.moment = moment.id, .metric = edit.metric, .score = scorecard.score(edit.metric)};
    scorecard.setScore(edit.metric, edit.score);
    return inverse;
}

Result<Edit> change(ReviewedMoment &moment, const FurtherMetricEdit &edit)
{
    if (!JsonDocument::parse(edit.value))
        return refused(u"The value of a metric must be valid JSON."_s);
    for (RawMember &metric : moment.current.scorecard.further) {
        if (metric.name == edit.name)
            return FurtherMetricEdit{moment.id, edit.name, std::exchange(metric.value, edit.value)};
    }
    return refused(u"The moment has no such metric."_s);
}

Result<Edit> change(ReviewedMoment &moment, const StarEdit &edit)
{
    StarEdit inverse{.moment = moment.id, .starred = moment.starred};
    moment.starred = edit.starred;
    return inverse;
}

Result<Edit> applyAdd(Review &review, const AddEdit &edit)
{
    if (const Result<void> checked = checkAdded(edit.moment); !checked)
        return tl::unexpected(checked.error());
    if (!review.insert(edit.moment))
        return refused(u"This moment is already in the review."_s);
    return RemoveEdit{.moment = edit.moment.id};
}

Result<Edit> applyRemove(Review &review, const RemoveEdit &edit)
{
    const ReviewedMoment *present = review.find(edit.moment);
    if (!present)
        return refused(u"This moment is not in the review."_s);
    if (isOfResult(present->origin))
        return refused(u"A moment of the result can be rejected but not removed."_s);
    AddEdit inverse{.moment = *present};
    review.remove(edit.moment);
    return inverse;
}

template <typename MomentEdit>
Result<Edit> applyChange(Review &review, const MomentEdit &edit)
{
    const ReviewedMoment *present = review.find(edit.moment);
    if (!present)
        return refused(u"This moment is not in the review."_s);
    ReviewedMoment changed = *present;
    Result<Edit> inverse = change(changed, edit);
    if (inverse)
        review.replace(changed);
    return inverse;
}

template <typename MomentEdit>
bool changesNothing(const Review &review, const MomentEdit &edit)
{
    const ReviewedMoment *present = review.find(edit.moment);
    if (!present)
        return false;
    ReviewedMoment changed = *present;
    return change(changed, edit).has_value() && changed == *present;
}

} // namespace

MomentId editedMoment(const Edit &edit)
{
    return std::visit(
        Visitor{[](const AddEdit &add) { return add.moment.id; }, [](const auto &other) { return other.moment; }},
        edit);
}

Result<Edit> apply(Review &review, const Edit &edit)
{
    return std::visit(Visitor{[&review](const AddEdit &add) { return applyAdd(review, add); },
                              [&review](const RemoveEdit &remove) { return applyRemove(review, remove); },
                              [&review](const auto &other) { return applyChange(review, other); }},
                      edit);
}

bool isNoOp(const Review &review, const Edit &edit)
{
    return std::visit(Visitor{[](const AddEdit &) { return false; }, [](const RemoveEdit &) { return false; },
                              [&review](const auto &other) { return changesNothing(review, other); }},
                      edit);
}

} // namespace Viral
