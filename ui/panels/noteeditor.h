// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>

class QLabel;
class QPlainTextEdit;

namespace Viral {

/// A small field for a note, over the window. Enter, or a click elsewhere, keeps what was written; Shift+Enter begins a
/// line; Escape leaves the note as it was.
class NoteEditor final : public QFrame
{
    Q_OBJECT

public:
    explicit NoteEditor(QWidget *parent = nullptr);

    /// Opens at \a place (global) for the note on \a title.
    void edit(const QString &title, const QString &note, const QPoint &place);

Q_SIGNALS:
    /// The note is to be this; only when it was changed.
    void written(const QString &note);
    void closed();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    QLabel *m_title = nullptr;
    QPlainTextEdit *m_text = nullptr;
    QString m_before;
    bool m_isDropped = false;
};

} // namespace Viral
