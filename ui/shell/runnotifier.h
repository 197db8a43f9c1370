// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/ids.h"
#include "core/base/timespan.h"

#include <QObject>

#include <functional>
#include <optional>

namespace Viral {

class DesktopSignals;
class LiveRun;
class RunDesk;

/// How \a run ended and what came of it: "The moments are found. The Long Counter: 8 moments".
QString endingInWords(const LiveRun &run);

/// Tells the desktop about the runs of all windows: how far they are, and that a long one has ended when nobody looks
/// at the program.
class RunNotifier final : public QObject
{
    Q_OBJECT

public:
    /// Runs that end sooner were waited for.
    static constexpr Milliseconds usualLongRun{20'000};

    /// \a desktop outlives this; \a isLookedAt says whether one of the windows is in use.
    RunNotifier(RunDesk &desk, DesktopSignals &desktop, std::function<bool()> isLookedAt,
                Milliseconds longRun = usualLongRun, QObject *parent = nullptr);

private:
    void follow(LiveRun *run);
    void showProgress();
    void tellEnd(const RunId &id);

    RunDesk &m_desk;
    DesktopSignals &m_desktop;
    std::function<bool()> m_isLookedAt;
    Milliseconds m_longRun;
    /// In whole percent; nothing while none is shown.
    std::optional<int> m_shown;
};

} // namespace Viral
