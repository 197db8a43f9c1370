// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/settings/connections.h"

#include <QScrollArea>

class QLabel;
class QListWidget;
class QPushButton;

namespace Viral {

class DropArea;

/// What is shown while nothing is open: where to drop a file, the sample, recent work, and who can find moments.
class WelcomePage final : public QScrollArea
{
    Q_OBJECT

public:
    /// Without \a connections only the offline engine is spoken of.
    explicit WelcomePage(Connections *connections = nullptr, QWidget *parent = nullptr);

    /// Files opened lately, newest first; missing ones are shown as such.
    void setRecent(const QStringList &paths);
    /// Hides the button when the sample is not installed.
    void setSampleAvailable(bool available);

Q_SIGNALS:
    void openRequested();
    void sampleRequested();
    void fileRequested(const QString &path);
    void filesDropped(const QStringList &paths);
    /// The editor wants to set a service up.
    void settingsRequested(Viral::ConnectedService service);

protected:
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dragLeaveEvent(QDragLeaveEvent *event) override;
    void dropEvent(QDropEvent *event) override;

private:
    QWidget *makeBeginning();
    QWidget *makeEngines(Connections *connections);

    DropArea *m_dropArea = nullptr;
    QListWidget *m_recent = nullptr;
    QLabel *m_recentTitle = nullptr;
    QPushButton *m_sample = nullptr;
};

} // namespace Viral
