// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/settingfield.h"

#include "ui/settings/plainspin.h"
#include "ui/settings/settingwidgets.h"
#include "ui/style/icons.h"
#include "ui/style/metrics.h"

#include <QCheckBox>
#include <QComboBox>
#include <QCompleter>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QStringListModel>
#include <QToolButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace Viral {

namespace {

/// What stands in an empty field.
QString emptyText(const SettingRule &rule)
{
    if (rule.type == SettingType::Money)
        return SettingField::tr("no limit");
    if (rule.isOptional())
        return SettingField::tr("the model's own");
    if (rule.type == SettingType::Webhook)
        return SettingField::tr("nothing is sent");
    if (settingDefault(rule).isEmpty())
        return SettingField::tr("none");
    return settingDefault(rule);
}

/// "1 to 64, normally 4".
QString limits(const SettingRule &rule)
{
    if (rule.type == SettingType::Switch || rule.type == SettingType::Text || rule.type == SettingType::Webhook)
        return {};
    const QString standard = settingDefault(rule);
    if (rule.type == SettingType::Choice)
        return SettingField::tr("Normally: %1.").arg(settingWordName(rule, standard));
    if (rule.type == SettingType::WebAddress)
        return SettingField::tr("Normally %1.").arg(standard);
    if (standard.isEmpty())
        return SettingField::tr("%1; normally empty: %2.").arg(settingRange(rule), emptyText(rule));
    return SettingField::tr("%1; normally %2.")
        .arg(settingRange(rule), QLocale().toString(standard.toDouble(), 'f', QLocale::FloatingPointShortest));
}

/// The preferences as they hold, so that a setting of the environment shows its value.
Preferences inForce(const SettingsSource &settings)
{
    Preferences preferences = settings.preferences();
    if (const Result<EngineSettings> effective = settings.effective())
        preferences.engine = *effective;
    return preferences;
}

} // namespace

SettingField::SettingField(const SettingRule &rule, SettingsSource &settings, QWidget *parent)
    : QWidget(parent)
    , m_rule(rule)
    , m_settings(settings)
    , m_reset(new QToolButton)
    , m_note(smallLabel(settingMeaning(rule) + u' ' + limits(rule)))
    , m_trouble(troubleLabel())
    , m_control(makeControl())
{
    m_control->setAccessibleName(settingName(rule));
    m_control->setAccessibleDescription(m_note->text().trimmed());
    m_control->setObjectName(QString(rule.key));
    m_reset->setIcon(icon(Icon::Undo));
    m_reset->setAutoRaise(true);
    m_reset->setToolTip(tr("Back to the default"));
    m_reset->setAccessibleName(tr("%1: back to the default").arg(settingName(rule)));
    m_reset->setObjectName(QString(rule.key) + u".reset"_s);
    m_reset->setFixedSize(resetRoom, resetRoom);
    QSizePolicy kept = m_reset->sizePolicy();
    kept.setRetainSizeWhenHidden(true);
    m_reset->setSizePolicy(kept);

    auto *row = new QHBoxLayout;
    row->setSpacing(normalGap);
    if (m_rule.type == SettingType::Money)
        row->addWidget(new QLabel(u"$"_s));
    row->addWidget(m_control, qobject_cast<QLineEdit *>(m_control) ? 1 : 0);
    row->addWidget(m_reset);
    if (!qobject_cast<QLineEdit *>(m_control) || m_control->maximumWidth() < QWIDGETSIZE_MAX)
        row->addStretch();
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins({});
    column->setSpacing(smallGap);
    column->addLayout(row);
    column->addWidget(m_trouble);
    column->addWidget(m_note);

    connect(m_reset, &QToolButton::clicked, this, [this] {
        store(settingDefault(m_rule));
        m_control->setFocus();
    });
    connect(&m_settings, &SettingsSource::changed, this, &SettingField::refresh);
    refresh();
}

QWidget *SettingField::makeControl()
{
    switch (m_rule.type) {
    case SettingType::Switch:
        return makeSwitch();
    case SettingType::Choice:
        return makeChoice();
    case SettingType::WholeNumber:
    case SettingType::Number:
    case SettingType::Seconds:
    case SettingType::Percent:
    case SettingType::Money:
        return m_rule.isOptional() ? makeLine() : makeSpin();
    case SettingType::Text:
    case SettingType::WebAddress:
    case SettingType::Webhook:
        break;
    }
    return makeLine();
}

QWidget *SettingField::makeSwitch()
{
    auto *box = new QCheckBox(settingName(m_rule));
    connect(box, &QCheckBox::toggled, this, [this] { store(shownText()); });
    return box;
}

QWidget *SettingField::makeChoice()
{
    auto *box = new QComboBox;
    for (const QString &word : settingWords(m_rule))
        box->addItem(settingWordName(m_rule, word), word);
    box->setFocusPolicy(Qt::StrongFocus);
    keepWheelOff(*box);
    connect(box, &QComboBox::currentIndexChanged, this, [this] { store(shownText()); });
    return box;
}

QWidget *SettingField::makeSpin()
{
    auto *spin = new PlainSpin;
    const bool isWhole = m_rule.type == SettingType::WholeNumber || m_rule.type == SettingType::Percent;
    spin->setDecimals(isWhole ? 0 : 3);
    spin->setRange(m_rule.range.lowest, m_rule.range.highest);
    if (m_rule.type == SettingType::Percent)
        spin->setSingleStep(5);
    spin->setSuffix(m_rule.type == SettingType::Seconds   ? tr(" s")
                    : m_rule.type == SettingType::Percent ? tr(" %")
                                                          : QString());
    spin->setMinimumWidth(28 * gridStep);
    connect(spin->line(), &QLineEdit::textEdited, this, [this] {
        m_isNumberTyped = true;
        m_trouble->hide();
    });
    // Also when it is the number that stood there before: something else may hold by now.
    connect(spin, &PlainSpin::editingFinished, this, [this, spin] {
        if (m_isNumberTyped)
            store(shownText());
    });
    connect(spin, &PlainSpin::valueChanged, this, [this] { store(shownText()); });
    return spin;
}

QWidget *SettingField::makeLine()
{
    auto *line = new QLineEdit;
    line->setPlaceholderText(emptyText(m_rule));
    if (m_rule.isOptional())
        line->setFixedWidth(40 * gridStep);
    connect(line, &QLineEdit::editingFinished, this, [this] { store(shownText()); });
    connect(line, &QLineEdit::textEdited, m_trouble, &QLabel::hide);
    return line;
}

void SettingField::setSuggestions(const QStringList &suggestions)
{
    auto *line = qobject_cast<QLineEdit *>(m_control);
    if (!line)
        return;
    auto *completer = new QCompleter(suggestions, line);
    completer->setCaseSensitivity(Qt::CaseInsensitive);
    completer->setFilterMode(Qt::MatchContains);
    delete line->completer();
    line->setCompleter(completer);
}

void SettingField::enter(const QString &text)
{
    store(text);
}

void SettingField::offerText(const QString &text, qsizetype selectionStart, qsizetype selectionLength,
                             const QString &hint)
{
    auto *line = qobject_cast<QLineEdit *>(m_control);
    if (!line || !line->isEnabled())
        return;
    showText(text);
    showTrouble(hint);
    line->setFocus();
    line->setSelection(static_cast<int>(selectionStart), static_cast<int>(selectionLength));
}

QString SettingField::shownText() const
{
    if (const auto *box = qobject_cast<QCheckBox *>(m_control))
        return box->isChecked() ? u"true"_s : u"false"_s;
    if (const auto *box = qobject_cast<QComboBox *>(m_control))
        return box->currentData().toString();
    if (const auto *spin = qobject_cast<PlainSpin *>(m_control))
        return QLocale::c().toString(spin->value(), 'f', QLocale::FloatingPointShortest);
    const QString text = static_cast<QLineEdit *>(m_control)->text().trimmed();
    // A field for a word of its own that is left empty means the default.
    return text.isEmpty() && !m_rule.isOptional() ? settingDefault(m_rule) : text;
}

void SettingField::showText(const QString &text)
{
    m_isShowing = true;
    if (auto *box = qobject_cast<QCheckBox *>(m_control))
        box->setChecked(text == "true"_L1);
    else if (auto *choice = qobject_cast<QComboBox *>(m_control))
        choice->setCurrentIndex(choice->findData(text));
    else if (auto *spin = qobject_cast<PlainSpin *>(m_control))
        spin->setValue(text.toDouble());
    else if (auto *line = qobject_cast<QLineEdit *>(m_control); line && line->text() != text)
        line->setText(text);
    m_isShowing = false;
}

void SettingField::store(const QString &text)
{
    if (m_isShowing || !m_control->isEnabled())
        return;
    Preferences preferences = m_settings.preferences();
    if (const Result<void> taken = setSettingText(preferences, m_rule, text); !taken) {
        showTrouble(taken.error().text());
        return;
    }
    if (const QString conflict = settingsConflict(preferences); !conflict.isEmpty()) {
        showTrouble(conflict);
        return;
    }
    showTrouble({});
    if (auto *line = qobject_cast<QLineEdit *>(m_control))
        line->setModified(false);
    m_isNumberTyped = false;
    m_settings.setPreferences(preferences);
    refresh();
}

void SettingField::showTrouble(const QString &trouble)
{
    m_trouble->setText(trouble);
    m_trouble->setVisible(!trouble.isEmpty());
}

void SettingField::refresh()
{
    const bool isFixed = m_settings.isSetByEnvironment(m_rule.variable);
    const auto *line = qobject_cast<QLineEdit *>(m_control);
    const bool isTyped = m_isNumberTyped || (line && isBeingTyped(*line));
    // What was refused stays for its author to mend.
    if (m_trouble->isHidden() && !isTyped)
        showText(settingText(inForce(m_settings), m_rule));
    m_control->setEnabled(!isFixed);
    const bool differs = settingText(m_settings.preferences(), m_rule) != settingDefault(m_rule);
    m_reset->setVisible(differs && !isFixed);
    m_note->setText(isFixed ? tr("Set by %1 in the environment of this program, which is stronger than the settings.")
                                  .arg(QString(m_rule.variable))
                            : (settingMeaning(m_rule) + u' ' + limits(m_rule)).trimmed());
}

} // namespace Viral
