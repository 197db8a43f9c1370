// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/service/heartbeat.h"

#include "core/net/qttransport.h"

#include <QMutexLocker>

using namespace Qt::StringLiterals;

namespace Viral {

Heartbeat::Heartbeat(HeartbeatSettings settings)
    : m_settings(std::move(settings))
{
    setObjectName(u"heartbeat"_s);
}

Heartbeat::~Heartbeat()
{
    quit();
    wait();
}

void Heartbeat::begin()
{
    start(QThread::HighPriority);
}

void Heartbeat::setJobs(const QStringList &jobIds)
{
    const QMutexLocker locker(&m_mutex);
    m_jobs = jobIds;
}

QStringList Heartbeat::jobs() const
{
    const QMutexLocker locker(&m_mutex);
    return m_jobs;
}

void Heartbeat::run()
{
    EventLoopScheduler scheduler;
    QtTransport transport(scheduler);
    QObject owner;
    bool isTroubled = false;
    const auto note = [&](const QString &trouble) {
        const bool wasTroubled = std::exchange(isTroubled, !trouble.isEmpty());
        if (isTroubled && !wasTroubled)
            Q_EMIT troubled(trouble);
        else if (wasTroubled && !isTroubled)
            Q_EMIT recovered();
    };
    std::unique_ptr<ScheduledAction> next;
    std::function<void()> beat = [&] {
        next = scheduler.after(m_settings.interval, [&] { beat(); });
        const Milliseconds patience = 2 * m_settings.interval;
        const QUrl url = m_settings.urls.ping(jobs());
        Call *call = transport.send({.method = "GET"_ba,
                                     .url = url,
                                     .secretHeaders = {{"Authorization"_ba, {}, m_settings.key}},
                                     .deadlines = {patience, patience, patience, patience},
                                     .largestBody = 64LL * 1024},
                                    &owner);
        QObject::connect(call, &Call::finished, &owner, [&note, url](const HttpOutcome &outcome) {
            if (!outcome)
                note(asError(outcome.error(), url).text());
            else
                note(outcome->isSuccess() ? QString() : u"status %1"_s.arg(outcome->status));
        });
    };
    beat();
    exec();
}

} // namespace Viral
