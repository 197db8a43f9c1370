// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/clipcheck.h"

#include "core/analysis/settings.h"
#include "core/base/timetext.h"
#include "ui/document/newmoment.h"
#include "ui/models/rulewords.h"
#include "ui/panels/clipreading.h"
#include "ui/panels/whenshown.h"
#include "ui/style/metrics.h"
#include "ui/style/palette.h"

#include <QEvent>
#include <QGridLayout>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace Viral {

namespace {

QString flawText(StandingFlaw flaw)
{
    switch (flaw) {
    case StandingFlaw::StartsInSentence:
        return ClipCheck::tr("Starts inside a sentence");
    case StandingFlaw::AnswersUnheard:
        return ClipCheck::tr("Answers a question that is not in it");
    case StandingFlaw::PointsBack:
        return ClipCheck::tr("Opens pointing back");
    case StandingFlaw::LooseOpener:
        return ClipCheck::tr("Opens in the middle of a thought");
    case StandingFlaw::RefersBack:
        return ClipCheck::tr("Refers to something said before");
    case StandingFlaw::EndsInSentence:
        return ClipCheck::tr("Ends inside a sentence");
    case StandingFlaw::NotEnded:
        return ClipCheck::tr("Its last sentence is not finished");
    }
    return {};
}

QString shortened(const QString &words)
{
    constexpr int longest = 80;
    return words.size() > longest ? words.left(longest).trimmed() + u'…' : words;
}

} // namespace

const FunnelEntry *candidateOf(const ReviewedMoment &moment, const Funnel &funnel)
{
    for (const FunnelEntry &entry : funnel.entries) {
        const bool isPromoted = moment.origin == MomentOrigin::Promoted;
        const bool isMeant = isPromoted ? promotedMomentId(entry.candidate, moment.original) == moment.id
                                        : entry.isKept() && entry.refined == moment.original.span;
        if (isMeant)
            return &entry;
    }
    return nullptr;
}

ClipCheck::ClipCheck(ReviewDocument &document, ClipReading &clips, QWidget *parent)
    : QWidget(parent)
    , m_document(document)
    , m_clips(clips)
    , m_state(new QLabel)
    , m_findings(new QLabel)
    , m_outcome(new QLabel)
    , m_repair(new QPushButton(tr("Mend the edges")))
    , m_edges(new QGridLayout)
{
    m_state->setWordWrap(true);
    m_findings->setWordWrap(true);
    m_findings->setTextFormat(Qt::RichText);
    m_findings->setAccessibleName(tr("What keeps the clip from standing alone"));
    m_findings->setTextInteractionFlags(Qt::LinksAccessibleByMouse | Qt::LinksAccessibleByKeyboard);
    m_outcome->setWordWrap(true);
    m_outcome->setForegroundRole(QPalette::PlaceholderText);
    for (QLabel *label : {m_findings, m_outcome})
        label->setFont(sized(font(), TextSize::Small));
    m_edges->setHorizontalSpacing(largeGap);
    m_edges->setVerticalSpacing(smallGap);
    m_edges->setColumnStretch(1, 1);
    auto *row = new QHBoxLayout;
    row->setSpacing(normalGap);
    row->addWidget(m_state, 1);
    row->addWidget(m_repair);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->setSpacing(smallGap);
    layout->addLayout(row);
    layout->addWidget(m_findings);
    layout->addWidget(m_outcome);
    layout->addSpacing(normalGap);
    layout->addLayout(m_edges);

    connect(m_repair, &QPushButton::clicked, this, &ClipCheck::repair);
    connect(m_findings, &QLabel::linkActivated, this, [this](const QString &link) {
        if (const int place = link.toInt(); place >= 0 && place < m_places.size())
            Q_EMIT wordsChosen(m_places.at(place));
    });
    // It hides itself: the panel it stands in tells whether it is looked at.
    m_shown = new WhenShown([this] { showCurrent(); }, parent ? *parent : *this, this);
    connect(&document, &ReviewDocument::changed, m_shown, &WhenShown::ask);
    showCurrent();
}

void ClipCheck::setTimes(const TimecodeFormat &times)
{
    m_times = times;
    m_shown->ask();
}

void ClipCheck::showCurrent()
{
    const ReviewedMoment *moment = m_document.current();
    setVisible(moment);
    if (!moment)
        return;
    showFindings(moment->current.span);
    showEdges(*moment);
}

void ClipCheck::showFindings(const TimeSpan &span)
{
    m_places.clear();
    m_possible = {};
    QStringList lines;
    if (m_clips.hasTranscript()) {
        const Colours &colours = coloursFor(palette());
        for (const StandingFinding &finding : standingAlone(span, m_clips.reader())) {
            lines.append(u"%1 <a href=\"%2\" style=\"color:%3;text-decoration:none\">“%4”</a>"_s.arg(
                flawText(finding.flaw).toHtmlEscaped(), QString::number(m_places.size()), colours.text.name(),
                shortened(finding.words).toHtmlEscaped()));
            m_places.append(finding.span);
        }
        if (!lines.isEmpty())
            m_possible = repairStanding(span, m_clips.reader());
    }
    m_state->setText(!m_clips.hasTranscript() ? tr("Without the transcript nobody can tell whether it stands alone.")
                     : lines.isEmpty()        ? tr("✓ Stands alone")
                                              : tr("✗ May not be understood alone"));
    m_findings->setText(lines.join(u"<br>"_s));
    m_findings->setVisible(!lines.isEmpty());
    m_repair->setVisible(m_possible.span.has_value());
    QString outcome;
    if (m_possible.span)
        outcome = tr("Mended it would be %1 – %2, %3.")
                      .arg(timecodeText(m_possible.span->start, m_times), timecodeText(m_possible.span->end, m_times),
                           secondsText(m_possible.span->duration()));
    else if (m_possible.tooLong)
        outcome = tr("Mended it would be %1 long; %2 are the limit.")
                      .arg(secondsText(*m_possible.tooLong), secondsText(longestMoment));
    m_outcome->setText(outcome);
    m_outcome->setVisible(!outcome.isEmpty());
}

void ClipCheck::addEdges(const QString &who, const TimeSpan &span, const QString &why)
{
    // Rows that were emptied are used again: a grid never gets fewer.
    const int row = m_edges->count();
    const QFont small = tabular(sized(font(), TextSize::Small));
    auto *name = new QLabel(who);
    auto *times = new QLabel(u"%1 – %2  %3"_s.arg(timecodeText(span.start, m_times), timecodeText(span.end, m_times),
                                                  secondsText(span.duration())));
    name->setFont(small);
    name->setForegroundRole(QPalette::PlaceholderText);
    times->setFont(small);
    // Large text in a narrow panel: better two lines than a cut one.
    times->setWordWrap(true);
    m_edges->addWidget(name, row, 0, Qt::AlignTop);
    m_edges->addWidget(times, row, 1, Qt::AlignTop);
    if (why.isEmpty())
        return;
    auto *reasons = new QLabel(why);
    reasons->setFont(sized(font(), TextSize::Small));
    reasons->setForegroundRole(QPalette::PlaceholderText);
    reasons->setWordWrap(true);
    m_edges->addWidget(reasons, row + 1, 1, 1, 2);
}

void ClipCheck::showEdges(const ReviewedMoment &moment)
{
    while (QLayoutItem *item = m_edges->takeAt(0)) {
        item->widget()->hide();
        item->widget()->deleteLater();
        delete item;
    }
    const FunnelEntry *entry = candidateOf(moment, m_document.work().outcome.funnel);
    QStringList reasons;
    if (entry) {
        for (const Adjustment &adjustment : entry->adjustments) {
            if (adjustment.what == "start"_L1)
                reasons.append(tr("Start: %1").arg(RuleWords::why(adjustment)));
            else if (adjustment.what == "end"_L1)
                reasons.append(tr("End: %1").arg(RuleWords::why(adjustment)));
        }
    }
    if (entry && entry->proposed)
        addEdges(tr("Proposed"), *entry->proposed, {});
    const bool isOwn = moment.origin == MomentOrigin::Editor;
    addEdges(isOwn ? tr("Selected") : tr("Refined"), moment.original.span, reasons.join(u'\n'));
    if (moment.current.span != moment.original.span)
        addEdges(tr("Edited"), moment.current.span, {});
}

void ClipCheck::repair()
{
    const ReviewedMoment *moment = m_document.current();
    if (!moment)
        return;
    // The command may come while nobody looks at the panel.
    showFindings(moment->current.span);
    if (!m_possible.span) {
        Q_EMIT message(m_possible.tooLong ? m_outcome->text() : tr("There is nothing to mend at these edges."));
        return;
    }
    m_document.apply({SpanEdit{moment->id, *m_possible.span}});
}

void ClipCheck::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        showCurrent();
}

} // namespace Viral
