// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

#include <functional>

class QWidget;

namespace Viral {

/// Lets a panel sleep while nobody sees it: what it is asked to show it shows at once while \a watched is visible, else
/// once, when that is shown next.
class WhenShown final : public QObject
{
    Q_OBJECT

public:
    /// \a refresh runs in the lifetime of \a parent.
    WhenShown(std::function<void()> refresh, QWidget &watched, QObject *parent);

    /// Runs the refresh now or keeps it for later.
    void ask();
    /// Runs what was kept for later; nothing when nothing was.
    void catchUp();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    std::function<void()> m_refresh;
    QWidget &m_watched;
    bool m_isStale = false;
};

} // namespace Viral
