// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/player/clockplayback.h"

#include <memory>

namespace Viral {

/// A media file that is shorter than the transcript: behind its end the transcript's clock takes over, and gives back
/// when the place is in the file again.
class ExtendedPlayback final : public Playback
{
    Q_OBJECT

public:
    /// \a sourceEnd is the end of the transcript.
    ExtendedPlayback(std::unique_ptr<Playback> media, Milliseconds sourceEnd, QObject *parent = nullptr);

    Milliseconds duration() const override;
    Milliseconds position() const override { return active().position(); }
    Milliseconds picturePosition() const override { return active().picturePosition(); }
    bool isPlaying() const override { return active().isPlaying(); }
    double rate() const override { return active().rate(); }
    FrameRate frameRate() const override { return m_media->frameRate(); }
    Milliseconds frameDuration() const override { return m_media->frameDuration(); }
    bool isBehindMedia() const override { return m_isBehind; }

    void play() override { active().play(); }
    void pause() override { active().pause(); }
    void seek(Milliseconds time) override;
    void setRate(double rate) override { active().setRate(rate); }
    void setFrameRate(const FrameRate &rate) override;
    void setPictureSize(const QSize &size) override { m_media->setPictureSize(size); }
    void setPixelAspect(double aspect) override { m_media->setPixelAspect(aspect); }

private:
    void forward(Playback &from);
    bool goesOn() const;
    void takeOver(bool behind, Milliseconds time);
    void mediaLoaded();
    void mediaEnded();
    void clockMoved(Milliseconds position);
    Playback &active() { return m_isBehind ? static_cast<Playback &>(m_clock) : *m_media; }
    const Playback &active() const { return m_isBehind ? static_cast<const Playback &>(m_clock) : *m_media; }

    std::unique_ptr<Playback> m_media;
    ClockPlayback m_clock;
    Milliseconds m_sourceEnd;
    /// Asked for before the file's length is known.
    Milliseconds m_wanted{0};
    bool m_isBehind = false;
};

} // namespace Viral
