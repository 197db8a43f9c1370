// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/review/edge.h"
#include "ui/document/reviewdocument.h"
#include "ui/player/transport.h"

#include <QObject>

namespace Viral {

class LaterTurns;
class TranscriptView;

/// Keeps the transcript showing what the document holds and tells the editor's wishes on.
class TranscriptBinder final : public QObject
{
    Q_OBJECT

public:
    TranscriptBinder(ReviewDocument &document, PlayerTransport &transport, TranscriptView &view,
                     QObject *parent = nullptr);

    /// From now on what a new work or outcome brings is shown in a turn of \a turns, which outlives the binder.
    void showIn(LaterTurns &turns) { m_turns = &turns; }

    /// Where the current moment would be while an edge of it is drawn elsewhere; nothing: where it is.
    void showDragged(const std::optional<TimeSpan> &span);

Q_SIGNALS:
    void edgeMoved(const Viral::MomentId &id, Viral::Edge edge, Viral::Milliseconds time);

private:
    /// What waits for its turn to be shown.
    enum class Stale
    {
        Nothing,
        Moments,
        Work,
    };

    void follow(const DocumentChange &change);
    void showLater(Stale what);
    void showStale();
    void showWork();
    void showMoments();
    void showCurrent();
    void showSelected();

    ReviewDocument &m_document;
    TranscriptView &m_view;
    LaterTurns *m_turns = nullptr;
    Stale m_stale = Stale::Nothing;
    /// The current moment changed meanwhile.
    bool m_isOtherCurrent = false;
    /// As the view names them.
    QStringList m_speakers;
};

} // namespace Viral
