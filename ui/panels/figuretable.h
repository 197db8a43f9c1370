// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/style/metrics.h"

#include <QWidget>

class QGridLayout;
class QLabel;

namespace Viral {

/// A few lines of figures under one title: the first column names them and gives way, the others are set flush right.
/// Where they do not fit side by side they become smaller rather than cut. Labels stay from one value to the next, so
/// figures that count up neither flicker nor move.
class FigureTable final : public QWidget
{
    Q_OBJECT

public:
    struct Line
    {
        QStringList cells = {};
        QString toolTip = {};
        /// The sum of the others.
        bool isSum = false;

        bool operator==(const Line &) const = default;
    };

    explicit FigureTable(const QString &title, QWidget *parent = nullptr);

    void setTitle(const QString &title);
    void setLines(const QList<Line> &lines);

    QSize minimumSizeHint() const override;

protected:
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    QLabel *cell(int row, int column);
    /// How wide the lines are in a size of text, at least.
    int widthIn(TextSize size) const;
    void dress();

    QLabel *m_title = nullptr;
    QGridLayout *m_grid = nullptr;
    QList<QList<QLabel *>> m_cells;
    QList<Line> m_lines;
    /// The one in which all figures fit side by side.
    TextSize m_size = TextSize::Normal;
};

} // namespace Viral
