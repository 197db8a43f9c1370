// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace Viral {

class EvidenceView;

/// Lets screen readers read the quotes of every EvidenceView and choose one; may be called any number of times.
void installEvidenceAccess();

/// Quote \a number of \a view has the keys now.
void tellQuoteFocus(EvidenceView &view, int number);

} // namespace Viral
