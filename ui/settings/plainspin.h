// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDoubleSpinBox>
#include <QLineEdit>
#include <QWheelEvent>

namespace Viral {

/// A number without superfluous zeros. The wheel changes it only while it has the focus, so that scrolling over it does
/// no harm.
class PlainSpin final : public QDoubleSpinBox
{
    Q_OBJECT

public:
    explicit PlainSpin(QWidget *parent = nullptr)
        : QDoubleSpinBox(parent)
    {
        setFocusPolicy(Qt::StrongFocus);
        setKeyboardTracking(false);
    }

    QString textFromValue(double value) const override
    {
        return locale().toString(value, 'f', QLocale::FloatingPointShortest);
    }

    /// Where it is typed.
    QLineEdit *line() const { return lineEdit(); }

protected:
    void wheelEvent(QWheelEvent *event) override
    {
        if (hasFocus())
            QDoubleSpinBox::wheelEvent(event);
        else
            event->ignore();
    }
};

} // namespace Viral
