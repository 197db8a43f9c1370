// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/library/database.h"
#include "core/run/outbox.h"

namespace Viral {

/// The webhooks of a library that are on their way.
class OutboxTable final : public Outbox
{
public:
    explicit OutboxTable(Database &database)
        : m_database(database)
    {}

    Result<qint64> post(const OutgoingWebhook &webhook) override;
    Result<void> postAll(const QList<OutgoingWebhook> &webhooks) override;
    Result<QList<OutgoingWebhook>> take(const QDateTime &now, const QDateTime &busyUntil, int limit) override;
    Result<QDateTime> nextDue() override;
    Result<void> markDelivered(qint64 number) override;
    Result<void> postpone(qint64 number, const QDateTime &nextAt, const QString &error) override;
    Result<void> giveUp(qint64 number, const QString &error) override;

private:
    Database &m_database;
};

} // namespace Viral
