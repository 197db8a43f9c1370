// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/desk/runreport.h"

#include <QDialog>
#include <QFutureWatcher>

#include <functional>
#include <memory>

class QCheckBox;
class QComboBox;
class QLabel;
class QPlainTextEdit;
class QPushButton;

namespace Viral {

/// Puts together a report of a problem: what goes in is chosen here and read here before it is saved. Everything that
/// takes long is done on worker threads.
class ReportDialog final : public QDialog
{
    Q_OBJECT

public:
    /// What there is to report.
    struct Material
    {
        /// With everything but the run.
        ProblemReport report = {};
        /// Runs to choose from, newest first.
        QList<RunRecord> runs = {};
        /// The one that is chosen at first; empty for none.
        RunId chosen = {};
        /// Reads a run with everything that belongs to it; called on a worker thread.
        std::function<Result<ReportedRun>(const RunId &)> read = {};
    };
    explicit ReportDialog(Material material, QWidget *parent = nullptr);
    ~ReportDialog() override;

    /// The document as it would be saved now; empty while the run is being read.
    QByteArray document() const { return m_document; }
    /// Saves it; failed() or saved() follows.
    void save(const QString &path);

Q_SIGNALS:
    void saved(const QString &path);
    void failed(const Viral::Error &error);

private:
    void build();
    void buildChoices();
    void readRun();
    void takeRun();
    void write();
    void showDocument();
    void askAndSave();
    ProblemReport chosenReport() const;
    RunId chosenRun() const;

    Material m_material;
    std::optional<ReportedRun> m_run;
    /// Why the chosen run is not in it; empty as a rule.
    QString m_trouble;
    QByteArray m_document;
    QFutureWatcher<std::shared_ptr<Result<ReportedRun>>> m_reading;
    QFutureWatcher<QByteArray> m_writing;
    QComboBox *m_choice = nullptr;
    QCheckBox *m_words = nullptr;
    QCheckBox *m_settings = nullptr;
    QCheckBox *m_messages = nullptr;
    QCheckBox *m_log = nullptr;
    QPlainTextEdit *m_preview = nullptr;
    QLabel *m_state = nullptr;
    QPushButton *m_save = nullptr;
};

} // namespace Viral
