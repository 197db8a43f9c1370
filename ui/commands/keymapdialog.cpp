// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/commands/keymapdialog.h"

#include "core/base/files.h"
#include "ui/commands/keymapfile.h"
#include "ui/commands/keymapstore.h"
#include "ui/style/dialogsize.h"
#include "ui/style/elidedlabel.h"
#include "ui/style/metrics.h"

#include <QComboBox>
#include <QDialogButtonBox>
#include <QEvent>
#include <QFileDialog>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QKeySequenceEdit>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QTableView>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace Viral {

KeyMapDialog::KeyMapDialog(KeyMapStore &store, QWidget *parent)
    : QDialog(parent)
    , m_store(store)
    , m_model(store.keys())
{
    setWindowTitle(tr("Change keys"));
    giveSize(*this, {180 * gridStep, 160 * gridStep});
    m_shown.setSourceModel(&m_model);
    m_shown.setFilterRole(KeyMapModel::SearchRole);
    m_shown.setFilterCaseSensitivity(Qt::CaseInsensitive);
    m_table = new QTableView;
    m_table->setModel(&m_shown);
    m_table->setAccessibleName(tr("Commands and their keys"));
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setShowGrid(false);
    m_table->setTabKeyNavigation(false);
    m_table->verticalHeader()->hide();
    m_table->verticalHeader()->setDefaultSectionSize(rowHeight);
    m_table->horizontalHeader()->setSectionResizeMode(KeyMapModel::CommandColumn, QHeaderView::Stretch);
    m_table->horizontalHeader()->setHighlightSections(false);
    m_table->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    m_note = new QLabel;
    m_note->setWordWrap(true);
    m_note->setTextFormat(Qt::PlainText);
    m_note->setMinimumHeight(rowHeight);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Ok | QDialogButtonBox::Cancel);
    // This role keeps them apart from what ends the dialog.
    QPushButton *exporting = buttons->addButton(tr("E&xport…"), QDialogButtonBox::ResetRole);
    QPushButton *importing = buttons->addButton(tr("&Import…"), QDialogButtonBox::ResetRole);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(largeGap, largeGap, largeGap, largeGap);
    layout->setSpacing(normalGap);
    layout->addWidget(buildTop());
    layout->addWidget(m_table, 1);
    layout->addWidget(buildEditor());
    layout->addWidget(m_note);
    layout->addWidget(buttons);
    connect(buttons, &QDialogButtonBox::accepted, this, &KeyMapDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(exporting, &QPushButton::clicked, this, &KeyMapDialog::chooseExport);
    connect(importing, &QPushButton::clicked, this, &KeyMapDialog::chooseImport);
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this, &KeyMapDialog::showCurrent);
    m_table->selectRow(0);
    m_table->resizeColumnToContents(KeyMapModel::MenuColumn);
    m_table->setColumnWidth(KeyMapModel::KeysColumn, 45 * gridStep);
    showPreset();
    showCurrent();
}

QWidget *KeyMapDialog::buildTop()
{
    m_search = new QLineEdit;
    m_search->setPlaceholderText(tr("Search a command or a key"));
    m_search->setAccessibleName(m_search->placeholderText());
    m_search->setClearButtonEnabled(true);
    m_preset = new QComboBox;
    m_preset->setAccessibleName(tr("Keys as in"));
    for (const KeyPreset preset : allKeyPresets)
        m_preset->addItem(presetName(preset));
    auto *label = new QLabel(tr("&Keys as in"));
    label->setBuddy(m_preset);
    auto *top = new QWidget;
    auto *layout = new QHBoxLayout(top);
    layout->setContentsMargins({});
    layout->setSpacing(normalGap);
    layout->addWidget(m_search, 1);
    layout->addWidget(label);
    layout->addWidget(m_preset);
    connect(m_search, &QLineEdit::textChanged, this, [this](const QString &text) {
        m_shown.setFilterFixedString(text);
        m_table->selectRow(0);
        showCurrent();
    });
    connect(m_preset, &QComboBox::activated, this, &KeyMapDialog::choosePreset);
    return top;
}

QWidget *KeyMapDialog::buildEditor()
{
    m_command = new ElidedLabel;
    m_key = new QKeySequenceEdit;
    m_key->setClearButtonEnabled(true);
    m_key->installEventFilter(this);
    m_key->setAccessibleName(tr("New key: press it"));
    m_give = new QPushButton(tr("&Add"));
    m_clear = new QPushButton(tr("&Remove all"));
    m_reset = new QPushButton(tr("As &usual"));
    auto *editor = new QWidget;
    auto *layout = new QHBoxLayout(editor);
    layout->setContentsMargins({});
    layout->setSpacing(normalGap);
    layout->addWidget(m_command, 1);
    for (QWidget *widget : std::initializer_list<QWidget *>{m_key, m_give, m_clear, m_reset})
        layout->addWidget(widget);
    for (QPushButton *button : {m_give, m_clear, m_reset})
        button->setAutoDefault(false);
    connect(m_key, &QKeySequenceEdit::keySequenceChanged, this, &KeyMapDialog::showOwner);
    connect(m_give, &QPushButton::clicked, this, &KeyMapDialog::giveKey);
    connect(m_clear, &QPushButton::clicked, this, &KeyMapDialog::clearKeys);
    connect(m_reset, &QPushButton::clicked, this, &KeyMapDialog::resetCommand);
    return editor;
}

QString KeyMapDialog::currentId() const
{
    return m_table->currentIndex().data(KeyMapModel::IdRole).toString();
}

void KeyMapDialog::showCurrent()
{
    const QString id = currentId();
    m_command->setText(id.isEmpty() ? tr("No command is called so.") : commandName(id));
    m_key->setEnabled(!id.isEmpty());
    m_key->clear();
    m_clear->setEnabled(!keys().keysOf(id).isEmpty());
    m_reset->setEnabled(!id.isEmpty() && keys().keysOf(id) != KeyMap().keysOf(id));
    showOwner();
}

void KeyMapDialog::showOwner()
{
    const QString key = m_key->keySequence().toString(QKeySequence::PortableText);
    const QString owner = keys().ownerOf(key);
    const bool isTaken = !owner.isEmpty() && owner != currentId();
    m_give->setEnabled(!key.isEmpty() && owner != currentId());
    m_give->setText(isTaken ? tr("T&ake over") : tr("&Add"));
    m_note->setText(isTaken ? tr("%1 belongs to “%2”, which would lose it.")
                                  .arg(m_key->keySequence().toString(QKeySequence::NativeText), commandName(owner))
                            : QString());
}

bool KeyMapDialog::eventFilter(QObject *watched, QEvent *event)
{
    // One key is enough: the field by itself would wait a second for a next one.
    if (watched == m_key && event->type() == QEvent::KeyRelease)
        QMetaObject::invokeMethod(this, &KeyMapDialog::takePressedKey, Qt::QueuedConnection);
    return QDialog::eventFilter(watched, event);
}

void KeyMapDialog::takePressedKey()
{
    m_key->setKeySequence(m_key->keySequence());
    showOwner();
}

void KeyMapDialog::change(const KeyMap &keys)
{
    m_model.setKeys(keys);
    showPreset();
    showCurrent();
}

void KeyMapDialog::giveKey()
{
    KeyMap changed = keys();
    changed.give(currentId(), changed.keysOf(currentId()) << m_key->keySequence().toString(QKeySequence::PortableText));
    change(changed);
}

void KeyMapDialog::clearKeys()
{
    KeyMap changed = keys();
    changed.give(currentId(), {});
    change(changed);
}

void KeyMapDialog::resetCommand()
{
    KeyMap changed = keys();
    changed.reset(currentId());
    change(changed);
}

void KeyMapDialog::choosePreset(int index)
{
    if (index < static_cast<int>(allKeyPresets.size()))
        change(presetKeys(allKeyPresets.at(static_cast<std::size_t>(index))));
}

void KeyMapDialog::showPreset()
{
    const int own = static_cast<int>(allKeyPresets.size());
    m_preset->removeItem(own);
    for (int i = 0; i < own; ++i) {
        if (keys() == presetKeys(allKeyPresets.at(static_cast<std::size_t>(i)))) {
            m_preset->setCurrentIndex(i);
            return;
        }
    }
    m_preset->addItem(tr("My own"));
    m_preset->setCurrentIndex(own);
}

bool KeyMapDialog::exportTo(const QString &path)
{
    const Result<void> written = writeFile(path, writeKeyMap(keys()));
    m_note->setText(written ? tr("Exported to %1").arg(path) : written.error().text());
    return written.has_value();
}

bool KeyMapDialog::importFrom(const QString &path)
{
    const Result<QByteArray> bytes = readFile(path, largestKeyFile);
    const Result<ReadKeyMap> read = bytes ? parseKeyMap(*bytes) : tl::unexpected(bytes.error());
    if (read)
        change(read->keys);
    m_note->setText(read ? read->notes.join(u' ') : read.error().text());
    return read.has_value();
}

void KeyMapDialog::chooseExport()
{
    const QString path =
        QFileDialog::getSaveFileName(this, tr("Export keys"), u"viral-moments-keys.json"_s, tr("Keys (*.json)"));
    if (!path.isEmpty())
        exportTo(path);
}

void KeyMapDialog::chooseImport()
{
    const QString path = QFileDialog::getOpenFileName(this, tr("Import keys"), {}, tr("Keys (*.json)"));
    if (!path.isEmpty())
        importFrom(path);
}

void KeyMapDialog::accept()
{
    if (m_store.setKeys(keys()))
        QDialog::accept();
    else
        m_note->setText(m_store.trouble());
}

} // namespace Viral
