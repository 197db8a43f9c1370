// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/net/retryingtransport.h"
#include "core/service/workersettings.h"

namespace Viral {

/// One question that is asked of the queue again and again, held by it until there is something to say. Waits longer
/// after each trouble, and never asks in a hurry.
class QueuePoll final : public QObject
{
    Q_OBJECT

public:
    /// How an answer is to be read.
    using Reader = TakeAnswer (*)(const HttpOutcome &outcome, const QUrl &url);

    /// \a transport and \a scheduler outlive the poll.
    QueuePoll(Transport &transport, Scheduler &scheduler, const WorkerSettings &settings, Reader reader,
              QObject *owner);
    /// Ends the question on its way.
    ~QueuePoll() override;

    /// Asks \a url, at once or when a pause is over; nothing while a question is on its way.
    void ask(const QUrl &url);
    /// Ends the question on its way, or the pause, without a word.
    void stop();

Q_SIGNALS:
    /// An answer of any kind. It is the receiver's to ask again.
    void answered(const Viral::TakeAnswer &answer);
    /// The first trouble, and each further one.
    void troubled(const QString &why, Viral::Milliseconds pause);
    /// After trouble the queue answers again.
    void recovered();

private:
    void send();
    void take(const HttpOutcome &outcome);
    void noteTrouble(const HttpOutcome &outcome, const QString &why);

    Transport &m_transport;
    Scheduler &m_scheduler;
    WorkerPatience m_patience;
    Secret m_key;
    Reader m_reader;
    QUrl m_url;
    Call *m_call = nullptr;
    std::unique_ptr<ScheduledAction> m_timer;
    Milliseconds m_sentAt{0};
    /// Nothing is asked before this time of the scheduler.
    Milliseconds m_notBefore{0};
    int m_troubles = 0;
};

} // namespace Viral
