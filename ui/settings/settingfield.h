// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/settings/settingssource.h"

#include <QWidget>

class QLabel;
class QToolButton;

namespace Viral {

/// One setting: a control that fits its type, what it may be, what it means, and a way back to the default. What is
/// entered holds at once; what cannot be is said below and nothing changes. A setting that the environment decides
/// shows what holds and cannot be changed.
class SettingField final : public QWidget
{
    Q_OBJECT

public:
    SettingField(const SettingRule &rule, SettingsSource &settings, QWidget *parent = nullptr);

    const SettingRule &rule() const { return m_rule; }
    /// What is named by the label.
    QWidget *control() const { return m_control; }
    /// Suggestions below a line of text; nothing for other types.
    void setSuggestions(const QStringList &suggestions);
    /// The same as if the editor had entered \a text.
    void enter(const QString &text);
    /// Shows \a text that is still to be completed where it is selected; \a hint says how.
    void offerText(const QString &text, qsizetype selectionStart, qsizetype selectionLength, const QString &hint);

private:
    QWidget *makeControl();
    QWidget *makeSwitch();
    QWidget *makeChoice();
    QWidget *makeSpin();
    QWidget *makeLine();
    /// What the control shows, as the rule's text, and the other way round.
    QString shownText() const;
    void showText(const QString &text);
    void store(const QString &text);
    void refresh();
    void showTrouble(const QString &trouble);

    const SettingRule &m_rule;
    SettingsSource &m_settings;
    QToolButton *m_reset = nullptr;
    QLabel *m_note = nullptr;
    QLabel *m_trouble = nullptr;
    QWidget *m_control = nullptr;
    bool m_isShowing = false;
    /// A number was begun that is not entered yet: Qt forgets that too soon.
    bool m_isNumberTyped = false;
};

} // namespace Viral
