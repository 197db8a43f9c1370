// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringView>

namespace Viral {

/// Length of the tag at \a position ("<i>", "</font>", "<v Anna>", "<00:00:01.000>", "{\an8}"), brackets included; 0
/// when there is none: "a < b", "<3" and an open bracket without its end are text.
qsizetype tagLength(QStringView text, qsizetype position);

/// \a text without tags, override codes and the reading aids of ruby text; entities are left alone.
QString withoutTags(QStringView text);

/// Entities decoded once: the common names and all numbers; unknown ones stay as written.
QString withEntitiesDecoded(QStringView text);

/// \a text without markup, entities decoded, composed (NFC), every kind of space one plain space, runs of them and
/// invisible characters gone; line breaks stay, blank lines do not. NUL becomes U+FFFD.
QString tidied(QStringView text);

} // namespace Viral
