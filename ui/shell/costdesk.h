// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/run/forecast.h"

#include <QObject>

class QMainWindow;

namespace Viral {

class Actions;
class CostPanel;
class JobDesk;
class PlayerTransport;
class RunDesk;
class WindowDocks;

/// What joins the cost panel to the window: the rates of all models, the quote of the run that ended, hearing a chunk's
/// place, and its commands.
class CostDesk final : public QObject
{
    Q_OBJECT

public:
    struct Parts
    {
        QMainWindow &window;
        CostPanel &panel;
        PlayerTransport &transport;
        const Actions &actions;
        /// Null where nothing can be started: the built-in rates hold.
        RunDesk *desk = nullptr;
        JobDesk *jobs = nullptr;
    };
    explicit CostDesk(const Parts &parts);

Q_SIGNALS:
    void message(const QString &text);
    void failed(const Viral::Error &error);
};

} // namespace Viral
