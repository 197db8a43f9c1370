// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/document/reviewdocument.h"

#include <QWidget>

class QLabel;

namespace Viral {

class ScoreBar;

/// The five scores of the current moment, further metrics, and why the clip is worth posting.
class ScoresPanel final : public QWidget
{
    Q_OBJECT

public:
    explicit ScoresPanel(ReviewDocument &document, QWidget *parent = nullptr);

private:
    void showCurrent();
    void showEdges(const ReviewedMoment &moment);

    ReviewDocument &m_document;
    QList<ScoreBar *> m_bars;
    QLabel *m_average = nullptr;
    QLabel *m_reason = nullptr;
    QLabel *m_further = nullptr;
    QLabel *m_edges = nullptr;
    QLabel *m_warnings = nullptr;
};

/// Name of a metric for people.
QString metricName(Metric metric);

} // namespace Viral
