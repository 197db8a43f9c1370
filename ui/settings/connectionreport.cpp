// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/log.h"
#include "core/base/text.h"
#include "core/clients/openaifailure.h"
#include "core/clients/openaimodels.h"
#include "core/clients/runpodhealth.h"
#include "core/contract/requestrules.h"
#include "ui/settings/connectiontest.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace Viral {

namespace {

using Verdict = ConnectionReport::Verdict;

/// An answer that takes longer is worth a word.
constexpr Milliseconds slowAnswer{5'000};

QString say(const char *text)
{
    return QCoreApplication::translate("Viral::ConnectionTest", text);
}

QString counted(const char *text, int number)
{
    return QCoreApplication::translate("Viral::ConnectionTest", text, nullptr, number);
}

QString hostOf(const QUrl &url)
{
    return url.port() < 0 ? url.host() : url.host() + u':' + QString::number(url.port());
}

/// The service's own words, cut and without keys; empty when it has none that people can read.
QString quoted(const QString &words)
{
    const QString clean = simplified(redacted(words));
    if (clean.isEmpty() || clean.startsWith(u'<'))
        return {};
    return u' ' +
           say(QT_TRANSLATE_NOOP("Viral::ConnectionTest", "It says: %1")).arg(leftCodePoints(clean, 200).toString());
}

QString seconds(Milliseconds time)
{
    return say(QT_TRANSLATE_NOOP("Viral::ConnectionTest", "%1 s")).arg(QString::number(time.count() / 1000.0, 'f', 1));
}

void addSlowness(ConnectionReport &report, Milliseconds elapsed)
{
    if (elapsed < slowAnswer)
        return;
    report.verdict = Verdict::Doubtful;
    report.advice += (report.advice.isEmpty() ? QString() : u" "_s) +
                     say(QT_TRANSLATE_NOOP("Viral::ConnectionTest",
                                           "The answer took %1, which is slow: runs will take their time too."))
                         .arg(seconds(elapsed));
}

/// There was no answer at all.
ConnectionReport reportOfLine(const HttpError &error, const QUrl &url, bool isLocal)
{
    ConnectionReport report{.verdict = Verdict::Bad};
    switch (error.fault) {
    case HttpFault::Unreachable:
    case HttpFault::ConnectTimeout:
        report.headline =
            say(QT_TRANSLATE_NOOP("Viral::ConnectionTest", "No server is reached at %1.")).arg(hostOf(url));
        report.advice =
            isLocal
                ? say(QT_TRANSLATE_NOOP("Viral::ConnectionTest",
                                        "Start the server, and compare the port with the address."))
                : say(QT_TRANSLATE_NOOP("Viral::ConnectionTest", "Check the network and the spelling of the address."));
        break;
    case HttpFault::Tls:
        report.headline =
            say(QT_TRANSLATE_NOOP("Viral::ConnectionTest", "The connection to %1 is not safe.")).arg(hostOf(url));
        report.advice = say(QT_TRANSLATE_NOOP("Viral::ConnectionTest",
                                              "Its certificate cannot be trusted, so the key was not sent. A wrong "
                                              "clock, a proxy or a virus scanner can be the cause."));
        break;
    case HttpFault::NoAnswer:
    case HttpFault::Silence:
    case HttpFault::TotalTimeout:
        report.headline =
            say(QT_TRANSLATE_NOOP("Viral::ConnectionTest", "%1 does not answer in time.")).arg(hostOf(url));
        report.advice =
            isLocal
                ? say(QT_TRANSLATE_NOOP("Viral::ConnectionTest", "It may be loading a model; try again in a minute."))
                : say(QT_TRANSLATE_NOOP("Viral::ConnectionTest",
                                        "It is too busy or the network is too slow; try again."));
        break;
    case HttpFault::Redirected:
        report.headline = say(QT_TRANSLATE_NOOP("Viral::ConnectionTest", "%1 sends elsewhere.")).arg(hostOf(url));
        report.advice = say(QT_TRANSLATE_NOOP("Viral::ConnectionTest",
                                              "That is not followed, because your key would go along. Enter the "
                                              "address it sends to, if you trust it."));
        break;
    case HttpFault::BadRequest:
        report.headline = say(QT_TRANSLATE_NOOP("Viral::ConnectionTest", "This cannot be sent."));
        report.advice = say(QT_TRANSLATE_NOOP("Viral::ConnectionTest", "Check the address and the key."));
        break;
    default:
        report.headline = say(QT_TRANSLATE_NOOP("Viral::ConnectionTest", "The line to %1 broke.")).arg(hostOf(url));
        report.advice = say(QT_TRANSLATE_NOOP("Viral::ConnectionTest",
                                              "Try again; if it stays, what answers there may be no such service."));
        break;
    }
    return report;
}

ConnectionReport withoutModelList(const OpenAiSettings &settings)
{
    ConnectionReport report{.verdict = Verdict::Doubtful, .offersQuestion = true};
    report.headline = say(QT_TRANSLATE_NOOP("Viral::ConnectionTest", "A server answers, but it lists no models."));
    report.advice =
        say(QT_TRANSLATE_NOOP("Viral::ConnectionTest",
                              "Only a question to the model tells more. It takes a few tokens, far less than a cent."));
    if (settings.base.lacksVersion || settings.base.host == OpenAiHost::Official) {
        report.verdict = Verdict::Bad;
        report.headline = say(QT_TRANSLATE_NOOP("Viral::ConnectionTest", "Nothing is found at this address."));
        report.advice =
            say(QT_TRANSLATE_NOOP("Viral::ConnectionTest", "It should end in its version, most often /v1."));
        report.offersQuestion = false;
    }
    return report;
}

/// The service answered with a failure.
ConnectionReport reportOfFailure(const OpenAiFailure &failure, const OpenAiSettings &settings)
{
    using enum OpenAiFault;
    ConnectionReport report{.verdict = Verdict::Bad};
    switch (failure.fault) {
    case Authentication:
        report.headline = settings.key.isEmpty()
                              ? say(QT_TRANSLATE_NOOP("Viral::ConnectionTest", "This server wants a key."))
                              : say(QT_TRANSLATE_NOOP("Viral::ConnectionTest", "The key is not accepted."));
        report.advice = say(QT_TRANSLATE_NOOP("Viral::ConnectionTest",
                                              "Copy it once more from the service's page of API keys; it may have been "
                                              "deleted, or belong to another service."));
        break;
    case Billing:
        report.headline = say(QT_TRANSLATE_NOOP("Viral::ConnectionTest", "The key is right, but there is no credit."));
        report.advice = say(QT_TRANSLATE_NOOP("Viral::ConnectionTest",
                                              "Add credit or raise the spending limit on the service's billing page."));
        break;
    case Permission:
        report.headline = say(QT_TRANSLATE_NOOP("Viral::ConnectionTest", "The key may not do this."));
        report.advice = say(QT_TRANSLATE_NOOP("Viral::ConnectionTest",
                                              "A restricted key needs the right to ask models; to list them is not "
                                              "needed for a run. A question to the model tells; it takes a few tokens, "
                                              "far less than a cent."));
        report.verdict = Verdict::Doubtful;
        report.offersQuestion = true;
        break;
    case ModelMissing:
        report.headline =
            say(QT_TRANSLATE_NOOP("Viral::ConnectionTest", "There is no model %1 for this key.")).arg(settings.model);
        report.advice = say(QT_TRANSLATE_NOOP("Viral::ConnectionTest", "Choose another model."));
        break;
    case EndpointMissing:
        return withoutModelList(settings);
    case RateLimited:
        report.verdict = Verdict::Doubtful;
        report.headline =
            say(QT_TRANSLATE_NOOP("Viral::ConnectionTest", "It answers, but takes no more questions for now."));
        report.advice = say(QT_TRANSLATE_NOOP("Viral::ConnectionTest",
                                              "Wait a minute. Fewer questions at once help if this comes often."));
        break;
    case Overloaded:
    case ServerFault:
        report.headline =
            say(QT_TRANSLATE_NOOP("Viral::ConnectionTest", "The service has trouble of its own (status %1)."))
                .arg(failure.status);
        report.advice = say(QT_TRANSLATE_NOOP("Viral::ConnectionTest", "Try again in some minutes."));
        break;
    default:
        report.headline =
            say(QT_TRANSLATE_NOOP("Viral::ConnectionTest", "The service refuses (status %1).")).arg(failure.status);
        break;
    }
    report.advice += quoted(failure.message);
    report.advice = report.advice.trimmed();
    return report;
}

ConnectionReport noSuchService(const QUrl &url)
{
    return {
        .verdict = Verdict::Bad,
        .headline =
            say(QT_TRANSLATE_NOOP("Viral::ConnectionTest", "What answers at %1 is no such service.")).arg(hostOf(url)),
        .advice = say(QT_TRANSLATE_NOOP("Viral::ConnectionTest",
                                        "The address may be that of a web page; it should end in its version, most "
                                        "often /v1."))};
}

void addModelAdvice(ConnectionReport &report, const QList<ListedModel> &models, const QString &model,
                    const QDate &today)
{
    const ModelAdvice advice = adviceFor(models, model, today);
    const QString date = advice.shutdownDate.toString(Qt::ISODate);
    switch (advice.kind) {
    case ModelAdvice::Kind::Fine:
        return;
    case ModelAdvice::Kind::NotListed:
        report.headline =
            say(QT_TRANSLATE_NOOP("Viral::ConnectionTest", "It answers, but there is no model %1.")).arg(model);
        report.advice = counted(
            QT_TRANSLATE_N_NOOP("Viral::ConnectionTest", "%n models are there: choose one of them, or check the name."),
            static_cast<int>(models.size()));
        break;
    case ModelAdvice::Kind::EndsSoon:
        report.advice =
            say(QT_TRANSLATE_NOOP("Viral::ConnectionTest", "%1 is answered for only until %2.")).arg(model, date);
        break;
    case ModelAdvice::Kind::Ended:
        report.advice =
            say(QT_TRANSLATE_NOOP("Viral::ConnectionTest", "%1 ended on %2: choose another model.")).arg(model, date);
        break;
    }
    report.verdict = Verdict::Doubtful;
}

} // namespace

ConnectionReport reportOfModels(const HttpOutcome &outcome, const OpenAiSettings &settings, const QDateTime &now)
{
    const QUrl &url = settings.base.url;
    if (!outcome)
        return reportOfLine(outcome.error(), url, settings.base.host == OpenAiHost::Local);
    if (!outcome->isSuccess())
        return reportOfFailure(readFailure(*outcome, now), settings);
    const Result<QList<ListedModel>> models = readModels(outcome, now);
    if (!models)
        return noSuchService(url);
    ConnectionReport report{.verdict = Verdict::Fine};
    report.headline = counted(QT_TRANSLATE_N_NOOP("Viral::ConnectionTest", "It works. %n models are there for you."),
                              static_cast<int>(models->size()));
    for (const ListedModel &model : *models)
        report.models.append(model.id);
    addModelAdvice(report, *models, settings.model, now.date());
    addSlowness(report, outcome->elapsed);
    return report;
}

ConnectionReport reportOfQuestion(const HttpOutcome &outcome, const OpenAiSettings &settings, const QDateTime &now)
{
    const QUrl &url = settings.base.url;
    if (!outcome)
        return reportOfLine(outcome.error(), url, settings.base.host == OpenAiHost::Local);
    if (!outcome->isSuccess()) {
        ConnectionReport report = reportOfFailure(readFailure(*outcome, now), settings);
        // It has just been asked.
        report.offersQuestion = false;
        if (outcome->status == 404 || outcome->status == 405)
            report.verdict = Verdict::Bad;
        return report;
    }
    const QByteArray start = outcome->body.trimmed().first(std::min<qsizetype>(1, outcome->body.trimmed().size()));
    if (start != "{")
        return noSuchService(url);
    ConnectionReport report{.verdict = Verdict::Fine};
    report.headline = say(QT_TRANSLATE_NOOP("Viral::ConnectionTest", "It works. %1 answers.")).arg(settings.model);
    addSlowness(report, outcome->elapsed);
    return report;
}

namespace {

ConnectionReport reportOfRunPodFailure(const RunPodFailure &failure, const HttpOutcome &outcome,
                                       const RunPodEndpoint &endpoint)
{
    ConnectionReport report{.verdict = Verdict::Bad};
    switch (failure.fault) {
    case RunPodFault::KeyRefused:
        report.headline = say(QT_TRANSLATE_NOOP("Viral::ConnectionTest", "RunPod does not accept the key."));
        report.advice = say(QT_TRANSLATE_NOOP("Viral::ConnectionTest",
                                              "It must be a key of the account that owns the endpoint, with the right "
                                              "to use it."));
        break;
    case RunPodFault::NotFound:
        report.headline =
            say(QT_TRANSLATE_NOOP("Viral::ConnectionTest", "RunPod knows no endpoint %1.")).arg(endpoint.id);
        report.advice = say(QT_TRANSLATE_NOOP("Viral::ConnectionTest",
                                              "Copy the short id from the endpoint's page; with a key of another "
                                              "account it is not found either."));
        break;
    case RunPodFault::RateLimited:
        report.verdict = Verdict::Doubtful;
        report.headline =
            say(QT_TRANSLATE_NOOP("Viral::ConnectionTest", "It answers, but takes no more questions for now."));
        report.advice = say(QT_TRANSLATE_NOOP("Viral::ConnectionTest", "Try again in some minutes."));
        break;
    case RunPodFault::ServerFault:
        report.headline = say(QT_TRANSLATE_NOOP("Viral::ConnectionTest", "RunPod has trouble of its own (status %1)."))
                              .arg(failure.status);
        report.advice = say(QT_TRANSLATE_NOOP("Viral::ConnectionTest", "Try again in some minutes."));
        break;
    default:
        report.headline =
            say(QT_TRANSLATE_NOOP("Viral::ConnectionTest", "RunPod refuses (status %1).")).arg(failure.status);
        report.advice = quoted(runPodErrorText(outcome->body)).trimmed();
        break;
    }
    return report;
}

QString workersInWords(const RunPodHealth &health)
{
    const RunPodHealth::Workers &workers = health.workers;
    const int up = workers.idle + workers.ready;
    return say(QT_TRANSLATE_NOOP("Viral::ConnectionTest", "The endpoint answers: %1, %2, %3."))
        .arg(counted(QT_TRANSLATE_N_NOOP("Viral::ConnectionTest", "%n workers idle"), up),
             counted(QT_TRANSLATE_N_NOOP("Viral::ConnectionTest", "%n at work"), workers.running),
             counted(QT_TRANSLATE_N_NOOP("Viral::ConnectionTest", "%n jobs waiting"), health.jobs.inQueue));
}

void addWorkerAdvice(ConnectionReport &report, const RunPodHealth &health)
{
    const RunPodHealth::Workers &workers = health.workers;
    if (workers.total() == 0) {
        report.advice = say(QT_TRANSLATE_NOOP(
            "Viral::ConnectionTest", "No worker is up. That is usual: the first job starts one, which can take "
                                     "some minutes."));
    } else if (workers.unhealthy > 0) {
        report.verdict = Verdict::Doubtful;
        report.advice =
            counted(QT_TRANSLATE_N_NOOP("Viral::ConnectionTest",
                                        "%n workers fall over when they start: read a worker's log in RunPod's "
                                        "console."),
                    workers.unhealthy);
    } else if (workers.throttled > 0 && workers.running + workers.idle + workers.ready == 0) {
        report.verdict = Verdict::Doubtful;
        report.advice = say(QT_TRANSLATE_NOOP("Viral::ConnectionTest",
                                              "RunPod has no free machine of the chosen kind; allow more kinds or "
                                              "regions in the endpoint's settings."));
    }
}

} // namespace

ConnectionReport reportOfHealth(const HttpOutcome &outcome, const RunPodEndpoint &endpoint, const QDateTime &now)
{
    if (!outcome)
        return reportOfLine(outcome.error(), endpoint.base,
                            isAllowedWebhook(endpoint.base.toString()) && endpoint.base.scheme() == "http"_L1);
    if (!outcome->isSuccess())
        return reportOfRunPodFailure(readRunPodFailure(outcome, endpoint.base, now), outcome, endpoint);
    const Result<RunPodHealth> health = readRunPodHealth(outcome->body);
    if (!health)
        return {.verdict = Verdict::Bad,
                .headline = say(QT_TRANSLATE_NOOP("Viral::ConnectionTest", "What answers at %1 is not RunPod."))
                                .arg(hostOf(endpoint.base)),
                .advice = say(QT_TRANSLATE_NOOP("Viral::ConnectionTest", "Check the address of RunPod."))};
    ConnectionReport report{.verdict = Verdict::Fine, .headline = workersInWords(*health)};
    addWorkerAdvice(report, *health);
    addSlowness(report, outcome->elapsed);
    return report;
}

} // namespace Viral
