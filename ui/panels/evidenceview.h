// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analysis/offline/evidence.h"

#include <QLabel>

namespace Viral {

/// The words that a score rests on, as short quotes that can be clicked; says so when there are none.
class EvidenceView final : public QLabel
{
    Q_OBJECT

public:
    explicit EvidenceView(QWidget *parent = nullptr);

    void setEvidence(const QList<Evidence> &evidence);

Q_SIGNALS:
    /// The editor wants to hear these words.
    void wordsChosen(const Viral::TimeSpan &span);

protected:
    void changeEvent(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    void showEvidence();

    QList<Evidence> m_evidence;
};

/// What a cue is called: "feeling", "number".
QString cueName(Cue cue);

} // namespace Viral
