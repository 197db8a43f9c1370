// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/clients/openaimodels.h"

#include "core/clients/jsonmembers.h"
#include "core/clients/openaifailure.h"

using namespace Qt::StringLiterals;

namespace Viral {

namespace {

constexpr int daysOfWarning = 60;
constexpr qsizetype mostModels = 10'000;

} // namespace

Result<QList<ListedModel>> readModels(const HttpOutcome &outcome, const QDateTime &now)
{
    if (!outcome)
        return tl::unexpected(asError(readFailure(outcome.error())));
    if (!outcome->isSuccess())
        return tl::unexpected(asError(readFailure(*outcome, now)));
    const auto document = parseForgiving(outcome->body);
    const auto data = document ? document->root().member(u"data") : std::nullopt;
    if (!data || !data->isArray())
        return failure(ErrorKind::Service, u"The service gave no list of models"_s);

    QList<ListedModel> models;
    data->forEachElement([&](std::size_t, const JsonValue &value) {
        const QString id = textMember(value, u"id");
        if (!id.isEmpty() && models.size() < mostModels)
            models.append({id, QDate::fromString(textMember(value, u"shutdown_date"), Qt::ISODate)});
    });
    return models;
}

ModelAdvice adviceFor(const QList<ListedModel> &models, const QString &model, const QDate &today)
{
    const auto listed =
        std::find_if(models.cbegin(), models.cend(), [&](const ListedModel &entry) { return entry.id == model; });
    if (listed == models.cend())
        return {.kind = ModelAdvice::Kind::NotListed};
    const QDate end = listed->shutdownDate;
    if (!end.isValid() || today.daysTo(end) > daysOfWarning)
        return {.shutdownDate = end};
    return {.kind = end <= today ? ModelAdvice::Kind::Ended : ModelAdvice::Kind::EndsSoon, .shutdownDate = end};
}

QString adviceText(const ModelAdvice &advice, const QString &model)
{
    const QString date = advice.shutdownDate.toString(Qt::ISODate);
    switch (advice.kind) {
    case ModelAdvice::Kind::Fine:
        return {};
    case ModelAdvice::Kind::NotListed:
        return u"The service does not list the model %1 for this key; see whether the name is right."_s.arg(model);
    case ModelAdvice::Kind::EndsSoon:
        return u"The service says that it stops answering for %1 on %2."_s.arg(model, date);
    case ModelAdvice::Kind::Ended:
        return u"The service says that it answers for %1 only until %2."_s.arg(model, date);
    }
    return {};
}

} // namespace Viral
