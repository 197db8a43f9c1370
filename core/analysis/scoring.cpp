// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/scoring.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Viral {

Judged<Scorecard> judgeScores(const Candidate &candidate)
{
    Scorecard card;
    QStringList missing;
    for (const Metric metric : allMetrics) {
        const std::optional<int> score = candidate.scores[static_cast<std::size_t>(metric)];
        if (!score)
            missing.append(metricKey(metric));
        else
            card.setScore(metric, std::clamp(*score, 1, 10));
    }
    if (!missing.isEmpty())
        return discarded(FunnelStage::Scores, u"score-missing"_s,
                         u"%1 of %2 scores"_s.arg(allMetrics.size() - static_cast<std::size_t>(missing.size()))
                             .arg(allMetrics.size()),
                         u"The answer has no score for %1."_s.arg(missing.join(u", "_s)));
    card.further = candidate.furtherMetrics;
    return card;
}

} // namespace Viral
