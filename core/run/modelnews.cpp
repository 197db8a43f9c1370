// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/run/modelnews.h"

#include "core/base/log.h"
#include "core/clients/openairequest.h"

#include <array>

namespace Viral {

namespace {

/// How servers say that they have no such list.
constexpr std::array withoutListStatus{404, 405, 501};

bool isKnownFromTable(const PriceTable &prices, const QString &model, const QDate &end)
{
    const ModelPrice *entry = prices.find(model);
    return entry && end.isValid() && entry->shutdownDate == end;
}

} // namespace

bool hasModelNews(const OpenAiBase &base, const OpenAiMemory &memory)
{
    const bool namesAreModels = base.host == OpenAiHost::Official || base.host == OpenAiHost::Other;
    return namesAreModels && !memory.lacksModelList(base);
}

ModelNews::ModelNews(const RunServices &services, OpenAiSettings settings, QObject *owner)
    : QObject(owner)
    , m_services(services)
    , m_settings(std::move(settings))
{}

ModelNews::~ModelNews()
{
    // Ends the request while the transport is sure to be there.
    delete m_call;
}

void ModelNews::start()
{
    if (hasModelNews(m_settings.base, m_services.memory))
        m_start = m_services.scheduler.after(Milliseconds{0}, [this] { ask(); });
}

void ModelNews::ask()
{
    m_call = m_services.transport.send(modelsRequest(m_settings), this);
    connect(m_call, &Call::finished, this, &ModelNews::take);
}

void ModelNews::take(const HttpOutcome &outcome)
{
    m_call = nullptr;
    const int status = outcome ? outcome->status : 0;
    if (std::find(withoutListStatus.begin(), withoutListStatus.end(), status) != withoutListStatus.end())
        m_services.memory.noteWithoutModelList(m_settings.base);
    const QDateTime now = m_services.clock.now();
    const Result<QList<ListedModel>> models = readModels(outcome, now);
    if (!models) {
        qCInfo(runLog).noquote() << "the list of models could not be had:" << models.error().text();
        return;
    }
    const ModelAdvice advice = adviceFor(*models, m_settings.model, now.date());
    if (advice.kind == ModelAdvice::Kind::Fine ||
        isKnownFromTable(m_services.prices, m_settings.model, advice.shutdownDate))
        return;
    Q_EMIT told(adviceText(advice, m_settings.model));
}

} // namespace Viral
