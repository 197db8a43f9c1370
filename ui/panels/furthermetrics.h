// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/document/reviewdocument.h"

#include <QWidget>

class QGridLayout;

namespace Viral {

/// Metrics beyond the five, as the model gave them: numbers and texts can be changed, what has parts is shown.
class FurtherMetrics final : public QWidget
{
    Q_OBJECT

public:
    explicit FurtherMetrics(ReviewDocument &document, QWidget *parent = nullptr);

private:
    void showCurrent();
    void build(const RawMembers &metrics);
    void store(const QString &name, const QString &text);

    ReviewDocument &m_document;
    QGridLayout *m_grid = nullptr;
    /// What the rows were built for.
    QStringList m_names;
};

/// "confidence_score" and "confidenceScore" for people: "Confidence score".
QString furtherMetricName(const QString &name);

} // namespace Viral
