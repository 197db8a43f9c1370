// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analysis/offline/standingalone.h"
#include "core/base/timecode.h"
#include "ui/document/reviewdocument.h"

#include <QWidget>

class QGridLayout;
class QLabel;
class QPushButton;

namespace Viral {

class ClipReading;
class WhenShown;

/// The edges of the current moment: whether the clip is understood alone, a repair, and how the edges came to be where
/// they are, from the model's to the editor's, with the reasons.
class ClipCheck final : public QWidget
{
    Q_OBJECT

public:
    ClipCheck(ReviewDocument &document, ClipReading &clips, QWidget *parent = nullptr);

    /// How times are written; the plain clock until it is told.
    void setTimes(const TimecodeFormat &times);

    /// Moves the edges so that the clip stands alone, as a step of the review.
    void repair();

Q_SIGNALS:
    void wordsChosen(const Viral::TimeSpan &span);
    void message(const QString &text);

protected:
    void changeEvent(QEvent *event) override;

private:
    void showCurrent();
    void showFindings(const TimeSpan &span);
    void showEdges(const ReviewedMoment &moment);
    void addEdges(const QString &who, const TimeSpan &span, const QString &why);

    ReviewDocument &m_document;
    ClipReading &m_clips;
    QLabel *m_state = nullptr;
    QLabel *m_findings = nullptr;
    QLabel *m_outcome = nullptr;
    QPushButton *m_repair = nullptr;
    QGridLayout *m_edges = nullptr;
    StandingRepair m_possible;
    WhenShown *m_shown = nullptr;
    TimecodeFormat m_times;
    QList<TimeSpan> m_places;
};

/// The candidate that the moment was made of; null when the funnel does not have it.
const FunnelEntry *candidateOf(const ReviewedMoment &moment, const Funnel &funnel);

} // namespace Viral
