// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/player/transport.h"

#include <QWidget>

namespace Viral {

/// What plays and how far it is: "Reel 2 of 8   12.4 / 54.3 s", with a mark and words where the moment is shorter or
/// longer than a clip may be.
class MomentMeter final : public QWidget
{
    Q_OBJECT

public:
    explicit MomentMeter(QWidget *parent = nullptr);

    /// Empty for no moment.
    void setSpan(const TimeSpan &span);
    void setPlayed(const PlayedPart &played);
    void setPosition(Milliseconds position);

    /// All of it in words.
    QString text() const;
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QString lengthText() const;
    void refresh();

    TimeSpan m_span;
    PlayedPart m_played;
    Milliseconds m_position{0};
    QString m_length;
};

/// "Moment", "Reel 2 of 8"; empty where nothing is played on purpose.
QString playedText(const PlayedPart &played);
/// What is wrong with a clip of this length: "1.8 s too short"; empty when nothing is.
QString lengthProblem(Milliseconds length);

} // namespace Viral
