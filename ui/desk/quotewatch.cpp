// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/desk/quotewatch.h"

#include "ui/desk/rundesk.h"

#include <QFutureWatcher>
#include <QtConcurrentRun>

namespace Viral {

namespace {

/// Who turns a wheel in a dialog is waited for.
constexpr int settlingMs = 60;

std::shared_ptr<const Forecast> reckoned(const RunPlan &plan, const EngineSettings &settings,
                                         const AnalysisSettings &chunks, ForecastBasis basis)
{
    const Request request = plannedRequest(plan, settings, chunks);
    const EngineSettings effective = withRequest(settings, request);
    basis.concurrency = effective.maxConcurrency;
    const std::optional<QSet<int>> only = plan.freshChunks.isEmpty() ? std::nullopt : std::optional(plan.freshChunks);
    return std::make_shared<const Forecast>(
        forecastFor(request, withOptions({.model = effective.model}, request.options), basis, only));
}

} // namespace

QuoteWatch::QuoteWatch(RunDesk &desk, QObject *parent)
    : QObject(parent)
    , m_desk(desk)
{
    m_soon.setSingleShot(true);
    m_soon.setInterval(settlingMs);
    connect(&m_soon, &QTimer::timeout, this, &QuoteWatch::reckon);
    connect(&m_desk, &RunDesk::experienceChanged, this, [this] {
        if (m_plan)
            m_soon.start();
    });
}

QuoteWatch::~QuoteWatch() = default;

void QuoteWatch::watch(const RunPlan &plan)
{
    if (plan.request.transcript.isEmpty()) {
        clear();
        return;
    }
    if (m_plan == plan)
        return;
    m_plan = plan;
    m_soon.start();
    if (std::exchange(m_quote, nullptr))
        Q_EMIT changed();
}

void QuoteWatch::clear()
{
    m_plan.reset();
    m_soon.stop();
    ++m_latest;
    if (std::exchange(m_quote, nullptr))
        Q_EMIT changed();
}

const ModelForecast *QuoteWatch::current() const
{
    return m_quote ? m_quote->find(m_model) : nullptr;
}

void QuoteWatch::reckon()
{
    const int number = ++m_latest;
    ++m_reckoning;
    m_model =
        withRequest(m_desk.settings(), {.options = mergedOptions(m_plan->request.options, m_plan->overrides)}).model;
    const ForecastBasis basis{
        .templates = m_desk.templates(), .prices = m_desk.prices(), .samples = m_desk.experience()};
    auto *watcher = new QFutureWatcher<std::shared_ptr<const Forecast>>(this);
    connect(watcher, &QFutureWatcherBase::finished, this, [this, watcher, number] {
        watcher->deleteLater();
        take(number, watcher->result());
    });
    watcher->setFuture(QtConcurrent::run([plan = *m_plan, settings = m_desk.settings(), chunks = m_desk.chunkDefaults(),
                                          basis] { return reckoned(plan, settings, chunks, basis); }));
}

void QuoteWatch::take(int number, const std::shared_ptr<const Forecast> &quote)
{
    --m_reckoning;
    if (number != m_latest)
        return;
    m_quote = quote;
    Q_EMIT changed();
}

} // namespace Viral
