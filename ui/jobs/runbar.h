// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/desk/liverun.h"

#include <QPointer>
#include <QWidget>

class QLabel;
class QProgressBar;
class QPushButton;
class QToolButton;

namespace Viral {

/// One run while it goes on and after it: how far it is, what it came to, cancel; when it did not end well, what is
/// kept and what can be done now.
class RunBar final : public QWidget
{
    Q_OBJECT

public:
    explicit RunBar(QWidget *parent = nullptr);

    /// Shows \a run; null empties the bar.
    void setRun(LiveRun *run);
    LiveRun *run() const { return m_run; }
    /// Whether the window shows what the run finds; else the bar offers to open it.
    void setShown(bool isShown);

Q_SIGNALS:
    /// The work of the run is to be seen: the one that goes on, or what there is after its end.
    void openRequested(const Viral::RunId &id);
    void goOnRequested(const Viral::RunId &id);
    void useRequested(const Viral::RunId &id);
    void errorRequested(const Viral::Error &error);
    /// The editor has seen how the run ended.
    void closed();

protected:
    void changeEvent(QEvent *event) override;

private:
    void showTitle();
    void showTotals();
    void showEnding();
    void showButtons();
    void cancelOrClose();

    QPointer<LiveRun> m_run;
    QLabel *m_mark = nullptr;
    QLabel *m_title = nullptr;
    QLabel *m_state = nullptr;
    QProgressBar *m_progress = nullptr;
    QLabel *m_totals = nullptr;
    QPushButton *m_open = nullptr;
    QPushButton *m_goOn = nullptr;
    QPushButton *m_use = nullptr;
    QPushButton *m_error = nullptr;
    QToolButton *m_close = nullptr;
    bool m_isShown = false;
};

/// "Run 12 · OpenAI gpt-4o-mini", for the bar and for messages.
QString runTitle(const RunRecord &run);
/// "231 k tokens · $0.21 · 0:42 left".
QString totalsText(const RunTotals &totals);
/// What the quote said and what became of it, in one line; empty without a quote.
QString checkText(const ForecastCheck &check);

} // namespace Viral
