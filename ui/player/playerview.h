// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analysis/transcriptindex.h"
#include "ui/player/transport.h"

#include <QWidget>

class QLabel;

namespace Viral {

class VideoView;

/// The picture with the time and the buttons below it. Without a picture it shows the transcript's clock: the time
/// large and the sentence being spoken.
class PlayerView final : public QWidget
{
    Q_OBJECT

public:
    explicit PlayerView(Transport &transport, QWidget *parent = nullptr);

    /// The transcript whose sentences are shown where there is no picture.
    void setTranscript(const TranscriptIndex &index);
    /// The stretch whose length is shown beside the time; empty for none.
    void setSpan(const TimeSpan &span);
    /// Puts the actions' icons below the picture, in this order; nullptr is a gap.
    void setActions(const QList<QAction *> &actions);

private:
    void showPosition(Milliseconds position);
    void showRate();
    QWidget *makeBar();

    Transport &m_transport;
    TranscriptIndex m_index;
    VideoView *m_view = nullptr;
    QWidget *m_buttons = nullptr;
    QLabel *m_time = nullptr;
    QLabel *m_rate = nullptr;
    QLabel *m_span = nullptr;
};

} // namespace Viral
