// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/settings/settingspage.h"

#include <QDate>

class QLabel;
class QPushButton;
class QTableView;

namespace Viral {

class PriceTableModel;

/// Budgets, and what a model costs.
class PricesPage final : public SettingsPage
{
    Q_OBJECT

public:
    /// \a pricesPath is the file of the editor's own rates; \a today dates what is changed.
    PricesPage(SettingsSource &settings, QString pricesPath, const QDate &today);

Q_SIGNALS:
    /// The file of own rates is another now.
    void pricesChanged();

private:
    void addTable(const QDate &today);
    void add();
    void remove();
    void save();
    void showTrouble(const QString &trouble);

    QString m_path;
    PriceTableModel *m_model = nullptr;
    QTableView *m_table = nullptr;
    QPushButton *m_add = nullptr;
    QPushButton *m_remove = nullptr;
    QLabel *m_trouble = nullptr;
};

} // namespace Viral
