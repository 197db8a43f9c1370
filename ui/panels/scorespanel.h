// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/timecode.h"
#include "ui/document/reviewdocument.h"

#include <QWidget>

class QLabel;

namespace Viral {

class ClipReading;
class EvidenceView;
class FurtherMetrics;
class Notice;
class ScoreBar;

/// The five scores of the current moment with the words each rests on, further metrics, and why the clip is worth
/// posting.
class ScoresPanel final : public QWidget
{
    Q_OBJECT

public:
    explicit ScoresPanel(ReviewDocument &document, QWidget *parent = nullptr);

    /// How times are written; the plain clock until it is told.
    void setTimes(const TimecodeFormat &times);

Q_SIGNALS:
    /// The editor wants to hear these words.
    void wordsChosen(const Viral::TimeSpan &span);

private:
    void addScore(Metric metric);
    void showCurrent();
    void showEvidence(const TimeSpan &span);

    ReviewDocument &m_document;
    ClipReading *m_clips = nullptr;
    QList<ScoreBar *> m_bars;
    QList<EvidenceView *> m_evidence;
    QLabel *m_average = nullptr;
    QLabel *m_facts = nullptr;
    QLabel *m_empty = nullptr;
    QLabel *m_reason = nullptr;
    Notice *m_warnings = nullptr;
    FurtherMetrics *m_further = nullptr;
};

/// Name of a metric for people.
QString metricName(Metric metric);

} // namespace Viral
