// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <memory>

class QSocketNotifier;

namespace Viral::Cli {

/// While it lives, Ctrl+C and the polite ways to end a program (SIGINT, SIGTERM, SIGHUP) are told in the event loop
/// instead of killing. The second one kills as usual. At most one at a time.
class Interruption
{
public:
    explicit Interruption(std::function<void()> requested);
    ~Interruption();

private:
    std::unique_ptr<QSocketNotifier> m_notifier;
};

} // namespace Viral::Cli
