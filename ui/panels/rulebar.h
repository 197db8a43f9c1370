// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

namespace Viral {

/// How many candidates ended where, as one bar: a part for each count, the parts told apart by shade and gap. What the
/// parts are stands in the chips below it.
class RuleBar final : public QWidget
{
    Q_OBJECT

public:
    struct Part
    {
        QString name = {};
        int count = 0;
        /// The part of what is in the result.
        bool isKept = false;

        bool operator==(const Part &) const = default;
    };

    explicit RuleBar(QWidget *parent = nullptr);

    void setParts(const QList<Part> &parts);
    QSize sizeHint() const override;

Q_SIGNALS:
    void partClicked(int part);

protected:
    void paintEvent(QPaintEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    bool event(QEvent *event) override;

private:
    QList<QRect> places() const;
    int partAt(const QPoint &place) const;

    QList<Part> m_parts;
};

} // namespace Viral
