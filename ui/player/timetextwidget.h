// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractButton>

namespace Viral {

/// A text that changes many times a second: painted in a place of fixed width, so that nothing around it moves and
/// nothing is laid out anew.
class TimeText final : public QAbstractButton
{
    Q_OBJECT

public:
    explicit TimeText(QWidget *parent = nullptr);

    void setShownText(const QString &text);
    QString shownText() const { return m_shown; }
    /// The longest text expected; the width follows it.
    void setWidest(const QString &text);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QString m_shown;
    QString m_widest;
};

} // namespace Viral
