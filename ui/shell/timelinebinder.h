// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/review/edge.h"
#include "ui/document/reviewdocument.h"
#include "ui/player/transport.h"
#include "ui/timeline/timelinecontent.h"

#include <QObject>

#include <memory>

namespace Viral {

class LaterTurns;
class TimelineView;
class WaveformReader;

/// Keeps the timeline showing what the document holds and tells the editor's wishes on.
class TimelineBinder final : public QObject
{
    Q_OBJECT

public:
    TimelineBinder(ReviewDocument &document, PlayerTransport &transport, TimelineView &view, QObject *parent = nullptr);
    ~TimelineBinder() override;

    /// From now on what a new work or outcome brings, what was decided and what is current are shown in a turn of
    /// \a turns, which outlives the binder; what moves is moved at once.
    void showIn(LaterTurns &turns) { m_turns = &turns; }

    /// The sound is still being read.
    bool isBusy() const { return m_isReadingSound; }

    /// How the chunks of a run stand while it goes on, in place of those of the opened work; an empty list shows the
    /// work's again, as does opening another work.
    void setChunkStates(const QList<TimelineChunk> &chunks);
    /// One of them has changed: told apart by its index; a new index is added. Cheap enough for every step of a run.
    void setChunkState(const TimelineChunk &chunk);

Q_SIGNALS:
    void edgeMoved(const Viral::MomentId &id, Viral::Edge edge, Viral::Milliseconds time);
    void playRequested();
    void droppedChosen(int number);
    void message(const QString &text);

private:
    /// What waits for its turn to be shown.
    enum class Stale
    {
        Nothing,
        Edits,
        Moments,
        Work,
    };

    void follow(const DocumentChange &change);
    void showLater(Stale what);
    void showStale();
    void showEdits();
    bool movesOne(const QList<MomentId> &moments) const;
    void showGrown();
    void showCurrent();
    void showWork();
    void showMoments();
    /// Takes the values of \a moments and looks at no other.
    void showEdited(const QList<MomentId> &moments);
    void showUsed();
    void showChunks();
    void readWaveform();

    ReviewDocument &m_document;
    PlayerTransport &m_transport;
    TimelineView &m_view;
    std::unique_ptr<WaveformReader> m_waveform;
    bool m_isReadingSound = false;
    LaterTurns *m_turns = nullptr;
    Stale m_stale = Stale::Nothing;
    /// Moments whose edits wait for their turn.
    QList<MomentId> m_edited;
    /// As the view has them, in the order of the review.
    QList<TimelineMoment> m_moments;
    /// Of the run that goes on; empty without one.
    QList<TimelineChunk> m_runChunks;
};

} // namespace Viral
