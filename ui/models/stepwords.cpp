// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/stepwords.h"

#include "core/review/reason.h"

#include <QCoreApplication>
#include <QLocale>
#include <QSet>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Viral {

namespace {

class StepWords
{
    Q_DECLARE_TR_FUNCTIONS(Viral::StepWords)
};

QString quoted(const QString &text)
{
    constexpr int longest = 60;
    const QString line = text.simplified();
    return u"“"_s + (line.size() > longest ? line.left(longest).trimmed() + u'…' : line) + u"”"_s;
}

QString titleOf(const MomentId &id, const Review &review)
{
    const ReviewedMoment *moment = review.find(id);
    return moment ? quoted(moment->current.title) : StepWords::tr("a moment that is not here now");
}

QString fieldName(TextField field)
{
    switch (field) {
    case TextField::Title:
        return StepWords::tr("Title");
    case TextField::Hook:
        return StepWords::tr("Hook");
    case TextField::Category:
        return StepWords::tr("Category");
    case TextField::EngagementValue:
        return StepWords::tr("Why it is worth posting");
    case TextField::Quote:
        return StepWords::tr("Quote");
    case TextField::Note:
        return StepWords::tr("Note");
    }
    return {};
}

QString metricWords(Metric metric)
{
    QString name = QString(metricKey(metric)).replace(u'_', u' ');
    if (!name.isEmpty())
        name[0] = name.at(0).toUpper();
    return name;
}

QString decisionWords(Decision decision, const QString &title)
{
    switch (decision) {
    case Decision::Kept:
        return StepWords::tr("Kept %1").arg(title);
    case Decision::Held:
        return StepWords::tr("Held %1").arg(title);
    case Decision::Rejected:
        return StepWords::tr("Rejected %1").arg(title);
    case Decision::Undecided:
        return StepWords::tr("Undecided again: %1").arg(title);
    }
    return {};
}

QString edgeWords(const TimeSpan &from, const TimeSpan &to, const QString &title, const TimecodeFormat &times)
{
    const auto moved = [&times](Milliseconds before, Milliseconds after) {
        return timecodeText(before, times) + u" → "_s + timecodeText(after, times);
    };
    if (from.start != to.start && from.end != to.end)
        return StepWords::tr("Edges moved: %1, %2 of %3")
            .arg(moved(from.start, to.start), moved(from.end, to.end), title);
    return from.start != to.start ? StepWords::tr("Start moved %1 of %2").arg(moved(from.start, to.start), title)
                                  : StepWords::tr("End moved %1 of %2").arg(moved(from.end, to.end), title);
}

/// The step's last edit, told with what was there before its first: typing is one change however many keys it took.
class Words
{
public:
    Words(const ReviewHistory::Step &step, const Review &review, const TimecodeFormat &times)
        : m_step(step)
        , m_review(review)
        , m_times(times)
    {}

    QString of(const DecisionEdit &edit) const
    {
        const QString words = decisionWords(edit.decision, title(edit.moment));
        return edit.reason.isEmpty() ? words : StepWords::tr("%1: %2").arg(words, reasonText(edit.reason));
    }
    QString of(const SpanEdit &edit) const
    {
        const auto *before = earliest<SpanEdit>([](const SpanEdit &) { return true; });
        return edgeWords(before ? before->span : edit.span, edit.span, title(edit.moment), m_times);
    }
    QString of(const TextEdit &edit) const
    {
        if (edit.field == TextField::Note)
            return edit.text.isEmpty() ? StepWords::tr("Note taken away from %1").arg(title(edit.moment))
                                       : StepWords::tr("Note on %1: %2").arg(title(edit.moment), quoted(edit.text));
        return StepWords::tr("%1 of %2: %3").arg(fieldName(edit.field), title(edit.moment), quoted(edit.text));
    }
    QString of(const PostEdit &edit) const
    {
        const QString platform = platformName(edit.platform);
        return edit.text.isNull()
                   ? StepWords::tr("Post for %1 taken away from %2").arg(platform, title(edit.moment))
                   : StepWords::tr("Post for %1 of %2: %3").arg(platform, title(edit.moment), quoted(edit.text));
    }
    QString of(const ScoreEdit &edit) const
    {
        const auto *before = earliest<ScoreEdit>([&edit](const ScoreEdit &each) { return each.metric == edit.metric; });
        return StepWords::tr("%1 of %2: %3 → %4")
            .arg(metricWords(edit.metric), title(edit.moment))
            .arg(before ? before->score : edit.score)
            .arg(edit.score);
    }
    QString of(const FurtherMetricEdit &edit) const
    {
        return StepWords::tr("%1 of %2: %3").arg(edit.name, title(edit.moment), QString::fromUtf8(edit.value));
    }
    QString of(const StarEdit &edit) const
    {
        return edit.starred ? StepWords::tr("Star on %1").arg(title(edit.moment))
                            : StepWords::tr("Star off %1").arg(title(edit.moment));
    }
    QString of(const AddEdit &edit) const
    {
        const QString name = quoted(edit.moment.current.title);
        return edit.moment.origin == MomentOrigin::Promoted ? StepWords::tr("Brought back %1").arg(name)
                                                            : StepWords::tr("Added %1").arg(name);
    }
    QString of(const RemoveEdit &edit) const { return StepWords::tr("Took away %1").arg(title(edit.moment)); }

private:
    QString title(const MomentId &id) const { return titleOf(id, m_review); }

    template <typename Kind, typename Meant>
    const Kind *earliest(const Meant &isMeant) const
    {
        for (auto inverse = m_step.inverses.crbegin(); inverse != m_step.inverses.crend(); ++inverse) {
            if (const auto *found = std::get_if<Kind>(&*inverse); found && isMeant(*found))
                return found;
        }
        return nullptr;
    }

    const ReviewHistory::Step &m_step;
    const Review &m_review;
    const TimecodeFormat &m_times;
};

/// How many moments the step is about.
qsizetype countMoments(const QList<Edit> &edits)
{
    QSet<MomentId> moments;
    for (const Edit &edit : edits)
        moments.insert(editedMoment(edit));
    return moments.size();
}

} // namespace

QString stepText(const ReviewHistory::Step &step, const Review &review, const TimecodeFormat &times)
{
    const QList<Edit> &edits = step.entry.edits;
    if (edits.isEmpty())
        return {};
    const Words words(step, review, times);
    const QString last = std::visit([&words](const auto &edit) { return words.of(edit); }, edits.constLast());
    const auto others = countMoments(edits) - 1;
    if (others == 0)
        return last;
    return StepWords::tr("%1 and %n more", nullptr, static_cast<int>(others)).arg(last);
}

QString decisionName(Decision decision)
{
    switch (decision) {
    case Decision::Kept:
        return StepWords::tr("kept");
    case Decision::Held:
        return StepWords::tr("held");
    case Decision::Rejected:
        return StepWords::tr("rejected");
    case Decision::Undecided:
        return StepWords::tr("undecided");
    }
    return {};
}

QString reasonText(const QString &reason)
{
    const std::optional<Reason> usual = reasonFromKey(reason);
    if (!usual)
        return reason;
    switch (*usual) {
    case Reason::LateStart:
        return StepWords::tr("starts too late");
    case Reason::EarlyEnd:
        return StepWords::tr("ends too early");
    case Reason::NeedsContext:
        return StepWords::tr("needs context");
    case Reason::Duplicate:
        return StepWords::tr("duplicate");
    case Reason::OffBrand:
        return StepWords::tr("off brand");
    case Reason::WeakHook:
        return StepWords::tr("weak hook");
    case Reason::Legal:
        return StepWords::tr("legal");
    }
    return {};
}

std::optional<DecisionMark> lastDecision(const ReviewHistory &history, const MomentId &moment)
{
    for (qsizetype i = history.position() - 1; i >= 0; --i) {
        const JournalEntry &entry = history.steps().at(i).entry;
        const bool decides = std::any_of(entry.edits.begin(), entry.edits.end(), [&moment](const Edit &edit) {
            const auto *decision = std::get_if<DecisionEdit>(&edit);
            return decision && decision->moment == moment;
        });
        if (decides)
            return DecisionMark{entry.author, entry.when};
    }
    return std::nullopt;
}

QString decisionText(const ReviewHistory &history, const ReviewedMoment &moment)
{
    if (moment.decision == Decision::Undecided)
        return {};
    QString text = decisionName(moment.decision);
    text[0] = text.at(0).toUpper();
    if (const std::optional<DecisionMark> mark = lastDecision(history, moment.id))
        text = StepWords::tr("%1 by %2, %3")
                   .arg(text, mark->author, QLocale().toString(mark->when.toLocalTime(), QLocale::ShortFormat));
    return moment.reason.isEmpty() ? text : StepWords::tr("%1: %2").arg(text, reasonText(moment.reason));
}

} // namespace Viral
