// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/settings/settingfield.h"

#include <QScrollArea>

class QGridLayout;

namespace Viral {

/// A page of the settings: headings, and under them rows of a name and its field. Scrolls when it must.
class SettingsPage : public QScrollArea
{
    Q_OBJECT

public:
    explicit SettingsPage(SettingsSource &settings, QWidget *parent = nullptr);

    SettingsSource &settings() const { return m_settings; }

protected:
    void addHeading(const QString &text);
    SettingField *addSetting(QLatin1StringView key);
    /// A row with a control of its own; \a buddy is what the name belongs to.
    void addRow(const QString &name, QWidget *field, QWidget *buddy);
    /// Over the whole width; takes the remaining height when \a grows.
    void addWide(QWidget *widget, bool grows = false);
    /// After the last row.
    void finish();

private:
    SettingsSource &m_settings;
    QGridLayout *m_grid = nullptr;
};

} // namespace Viral
