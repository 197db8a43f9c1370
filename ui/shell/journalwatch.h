// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/document/reviewdocument.h"

#include <QObject>
#include <QTimer>

namespace Viral {

/// Shows what other windows and programs decide on the same review: every second while the window can be seen, and at
/// once when it becomes active.
class JournalWatch final : public QObject
{
    Q_OBJECT

public:
    JournalWatch(ReviewDocument &document, QWidget &window);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void look();

    ReviewDocument &m_document;
    QWidget &m_window;
    QTimer m_timer;
};

} // namespace Viral
