// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/timespan.h"

#include <QObject>
#include <QProcess>

#include <optional>
#include <vector>

namespace Viral {

/// When the pictures of a file begin, in order: each in whole milliseconds, rounded up so that the time lies in it.
struct PictureTimeList
{
    std::vector<Milliseconds> times = {};
    /// Nothing comes before the first, or after the last of them.
    bool hasFirst = false;
    bool hasLast = false;

    bool operator==(const PictureTimeList &) const = default;

    /// The beginning of the picture \a count pictures from the one shown at \a time, kept inside the file; nothing
    /// where the list does not reach.
    std::optional<Milliseconds> stepped(Milliseconds time, int count) const;
};

/// From what ffprobe prints of the packets between the two places ("packet,1.233333" and a line "format,0.000000" with
/// the beginning of the file, which is the player's zero).
PictureTimeList pictureTimesFrom(const QByteArray &printed, const TimeSpan &asked);

/// Knows where the pictures lie that follow no rate: asks ffprobe for those around a place, without waiting for it.
class PictureTimes final : public QObject
{
    Q_OBJECT

public:
    /// \a start is the file's own time of its beginning.
    explicit PictureTimes(const QString &path, Milliseconds start = {}, QObject *parent = nullptr);
    ~PictureTimes() override;

    /// As PictureTimeList::stepped(). Where that is not known it is asked for, and known() tells.
    std::optional<Milliseconds> stepped(Milliseconds time, int count);
    /// False when ffprobe cannot tell: nothing will be known.
    bool canTell() const { return m_canTell; }

Q_SIGNALS:
    void known();

private:
    void ask();
    void take();

    QString m_path;
    Milliseconds m_start;
    QProcess m_process;
    PictureTimeList m_list;
    TimeSpan m_asked;
    Milliseconds m_wanted{0};
    Milliseconds m_reach;
    bool m_canTell = true;
};

} // namespace Viral
