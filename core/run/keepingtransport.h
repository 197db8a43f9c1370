// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/clients/openaireply.h"
#include "core/net/scheduler.h"
#include "core/net/transport.h"

#include <functional>

namespace Viral {

/// Stands between the network and everyone who judges an answer: whatever was paid for is handed to be kept before
/// anyone else learns of it, also answers that nobody can use and failures that were charged.
class KeepingTransport final : public Transport
{
public:
    struct Hooks
    {
        /// A request goes out.
        std::function<void()> sent;
        /// The first piece of a good answer has come.
        std::function<void()> flows;
        /// An answer that was paid for, and how long it took.
        std::function<void(const OpenAiReply &reply, Milliseconds responseTime)> paid;
    };

    /// \a inner and \a scheduler must outlive the calls.
    KeepingTransport(Transport &inner, Scheduler &scheduler, Hooks hooks);

    Call *send(const HttpRequest &request, QObject *owner) override;

private:
    Transport &m_inner;
    Scheduler &m_scheduler;
    std::shared_ptr<const Hooks> m_hooks;
};

} // namespace Viral
