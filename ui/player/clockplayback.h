// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/player/playback.h"

#include <QElapsedTimer>
#include <QTimer>

namespace Viral {

/// The transcript's own clock: plays silence of the transcript's length, so that every key works without media.
class ClockPlayback final : public Playback
{
    Q_OBJECT

public:
    explicit ClockPlayback(Milliseconds duration, QObject *parent = nullptr);

    Milliseconds duration() const override { return m_duration; }
    Milliseconds position() const override;
    bool isPlaying() const override { return m_timer.isActive(); }
    double rate() const override { return m_rate; }
    FrameRate frameRate() const override { return m_frameRate; }

    void play() override;
    void pause() override;
    void seek(Milliseconds time) override;
    void setRate(double rate) override;
    void setFrameRate(const FrameRate &rate) override { m_frameRate = rate; }

private:
    void tick();
    void restartFrom(Milliseconds position);

    Milliseconds m_duration;
    Milliseconds m_anchor{0};
    QElapsedTimer m_elapsed;
    QTimer m_timer;
    double m_rate = 1.0;
    FrameRate m_frameRate;
};

} // namespace Viral
