// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/commands/keymapmodel.h"

#include <QDialog>
#include <QSortFilterProxyModel>

class QComboBox;
class QKeySequenceEdit;
class QLabel;
class QLineEdit;
class QPushButton;
class QTableView;

namespace Viral {

class KeyMapStore;

/// Where keys are changed: search a command, press its new key, see whose key it was, take it over. Presets replace
/// all keys; files carry them elsewhere. Nothing is in force before the dialog is accepted.
class KeyMapDialog final : public QDialog
{
    Q_OBJECT

public:
    explicit KeyMapDialog(KeyMapStore &store, QWidget *parent = nullptr);

    /// The map as it is edited.
    const KeyMap &keys() const { return m_model.keys(); }
    /// Writes the edited map to \a path, or reads one; false, with the reason shown, when that is not possible.
    bool exportTo(const QString &path);
    bool importFrom(const QString &path);

    void accept() override;

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    QWidget *buildTop();
    QWidget *buildEditor();
    QString currentId() const;
    void showCurrent();
    void showOwner();
    void takePressedKey();
    void giveKey();
    void clearKeys();
    void resetCommand();
    void choosePreset(int index);
    void showPreset();
    void chooseExport();
    void chooseImport();
    void change(const KeyMap &keys);

    KeyMapStore &m_store;
    KeyMapModel m_model;
    QSortFilterProxyModel m_shown;
    QLineEdit *m_search = nullptr;
    QComboBox *m_preset = nullptr;
    QTableView *m_table = nullptr;
    QLabel *m_command = nullptr;
    QKeySequenceEdit *m_key = nullptr;
    QPushButton *m_give = nullptr;
    QPushButton *m_clear = nullptr;
    QPushButton *m_reset = nullptr;
    QLabel *m_note = nullptr;
};

} // namespace Viral
