// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/settings/connections.h"

#include <QWidget>

class QLabel;
class QPushButton;

namespace Viral {

/// How a service stands, for one line.
struct ServiceState
{
    ConnectionReport::Verdict verdict = ConnectionReport::Verdict::Unasked;
    QString text = {};
    /// Something is missing before it can be used at all.
    bool isIncomplete = false;

    bool operator==(const ServiceState &) const = default;
};

ServiceState serviceState(ConnectedService service, const Connections &connections);

/// Who can find moments now, and what the others are missing: the offline engine, OpenAI, RunPod, each with what is to
/// be done about it.
class ConnectionOverview final : public QWidget
{
    Q_OBJECT

public:
    explicit ConnectionOverview(Connections &connections, QWidget *parent = nullptr);

Q_SIGNALS:
    /// The editor wants to set the service up.
    void settingsRequested(Viral::ConnectedService service);

protected:
    void changeEvent(QEvent *event) override;

private:
    struct Row
    {
        QLabel *sign = nullptr;
        QLabel *text = nullptr;
        QPushButton *settings = nullptr;
        QPushButton *test = nullptr;
    };

    Row addRow(const QString &id, const QString &name);
    void refresh();
    void refresh(ConnectedService service, const Row &row);

    Connections &m_connections;
    Row m_offline;
    Row m_openAi;
    Row m_runPod;
};

} // namespace Viral
