// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QStringList>
#include <QUrl>

namespace Viral {

/// Where a worker asks and tells, as the platform hands it out: three templates with places for names.
struct WorkerTemplates
{
    /// RUNPOD_WEBHOOK_GET_JOB; its path has "/job-take/" in it.
    QString take = {};
    /// RUNPOD_WEBHOOK_POST_OUTPUT.
    QString post = {};
    /// RUNPOD_WEBHOOK_PING; empty where no heartbeat is wanted.
    QString ping = {};

    bool operator==(const WorkerTemplates &) const = default;
};

/// The addresses of one worker. Templates may name $RUNPOD_POD_ID (the worker), $RUNPOD_GPU_TYPE_ID, and $ID, which is
/// the job where a job is told about and the worker everywhere else. What is put in is percent-encoded; parameters are
/// joined by '?' or '&' as the template needs.
class WorkerUrls
{
public:
    WorkerUrls() = default;
    /// Refuses templates that are no http addresses, by the name of their variable.
    static Result<WorkerUrls> from(const WorkerTemplates &templates, const QString &workerId, const QString &gpuType);

    QUrl take(bool isBusy) const;
    /// Several jobs at once; only where takesMany().
    QUrl takeMany(int count, bool isBusy) const;
    /// The channel of jobs to be stopped; empty where the template has no place for it.
    QUrl stop() const;
    /// Results and progress of \a jobId.
    QUrl post(const QString &jobId) const;
    /// Empty without a template.
    QUrl ping(const QStringList &jobIds) const;
    bool takesMany() const;

private:
    QString filled(const QString &text, const QString &id) const;
    /// The take template's sister of this name; empty when there is none.
    QString sister(const QString &name) const;

    WorkerTemplates m_templates;
    QString m_workerId;
    QString m_gpuType;
};

} // namespace Viral
