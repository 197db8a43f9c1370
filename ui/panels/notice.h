// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QLabel;

namespace Viral {

/// A line with a warning sign; out of sight while it has nothing to say.
class Notice final : public QWidget
{
    Q_OBJECT

public:
    explicit Notice(QWidget *parent = nullptr);

    void setText(const QString &text);
    QString text() const;

protected:
    void changeEvent(QEvent *event) override;

private:
    void showSign();

    QLabel *m_sign = nullptr;
    QLabel *m_text = nullptr;
};

} // namespace Viral
