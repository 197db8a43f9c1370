// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/document/reviewdocument.h"

#include <QObject>

class QMainWindow;

namespace Viral {

class Actions;
class FunnelPanel;
class MomentsPanel;
class PlayerTransport;
class WindowDocks;

/// What joins the list, the inspector and "why" to the window: filters, mending edges, taking the spoken quote, the
/// story of a moment, words that are heard at a click, and how one leaves a text field.
class InspectorDesk final : public QObject
{
    Q_OBJECT

public:
    struct Parts
    {
        QMainWindow &window;
        ReviewDocument &document;
        PlayerTransport &transport;
        MomentsPanel &list;
        FunnelPanel &funnel;
        WindowDocks &docks;
        const Actions &actions;
    };
    explicit InspectorDesk(const Parts &parts);

Q_SIGNALS:
    void message(const QString &text);

private:
    void connectList(const Parts &parts);
    void connectWords(const Parts &parts);
    void connectFunnel(const Parts &parts);
    void connectPages(const Parts &parts);
};

} // namespace Viral
