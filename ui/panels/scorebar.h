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

    QSize sizeHint() const override;

Q_SIGNALS:
    /// The editor chose another score.
    void scoreChosen(int score);

protected:
    void paintEvent(QPaintEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    QRect track() const;

    QString m_name;
    int m_score = 1;
};

} // namespace Viral
