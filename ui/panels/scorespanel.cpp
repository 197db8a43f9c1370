// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/scorespanel.h"

#include "ui/models/momentlistmodel.h"
#include "ui/models/momentwarnings.h"
#include "ui/models/stepwords.h"
#include "ui/panels/clipreading.h"
#include "ui/panels/emptywords.h"
#include "ui/panels/evidenceview.h"
#include "ui/panels/furthermetrics.h"
#include "ui/panels/notice.h"
#include "ui/panels/scorebar.h"
#include "ui/panels/whenshown.h"
#include "ui/style/metrics.h"

#include <QLabel>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace Viral {

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

namespace {

/// Who decided and why, and who else found it.
QString factsOf(const ReviewedMoment &moment, const ReviewDocument &document)
{
    const std::optional<AnalysisOutcome> &opinion = document.work().secondOpinion;
    const std::optional<ClipSet> clips = opinion ? std::optional(ClipSet(opinion->result.moments)) : std::nullopt;
    QStringList lines{decisionText(document.history(), moment), agreementText(agreementOn(moment.current.span, clips))};
    lines.removeAll(QString());
    return lines.join(u'\n');
}

} // namespace

ScoresPanel::ScoresPanel(ReviewDocument &document, QWidget *parent)
    : QWidget(parent)
    , m_document(document)
    , m_clips(new ClipReading(document, this))
    , m_average(new QLabel)
    , m_facts(new QLabel)
    , m_empty(new QLabel)
    , m_reason(new QLabel)
    , m_warnings(new Notice)
    , m_further(new FurtherMetrics(document, this))
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(normalGap, largeGap, normalGap, normalGap);
    layout->setSpacing(smallGap);
    m_average->setFont(tabular(sized(font(), TextSize::Large, TextWeight::Strong)));
    m_empty->setWordWrap(true);
    m_empty->setForegroundRole(QPalette::PlaceholderText);
    m_reason->setWordWrap(true);
    m_reason->setTextFormat(Qt::PlainText);
    m_reason->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_facts->setWordWrap(true);
    m_facts->setTextFormat(Qt::PlainText);
    m_facts->setForegroundRole(QPalette::PlaceholderText);
    layout->addWidget(m_average);
    layout->addWidget(m_facts);
    layout->addWidget(m_empty);
    layout->addWidget(m_warnings);
    layout->addWidget(m_reason);
    layout->addSpacing(normalGap);
    for (const Metric metric : allMetrics)
        addScore(metric);
    layout->addWidget(m_further);
    layout->addStretch();

    auto *shown = new WhenShown([this] { showCurrent(); }, *this, this);
    connect(&document, &ReviewDocument::changed, shown, &WhenShown::ask);
    showCurrent();
}

void ScoresPanel::setTimes(const TimecodeFormat &times)
{
    for (EvidenceView *evidence : std::as_const(m_evidence))
        evidence->setTimes(times);
}

void ScoresPanel::addScore(Metric metric)
{
    auto *bar = new ScoreBar(metricName(metric));
    auto *evidence = new EvidenceView;
    evidence->setAccessibleName(tr("Words behind %1").arg(metricName(metric)));
    evidence->setContentsMargins(0, 0, 0, normalGap);
    QStringList names;
    for (const Metric other : allMetrics)
        names.append(metricName(other));
    bar->alignWith(names);
    m_bars.append(bar);
    m_evidence.append(evidence);
    layout()->addWidget(bar);
    layout()->addWidget(evidence);
    connect(evidence, &EvidenceView::wordsChosen, this, &ScoresPanel::wordsChosen);
    connect(bar, &ScoreBar::scoreChosen, this, [this, metric](int score) {
        m_document.apply({ScoreEdit{m_document.currentMoment(), metric, score}},
                         u"score-"_s + QString(metricKey(metric)) + m_document.currentMoment().value);
    });
}

void ScoresPanel::showCurrent()
{
    const ReviewedMoment *moment = m_document.current();
    for (const Metric metric : allMetrics)
        m_bars.at(static_cast<int>(metric))->setScore(moment ? moment->current.scorecard.score(metric) : 1);
    for (ScoreBar *bar : std::as_const(m_bars))
        bar->setVisible(moment);
    m_average->setText(moment ? tr("Average %1").arg(moment->current.scorecard.average(), 0, 'f', 1) : QString());
    m_average->setVisible(moment);
    m_facts->setText(moment ? factsOf(*moment, m_document) : QString());
    m_facts->setVisible(!m_facts->text().isEmpty());
    m_reason->setText(moment ? moment->current.engagementValue : QString());
    m_reason->setVisible(!m_reason->text().isEmpty());
    m_warnings->setText(moment ? momentWarnings(moment->current).join(u'\n') : QString());
    m_empty->setVisible(!moment || !m_clips->hasTranscript());
    m_empty->setText(moment ? tr("The transcript is not here, so the words behind the scores cannot be shown.")
                            : noMomentText(m_document, tr("Choose a moment to see its scores.")));
    const bool hasWords = moment && m_clips->hasTranscript();
    for (EvidenceView *evidence : std::as_const(m_evidence))
        evidence->setVisible(hasWords);
    if (hasWords)
        showEvidence(moment->current.span);
}

void ScoresPanel::showEvidence(const TimeSpan &span)
{
    const auto &evidence = m_clips->evidence(span);
    for (const Metric metric : allMetrics)
        m_evidence.at(static_cast<int>(metric))->setEvidence(evidence[static_cast<std::size_t>(metric)]);
}

} // namespace Viral
