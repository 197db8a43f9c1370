// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/contract/platform.h"

#include <QWidget>

class QLabel;
class QPlainTextEdit;

namespace Viral {

/// The post for one platform: text, live count against the limit, copy button. Text over the limit is marked.
class PostEditor final : public QWidget
{
    Q_OBJECT

public:
    explicit PostEditor(Platform platform, QWidget *parent = nullptr);

    Platform platform() const { return m_platform; }
    QString text() const;
    /// Shows \a text without telling it as an edit.
    void setText(const QString &text);

Q_SIGNALS:
    void edited(const QString &text);

protected:
    void changeEvent(QEvent *event) override;

private:
    void showCount();
    void markOverflow();

    Platform m_platform;
    QLabel *m_count = nullptr;
    QPlainTextEdit *m_edit = nullptr;
    bool m_isShowing = false;
};

} // namespace Viral
