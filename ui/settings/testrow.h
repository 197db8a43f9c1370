// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/settings/connections.h"

#include <QWidget>

class QLabel;
class QPushButton;

namespace Viral {

/// A button that tests a connection, and the answer beside it in words.
class TestRow final : public QWidget
{
    Q_OBJECT

public:
    TestRow(ConnectedService service, Connections &connections, QWidget *parent = nullptr);

protected:
    void changeEvent(QEvent *event) override;

private:
    void refresh();

    ConnectedService m_service;
    Connections &m_connections;
    QPushButton *m_test = nullptr;
    QPushButton *m_question = nullptr;
    QLabel *m_sign = nullptr;
    QLabel *m_headline = nullptr;
    QLabel *m_advice = nullptr;
};

/// The sign of a verdict in its colour; empty while nothing was asked.
QIcon verdictIcon(ConnectionReport::Verdict verdict, const QPalette &palette);

} // namespace Viral
