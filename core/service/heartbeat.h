// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/secret.h"
#include "core/service/workerurls.h"

#include <QMutex>
#include <QThread>

#include <chrono>

namespace Viral {

/// How a worker shows that it lives.
struct HeartbeatSettings
{
    WorkerUrls urls = {};
    /// Sent as it is.
    Secret key = {};
    std::chrono::milliseconds interval{10'000};
};

/// Pings the queue in a steady rhythm from a thread and connections of its own, so that nothing a job does can hold
/// one up.
class Heartbeat final : public QThread
{
    Q_OBJECT

public:
    explicit Heartbeat(HeartbeatSettings settings);
    /// Ends at once; waits for its thread.
    ~Heartbeat() override;

    /// The first ping leaves at once.
    void begin();
    /// The jobs that the next pings name.
    void setJobs(const QStringList &jobIds);

Q_SIGNALS:
    /// The first ping that failed after one that did not.
    void troubled(const QString &why);
    /// Pings are answered again.
    void recovered();

private:
    void run() override;
    QStringList jobs() const;

    HeartbeatSettings m_settings;
    mutable QMutex m_mutex;
    QStringList m_jobs;
};

} // namespace Viral
