// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/reportcommands.h"

#include "core/base/logfile.h"
#include "core/review/reviewid.h"
#include "ui/commands/actions.h"
#include "ui/desk/rundesk.h"
#include "ui/models/messagemodel.h"
#include "ui/settings/settingrules.h"
#include "ui/settings/settingssource.h"
#include "ui/settings/userprices.h"

#include <QCoreApplication>
#include <QDesktopServices>
#include <QGuiApplication>
#include <QLocale>
#include <QScreen>
#include <QSysInfo>
#include <QUrl>

using namespace Qt::StringLiterals;

namespace Viral {

namespace {

/// Of the log, at its end.
constexpr qint64 mostLog = 256 * 1024;
constexpr qsizetype mostRuns = 100;

using Pairs = QList<QPair<QString, QString>>;

Pairs systemFacts()
{
    Pairs facts{{u"version"_s, QCoreApplication::applicationVersion()},
                {u"qt_built_with"_s, QStringLiteral(QT_VERSION_STR)},
                {u"qt_running"_s, QString::fromLatin1(qVersion())},
                {u"system"_s, QSysInfo::prettyProductName()},
                {u"kernel"_s, QSysInfo::kernelType() + u' ' + QSysInfo::kernelVersion()},
                {u"processor"_s, QSysInfo::currentCpuArchitecture()},
                {u"platform"_s, QGuiApplication::platformName()},
                {u"locale"_s, QLocale().name()}};
    int number = 0;
    for (const QScreen *screen : QGuiApplication::screens()) {
        facts.append({u"screen_%1"_s.arg(++number), u"%1x%2 at %3"_s.arg(screen->size().width())
                                                        .arg(screen->size().height())
                                                        .arg(screen->devicePixelRatio())});
    }
    return facts;
}

Pairs settingFacts(const SettingsSource &settings)
{
    Pairs facts;
    for (const SettingRule &rule : settingRules()) {
        const QString value = settingText(settings.preferences(), rule);
        // An address that takes webhooks is mostly a secret by itself.
        const bool isSecret = rule.type == SettingType::Webhook && !value.isEmpty();
        facts.append({rule.key, settings.isSetByEnvironment(rule.variable) ? u"(set by the environment)"_s
                                : isSecret                                 ? u"(an address)"_s
                                                                           : value});
    }
    return facts;
}

QList<ReportedMessage> reported(const MessageModel &model)
{
    QList<ReportedMessage> messages;
    for (const Message &message : model.messages())
        messages.append({message.when, severityWord(message.severity), message.text, message.count});
    return messages;
}

/// The run that is open; else the newest one, when it is what went wrong.
RunId chosenOf(const QList<RunRecord> &runs, const ReviewId &review)
{
    for (const RunRecord &run : runs) {
        if (reviewIdOf(run.id) == review)
            return run.id;
    }
    const bool hasFailed =
        !runs.isEmpty() && runs.constFirst().isFinished() && runs.constFirst().state != RunState::Succeeded;
    return hasFailed ? runs.constFirst().id : RunId();
}

} // namespace

ReportCommands::ReportCommands(Parts parts, const Actions &actions, QObject *parent)
    : QObject(parent)
    , m_parts(std::move(parts))
{
    actions.of(Command::ShowLog)->setVisible(!m_parts.logFolder.isEmpty());
    actions.on(Command::ShowLog, this, [this] { showLog(); });
    actions.on(Command::ReportProblem, this, [this] { report(); });
}

void ReportCommands::showLog()
{
    if (!QDesktopServices::openUrl(QUrl::fromLocalFile(m_parts.logFolder)))
        Q_EMIT message(tr("The log is in %1").arg(m_parts.logFolder));
}

ReportDialog::Material ReportCommands::material() const
{
    ReportDialog::Material material;
    material.report = {.madeAt = m_parts.clock.now(), .system = systemFacts(), .messages = reported(m_parts.messages)};
    if (m_parts.settings)
        material.report.settings = settingFacts(*m_parts.settings);
    if (!m_parts.logFolder.isEmpty())
        material.report.log = lastLogLines(m_parts.logFolder, mostLog);
    if (!m_parts.desk)
        return material;
    const RunDesk &desk = *m_parts.desk;
    material.runs = desk.runs().mid(0, mostRuns);
    material.chosen = chosenOf(material.runs, m_parts.review());
    material.read = [read = desk.reportReader(), prices = desk.prices()](const RunId &id) {
        Result<ReportedRun> run = read(id);
        if (run)
            run->prices = userPricesJson(prices.models);
        return run;
    };
    return material;
}

void ReportCommands::report()
{
    auto *dialog = new ReportDialog(material(), &m_parts.window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &ReportDialog::saved, this,
            [this](const QString &path) { Q_EMIT message(tr("The report is saved: %1").arg(path)); });
    connect(dialog, &ReportDialog::failed, this, &ReportCommands::failed);
    dialog->open();
}

} // namespace Viral
