// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/command.h"
#include "app/cli/console.h"
#include "app/cli/enginesetup.h"
#include "app/cli/interruption.h"
#include "core/service/webhookreceiver.h"

#include <QEventLoop>

using namespace Qt::StringLiterals;

namespace Viral::Cli {

namespace {

int refuseListening(const Error &error)
{
    printMessage(error.text());
    return error.kind == ErrorKind::Usage ? WrongUsage : JobFailed;
}

Result<Secret> webhookSecret(const QCommandLineParser &parser)
{
    if (parser.isSet(u"secret"_s)) {
        if (parser.value(u"secret"_s).isEmpty())
            return failure(ErrorKind::Usage, u"--secret is empty."_s);
        return Secret(parser.value(u"secret"_s));
    }
    const Result<EngineSettings> settings = settingsFromEnvironment();
    if (!settings)
        return tl::unexpected(settings.error());
    return settings->webhookSecret;
}

void show(const ReceivedWebhook &webhook)
{
    if (webhook.isValid == false)
        printMessage(u"A signature does not fit its body, or is missing."_s);
    printOutput(webhookLine(webhook) + '\n');
}

int receiveWebhooks(const QCommandLineParser &parser)
{
    bool isNumber = false;
    const ushort port = parser.value(u"port"_s).toUShort(&isNumber);
    if (!isNumber)
        return refuseListening({ErrorKind::Usage, u"--port wants a number from 0 to 65535."_s});
    const Result<Secret> secret = webhookSecret(parser);
    if (!secret)
        return refuseListening(secret.error());
    WebhookReceiver receiver(*secret);
    const Result<quint16> listening = receiver.listen(port);
    if (!listening)
        return refuseListening(listening.error());
    QEventLoop loop;
    QObject::connect(&receiver, &WebhookReceiver::received, &loop, show);
    const Interruption interruption([&loop] { loop.quit(); });
    printMessage(u"Listening on http://127.0.0.1:%1/; Ctrl+C ends it."_s.arg(*listening));
    if (secret->isEmpty())
        printMessage(u"No secret is set, so signatures are not checked (--secret or WEBHOOK_SECRET)."_s);
    loop.exec();
    return Done;
}

} // namespace

Command listenCommand()
{
    return {.name = u"listen"_s,
            .summary = u"Receive webhooks on this machine, check their signatures, print each."_s,
            .arguments = {},
            .options = {{u"port"_s, u"Where to listen; 0 takes a free port."_s, u"PORT"_s, u"8080"_s},
                        {u"secret"_s, u"What the webhooks are signed with; else WEBHOOK_SECRET."_s, u"SECRET"_s}},
            .run = receiveWebhooks};
}

} // namespace Viral::Cli
