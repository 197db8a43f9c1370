// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/settings/settingssource.h"

#include <QWidget>

class QLabel;
class QLineEdit;
class QPushButton;

namespace Viral {

/// One key: hidden unless shown on purpose, with paste and forget. It goes to the keeper when it was entered whole.
class KeyField final : public QWidget
{
    Q_OBJECT

public:
    KeyField(KeyName name, const QString &title, const QString &meaning, SettingsSource &settings,
             QWidget *parent = nullptr);

    QLineEdit *line() const { return m_line; }

private:
    void store();
    void paste();
    void refresh();
    void showTrouble(const QString &trouble);

    KeyName m_name;
    QString m_meaning;
    SettingsSource &m_settings;
    QLineEdit *m_line = nullptr;
    QPushButton *m_show = nullptr;
    QPushButton *m_paste = nullptr;
    QPushButton *m_forget = nullptr;
    QLabel *m_note = nullptr;
    QLabel *m_trouble = nullptr;
};

/// Why \a text cannot be a key that travels in a header line; empty when it can.
QString keyTrouble(const QString &text);

} // namespace Viral
