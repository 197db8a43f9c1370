// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/review/review.h"

#include <QString>

#include <variant>

namespace Viral {

/// Texts of a moment that an editor may change.
enum class TextField
{
    Title,
    Hook,
    Category,
    EngagementValue,
    Quote,
    Note,
};

struct DecisionEdit
{
    MomentId moment = {};
    Decision decision = Decision::Undecided;
    QString reason = {};
    bool operator==(const DecisionEdit &) const = default;
};

/// Moves one or both edges; refused when the span is empty or begins before 0.
struct SpanEdit
{
    MomentId moment = {};
    TimeSpan span = {};
    bool operator==(const SpanEdit &) const = default;
};

/// Sets a text; a null text takes the quote away (other fields become empty).
struct TextEdit
{
    MomentId moment = {};
    TextField field = TextField::Title;
    QString text = {};
    bool operator==(const TextEdit &) const = default;
};

/// Writes or replaces the post for a platform; a null text takes the platform away (with a position it stays listed,
/// without a post).
struct PostEdit
{
    MomentId moment = {};
    Platform platform = Platform::Twitter;
    QString text = {};
    /// Place of a new platform among the moment's; -1 puts it in the contract's order.
    int position = -1;
    bool operator==(const PostEdit &) const = default;
};

/// Sets a core score; refused outside 1 to 10.
struct ScoreEdit
{
    MomentId moment = {};
    Metric metric = Metric::Shareability;
    int score = 1;
    bool operator==(const ScoreEdit &) const = default;
};

/// Sets a metric beyond the five that the moment has; the value is valid JSON. Refused for an unknown name.
struct FurtherMetricEdit
{
    MomentId moment = {};
    QString name = {};
    QByteArray value = {};
    bool operator==(const FurtherMetricEdit &) const = default;
};

struct StarEdit
{
    MomentId moment = {};
    bool starred = false;
    bool operator==(const StarEdit &) const = default;
};

/// Adds a moment made by the editor or promoted from the funnel; refused when its id is empty or already there, when it
/// claims to come from the result, or when its span or scores could not be edits.
struct AddEdit
{
    ReviewedMoment moment = {};
    bool operator==(const AddEdit &) const = default;
};

/// Takes an added moment away again: the inverse of AddEdit, never offered by itself (nothing is ever deleted).
struct RemoveEdit
{
    MomentId moment = {};
    bool operator==(const RemoveEdit &) const = default;
};

/// One change of a review as a value: applied, it returns its inverse.
using Edit = std::variant<DecisionEdit, SpanEdit, TextEdit, PostEdit, ScoreEdit, StarEdit, AddEdit, RemoveEdit,
                          FurtherMetricEdit>;

/// The moment an edit is about.
MomentId editedMoment(const Edit &edit);

/// Applies \a edit to \a review and returns what undoes it exactly. On failure (unknown moment, value out of range) the
/// review is unchanged.
Result<Edit> apply(Review &review, const Edit &edit);

/// True when applying would change nothing.
bool isNoOp(const Review &review, const Edit &edit);

} // namespace Viral
