// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analysis/transcriptindex.h"
#include "ui/player/playernotice.h"
#include "ui/player/transport.h"

#include <QWidget>

class QLabel;

namespace Viral {

class MomentMeter;
class TimeDisplay;
class TimeField;
class VideoView;

/// The picture with the time, the buttons and what plays below it, and what there is to say about the media file over
/// its upper edge. Without a picture it shows the transcript's clock: the time large and the sentence being spoken.
class PlayerView final : public QWidget
{
    Q_OBJECT

public:
    /// Everything given to it outlives it.
    PlayerView(PlayerTransport &transport, TimeDisplay &display, QWidget *parent = nullptr);

    /// The transcript whose sentences are shown where there is no picture.
    void setTranscript(const TranscriptIndex &index);
    /// The current moment; empty for none.
    void setSpan(const TimeSpan &span);
    /// Puts the actions' icons below the picture, in this order; nullptr is a gap.
    void setActions(const QList<QAction *> &actions);
    void setNotice(const PlayerNotice &notice) { m_banner->setNotice(notice); }
    PlayerBanner &banner() { return *m_banner; }
    /// A time can be typed now.
    void beginTimeEntry();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void showPosition(Milliseconds position);
    void showCaption(Milliseconds position);
    void showRate();
    void showFrame(const QImage &frame);
    QWidget *makeBar();

    PlayerTransport &m_transport;
    TimeDisplay &m_display;
    TranscriptIndex m_index;
    VideoView *m_view = nullptr;
    PlayerBanner *m_banner = nullptr;
    TimeField *m_time = nullptr;
    MomentMeter *m_meter = nullptr;
    QWidget *m_buttons = nullptr;
    QLabel *m_rate = nullptr;
};

/// "2×", "−1.5×"; empty for the usual speed.
QString speedText(double rate);

} // namespace Viral
