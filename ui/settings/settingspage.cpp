// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/settingspage.h"

#include "ui/style/metrics.h"

#include <QCheckBox>
#include <QEvent>
#include <QGridLayout>
#include <QLabel>

namespace Viral {

SettingsPage::SettingsPage(SettingsSource &settings, QWidget *parent)
    : QScrollArea(parent)
    , m_settings(settings)
    , m_grid(new QGridLayout)
{
    auto *content = new QWidget;
    content->setLayout(m_grid);
    m_grid->setContentsMargins(6 * gridStep, largeGap, 6 * gridStep, largeGap);
    m_grid->setHorizontalSpacing(largeGap);
    m_grid->setVerticalSpacing(3 * gridStep);
    m_grid->setColumnStretch(1, 1);
    setWidget(content);
    setWidgetResizable(true);
    setFrameShape(QFrame::NoFrame);
    // Fields are scrolled into sight when they get the focus; the page itself needs none.
    setFocusPolicy(Qt::NoFocus);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
}

void SettingsPage::addHeading(const QString &text)
{
    const int row = m_grid->rowCount();
    auto *heading = new QLabel(text);
    heading->setFont(sized(font(), TextSize::Normal, TextWeight::Strong));
    if (row > 1)
        heading->setContentsMargins(0, normalGap, 0, 0);
    m_grid->addWidget(heading, row, 0, 1, 2);
}

SettingField *SettingsPage::addSetting(QLatin1StringView key)
{
    const SettingRule *rule = settingRule(QString(key));
    Q_ASSERT(rule);
    auto *field = new SettingField(*rule, m_settings);
    // A box to tick says its name itself.
    addRow(qobject_cast<QCheckBox *>(field->control()) ? QString() : settingName(*rule), field, field->control());
    return field;
}

void SettingsPage::addRow(const QString &name, QWidget *field, QWidget *buddy)
{
    const int row = m_grid->rowCount();
    if (!name.isEmpty()) {
        auto *label = new QLabel(name);
        label->setBuddy(buddy);
        label->setWordWrap(true);
        label->setMinimumWidth(fontMetrics().averageCharWidth() * 18);
        label->setContentsMargins(0, smallGap, 0, 0);
        m_grid->addWidget(label, row, 0, Qt::AlignTop);
    }
    m_grid->addWidget(field, row, 1);
}

void SettingsPage::addWide(QWidget *widget, bool grows)
{
    const int row = m_grid->rowCount();
    m_grid->addWidget(widget, row, 0, 1, 2);
    m_grid->setRowStretch(row, grows ? 1 : 0);
}

void SettingsPage::finish()
{
    m_grid->setRowStretch(m_grid->rowCount(), 1);
}

} // namespace Viral
