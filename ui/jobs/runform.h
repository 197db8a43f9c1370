// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/desk/runplan.h"

#include <QWidget>

class QCheckBox;
class QComboBox;
class QLabel;
class QLineEdit;

namespace Viral {

/// Parts of the source that a run can be limited to, with their names for people.
struct RunStretch
{
    QString name = {};
    TimeSpan span = {};
};

/// Who does a run, on what part of the source, and what of it is asked again.
class RunForm final : public QWidget
{
    Q_OBJECT

public:
    /// \a stretches are offered besides the whole source; \a chunkCount is that of the whole.
    RunForm(const QList<RunStretch> &stretches, int chunkCount, QWidget *parent = nullptr);

    void setPlan(const RunPlan &plan);
    /// \a plan with what the form says; fails with what cannot be used.
    Result<RunPlan> applied(RunPlan plan) const;

Q_SIGNALS:
    void changed();

private:
    void showEngine();

    QList<RunStretch> m_stretches;
    int m_chunkCount;
    QComboBox *m_engine = nullptr;
    QLineEdit *m_jobId = nullptr;
    QComboBox *m_stretch = nullptr;
    QComboBox *m_again = nullptr;
    QLineEdit *m_chunks = nullptr;
    QCheckBox *m_keepGoing = nullptr;
    QCheckBox *m_withKey = nullptr;
    QLabel *m_keyWarning = nullptr;
};

/// Reads "3, 5-7" as numbers of chunks, counted from 1 as people do; fails with what is wrong.
Result<QSet<int>> chunkNumbers(const QString &text, int chunkCount);

} // namespace Viral
