// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/style/palette.h"

#include <QFont>
#include <QObject>

class QApplication;

namespace Viral {

enum class ThemeChoice
{
    System,
    Light,
    Dark,
};

enum class Motion
{
    On,  ///< what moves takes 120 ms
    Off, ///< everything is there at once
};

/// Dresses the application: Fusion, our palette, distances on the grid. Lives as long as the application does; widgets
/// do not need it: they read their palette with coloursFor() and the time of a movement with movementTime().
class Theme : public QObject
{
    Q_OBJECT

public:
    explicit Theme(QApplication &application, QObject *parent = nullptr);

    ThemeChoice choice() const { return m_choice; }
    void setChoice(ThemeChoice choice);

    Motion motion() const { return m_motion; }
    void setMotion(Motion motion);

    /// Percent of the system's own size; all text follows at once, also where a widget has a size of its own.
    int textSize() const { return m_textSize; }
    void setTextSize(int percent);

    /// The colours in force.
    const Colours &colours() const;

Q_SIGNALS:
    /// After the application has its new palette or text size, or moves differently.
    void changed();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void apply();
    void applyStyle();
    bool isDarkWanted();
    bool isSystemDark();

    QApplication &m_application;
    ThemeChoice m_choice = ThemeChoice::System;
    Motion m_motion = Motion::On;
    QFont m_systemFont;
    int m_textSize = 100;
    bool m_isApplying = false;
};

/// Milliseconds a movement of \a widget takes: 120, or 0 where movements are switched off.
int movementTime(const QWidget *widget);

} // namespace Viral
