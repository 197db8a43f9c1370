// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "ui/shell/reportdialog.h"

namespace Viral {

class Actions;
class MessageModel;
class RunDesk;
class SettingsSource;

/// What the menu "Help" offers when something goes wrong: the log, and a report of the problem.
class ReportCommands final : public QObject
{
    Q_OBJECT

public:
    /// Everything outlives the commands.
    struct Parts
    {
        QWidget &window;
        const MessageModel &messages;
        Clock &clock;
        /// Null where no runs are kept.
        RunDesk *desk = nullptr;
        /// Null where nothing can be chosen.
        const SettingsSource *settings = nullptr;
        /// Empty where no log is kept.
        QString logFolder = {};
        /// The review that the window shows.
        std::function<ReviewId()> review = [] { return ReviewId(); };
    };
    ReportCommands(Parts parts, const Actions &actions, QObject *parent);

    /// Opens the report to be put together.
    void report();
    ReportDialog::Material material() const;

Q_SIGNALS:
    void message(const QString &text);
    void failed(const Viral::Error &error);

private:
    void showLog();

    Parts m_parts;
};

} // namespace Viral
