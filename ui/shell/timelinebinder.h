// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/review/edge.h"
#include "ui/document/reviewdocument.h"
#include "ui/player/transport.h"

#include <QObject>

#include <memory>

namespace Viral {

class TimelineView;
class WaveformReader;

/// Keeps the timeline showing what the document holds and tells the editor's wishes on.
class TimelineBinder final : public QObject
{
    Q_OBJECT

public:
    TimelineBinder(ReviewDocument &document, Transport &transport, TimelineView &view, QObject *parent = nullptr);
    ~TimelineBinder() override;

    /// The sound is still being read.
    bool isBusy() const { return m_isReadingSound; }

Q_SIGNALS:
    void edgeMoved(const Viral::MomentId &id, Viral::Edge edge, Viral::Milliseconds time);
    void playRequested();
    void droppedChosen(int number);
    void message(const QString &text);

private:
    void follow(const DocumentChange &change);
    void showWork();
    void showMoments();
    void readWaveform();

    ReviewDocument &m_document;
    Transport &m_transport;
    TimelineView &m_view;
    std::unique_ptr<WaveformReader> m_waveform;
    bool m_isReadingSound = false;
};

} // namespace Viral
