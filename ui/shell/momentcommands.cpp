// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/momentcommands.h"

#include "ui/document/newmoment.h"
#include "ui/panels/momentspanel.h"
#include "ui/commands/actions.h"

using namespace Qt::StringLiterals;

namespace Viral {

namespace {

constexpr Milliseconds aroundEdge{1000};
constexpr Milliseconds lastStretch{3000};
constexpr Milliseconds hookStretch{3000};

} // namespace

MomentCommands::MomentCommands(ReviewDocument &document, PlayerTransport &transport, MomentsPanel &panel, QObject *parent)
    : QObject(parent)
    , m_document(document)
    , m_transport(transport)
    , m_panel(panel)
{
    connect(&transport, &PlayerTransport::spanStarted, this, &MomentCommands::followSpan);
}

void MomentCommands::connectActions(const Actions &actions)
{
    actions.on(Command::Keep, this, [this] { decide(Decision::Kept); });
    actions.on(Command::Reject, this, [this] { decide(Decision::Rejected); });
    actions.on(Command::Hold, this, [this] { decide(Decision::Held); });
    actions.on(Command::Undecide, this, [this] { decide(Decision::Undecided); });
    actions.on(Command::Star, this, [this] { toggleStar(); });
    actions.on(Command::NextMoment, this, [this] { goBy(1); });
    actions.on(Command::PreviousMoment, this, [this] { goBy(-1); });
    actions.on(Command::NextUndecided, this, [this] { goToNextUndecided(); });
    actions.on(Command::SelectNext, this, [this] { m_panel.selectBy(1); });
    actions.on(Command::SelectPrevious, this, [this] { m_panel.selectBy(-1); });
    actions.on(Command::SearchMoments, this, [this] { m_panel.focusSearch(); });
    actions.on(Command::StartHere, this, [this] { setEdgeAtPlayhead(Edge::Start); });
    actions.on(Command::EndHere, this, [this] { setEdgeAtPlayhead(Edge::End); });
    using enum StepDirection;
    actions.on(Command::EdgeWordEarlier, this, [this] { stepNearerEdge(EdgeStep::Word, Earlier); });
    actions.on(Command::EdgeWordLater, this, [this] { stepNearerEdge(EdgeStep::Word, Later); });
    actions.on(Command::EdgeSentenceEarlier, this, [this] { stepNearerEdge(EdgeStep::Sentence, Earlier); });
    actions.on(Command::EdgeSentenceLater, this, [this] { stepNearerEdge(EdgeStep::Sentence, Later); });
}

void MomentCommands::decide(Decision decision, const QString &reason)
{
    decideOn(m_panel.selectedMoments(), decision, reason);
}

void MomentCommands::decideOn(const QList<MomentId> &moments, Decision decision, const QString &reason)
{
    QList<Edit> edits;
    for (const MomentId &id : moments) {
        if (m_document.review().find(id))
            edits.append(DecisionEdit{id, decision, reason});
    }
    // Looked for before: a filter may take the decided ones out of the list and move what is current.
    const MomentId next = m_panel.nextUndecided(moments);
    if (edits.isEmpty() || !m_document.apply(edits) || decision == Decision::Undecided)
        return;
    if (next.isEmpty()) {
        Q_EMIT message(tr("Every moment shown is decided."));
        return;
    }
    m_document.setCurrentMoment(next);
    playCurrent();
}

void MomentCommands::toggleStar()
{
    if (const ReviewedMoment *moment = m_document.current())
        m_document.apply({StarEdit{moment->id, !moment->starred}});
}

void MomentCommands::goBy(int rows)
{
    const MomentId before = m_document.currentMoment();
    m_panel.goBy(rows);
    if (m_document.currentMoment() != before)
        playCurrent();
}

void MomentCommands::goToNextUndecided()
{
    if (const MomentId next = m_panel.nextUndecided(); !next.isEmpty()) {
        m_document.setCurrentMoment(next);
        playCurrent();
    }
}

void MomentCommands::playCurrent()
{
    m_reel.clear();
    m_playedWhole = m_document.currentMoment();
    if (const ReviewedMoment *moment = m_document.current())
        m_transport.playSpan(moment->current.span);
}

void MomentCommands::followEdges()
{
    const ReviewedMoment *moment = m_document.current();
    if (moment && moment->id == m_playedWhole)
        m_transport.changeSpan(moment->current.span);
}

void MomentCommands::playPiece(const TimeSpan &span, PlayedPart::Kind kind)
{
    m_reel.clear();
    m_playedWhole = {};
    m_transport.playSpan(span, kind);
}

void MomentCommands::setEdgeAtPlayhead(Edge edge)
{
    const ReviewedMoment *moment = m_document.current();
    if (!moment)
        return;
    const Milliseconds time = m_transport.position();
    const TimeSpan &span = moment->current.span;
    if (edge == Edge::Start ? time >= span.end : time <= span.start) {
        Q_EMIT message(edge == Edge::Start
                           ? tr("The playhead is behind the moment's end; the start stays where it is.")
                           : tr("The playhead is before the moment's start; the end stays where it is."));
        return;
    }
    moveEdge(moment->id, edge, time);
}

void MomentCommands::moveEdge(const MomentId &id, Edge edge, Milliseconds time)
{
    const ReviewedMoment *moment = m_document.review().find(id);
    if (!moment)
        return;
    m_document.apply({SpanEdit{id, movedEdge(moment->current.span, edge, time, m_document.work().source())}});
}

void MomentCommands::stepNearerEdge(EdgeStep step, StepDirection direction)
{
    const ReviewedMoment *moment = m_document.current();
    if (!moment)
        return;
    const Edge edge = nearerEdge(moment->current.span, m_transport.position());
    const TimeSpan span = steppedEdge(moment->current.span, edge, step, direction, m_document.work().index);
    if (!m_document.apply({SpanEdit{moment->id, span}},
                          u"edge-%1-%2"_s.arg(moment->id.value).arg(static_cast<int>(edge))))
        return;
    m_transport.pause();
    m_transport.seek(edge == Edge::Start ? span.start : span.end);
}

void MomentCommands::addMoment(const TimeSpan &span)
{
    Result<ReviewedMoment> moment = momentFromSpan(m_document.work(), span);
    if (!moment) {
        Q_EMIT message(
            tr("Select words in the transcript, or a stretch of the timeline, first. %1").arg(moment.error().message));
        return;
    }
    const MomentId id = moment->id;
    if (m_document.review().find(id) || m_document.apply({AddEdit{std::move(*moment)}}))
        m_document.setCurrentMoment(id);
}

void MomentCommands::playAroundEdge()
{
    const ReviewedMoment *moment = m_document.current();
    if (!moment)
        return;
    const TimeSpan &span = moment->current.span;
    const Milliseconds edge = nearerEdge(span, m_transport.position()) == Edge::Start ? span.start : span.end;
    playPiece({std::max(Milliseconds{0}, edge - aroundEdge), edge + aroundEdge}, PlayedPart::Kind::Edge);
}

void MomentCommands::playLastSeconds()
{
    if (const ReviewedMoment *moment = m_document.current())
        playPiece(
            {std::max(moment->current.span.start, moment->current.span.end - lastStretch), moment->current.span.end},
            PlayedPart::Kind::LastSeconds);
}

void MomentCommands::playKept()
{
    QList<MomentId> kept;
    for (const ReviewedMoment &moment : m_document.review().moments()) {
        if (moment.decision == Decision::Kept)
            kept.append(moment.id);
    }
    if (kept.isEmpty())
        Q_EMIT message(tr("Nothing is kept yet."));
    playReel(kept, [](const TimeSpan &span) { return span; });
}

void MomentCommands::playHooks()
{
    playReel(m_panel.shownMoments(), [](const TimeSpan &span) {
        return TimeSpan{span.start, std::min(span.end, span.start + hookStretch)};
    });
}

void MomentCommands::playReel(const QList<MomentId> &moments, const std::function<TimeSpan(const TimeSpan &)> &part)
{
    QList<TimeSpan> spans;
    m_reel = moments;
    m_playedWhole = {};
    for (const MomentId &id : moments)
        spans.append(part(m_document.review().find(id)->current.span));
    m_transport.playSpans(spans);
}

void MomentCommands::followSpan(int index)
{
    if (index < m_reel.size())
        m_document.setCurrentMoment(m_reel.at(index));
}

void MomentCommands::seekToEdge(Edge edge)
{
    if (const ReviewedMoment *moment = m_document.current())
        m_transport.seek(edge == Edge::Start ? moment->current.span.start : moment->current.span.end);
}

} // namespace Viral
