// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/log.h"

#include "core/base/logfile.h"

#include <QRegularExpression>

#include <cstdio>

using namespace Qt::StringLiterals;

namespace Viral {

Q_LOGGING_CATEGORY(analysisLog, "viral.analysis", QtInfoMsg)
Q_LOGGING_CATEGORY(networkLog, "viral.network", QtInfoMsg)
Q_LOGGING_CATEGORY(runLog, "viral.run", QtInfoMsg)
Q_LOGGING_CATEGORY(libraryLog, "viral.library", QtInfoMsg)
Q_LOGGING_CATEGORY(serviceLog, "viral.service", QtInfoMsg)
Q_LOGGING_CATEGORY(interfaceLog, "viral.interface", QtInfoMsg)

namespace {

void takeMessage(QtMsgType type, const QMessageLogContext &context, const QString &message)
{
    const QString category = QString::fromUtf8(context.category ? context.category : "default");
    const QByteArray line = u"%1 %2: %3\n"_s.arg(logLevelName(type), category, redacted(message)).toUtf8();
    std::fwrite(line.constData(), 1, static_cast<size_t>(line.size()), stderr);
    std::fflush(stderr);
    addToLogFile(type, category, message);
}

} // namespace

QString redacted(const QString &text)
{
    // What can be tried again and again is bounded, so the time grows with the length alone. In this order: a key where
    // a word begins; one glued to what stands before it, when it is long and holds a digit; prefixes that ordinary
    // words have too, with a digit; what follows the names of headers; user and password of an address; what follows a
    // name that announces a secret, also in JSON inside JSON.
    static const QRegularExpression keys(
        uR"((?:\b(?:sk|rpa|rps|whsec)[-_][A-Za-z0-9_\-*]{6,}))"_s
        uR"(|(?:sk-|rpa_|rps_|whsec_)(?=[A-Za-z_\-]{0,40}[0-9*])[A-Za-z0-9_\-*]{16,})"_s
        uR"(|\b(?:key|pk)[-_](?=[A-Za-z_\-]{0,40}[0-9*])[A-Za-z0-9_\-*]{6,})"_s
        uR"(|(?<=Bearer )[^\s"'\\,;]{6,}|(?<=bearer )(?=[A-Za-z_\-]{0,40}[0-9.])[^\s"'\\,;]{6,})"_s
        uR"(|(?<=[Aa]uthorization: [Bb]asic )[^\s"'\\,;]{6,}|(?<=api-key: )[^\s"'\\,;]{6,})"_s
        uR"(|(?<=://)[^\s/?#@"]{1,100}:[^\s/?#@"]{1,200}(?=@))"_s
        uR"(|(?i:api[_\-]?key|_secret|password|access_?token)(?:\\?["'])?\s?[=:]\s?(?:\\?["'])?\K[^\s"'\\,;&\[]{8,})"_s);
    QString clean = text;
    return clean.replace(keys, u"[key]"_s);
}

void installLogHandler()
{
    qInstallMessageHandler(takeMessage);
}

} // namespace Viral
