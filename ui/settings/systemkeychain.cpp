// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/systemkeychain.h"

#include "core/base/log.h"

#include <qt6keychain/keychain.h>

using namespace Qt::StringLiterals;

namespace Viral {

namespace {

const QString serviceName = u"viral-moments"_s;

/// The Secret Service's failures have no codes of their own; what cannot be told from the words is just a failure.
KeychainAnswer::Outcome outcomeOf(const QString &words)
{
    const auto says = [&](QLatin1StringView part) { return words.contains(part, Qt::CaseInsensitive); };
    if (says("D-Bus"_L1) || says("was not provided by any"_L1))
        return KeychainAnswer::Outcome::NoService;
    if (says("/collection/"_L1) || says("prompt"_L1) || says("locked"_L1))
        return KeychainAnswer::Outcome::Denied;
    return KeychainAnswer::Outcome::Failed;
}

KeychainAnswer::Outcome outcomeOf(QKeychain::Error error, const QString &words)
{
    switch (error) {
    case QKeychain::NoError:
        return KeychainAnswer::Outcome::Done;
    case QKeychain::EntryNotFound:
        return KeychainAnswer::Outcome::NotFound;
    case QKeychain::AccessDenied:
    case QKeychain::AccessDeniedByUser:
        return KeychainAnswer::Outcome::Denied;
    case QKeychain::NoBackendAvailable:
    case QKeychain::NotImplemented:
        return KeychainAnswer::Outcome::NoService;
    case QKeychain::CouldNotDeleteEntry:
    case QKeychain::OtherError:
        break;
    }
    return outcomeOf(words);
}

void start(QKeychain::Job *job, const QString &entry, const Keychain::Then &then)
{
    job->setKey(entry);
    QObject::connect(job, &QKeychain::Job::finished, job, [then](QKeychain::Job *done) {
        KeychainAnswer answer{.outcome = outcomeOf(done->error(), done->errorString())};
        if (answer.outcome != KeychainAnswer::Outcome::Done)
            answer.words = redacted(done->errorString());
        else if (const auto *reading = qobject_cast<QKeychain::ReadPasswordJob *>(done))
            answer.secret = Secret(reading->textData());
        then(answer);
    });
    job->start();
}

} // namespace

void SystemKeychain::read(const QString &entry, Then then)
{
    start(new QKeychain::ReadPasswordJob(serviceName), entry, then);
}

void SystemKeychain::write(const QString &entry, const Secret &secret, Then then)
{
    auto *job = new QKeychain::WritePasswordJob(serviceName);
    job->setTextData(secret.reveal());
    start(job, entry, then);
}

void SystemKeychain::remove(const QString &entry, Then then)
{
    start(new QKeychain::DeletePasswordJob(serviceName), entry, then);
}

} // namespace Viral
