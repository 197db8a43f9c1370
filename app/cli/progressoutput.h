// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/money.h"
#include "core/base/result.h"
#include "core/base/timespan.h"
#include "core/contract/events.h"
#include "core/run/chunkjob.h"

#include <QElapsedTimer>
#include <QHash>
#include <QString>

namespace Viral::Cli {

/// How progress is told on standard error.
enum class ProgressStyle
{
    Bar,   ///< one line that fills, for a terminal
    Lines, ///< a line of words per event
    Json,  ///< an event of the seed per line
    None,
};

/// Reads --progress: auto takes the bar on a terminal, else lines.
Result<ProgressStyle> progressStyle(const QString &word);

/// "12 s", "3 min": how long something still takes, roughly.
QString aboutHowLong(Milliseconds time);

/// Tells progress events to the user.
class ProgressOutput
{
public:
    explicit ProgressOutput(ProgressStyle style);

    void tell(const ProgressEvent &event);
    /// What a chunk is doing between its events; \a paid is what the run has cost so far.
    void tellState(int chunk, const ChunkProgress &state, std::optional<MicroDollars> paid);
    /// A line that has nothing to do with progress; the bar makes room for it.
    void message(const QString &line);
    /// Ends the bar's line, so that what follows begins on a new one.
    void finish();

private:
    void drawBar();
    QString barText() const;
    QString timeLeft() const;

    ProgressStyle m_style;
    QElapsedTimer m_time;
    QHash<int, ChunkProgress> m_running;
    std::optional<MicroDollars> m_paid;
    int m_total = 0;
    int m_completed = 0;
    int m_kept = 0;
    int m_failed = 0;
    bool m_barIsOpen = false;
};

} // namespace Viral::Cli
