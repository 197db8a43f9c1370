// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QListWidget;

namespace Viral {

/// What is shown while nothing is open: how to begin, the sample, recent work.
class WelcomePage final : public QWidget
{
    Q_OBJECT

public:
    explicit WelcomePage(QWidget *parent = nullptr);

    /// Files opened lately, newest first; missing ones are shown as such.
    void setRecent(const QStringList &paths);
    /// Hides the button when the sample is not installed.
    void setSampleAvailable(bool available);

Q_SIGNALS:
    void openRequested();
    void sampleRequested();
    void fileRequested(const QString &path);

private:
    QListWidget *m_recent = nullptr;
    QWidget *m_recentTitle = nullptr;
    QWidget *m_sample = nullptr;
};

} // namespace Viral
