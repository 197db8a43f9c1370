// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QPushButton;

namespace Viral {

/// A place that asks for files: a dashed frame, what may be dropped, and buttons for those who do not drag. It only
/// looks the part; who holds it takes the drops.
class DropArea final : public QWidget
{
    Q_OBJECT

public:
    DropArea(const QString &title, const QString &explanation, const QList<QPushButton *> &buttons,
             QWidget *parent = nullptr);

    /// Something that may be dropped hovers above.
    void setTarget(bool isTarget);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    bool m_isTarget = false;
};

} // namespace Viral
