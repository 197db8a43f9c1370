// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

namespace Viral {

class Actions;
class MomentCommands;
class PlayerTransport;

/// What the commands of the menu "Play" do; everything given to it outlives it.
class PlayCommands final : public QObject
{
    Q_OBJECT

public:
    PlayCommands(PlayerTransport &transport, MomentCommands &moments, const Actions &actions,
                 QObject *parent = nullptr);
};

} // namespace Viral
