// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

namespace Viral {

/// One score from 1 to 10 as a bar on the score scale, with its number; arrows and a click change it.
class ScoreBar final : public QWidget
{
    Q_OBJECT

public:
    explicit ScoreBar(const QString &name, QWidget *parent = nullptr);

    int score() const { return m_score; }
    void setScore(int score);
    /// As if the editor had clicked it; out of range goes to the nearest, the same score is no choice.
    void choose(int score);

    /// All bars of one column begin at the same place, behind the longest of their names.
    void alignWith(const QStringList &names);

    QSize sizeHint() const override;

Q_SIGNALS:
    /// The editor chose another score.
    void scoreChosen(int score);

protected:
    void paintEvent(QPaintEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    /// Where the bar is in a window that reads from left to right.
    QRect track() const;
    /// Where that is in this window.
    QRect placed(const QRect &rect) const;

    QString m_name;
    QStringList m_alignedNames;
    int m_score = 1;
};

} // namespace Viral
