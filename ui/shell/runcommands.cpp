// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/runcommands.h"

#include "core/analysis/coverage.h"
#include "ui/commands/actions.h"
#include "ui/document/reviewdocument.h"
#include "ui/jobs/monthcostview.h"
#include "ui/jobs/payloaddialog.h"
#include "ui/jobs/quotedialog.h"
#include "ui/jobs/runbar.h"
#include "ui/jobs/runbutton.h"
#include "ui/settings/settingssource.h"
#include "ui/shell/liveworkbinder.h"
#include "ui/shell/messagedesk.h"
#include "ui/style/icons.h"
#include "ui/style/metrics.h"
#include "ui/style/palette.h"

#include <QInputDialog>
#include <QMessageBox>
#include <QPushButton>
#include <QToolButton>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Viral {

namespace {

/// Stretches without a moment that are longer than this are worth another look.
constexpr Milliseconds longestWithoutMoment = std::chrono::minutes(10);
constexpr int largeMark = 8 * gridStep;
/// A job's id is seen whole.
constexpr int widthOfIds = 110 * gridStep;

QList<TimeSpan> spansOf(const Review &review)
{
    QList<TimeSpan> spans;
    for (const ReviewedMoment &moment : review.moments())
        spans.append(moment.current.span);
    return spans;
}

/// What was chosen in the settings, where the request says nothing.
RequestOptions withDefaults(RequestOptions options, const AnalysisSettings &chunks)
{
    const AnalysisSettings usual;
    const auto fill = [](std::optional<Milliseconds> &option, Milliseconds chosen, Milliseconds standard) {
        if (!option && chosen != standard)
            option = chosen;
    };
    fill(options.chunkDuration, chunks.chunkDuration, usual.chunkDuration);
    fill(options.chunkOverlap, chunks.chunkOverlap, usual.chunkOverlap);
    fill(options.minChunkDuration, chunks.minChunkDuration, usual.minChunkDuration);
    return options;
}

} // namespace

RunCommands::RunCommands(Parts parts, QObject *parent)
    : QObject(parent)
    , m_parts(std::move(parts))
    , m_quotes(m_parts.desk)
{
    m_parts.button.setDefaultAction(m_parts.actions.of(Command::RunStart));
    for (const Command command : {Command::RunWith, Command::RunSelection, Command::RunThin, Command::RunQuote})
        m_parts.button.addToMenu(m_parts.actions.of(command));
    m_parts.button.setEngine(m_parts.settings.engine());
    connect(&m_parts.button, &RunButton::engineChosen, this, &RunCommands::chooseEngine);
    connect(&m_parts.settings, &SettingsSource::changed, this, [this] {
        m_parts.button.setEngine(m_parts.settings.engine());
        watchQuote(WorkReplaced());
    });
    connect(&m_parts.document, &ReviewDocument::changed, this, &RunCommands::watchQuote);
    connect(&m_quotes, &QuoteWatch::changed, this, &RunCommands::showQuoteLine);
    connect(&m_parts.quote, &QToolButton::clicked, this, &RunCommands::showQuotes);
    connect(&m_parts.desk, &RunDesk::runFinished, this, &RunCommands::updateCommands);
    connect(&m_parts.desk, &RunDesk::runStarted, this, [this](const LiveRun *run) {
        if (run->isTakenUp())
            takeUp();
    });
    connectMenu();
    connectBar();
    watchQuote(WorkReplaced());
}

void RunCommands::connectMenu()
{
    const Actions &actions = m_parts.actions;
    actions.on(Command::RunStart, this, [this] { start(plan()); });
    actions.on(Command::RunWith, this, [this] { askAndStart(); });
    actions.on(Command::RunSelection, this, [this] { startSelection(); });
    actions.on(Command::RunThin, this, [this] { startThinStretch(); });
    actions.on(Command::RunQuote, this, [this] { showQuotes(); });
    actions.on(Command::RunFollow, this, [this] { follow(); });
    actions.on(Command::RunMonths, this, [this] { MonthCostDialog(m_parts.desk, &m_parts.window).exec(); });
    actions.on(Command::RunCancel, this, [this] {
        if (LiveRun *run = m_parts.live.run())
            run->cancel();
    });
    actions.on(Command::RunGoOn, this, [this] {
        if (const LiveRun *run = m_parts.live.run())
            goOn(run->id());
    });
}

void RunCommands::connectBar()
{
    connect(&m_parts.bar, &RunBar::goOnRequested, this, &RunCommands::goOn);
    connect(&m_parts.bar, &RunBar::useRequested, this, [this](const RunId &id) { Q_EMIT openRequested(id); });
    connect(&m_parts.bar, &RunBar::errorRequested, this, &RunCommands::showError);
    connect(&m_parts.bar, &RunBar::closed, this, [this] {
        watch(nullptr);
        takeUp();
    });
}

void RunCommands::showError(const Error &error)
{
    QMessageBox box(QMessageBox::NoIcon, tr("The run did not end well"), error.text(), QMessageBox::Close,
                    &m_parts.window);
    const QColor colour = coloursFor(box.palette()).danger;
    box.setIconPixmap(icon(Icon::Error, colour).pixmap(QSize(largeMark, largeMark), box.devicePixelRatioF()));
    if (const LiveRun *run = m_parts.live.run(); run && run->ending()) {
        const QString next = adviceFor(error, run->id()).whatToDo;
        box.setInformativeText(QStringList{run->ending()->kept, next}.join(u' ').trimmed());
    }
    box.setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    box.exec();
}

RunPlan RunCommands::plan() const
{
    const Work &work = m_parts.document.work();
    const Preferences &preferences = m_parts.settings.preferences();
    RunPlan plan;
    plan.engine = m_parts.button.engine();
    plan.request = work.request;
    plan.request.options = withDefaults(plan.request.options, preferences.chunks);
    if (plan.request.webhooks == WebhookEndpoints())
        plan.request.webhooks = preferences.webhooks;
    if (!m_model.isEmpty())
        plan.overrides.openAiModel = m_model;
    plan.source = work.path;
    plan.title = work.title();
    plan.mediaPath = work.mediaPath;
    plan.keepGoing = preferences.keepGoing;
    return plan;
}

void RunCommands::start(const RunPlan &wanted)
{
    RunPlan plan = wanted;
    // The quote of the window is for what the window would start, and for nothing else.
    if (const ModelForecast *quote = m_quotes.current(); quote && !plan.quote && plan == this->plan())
        plan.quote = *quote;
    Result<LiveRun *> run = m_parts.desk.start(plan);
    if (!run && run.error().kind == ErrorKind::Refused && mayExceed(run.error())) {
        plan.mayExceedBudget = true;
        run = m_parts.desk.start(plan);
    } else if (!run && run.error().kind == ErrorKind::Refused) {
        return;
    }
    takeRun(run);
}

bool RunCommands::mayExceed(const Error &error)
{
    QMessageBox question(QMessageBox::Question, tr("Over the budget"), error.message, QMessageBox::Cancel,
                         &m_parts.window);
    QPushButton *run = question.addButton(tr("&Run all the same"), QMessageBox::AcceptRole);
    question.exec();
    return question.clickedButton() == run;
}

void RunCommands::goOn(const RunId &id)
{
    takeRun(m_parts.desk.goOn(id));
}

void RunCommands::takeRun(const Result<LiveRun *> &run)
{
    if (!run) {
        Q_EMIT failed(run.error());
        return;
    }
    watch(*run);
}

void RunCommands::watch(LiveRun *run)
{
    m_parts.live.watch(run);
    noteWatched(run);
}

void RunCommands::takeUp()
{
    if (m_parts.live.run())
        return;
    const QList<LiveRun *> running = m_parts.desk.running();
    const auto found =
        std::find_if(running.begin(), running.end(), [](const LiveRun *run) { return run->isTakenUp(); });
    if (found == running.end())
        return;
    m_parts.live.watchFromAfar(*found);
    noteWatched(*found);
}

void RunCommands::noteWatched(LiveRun *run)
{
    if (run)
        connect(run, &LiveRun::told, this, &RunCommands::message, Qt::UniqueConnection);
    updateCommands();
    Q_EMIT watched(run);
}

void RunCommands::follow()
{
    QInputDialog dialog(&m_parts.window);
    dialog.setWindowTitle(tr("Follow a RunPod job"));
    dialog.setLabelText(tr("Id of the job, as RunPod gave it when it was submitted:"));
    dialog.setOkButtonText(tr("&Follow"));
    dialog.resize(widthOfIds, dialog.sizeHint().height());
    if (dialog.exec() != QDialog::Accepted || dialog.textValue().trimmed().isEmpty())
        return;
    takeRun(m_parts.desk.follow({}, dialog.textValue().trimmed()));
}

void RunCommands::chooseEngine(RunKind kind)
{
    Preferences preferences = m_parts.settings.preferences();
    preferences.engineChoice = kind;
    m_parts.settings.setPreferences(preferences);
}

void RunCommands::startSelection()
{
    RunPlan part = plan();
    part.range = m_parts.selection();
    if (part.range)
        start(part);
    else
        Q_EMIT message(tr("Select a stretch of the transcript or the timeline first."));
}

void RunCommands::startThinStretch()
{
    const QList<TimeSpan> thin = thinStretches(m_parts.document.work().request.transcript,
                                               spansOf(m_parts.document.review()), longestWithoutMoment);
    if (thin.isEmpty()) {
        Q_EMIT message(tr("No stretch of ten minutes is without a moment."));
        return;
    }
    const auto longest = std::max_element(
        thin.begin(), thin.end(), [](const TimeSpan &a, const TimeSpan &b) { return a.duration() < b.duration(); });
    RunPlan part = plan();
    part.range = *longest;
    start(part);
}

void RunCommands::askAndStart()
{
    const Work &work = m_parts.document.work();
    QList<RunStretch> stretches;
    if (const std::optional<TimeSpan> selected = m_parts.selection())
        stretches.append({tr("The selection"), *selected});
    for (const TimeSpan &thin :
         thinStretches(work.request.transcript, spansOf(m_parts.document.review()), longestWithoutMoment))
        stretches.append({tr("Few moments"), thin});
    PayloadDialog dialog(m_parts.desk, {plan(), stretches, static_cast<int>(work.chunks.size())}, &m_parts.window);
    if (dialog.exec() != QDialog::Accepted)
        return;
    chooseEngine(dialog.plan().engine);
    start(dialog.plan());
}

void RunCommands::showQuotes()
{
    QuoteDialog dialog(m_quotes, &m_parts.window);
    if (dialog.exec() != QDialog::Accepted || dialog.chosenModel().isEmpty())
        return;
    m_model = dialog.chosenModel();
    watchQuote(WorkReplaced());
}

void RunCommands::watchQuote(const DocumentChange &change)
{
    if (!std::holds_alternative<WorkReplaced>(change))
        return;
    if (m_parts.document.isOpen() && !m_parts.document.work().request.transcript.sentences.isEmpty())
        m_quotes.watch(plan());
    else
        m_quotes.clear();
    showQuoteLine();
    updateCommands();
}

void RunCommands::showQuoteLine()
{
    const auto quote = m_quotes.quote();
    const bool costs = m_parts.button.engine() != RunKind::Offline;
    m_parts.quote.setVisible(m_parts.document.isOpen());
    m_parts.quote.setEnabled(quote != nullptr);
    const QString line = !m_parts.document.isOpen() ? QString()
                         : !costs                   ? tr("offline: costs nothing")
                         : quote                    ? quoteLine(*quote, m_quotes.current())
                         : m_quotes.isReckoning()   ? tr("reckoning the price…")
                                                    : QString();
    m_parts.quote.setText(line);
    m_parts.quote.setAccessibleName(line.isEmpty() ? tr("Quote") : line);
}

void RunCommands::updateCommands()
{
    const LiveRun *run = m_parts.live.run();
    const bool goesOn = run && !run->isFinished();
    m_parts.actions.of(Command::RunCancel)->setEnabled(goesOn);
    m_parts.actions.of(Command::RunGoOn)
        ->setEnabled(run && run->ending() && run->ending()->canDo.contains(WhatNow::GoOn));
    m_parts.actions.of(Command::RunSelection)->setEnabled(m_parts.document.isOpen());
}

} // namespace Viral
