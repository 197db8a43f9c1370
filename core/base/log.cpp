// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/log.h"

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

QString levelName(QtMsgType type)
{
    switch (type) {
    case QtDebugMsg:
        return u"debug"_s;
    case QtInfoMsg:
        return u"info"_s;
    case QtWarningMsg:
        return u"warning"_s;
    case QtCriticalMsg:
        return u"error"_s;
    case QtFatalMsg:
        return u"fatal"_s;
    }
    return {};
}

void writeToStandardError(QtMsgType type, const QMessageLogContext &context, const QString &message)
{
    const QString category = QString::fromUtf8(context.category ? context.category : "default");
    const QByteArray line = u"%1 %2: %3\n"_s.arg(levelName(type), category, redacted(message)).toUtf8();
    std::fwrite(line.constData(), 1, static_cast<size_t>(line.size()), stderr);
    std::fflush(stderr);
}

} // namespace

QString redacted(const QString &text)
{
    static const QRegularExpression keys(
        uR"((?:\b(?:sk|rpa|rps|key|pk)[-_][A-Za-z0-9_\-*]{6,})|(?<=[Bb]earer )\S{6,}|(?<=api-key: )\S{6,})"_s);
    QString clean = text;
    return clean.replace(keys, u"[key]"_s);
}

void installLogHandler()
{
    qInstallMessageHandler(writeToStandardError);
}

} // namespace Viral
