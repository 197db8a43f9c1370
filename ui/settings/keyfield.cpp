// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/keyfield.h"

#include "ui/settings/settingwidgets.h"
#include "ui/style/metrics.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Viral {

namespace {

constexpr qsizetype longestKey = 4096;

} // namespace

QString keyTrouble(const QString &text)
{
    if (text.size() > longestKey)
        return KeyField::tr("This is too long for a key.");
    const auto isOrdinary = [](QChar c) { return c > u' ' && c < u'\x7f'; };
    if (!std::all_of(text.cbegin(), text.cend(), isOrdinary))
        return KeyField::tr("A key has no spaces and only plain letters, digits and signs. Copy it once more.");
    return {};
}

KeyField::KeyField(KeyName name, const QString &title, const QString &meaning, SettingsSource &settings,
                   QWidget *parent)
    : QWidget(parent)
    , m_name(name)
    , m_meaning(meaning)
    , m_settings(settings)
    , m_line(new QLineEdit)
    , m_show(new QPushButton(tr("Show")))
    , m_paste(new QPushButton(tr("Paste")))
    , m_forget(new QPushButton(tr("Forget")))
    , m_note(smallLabel({}))
    , m_trouble(troubleLabel())
{
    const QString id = u"key."_s + QString(variableOf(name));
    m_line->setEchoMode(QLineEdit::Password);
    m_line->setAccessibleName(title);
    m_line->setObjectName(id);
    m_show->setCheckable(true);
    m_show->setAccessibleName(tr("%1: show").arg(title));
    m_show->setObjectName(id + u".show"_s);
    m_paste->setAccessibleName(tr("%1: paste").arg(title));
    m_paste->setObjectName(id + u".paste"_s);
    m_forget->setAccessibleName(tr("%1: forget").arg(title));
    m_forget->setObjectName(id + u".forget"_s);

    auto *row = new QHBoxLayout;
    row->setSpacing(normalGap);
    row->addWidget(m_line, 1);
    for (QPushButton *button : {m_show, m_paste, m_forget}) {
        button->setAutoDefault(false);
        row->addWidget(button);
    }
    row->addSpacing(resetRoom + normalGap);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins({});
    column->setSpacing(smallGap);
    column->addLayout(row);
    column->addWidget(m_trouble);
    column->addWidget(m_note);

    connect(m_line, &QLineEdit::editingFinished, this, &KeyField::store);
    connect(m_line, &QLineEdit::textEdited, m_trouble, &QLabel::hide);
    connect(m_show, &QPushButton::toggled, this, [this](bool isShown) {
        m_line->setEchoMode(isShown ? QLineEdit::Normal : QLineEdit::Password);
        m_show->setText(isShown ? tr("Hide") : tr("Show"));
    });
    connect(m_paste, &QPushButton::clicked, this, &KeyField::paste);
    connect(m_forget, &QPushButton::clicked, this, [this] {
        showTrouble({});
        m_settings.keys().forget(m_name);
        refresh();
    });
    connect(&m_settings.keys(), &KeyKeeper::changed, this, &KeyField::refresh);
    connect(&m_settings.keys(), &KeyKeeper::loaded, this, &KeyField::refresh);
    connect(&m_settings.keys(), &KeyKeeper::failed, this, &KeyField::refresh);
    refresh();
}

void KeyField::paste()
{
    m_line->setText(QGuiApplication::clipboard()->text().trimmed());
    store();
}

void KeyField::store()
{
    const QString text = m_line->text().trimmed();
    const QString trouble = keyTrouble(text);
    showTrouble(trouble);
    if (!trouble.isEmpty())
        return;
    m_line->setModified(false);
    if (m_settings.keys().key(m_name) == Secret(text))
        return;
    m_settings.keys().setKey(m_name, Secret(text));
}

void KeyField::showTrouble(const QString &trouble)
{
    m_trouble->setText(trouble);
    m_trouble->setVisible(!trouble.isEmpty());
}

void KeyField::refresh()
{
    const bool isFixed = m_settings.isSetByEnvironment(variableOf(m_name));
    const Secret &key = m_settings.keys().key(m_name);
    // The environment's key is nobody's to look at here.
    if (m_trouble->isHidden() && !isBeingTyped(*m_line) && m_line->text() != (isFixed ? QString() : key.reveal()))
        m_line->setText(isFixed ? QString() : key.reveal());
    for (QWidget *widget : std::initializer_list<QWidget *>{m_line, m_show, m_paste})
        widget->setEnabled(!isFixed);
    m_forget->setEnabled(!isFixed && !key.isEmpty());
    m_line->setPlaceholderText(isFixed ? tr("from the environment") : tr("none"));
    m_note->setText(isFixed ? tr("Set by %1 in the environment of this program, which is stronger than the settings.")
                                  .arg(QString(variableOf(m_name)))
                            : m_meaning + u' ' + m_settings.keys().explanation());
}

} // namespace Viral
