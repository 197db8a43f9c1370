// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/clients/openaimodels.h"
#include "core/clients/openaisettings.h"
#include "core/run/runservices.h"

#include <QObject>

namespace Viral {

/// Whether a list of models from \a base says anything about the names that may be used there: not on a server in the
/// house, which answers under any name as a rule, not at Azure, where names are those of deployments, and not where
/// there was no list before.
bool hasModelNews(const OpenAiBase &base, const OpenAiMemory &memory);

/// Asks a service once for its models and tells what there is to say about the one in use: that it is to be shut down,
/// or that it is not there. It goes beside the requests of a run: it takes no place of the limiter, is not repeated,
/// and whatever goes wrong with it is nobody's business. Destroying it ends it.
class ModelNews final : public QObject
{
    Q_OBJECT

public:
    /// \a services outlive it.
    ModelNews(const RunServices &services, OpenAiSettings settings, QObject *owner = nullptr);
    ~ModelNews() override;

    /// Asks with the next turn of the event loop, where hasModelNews().
    void start();

Q_SIGNALS:
    /// One sentence, at most once. What the price table says about the end of the model is not said again: whoever
    /// starts a run shows that before (shutdownWarning()).
    void told(const QString &sentence);

private:
    void ask();
    void take(const HttpOutcome &outcome);

    RunServices m_services;
    OpenAiSettings m_settings;
    std::unique_ptr<ScheduledAction> m_start;
    Call *m_call = nullptr;
};

} // namespace Viral
