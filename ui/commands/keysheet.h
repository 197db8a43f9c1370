// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>

namespace Viral {

class Actions;

/// Every command with its keys, searchable.
class KeySheet final : public QDialog
{
    Q_OBJECT

public:
    explicit KeySheet(const Actions &actions, QWidget *parent = nullptr);
};

} // namespace Viral
