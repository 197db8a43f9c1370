// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/document/reviewdocument.h"

#include <QObject>
#include <QPointer>

class QSettings;
class QWidget;

namespace Viral {

class Actions;
class HandOverDialog;
class MessageDesk;

/// "Hand over…": the dialog over what is open, which follows it, and what it tells.
class HandOverCommands final : public QObject
{
    Q_OBJECT

public:
    /// Everything outlives it.
    struct Parts
    {
        QWidget &window;
        ReviewDocument &document;
        MessageDesk &messages;
        const Actions &actions;
        /// Where the last choice is kept; null: nowhere.
        QSettings *settings = nullptr;
    };
    explicit HandOverCommands(const Parts &parts);

private:
    void open();
    void follow(const DocumentChange &change);

    Parts m_parts;
    QPointer<HandOverDialog> m_dialog;
};

} // namespace Viral
