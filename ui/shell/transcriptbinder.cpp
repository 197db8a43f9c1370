// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/transcriptbinder.h"

#include "ui/shell/laterturns.h"
#include "ui/transcript/transcriptview.h"

#include <utility>

using namespace Qt::StringLiterals;

namespace Viral {

namespace {

/// Importers number the speakers S0, S1, …; the names behind the numbers stand in the work.
QHash<QString, QString> speakerNames(const QStringList &speakers)
{
    QHash<QString, QString> names;
    for (int i = 0; i < speakers.size(); ++i)
        names.insert(u"S%1"_s.arg(i), speakers.at(i));
    return names;
}

/// Where the model had put a moment of the result; nothing where the funnel does not know it.
std::optional<TimeSpan> proposedSpan(const Work &work, const ReviewedMoment &moment)
{
    for (const FunnelEntry &entry : work.outcome.funnel.entries) {
        if (entry.isKept() && entry.refined == moment.original.span)
            return entry.proposed;
    }
    return {};
}

} // namespace

TranscriptBinder::TranscriptBinder(ReviewDocument &document, PlayerTransport &transport, TranscriptView &view,
                                   QObject *parent)
    : QObject(parent)
    , m_document(document)
    , m_view(view)
{
    connect(&document, &ReviewDocument::changed, this, &TranscriptBinder::follow);
    connect(&transport, &PlayerTransport::positionChanged, &view, &TranscriptView::setPlayhead);
    connect(&transport, &PlayerTransport::playingChanged, &view, &TranscriptView::setPlaying);
    connect(&view, &TranscriptView::seekRequested, &transport, &PlayerTransport::seek);
    connect(&view, &TranscriptView::edgeDragFinished, this,
            [this](Edge edge, Milliseconds time) { Q_EMIT edgeMoved(m_document.currentMoment(), edge, time); });
}

void TranscriptBinder::follow(const DocumentChange &change)
{
    if (std::holds_alternative<WorkReplaced>(change)) {
        m_view.setRange(std::nullopt);
        // A run over what is open leaves its text, and the place in it, where they are.
        if (!m_view.index().isSharedWith(m_document.work().index))
            m_view.setTranscript({});
        showLater(Stale::Work);
    } else if (std::holds_alternative<OutcomeGrown>(change)) {
        showLater(Stale::Moments);
    } else if (m_stale != Stale::Nothing) {
        // What is shown in its turn is shown as it is then.
        m_isOtherCurrent |= std::holds_alternative<CurrentMomentChanged>(change);
    } else if (std::holds_alternative<CurrentMomentChanged>(change)) {
        showCurrent();
    } else if (!std::holds_alternative<MediaChanged>(change)) {
        showMoments();
    }
}

void TranscriptBinder::showLater(Stale what)
{
    m_stale = std::max(m_stale, what);
    if (m_turns && m_document.isOpen())
        m_turns->ask(*this, [this] { showStale(); });
    else
        showStale();
}

void TranscriptBinder::showStale()
{
    if (std::exchange(m_stale, Stale::Nothing) == Stale::Work)
        showWork();
    showMoments();
    if (std::exchange(m_isOtherCurrent, false))
        showCurrent();
}

void TranscriptBinder::showCurrent()
{
    showSelected();
    if (const ReviewedMoment *moment = m_document.current())
        m_view.reveal(moment->current.span.start);
}

void TranscriptBinder::showDragged(const std::optional<TimeSpan> &span)
{
    const ReviewedMoment *current = m_document.current();
    if (current)
        m_view.setSelected(span.value_or(current->current.span), proposedSpan(m_document.work(), *current));
}

void TranscriptBinder::showWork()
{
    const Work &work = m_document.work();
    const bool isTheSame = m_view.index().isSharedWith(work.index) && m_speakers == work.speakers;
    m_speakers = work.speakers;
    if (!isTheSame)
        m_view.setTranscript(work.index, speakerNames(m_speakers));
}

void TranscriptBinder::showMoments()
{
    QList<TranscriptMoment> moments;
    for (const ReviewedMoment &moment : m_document.review().moments())
        moments.append({.id = moment.id, .span = moment.current.span, .decision = moment.decision});
    m_view.setMoments(moments);
    showSelected();
}

void TranscriptBinder::showSelected()
{
    const ReviewedMoment *current = m_document.current();
    if (current)
        m_view.setSelected(current->current.span, proposedSpan(m_document.work(), *current));
    else
        m_view.setSelected({});
}

} // namespace Viral
