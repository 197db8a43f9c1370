// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/scorespanel.h"

#include "core/base/timetext.h"
#include "ui/models/momentwarnings.h"
#include "ui/panels/scorebar.h"
#include "ui/style/metrics.h"

#include <QLabel>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace Viral {

namespace {

QLabel *textLabel()
{
    auto *label = new QLabel;
    label->setWordWrap(true);
    label->setTextFormat(Qt::PlainText);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    return label;
}

QString furtherText(const Scorecard &scorecard)
{
    QStringList lines;
    for (const RawMember &metric : scorecard.further)
        lines.append(metric.name + u": "_s + QString::fromUtf8(metric.value));
    return lines.join(u'\n');
}

QString edgeLine(const QString &who, const TimeSpan &span)
{
    return who + u"  "_s + exactTimeText(span.start) + u" – "_s + exactTimeText(span.end) + u"  "_s +
           secondsText(span.duration());
}

} // namespace

QString metricName(Metric metric)
{
    switch (metric) {
    case Metric::Shareability:
        return ScoresPanel::tr("Shareability");
    case Metric::EmotionalImpact:
        return ScoresPanel::tr("Emotional impact");
    case Metric::SurpriseFactor:
        return ScoresPanel::tr("Surprise");
    case Metric::Rewatchability:
        return ScoresPanel::tr("Rewatchability");
    case Metric::HookStrength:
        return ScoresPanel::tr("Hook strength");
    }
    return {};
}

ScoresPanel::ScoresPanel(ReviewDocument &document, QWidget *parent)
    : QWidget(parent)
    , m_document(document)
    , m_average(new QLabel)
    , m_reason(textLabel())
    , m_further(textLabel())
    , m_edges(textLabel())
    , m_warnings(textLabel())
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(largeGap, largeGap, largeGap, largeGap);
    layout->setSpacing(normalGap);
    m_average->setFont(tabular(sized(font(), TextSize::Large, TextWeight::Strong)));
    layout->addWidget(m_average);
    for (const Metric metric : allMetrics) {
        auto *bar = new ScoreBar(metricName(metric));
        m_bars.append(bar);
        layout->addWidget(bar);
        connect(bar, &ScoreBar::scoreChosen, this, [this, metric](int score) {
            m_document.apply({ScoreEdit{m_document.currentMoment(), metric, score}},
                             u"score-"_s + QString(metricKey(metric)) + m_document.currentMoment().value);
        });
    }
    layout->addSpacing(normalGap);
    m_edges->setFont(tabular(sized(font(), TextSize::Small)));
    m_edges->setForegroundRole(QPalette::PlaceholderText);
    for (QLabel *label : {m_reason, m_warnings, m_further, m_edges})
        layout->addWidget(label);
    layout->addStretch();

    connect(&document, &ReviewDocument::changed, this, &ScoresPanel::showCurrent);
    showCurrent();
}

void ScoresPanel::showCurrent()
{
    const ReviewedMoment *moment = m_document.current();
    setEnabled(moment);
    for (const Metric metric : allMetrics)
        m_bars.at(static_cast<int>(metric))->setScore(moment ? moment->current.scorecard.score(metric) : 1);
    m_average->setText(moment ? tr("Average %1").arg(moment->current.scorecard.average(), 0, 'f', 1) : QString());
    m_reason->setText(moment ? moment->current.engagementValue : QString());
    m_further->setText(moment ? furtherText(moment->current.scorecard) : QString());
    m_further->setVisible(!m_further->text().isEmpty());
    const QStringList warnings = moment ? momentWarnings(moment->current) : QStringList();
    m_warnings->setText(warnings.isEmpty() ? QString() : u"⚠ "_s + warnings.join(u"\n⚠ "_s));
    m_warnings->setVisible(!warnings.isEmpty());
    m_edges->setVisible(moment);
    if (moment)
        showEdges(*moment);
}

void ScoresPanel::showEdges(const ReviewedMoment &moment)
{
    QStringList lines;
    for (const FunnelEntry &entry : m_document.work().outcome.funnel.entries) {
        if (entry.isKept() && entry.refined == moment.original.span && entry.proposed)
            lines.append(edgeLine(tr("Proposed"), *entry.proposed));
    }
    lines.append(edgeLine(tr("Refined"), moment.original.span));
    if (moment.current.span != moment.original.span)
        lines.append(edgeLine(tr("Edited"), moment.current.span));
    m_edges->setText(lines.join(u'\n'));
}

} // namespace Viral
