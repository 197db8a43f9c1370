// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/ids.h"
#include "core/base/result.h"

#include <QByteArray>
#include <QDateTime>
#include <QList>
#include <QString>

#include <array>

namespace Viral {

/// What a webhook carries; decides its headers.
enum class WebhookKind
{
    Progress, ///< a signed event of the seed
    Result,   ///< the signed completion or failure payload
    RunPod,   ///< an unsigned envelope in RunPod's form
};

inline constexpr std::array allWebhookKinds{WebhookKind::Progress, WebhookKind::Result, WebhookKind::RunPod};

/// One webhook on its way.
struct OutgoingWebhook
{
    /// Given by post(); the order of sending within a run.
    qint64 number = 0;
    RunId run = {};
    WebhookKind kind = WebhookKind::Progress;
    QString url = {};
    /// The exact bytes to send and sign. The secret is never kept: the signature is made when it is sent.
    QByteArray body = {};
    /// Times that it was tried.
    int attempts = 0;
    /// Not before this time.
    QDateTime nextAt = {};
    /// Why the last try failed.
    QString lastError = {};

    bool operator==(const OutgoingWebhook &) const = default;
};

/// Webhooks that survive a restart: each is delivered at least once and those of one run in order (interface.md
/// section 6). All calls block and return when what they changed is on disk.
class Outbox
{
public:
    virtual ~Outbox() = default;

    /// Puts a webhook behind the others of its run; returns its number.
    virtual Result<qint64> post(const OutgoingWebhook &webhook) = 0;
    /// Several, in their order: all or none, and the disk is waited for once. An outbox that cannot posts one after the
    /// other.
    virtual Result<void> postAll(const QList<OutgoingWebhook> &webhooks)
    {
        for (const OutgoingWebhook &webhook : webhooks) {
            if (const Result<qint64> posted = post(webhook); !posted)
                return tl::unexpected(posted.error());
        }
        return {};
    }
    /// The oldest waiting webhook of each run (at most \a limit of them), where its time has come. What is taken is not
    /// handed out again before \a busyUntil, here or in another program: after a crash it is simply taken anew.
    virtual Result<QList<OutgoingWebhook>> take(const QDateTime &now, const QDateTime &busyUntil, int limit) = 0;
    /// The earliest time at which take() would find something; invalid when nothing waits.
    virtual Result<QDateTime> nextDue() = 0;

    virtual Result<void> markDelivered(qint64 number) = 0;
    /// Counts a failed try; it waits until \a nextAt, and the others of its run behind it.
    virtual Result<void> postpone(qint64 number, const QDateTime &nextAt, const QString &error) = 0;
    /// No more tries; it is kept with its error and no longer holds up the others of its run.
    virtual Result<void> giveUp(qint64 number, const QString &error) = 0;
};

} // namespace Viral
