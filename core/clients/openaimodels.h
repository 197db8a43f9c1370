// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/net/httpmessage.h"

#include <QDate>

namespace Viral {

/// One model that a key may use.
struct ListedModel
{
    QString id;
    /// When the service stops answering for it; invalid when it does not say.
    QDate shutdownDate = {};

    bool operator==(const ListedModel &) const = default;
};

/// Reads the answer to modelsRequest(), in its order; fails with the service's own words.
Result<QList<ListedModel>> readModels(const HttpOutcome &outcome, const QDateTime &now);

/// What the list says about one model.
struct ModelAdvice
{
    enum class Kind
    {
        Fine,
        NotListed, ///< the key may not use it, or it does not exist
        EndsSoon,  ///< within 60 days
        Ended,
    };

    Kind kind = Kind::Fine;
    QDate shutdownDate = {};

    bool operator==(const ModelAdvice &) const = default;
};

ModelAdvice adviceFor(const QList<ListedModel> &models, const QString &model, const QDate &today);

/// The advice about \a model in one sentence; empty when there is none.
QString adviceText(const ModelAdvice &advice, const QString &model);

} // namespace Viral
