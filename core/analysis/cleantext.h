// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringView>

namespace Viral {

/// One line of text as a model wrote it: control characters out, white space simplified.
QString cleanLine(QStringView text);

/// Text that may have several lines: control characters out, line breaks kept as \n, no white space around.
QString cleanParagraphs(QStringView text);

/// True when there is something to see: not only white space, controls and invisible format characters.
bool hasVisibleText(QStringView text);

} // namespace Viral
