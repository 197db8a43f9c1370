// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analysis/saidfacts.h"
#include "core/contract/platform.h"

#include <QWidget>

class QLabel;
class QToolButton;

namespace Viral {

class GrowingEdit;
class Notice;

/// The post for one platform: text, live counts against the limits (for X its own count as well), copy button. What
/// would be cut is struck through, and a click cuts it; names and numbers that nobody says in the clip are marked.
class PostEditor final : public QWidget
{
    Q_OBJECT

public:
    explicit PostEditor(Platform platform, QWidget *parent = nullptr);

    Platform platform() const { return m_platform; }
    QString text() const;
    /// Shows \a text without telling it as an edit.
    void setText(const QString &text);
    /// What the post may name; null for no check. \a facts lives until the next call.
    void setFacts(const SaidFacts *facts);

Q_SIGNALS:
    void edited(const QString &text);

protected:
    void changeEvent(QEvent *event) override;

private:
    void showCount();
    void markText();
    /// As much of the text as fits, or all of it.
    QString fitting() const;

    Platform m_platform;
    QLabel *m_count = nullptr;
    GrowingEdit *m_edit = nullptr;
    QToolButton *m_shorten = nullptr;
    Notice *m_unsaid = nullptr;
    const SaidFacts *m_facts = nullptr;
    bool m_isShowing = false;
};

} // namespace Viral
