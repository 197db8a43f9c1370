// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLoggingCategory>
#include <QString>

namespace Viral {

// One category per room that has something to say; switch them with QT_LOGGING_RULES, e.g. "viral.run.debug=true".
Q_DECLARE_LOGGING_CATEGORY(analysisLog)
Q_DECLARE_LOGGING_CATEGORY(networkLog)
Q_DECLARE_LOGGING_CATEGORY(runLog)
Q_DECLARE_LOGGING_CATEGORY(libraryLog)
Q_DECLARE_LOGGING_CATEGORY(serviceLog)
Q_DECLARE_LOGGING_CATEGORY(interfaceLog)

/// \a text with everything that looks like a key or a bearer token replaced by "[key]". Every log line and every text
/// that came from a server passes through here.
QString redacted(const QString &text);

/// Sends all Qt messages to standard error as "level category: text", redacted.
void installLogHandler();

} // namespace Viral
