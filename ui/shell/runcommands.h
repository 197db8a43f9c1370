// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/desk/quotewatch.h"
#include "ui/desk/rundesk.h"
#include "ui/document/documentchange.h"

#include <QObject>

class QToolButton;

namespace Viral {

class Actions;
class LiveWorkBinder;
class ReviewDocument;
class RunBar;
class RunButton;
class SettingsSource;

/// What the commands of the menu "Run" do: quote, start, go on, cancel, follow.
class RunCommands final : public QObject
{
    Q_OBJECT

public:
    /// What the commands act on; everything outlives them.
    struct Parts
    {
        QWidget &window;
        ReviewDocument &document;
        RunDesk &desk;
        SettingsSource &settings;
        const Actions &actions;
        LiveWorkBinder &live;
        RunBar &bar;
        RunButton &button;
        /// Shows the quote in one line.
        QToolButton &quote;
        /// What the editor has selected on the timeline or in the transcript.
        std::function<std::optional<TimeSpan>()> selection;
    };
    explicit RunCommands(Parts parts, QObject *parent);

    /// The run as it would be started now: what is open, with the engine chosen.
    RunPlan plan() const;
    void start(const RunPlan &plan);
    void goOn(const RunId &id);
    void follow();
    /// Shows \a run in this window; null closes the strip.
    void watch(LiveRun *run);
    /// Shows a RunPod job that is followed again after a restart, where the strip is free.
    void takeUp();

Q_SIGNALS:
    /// The strip of the run is to be seen, or not.
    void watched(bool isThere);
    /// The work of a run that ended is to be opened.
    void openRequested(const Viral::RunId &id);
    void message(const QString &text);
    void failed(const Viral::Error &error);

private:
    void connectMenu();
    void connectBar();
    void takeRun(const Result<LiveRun *> &run);
    void noteWatched(LiveRun *run);
    void chooseEngine(RunKind kind);
    void startSelection();
    void startThinStretch();
    void askAndStart();
    void showQuotes();
    void showQuoteLine();
    void watchQuote(const DocumentChange &change);
    void updateCommands();
    bool mayExceed(const Error &error);
    void showError(const Error &error);

    Parts m_parts;
    QuoteWatch m_quotes;
    /// Chosen in the table of quotes, for the next runs of this window.
    QString m_model;
};

} // namespace Viral
