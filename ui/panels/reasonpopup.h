// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/review/decision.h"

#include <QFrame>

class QLabel;
class QLineEdit;
class QListWidget;

namespace Viral {

/// Asks why something was decided: a list whose rows have the keys 1 to 8, the last one for the editor's own words. A
/// key outside the list's own or a click elsewhere closes it and decides nothing.
class ReasonPopup final : public QFrame
{
    Q_OBJECT

public:
    explicit ReasonPopup(QWidget *parent = nullptr);

    /// Opens at \a place (global) for \a decision; \a reason is the one there was.
    void ask(Decision decision, const QString &reason, const QPoint &place);

Q_SIGNALS:
    /// A reason was chosen: a usual one's key, or the editor's own words (never empty).
    void chosen(const QString &reason);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    bool takeListKey(int key, const QString &text);
    void choose(int row);
    void chooseOwnWords();

    QLabel *m_title = nullptr;
    QListWidget *m_list = nullptr;
    QLineEdit *m_own = nullptr;
};

} // namespace Viral
