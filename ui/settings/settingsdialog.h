// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/settings/connections.h"

#include <QDate>
#include <QDialog>

class QListWidget;
class QStackedWidget;

namespace Viral {

class ConnectionsPage;

/// The pages of the settings, in their order.
enum class SettingsTopic
{
    Connections,
    Runs,
    Chunks,
    Webhooks,
    Prices,
    Look,
};

/// The settings: topics on the left, their page on the right. What is entered holds at once, so there is nothing to
/// confirm and nothing to lose.
class SettingsDialog final : public QDialog
{
    Q_OBJECT

public:
    /// \a pricesPath and \a today as for PricesPage.
    SettingsDialog(Connections &connections, const QString &pricesPath, const QDate &today, QWidget *parent = nullptr);

    void showTopic(SettingsTopic topic);
    /// Goes to what a connection is missing.
    void begin(ConnectedService service);
    /// What is being typed is taken before the window goes.
    void done(int result) override;

Q_SIGNALS:
    /// The editor's own rates are others now.
    void pricesChanged();

private:
    void addPage(const QString &title, QWidget *page);

    QListWidget *m_topics = nullptr;
    QStackedWidget *m_pages = nullptr;
    ConnectionsPage *m_connectionsPage = nullptr;
};

} // namespace Viral
