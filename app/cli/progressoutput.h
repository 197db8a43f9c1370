// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/contract/events.h"

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

/// Tells progress events to the user.
class ProgressOutput
{
public:
    explicit ProgressOutput(ProgressStyle style)
        : m_style(style)
    {}

    void tell(const ProgressEvent &event);
    /// Ends the bar's line, so that what follows begins on a new one.
    void finish();

private:
    void drawBar();

    ProgressStyle m_style;
    int m_total = 0;
    int m_completed = 0;
    int m_failed = 0;
    bool m_barIsOpen = false;
};

} // namespace Viral::Cli
