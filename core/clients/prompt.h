// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/clients/prompttemplates.h"
#include "core/contract/transcript.h"
#include "core/json/rawjson.h"

namespace Viral {

/// What is asked about one chunk, without anything that belongs to a service.
struct Prompt
{
    QString version = {};
    /// Identical for all chunks of a job.
    QString rules = {};
    /// The chunk.
    QString chunk = {};
    /// JSON schema of the answer.
    QByteArray schema = {};

    bool operator==(const Prompt &) const = default;
};

/// Sentences of a chunk, half-open numbers over the whole transcript.
struct SentenceRange
{
    int first = 0;
    int end = 0;

    bool operator==(const SentenceRange &) const = default;
};

/// The prompt for the sentences \a range of \a transcript. Of \a metadata video_title, audience and tone are told, each
/// cut to 500 characters (RunPodIntegrationGuide.md section 2); nothing else of it leaves the computer. One line a
/// sentence: number|second|speaker|text, the speaker as a letter and only where one is known. Text is one line each and
/// cannot close the fence. Cost is linear in the chunk, whatever the length of the transcript.
Prompt buildPrompt(const PromptTemplates &templates, const RawMembers &metadata, const Transcript &transcript,
                   SentenceRange range);

} // namespace Viral
