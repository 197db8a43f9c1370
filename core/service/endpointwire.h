// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/service/endpointqueue.h"

namespace Viral {

/// RunPod's word for a state: "IN_QUEUE" and so on.
QByteArray runPodWord(RunPodState state);

/// Reads the body of run and runsync: an object with an object under "input", beside it "webhook" and "policy"; what
/// else stands there is left out. An Input error says what is wrong.
Result<EndpointSubmission> readEndpointSubmission(const QByteArray &body);

/// What can be told of a job, as RunPod writes it. The input is not in it.
QByteArray writeEndpointJob(const EndpointJob &job);
/// The same for the job's webhook: with its input, where an OpenAI key is taken out, and the webhook's address.
QByteArray writeEndpointWebhook(const EndpointJob &job);
/// The answer of stream.
QByteArray writeEndpointStream(RunPodState state, const QList<QByteArray> &events);
QByteArray writeEndpointHealth(const RunPodHealth &health);
/// {"error": \a message}
QByteArray writeEndpointError(const QString &message);

/// \a input without the keys that belong to nobody but the service: openai_api_key, also in an input inside the input.
QByteArray withoutKeys(const QByteArray &input);

} // namespace Viral
