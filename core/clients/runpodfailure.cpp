// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/clients/runpodfailure.h"

#include "core/base/log.h"
#include "core/base/text.h"
#include "core/clients/jsonmembers.h"

using namespace Qt::StringLiterals;

namespace Viral {

namespace {

/// Pages of error are short; of anything longer the start says enough.
constexpr qsizetype longestPage = 64 * 1024;
constexpr qsizetype longestQuotation = 300;

/// The text between the first \a open and the \a close behind it.
QString between(const QString &text, QLatin1StringView open, QLatin1StringView close)
{
    const qsizetype start = text.indexOf(open, 0, Qt::CaseInsensitive);
    if (start < 0)
        return {};
    const qsizetype from = start + open.size();
    const qsizetype end = text.indexOf(close, from, Qt::CaseInsensitive);
    return end < 0 ? QString() : text.mid(from, end - from);
}

QString jsonErrorText(const JsonValue &root)
{
    for (const QStringView name : {QStringView(u"error"), QStringView(u"message"), QStringView(u"detail")}) {
        const auto member = root.member(name);
        if (!member || member->isNull())
            continue;
        if (const auto text = member->asString())
            return *text;
        const QString inner = textMember(*member, u"message");
        return inner.isEmpty() ? QString::fromUtf8(member->rawText()) : inner;
    }
    return root.asString().value_or(QString());
}

QString plainText(const QByteArray &body)
{
    if (const auto document = JsonDocument::parse(body)) {
        const QString text = jsonErrorText(document->root());
        return text.isEmpty() ? QString::fromUtf8(body) : text;
    }
    const QString text = QString::fromUtf8(body.first(std::min(body.size(), longestPage)));
    if (!text.trimmed().startsWith(u'<'))
        return text;
    const QString title = between(text, "<title>"_L1, "</title>"_L1);
    return title.trimmed().isEmpty() ? u"an HTML page without a title"_s : title;
}

RunPodFault faultOf(int status)
{
    if (status >= 200 && status < 300)
        return RunPodFault::Unreadable;
    switch (status) {
    case 401:
    case 403:
        return RunPodFault::KeyRefused;
    case 404:
        return RunPodFault::NotFound;
    case 408:
        return RunPodFault::LineFault;
    case 429:
        return RunPodFault::RateLimited;
    default:
        return status >= 500 ? RunPodFault::ServerFault : RunPodFault::Refused;
    }
}

QString adviceFor(RunPodFault fault, int status)
{
    switch (fault) {
    case RunPodFault::KeyRefused:
        return u"RunPod does not accept the key (status %1). RUNPOD_API_KEY must be a key of the account that owns the "
               "endpoint, with the right to use it."_s.arg(status);
    case RunPodFault::NotFound:
        return u"RunPod knows no such endpoint or job (status 404). RUNPOD_ENDPOINT_ID is the short id in the "
               "endpoint's address, and a job is forgotten 30 minutes after it ends."_s;
    case RunPodFault::RateLimited:
        return u"RunPod takes no more requests for now (status 429): too many jobs wait on this endpoint, or too many "
               "questions were asked. Try again in some minutes, or raise the endpoint's number of workers."_s;
    case RunPodFault::ServerFault:
        return u"RunPod has trouble of its own (status %1); try again in some minutes."_s.arg(status);
    default:
        return u"RunPod refused the request (status %1)."_s.arg(status);
    }
}

ErrorKind kindOf(RunPodFault fault)
{
    return fault == RunPodFault::KeyRefused ? ErrorKind::Refused : ErrorKind::Service;
}

RunPodFailure lineFailure(const HttpError &error, const QUrl &url)
{
    RunPodFailure failure{.fault = RunPodFault::LineFault, .error = asError(error, url)};
    switch (error.fault) {
    case HttpFault::Cancelled:
        failure.fault = RunPodFault::Cancelled;
        break;
    case HttpFault::BadRequest:
    case HttpFault::Unreachable:
    case HttpFault::ConnectTimeout:
    case HttpFault::Tls:
        failure.fault = RunPodFault::NotSent;
        break;
    case HttpFault::TooLarge:
    case HttpFault::Redirected:
        failure.fault = RunPodFault::Refused;
        break;
    default:
        break;
    }
    return failure;
}

} // namespace

bool isPassing(RunPodFault fault)
{
    switch (fault) {
    case RunPodFault::NotSent:
    case RunPodFault::LineFault:
    case RunPodFault::RateLimited:
    case RunPodFault::ServerFault:
    case RunPodFault::Unreadable:
        return true;
    default:
        return false;
    }
}

QString runPodErrorText(const QByteArray &body)
{
    const QString whole = redacted(simplified(plainText(body)));
    const QStringView start = leftCodePoints(whole, longestQuotation);
    return start.size() == whole.size() ? whole : start.toString() + u'…';
}

RunPodFailure readRunPodFailure(const HttpOutcome &outcome, const QUrl &url, const QDateTime &now)
{
    if (!outcome)
        return lineFailure(outcome.error(), url);
    const RunPodFault fault = faultOf(outcome->status);
    const QString said = runPodErrorText(outcome->body);
    const QString advice = adviceFor(fault, outcome->status);
    return {.fault = fault,
            .error = {kindOf(fault), said.isEmpty() ? advice : advice + u" It says: "_s + said, url.host()},
            .status = outcome->status,
            .wish = serverWish(outcome->headers, now)};
}

RunPodFailure unreadableRunPodAnswer(const Error &why)
{
    return {.fault = RunPodFault::Unreadable, .error = why, .status = 200};
}

Error forgottenJob(const QString &jobId)
{
    return {
        ErrorKind::Service,
        u"RunPod does not know the job %1 (any more). It keeps a result for 30 minutes after the job ends (1 minute "
        "for --sync) and drops a job whose time to live is over; with another RUNPOD_ENDPOINT_ID than the one it "
        "was submitted to, a job is not found either. A job that is gone has to be submitted again."_s.arg(jobId)};
}

Error uncertainSubmission(const RunPodFailure &failure)
{
    Error error = failure.error;
    error.message += u" Whether RunPod took the job is not known: look at the endpoint's requests in RunPod's console, "
                     "or ask for its health, before you submit it again and pay twice."_s;
    return error;
}

} // namespace Viral
