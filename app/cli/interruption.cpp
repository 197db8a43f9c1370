// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/interruption.h"

#include <QSocketNotifier>

#include <array>
#include <csignal>
#include <fcntl.h>
#include <unistd.h>

namespace Viral::Cli {

namespace {

constexpr std::array handledSignals{SIGINT, SIGTERM, SIGHUP};

/// A signal handler may do next to nothing: it writes into this pipe, and the event loop reads.
std::array<int, 2> pipeEnds{-1, -1};

void handle(int)
{
    const char mark = 1;
    [[maybe_unused]] const ssize_t written = write(pipeEnds[1], &mark, 1);
}

} // namespace

Interruption::Interruption(std::function<void()> requested)
{
    if (pipe2(pipeEnds.data(), O_CLOEXEC | O_NONBLOCK) != 0)
        return;
    m_notifier = std::make_unique<QSocketNotifier>(pipeEnds[0], QSocketNotifier::Read);
    QObject::connect(m_notifier.get(), &QSocketNotifier::activated, m_notifier.get(),
                     [requested = std::move(requested)] {
                         char mark = 0;
                         while (read(pipeEnds[0], &mark, 1) > 0) {
                         }
                         requested();
                     });
    struct sigaction action
    {};
    action.sa_handler = handle;
    // Back to the default after the first: who presses twice means it.
    action.sa_flags = static_cast<int>(SA_RESETHAND) | SA_RESTART;
    sigemptyset(&action.sa_mask);
    for (const int signal : handledSignals)
        sigaction(signal, &action, nullptr);
}

Interruption::~Interruption()
{
    for (const int signal : handledSignals)
        std::signal(signal, SIG_DFL);
    m_notifier.reset();
    for (int &end : pipeEnds) {
        if (end >= 0)
            close(end);
        end = -1;
    }
}

} // namespace Viral::Cli
