// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/service/workerurls.h"

using namespace Qt::StringLiterals;

namespace Viral {

namespace {

QString encoded(const QString &text)
{
    return QString::fromLatin1(QUrl::toPercentEncoding(text));
}

QString withParameter(const QString &url, QLatin1StringView name, const QString &value)
{
    const bool hasQuery = url.contains(u'?');
    const bool isOpen = url.endsWith(u'?') || url.endsWith(u'&');
    const QString joint = isOpen ? QString() : QString(hasQuery ? u'&' : u'?');
    return url + joint + name + u'=' + value;
}

QString withBusy(const QString &url, bool isBusy)
{
    return withParameter(url, "job_in_progress"_L1, isBusy ? u"1"_s : u"0"_s);
}

Result<void> check(const QString &filledTemplate, QLatin1StringView variable)
{
    const QUrl url(filledTemplate, QUrl::StrictMode);
    const bool isWeb = url.scheme() == "https"_L1 || url.scheme() == "http"_L1;
    if (url.isValid() && isWeb && !url.host().isEmpty() && !url.hasFragment())
        return {};
    return failure(ErrorKind::Usage, u"%1 is not an http or https address."_s.arg(variable));
}

} // namespace

Result<WorkerUrls> WorkerUrls::from(const WorkerTemplates &templates, const QString &workerId, const QString &gpuType)
{
    WorkerUrls urls;
    urls.m_templates = templates;
    urls.m_workerId = workerId;
    urls.m_gpuType = gpuType;
    const std::array wanted{std::pair{templates.take, "RUNPOD_WEBHOOK_GET_JOB"_L1},
                            std::pair{templates.post, "RUNPOD_WEBHOOK_POST_OUTPUT"_L1}};
    for (const auto &[text, variable] : wanted) {
        if (const auto checked = check(urls.filled(text, workerId), variable); !checked)
            return tl::unexpected(checked.error());
    }
    if (templates.ping.isEmpty())
        return urls;
    if (const auto checked = check(urls.filled(templates.ping, workerId), "RUNPOD_WEBHOOK_PING"_L1); !checked)
        return tl::unexpected(checked.error());
    return urls;
}

QUrl WorkerUrls::take(bool isBusy) const
{
    return QUrl(withBusy(filled(m_templates.take, m_workerId), isBusy), QUrl::StrictMode);
}

QUrl WorkerUrls::takeMany(int count, bool isBusy) const
{
    const QString url = withParameter(sister(u"job-take-batch"_s), "batch_size"_L1, QString::number(count));
    return QUrl(withBusy(url, isBusy), QUrl::StrictMode);
}

QUrl WorkerUrls::stop() const
{
    return QUrl(sister(u"job-stop"_s), QUrl::StrictMode);
}

QUrl WorkerUrls::post(const QString &jobId) const
{
    return QUrl(withParameter(filled(m_templates.post, jobId), "isStream"_L1, u"false"_s), QUrl::StrictMode);
}

QUrl WorkerUrls::ping(const QStringList &jobIds) const
{
    if (m_templates.ping.isEmpty())
        return {};
    QString url = withParameter(filled(m_templates.ping, m_workerId), "runpod_version"_L1, u"viral-moments"_s);
    if (!jobIds.isEmpty()) {
        QStringList ids;
        for (const QString &id : jobIds)
            ids.append(encoded(id));
        url = withParameter(url, "job_id"_L1, ids.join(u','));
    }
    return QUrl(url, QUrl::StrictMode);
}

bool WorkerUrls::takesMany() const
{
    return !sister(u"job-take-batch"_s).isEmpty();
}

QString WorkerUrls::filled(const QString &text, const QString &id) const
{
    QString url = text;
    url.replace("$RUNPOD_POD_ID"_L1, encoded(m_workerId));
    url.replace("$RUNPOD_GPU_TYPE_ID"_L1, encoded(m_gpuType));
    url.replace("$ID"_L1, encoded(id));
    return url;
}

QString WorkerUrls::sister(const QString &name) const
{
    QString url = filled(m_templates.take, m_workerId);
    const QString take = u"/job-take/"_s;
    const qsizetype at = url.indexOf(take);
    const qsizetype query = url.indexOf(u'?');
    if (at < 0 || (query >= 0 && query < at))
        return {};
    return url.replace(at, take.size(), u'/' + name + u'/');
}

} // namespace Viral
