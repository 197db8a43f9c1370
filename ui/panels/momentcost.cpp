// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/momentcost.h"

#include "core/analysis/pricing.h"
#include "core/base/timetext.h"
#include "ui/panels/whenshown.h"
#include "ui/style/metrics.h"
#include "ui/style/timedisplay.h"

#include <QLabel>
#include <QLocale>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Viral {

MomentCost::MomentCost(ReviewDocument &document, QWidget *parent)
    : QWidget(parent)
    , m_document(document)
    , m_place(new QLabel)
    , m_usage(new QLabel)
{
    m_place->setFont(tabular(sized(font(), TextSize::Normal, TextWeight::Strong)));
    m_usage->setFont(tabular(font()));
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->setSpacing(smallGap);
    for (QLabel *label : {m_place, m_usage}) {
        label->setWordWrap(true);
        layout->addWidget(label);
    }
    // It hides itself: the panel it stands in tells whether it is looked at.
    m_shown = new WhenShown([this] { showCurrent(); }, parent ? *parent : *this, this);
    connect(&document, &ReviewDocument::changed, m_shown, &WhenShown::ask);
    showCurrent();
}

void MomentCost::setTimes(const TimecodeFormat &times)
{
    m_times = times;
    m_shown->ask();
}

QString MomentCost::place(int chunk) const
{
    const Work &work = m_document.work();
    const QString number = tr("This moment: chunk %1 of %2").arg(chunk + 1).arg(work.outcome.result.totalChunks);
    for (const Chunk &each : work.chunks) {
        if (each.index == chunk)
            return number + u" · "_s + spanText(each.span, m_times);
    }
    return number;
}

QString MomentCost::usage(int chunk) const
{
    const ServiceResult &result = m_document.work().outcome.result;
    const QList<ChunkUsage> all = result.usage.value_or(Usage{}).byChunk;
    const auto found =
        std::find_if(all.cbegin(), all.cend(), [chunk](const ChunkUsage &each) { return each.chunkIndex == chunk; });
    const auto moments = std::count_if(result.moments.cbegin(), result.moments.cend(),
                                       [chunk](const Moment &moment) { return moment.chunkIndex == chunk; });
    QStringList parts;
    if (found != all.cend()) {
        const QLocale locale;
        const auto tokens = [&](QStringView name) { return locale.toString(qint64(tokenCount(found->counts, name))); };
        parts.append(tr("%1 tokens in (%2 cached), %3 out")
                         .arg(tokens(u"input_tokens"), tokens(u"input_cached_tokens"), tokens(u"output_tokens")));
        if (const std::optional<Pricing> &run = result.metadata.pricing) {
            const PriceTable table{{ModelPrice{.model = run->model, .rates = run->rates}}};
            if (const auto price = priceOf(found->counts, run->model, table))
                parts.append(tr("%1 of %2").arg(price->totalCost.forPeople(), run->totalCost.forPeople()));
        }
        if (found->responseTime)
            parts.append(tr("answered in %1").arg(secondsText(*found->responseTime)));
    } else {
        parts.append(tr("nothing was paid for it"));
    }
    parts.append(tr("%n moments came of it", nullptr, static_cast<int>(moments)));
    return parts.join(u" · "_s);
}

void MomentCost::showCurrent()
{
    const ReviewedMoment *moment = m_document.current();
    setVisible(moment);
    if (!moment)
        return;
    const std::optional<int> chunk = moment->origin == MomentOrigin::Editor ? std::nullopt : moment->current.chunkIndex;
    m_place->setText(chunk ? place(*chunk)
                     : moment->origin == MomentOrigin::Editor
                         ? tr("This moment was made by hand; it cost nothing.")
                         : tr("The result does not say which chunk it came from."));
    m_usage->setText(chunk ? usage(*chunk) : QString());
    m_usage->setVisible(chunk.has_value());
}

} // namespace Viral
