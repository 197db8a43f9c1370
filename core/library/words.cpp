// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/library/words.h"

using namespace Qt::StringLiterals;

namespace Viral {

QLatin1StringView word(RunKind kind)
{
    switch (kind) {
    case RunKind::OpenAi:
        return "local-openai"_L1;
    case RunKind::Offline:
        return "offline"_L1;
    case RunKind::RunPod:
        return "runpod"_L1;
    }
    return {};
}

QLatin1StringView word(RunState state)
{
    switch (state) {
    case RunState::Queued:
        return "queued"_L1;
    case RunState::Running:
        return "running"_L1;
    case RunState::Succeeded:
        return "succeeded"_L1;
    case RunState::Failed:
        return "failed"_L1;
    case RunState::Cancelled:
        return "cancelled"_L1;
    case RunState::Interrupted:
        return "interrupted"_L1;
    }
    return {};
}

QLatin1StringView word(WebhookKind kind)
{
    switch (kind) {
    case WebhookKind::Progress:
        return "progress"_L1;
    case WebhookKind::Result:
        return "result"_L1;
    case WebhookKind::RunPod:
        return "runpod"_L1;
    }
    return {};
}

} // namespace Viral
