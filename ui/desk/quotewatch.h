// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/run/forecast.h"
#include "ui/desk/runplan.h"

#include <QObject>
#include <QTimer>

#include <memory>

namespace Viral {

class RunDesk;

/// Keeps the quote for what is open: reckoned anew, away from the interface's thread, whenever the plan, the prices or
/// what earlier runs taught changes. Only the latest plan counts.
class QuoteWatch final : public QObject
{
    Q_OBJECT

public:
    /// \a desk outlives the watch; settings, prices and experience are taken from it.
    explicit QuoteWatch(RunDesk &desk, QObject *parent = nullptr);
    ~QuoteWatch() override;

    /// Quotes \a plan from now on; nothing to quote without a transcript.
    void watch(const RunPlan &plan);
    void clear();

    /// The quote for the plan watched; null while there is none, and while a new one is being reckoned for another
    /// plan.
    std::shared_ptr<const Forecast> quote() const { return m_quote; }
    /// The line of the quote for the model that the plan would ask; null when there is none.
    const ModelForecast *current() const;
    bool isReckoning() const { return m_reckoning > 0 || m_soon.isActive(); }

Q_SIGNALS:
    /// quote() is another one, or there is none any more.
    void changed();

private:
    void reckon();
    void take(int number, const std::shared_ptr<const Forecast> &quote);

    RunDesk &m_desk;
    std::optional<RunPlan> m_plan;
    QString m_model;
    std::shared_ptr<const Forecast> m_quote;
    QTimer m_soon;
    int m_latest = 0;
    int m_reckoning = 0;
};

} // namespace Viral
