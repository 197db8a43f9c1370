// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace Viral {

class TranscriptView;

/// Makes every TranscriptView a text of spoken sentences, and these of words, to screen readers; may be called any number of times.
void installTranscriptAccessibility();
/// Another transcript is shown.
void tellTranscriptReset(TranscriptView &view);
/// The caret stands on another word.
void tellTranscriptCaret(TranscriptView &view);

} // namespace Viral
