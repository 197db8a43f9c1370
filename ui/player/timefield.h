// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/timespan.h"

#include <QWidget>

class QLineEdit;
class QMenu;
class QStackedLayout;

namespace Viral {

class TimeDisplay;
class TimeText;

/// The time, large enough to be read from afar. A click (or beginEntry()) makes it a field to type a time into; its
/// menu chooses how times are written in the whole window.
class TimeField final : public QWidget
{
    Q_OBJECT

public:
    explicit TimeField(TimeDisplay &display, QWidget *parent = nullptr);

    void setTime(Milliseconds time);
    /// The end of what can be gone to, told in the field's tip.
    void setDuration(Milliseconds duration);
    bool isEntering() const;
    QMenu *formatMenu() const { return m_menu; }

public Q_SLOTS:
    void beginEntry();

Q_SIGNALS:
    /// Something that is a time was typed.
    void entered(Viral::Milliseconds time);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;

private:
    void endEntry();
    void take();
    void updateTexts();
    void fillMenu();

    TimeDisplay &m_display;
    QStackedLayout *m_pages;
    TimeText *m_text;
    QLineEdit *m_entry;
    QMenu *m_menu;
    Milliseconds m_time{0};
    Milliseconds m_duration{0};
};

} // namespace Viral
