// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ingest/formatreader.h"

namespace Viral {

/// The JSON of other services.
enum class JsonForm
{
    Unknown,
    Whisper,
    WhisperCpp,
    AssemblyAi,
    Deepgram,
    Aws,
    ElevenLabs,
    Rev,
    Speechmatics,
    Azure,
    PodcastJson,
    PaperEdit,
};

/// The one form that a document has, by the members that only this form has. Many of them have a list called words or
/// segments, so they are told apart in one place. Unknown for the contract's own forms.
JsonForm jsonFormOf(const Source &source);

/// For the table of readers.
template <JsonForm form>
bool isJsonForm(const Source &source)
{
    return jsonFormOf(source) == form;
}

} // namespace Viral
