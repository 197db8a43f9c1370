// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/desk/quotewatch.h"
#include "ui/jobs/metadatamodel.h"
#include "ui/jobs/runform.h"

#include <QDialog>

class QDialogButtonBox;
class QLabel;
class QPlainTextEdit;
class QTabWidget;

namespace Viral {

class OptionsForm;

/// Everything in the request of the next run, with what it would cost and the payload as it will be sent.
class PayloadDialog final : public QDialog
{
    Q_OBJECT

public:
    /// What the dialog starts with.
    struct Subject
    {
        RunPlan plan = {};
        QList<RunStretch> stretches = {};
        int chunkCount = 0;
    };
    /// \a desk outlives the dialog.
    PayloadDialog(RunDesk &desk, const Subject &subject, QWidget *parent = nullptr);

    /// What was asked for; after accepted().
    const RunPlan &plan() const { return m_plan; }

    void accept() override;

private:
    QWidget *buildMetadata();
    QWidget *buildPreview();
    Result<RunPlan> read() const;
    void showPlan();
    void showQuote();
    void copyPayload();

    RunDesk &m_desk;
    RunPlan m_plan;
    QuoteWatch m_quotes;
    MetadataModel m_metadata;
    QTabWidget *m_pages = nullptr;
    RunForm *m_run = nullptr;
    OptionsForm *m_options = nullptr;
    QPlainTextEdit *m_preview = nullptr;
    QLabel *m_quote = nullptr;
    QLabel *m_problem = nullptr;
    QDialogButtonBox *m_buttons = nullptr;
};

} // namespace Viral
