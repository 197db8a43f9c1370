// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/timecode.h"
#include "core/base/timespan.h"

#include <QObject>

namespace Viral {

/// For lists and marks: "12:30" in milliseconds style, else the label without leading zero hours.
QString shortTimeText(Milliseconds time, const TimecodeFormat &format);
/// From start to end: "12:30–13:42".
QString spanText(const TimeSpan &span, const TimecodeFormat &format);

/// How times are written in the whole window: what the editor chose, as far as the source allows it. One for the
/// window; whoever writes times listens to changed().
class TimeDisplay final : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

    /// What is in force: the chosen style where the source's rate allows it, the source's start where it is shown.
    TimecodeFormat format() const;
    /// format() in full: "00:12:30.500", "01:12:30;15".
    QString text(Milliseconds time) const;
    /// shortTimeText() of format().
    QString shortText(Milliseconds time) const;

    TimeStyle style() const { return m_chosen.style; }
    void setStyle(TimeStyle style);
    /// The next of the styles that this source allows, and round again.
    void chooseNextStyle();
    /// Times as the camera counted them instead of from the beginning of the file.
    bool showsSourceTime() const { return m_showsSourceTime; }
    void setShowsSourceTime(bool shows);

    /// What the source counts by: its rate (unknown for sound, or a varying rate) and the number of its first picture.
    void setSource(const FrameRate &rate, qint64 startFrame);
    FrameRate rate() const { return m_chosen.rate; }
    bool hasSourceTime() const { return m_chosen.startFrame > 0; }
    /// Style, rate and start at once; what is shown as source time follows startFrame.
    void setFormat(const TimecodeFormat &format);

Q_SIGNALS:
    /// Every text is another one.
    void changed();

private:
    void take(const TimecodeFormat &chosen, bool showsSourceTime);

    TimecodeFormat m_chosen;
    bool m_showsSourceTime = false;
};

} // namespace Viral
