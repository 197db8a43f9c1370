// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/reportdialog.h"

#include "core/base/files.h"
#include "ui/desk/reportcodec.h"
#include "ui/style/dialogsize.h"
#include "ui/style/metrics.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QDir>
#include <QFileDialog>
#include <QFontDatabase>
#include <QFormLayout>
#include <QLabel>
#include <QLocale>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QStandardPaths>
#include <QVBoxLayout>
#include <QtConcurrentRun>

using namespace Qt::StringLiterals;

namespace Viral {

namespace {

/// A text view of more is slow, and nobody reads it.
constexpr qsizetype longestPreview = 200'000;
constexpr int shortestChoice = 36;

QString nameOf(const RunRecord &run)
{
    const QString title = run.title.isEmpty() ? run.jobId : run.title;
    const QString when = QLocale().toString(run.createdAt.toLocalTime(), QLocale::ShortFormat);
    if (run.number == 0)
        return ReportDialog::tr("Run in memory only · %1 · %2").arg(when, title);
    return ReportDialog::tr("Run %1 · %2 · %3").arg(run.number).arg(when, title);
}

} // namespace

ReportDialog::ReportDialog(Material material, QWidget *parent)
    : QDialog(parent)
    , m_material(std::move(material))
{
    setWindowTitle(tr("Report a problem"));
    build();
    connect(&m_reading, &QFutureWatcherBase::finished, this, &ReportDialog::takeRun);
    connect(&m_writing, &QFutureWatcherBase::finished, this, [this] {
        m_document = m_writing.result();
        showDocument();
    });
    connect(m_choice, &QComboBox::currentIndexChanged, this, &ReportDialog::readRun);
    for (QCheckBox *box : {m_words, m_settings, m_messages, m_log})
        connect(box, &QCheckBox::toggled, this, &ReportDialog::write);
    readRun();
}

ReportDialog::~ReportDialog()
{
    m_reading.waitForFinished();
    m_writing.waitForFinished();
}

void ReportDialog::build()
{
    auto *intro =
        new QLabel(tr("A report is one file with what helps to find the fault. It is only saved: who gets it is "
                      "up to you. Keys are never in it. With a run in it the run can be worked out again "
                      "without any key: open the report like any other file."));
    intro->setWordWrap(true);
    m_preview = new QPlainTextEdit;
    m_preview->setReadOnly(true);
    m_preview->setLineWrapMode(QPlainTextEdit::NoWrap);
    m_preview->setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    m_preview->setAccessibleName(tr("The report as it will be saved"));
    m_state = new QLabel;
    m_state->setForegroundRole(QPalette::PlaceholderText);
    m_state->setWordWrap(true);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Cancel);
    m_save = buttons->addButton(tr("&Save…"), QDialogButtonBox::AcceptRole);
    buttons->button(QDialogButtonBox::Cancel)->setAutoDefault(false);
    connect(buttons, &QDialogButtonBox::accepted, this, &ReportDialog::askAndSave);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(largeGap, largeGap, largeGap, largeGap);
    layout->setSpacing(normalGap);
    layout->addWidget(intro);
    buildChoices();
    layout->addWidget(m_preview, 1);
    layout->addWidget(m_state);
    layout->addWidget(buttons);
    giveSize(*this, {200 * gridStep, 150 * gridStep});
}

void ReportDialog::buildChoices()
{
    m_choice = new QComboBox;
    m_choice->setAccessibleName(tr("The run that went wrong"));
    m_choice->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_choice->setMinimumContentsLength(shortestChoice);
    m_choice->addItem(tr("No run"));
    for (const RunRecord &run : m_material.runs) {
        m_choice->addItem(nameOf(run), run.id.value);
        if (run.id == m_material.chosen)
            m_choice->setCurrentIndex(m_choice->count() - 1);
    }
    const auto box = [](const QString &text) {
        auto *made = new QCheckBox(text);
        made->setChecked(true);
        return made;
    };
    m_words = box(tr("The &transcript, the answers and the result, titles and files included"));
    m_words->setToolTip(tr("Without them the run cannot be worked out again"));
    m_settings = box(tr("The s&ettings, without keys"));
    m_messages = box(tr("The &messages of this window (%1)").arg(m_material.report.messages.size()));
    m_log = box(tr("The end of the &log (%n lines)", nullptr, static_cast<int>(m_material.report.log.size())));
    auto *form = new QFormLayout;
    form->setSpacing(normalGap);
    form->addRow(tr("&Run"), m_choice);
    form->addRow(QString(), m_words);
    form->addRow(tr("Also"), m_settings);
    form->addRow(QString(), m_messages);
    form->addRow(QString(), m_log);
    static_cast<QVBoxLayout *>(layout())->addLayout(form);
}

RunId ReportDialog::chosenRun() const
{
    return {m_choice->currentData().toString()};
}

void ReportDialog::readRun()
{
    m_run.reset();
    m_trouble.clear();
    m_words->setEnabled(!chosenRun().isEmpty());
    if (chosenRun().isEmpty()) {
        write();
        return;
    }
    m_document.clear();
    m_save->setEnabled(false);
    m_state->setText(tr("Reading the run…"));
    m_reading.setFuture(QtConcurrent::run(
        [read = m_material.read, id = chosenRun()] { return std::make_shared<Result<ReportedRun>>(read(id)); }));
}

void ReportDialog::takeRun()
{
    const Result<ReportedRun> &run = *m_reading.result();
    if (run && run->record.id != chosenRun())
        return;
    if (run)
        m_run = *run;
    else
        m_trouble = tr("The run cannot be read and is left out. %1").arg(run.error().text());
    write();
}

ProblemReport ReportDialog::chosenReport() const
{
    ProblemReport report = m_material.report;
    if (!m_settings->isChecked())
        report.settings.clear();
    if (!m_messages->isChecked())
        report.messages.clear();
    if (!m_log->isChecked())
        report.log.clear();
    if (m_run)
        report.run = m_words->isChecked() ? *m_run : withoutWords(*m_run);
    return report;
}

void ReportDialog::write()
{
    m_document.clear();
    m_save->setEnabled(false);
    m_writing.setFuture(QtConcurrent::run([report = chosenReport()] { return writeReport(report); }));
}

void ReportDialog::showDocument()
{
    m_save->setEnabled(true);
    m_save->setDefault(true);
    m_preview->setPlainText(QString::fromUtf8(m_document.left(longestPreview)));
    const QString size = QLocale().formattedDataSize(m_document.size());
    const QString shown = m_document.size() > longestPreview ? tr("%1; the beginning is shown above.").arg(size) : size;
    m_state->setText(m_trouble.isEmpty() ? shown : m_trouble + u' ' + shown);
}

void ReportDialog::askAndSave()
{
    const QString name =
        u"viral-moments-report-%1.json"_s.arg(m_material.report.madeAt.toLocalTime().toString(u"yyyyMMdd-HHmmss"_s));
    const QDir folder(QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation));
    const QString path =
        QFileDialog::getSaveFileName(this, tr("Save the report"), folder.filePath(name), tr("Reports (*.json)"));
    if (!path.isEmpty())
        save(path);
}

void ReportDialog::save(const QString &path)
{
    if (const Result<void> written = writeFile(path, m_document); !written) {
        m_state->setText(written.error().text());
        Q_EMIT failed(written.error());
        return;
    }
    Q_EMIT saved(path);
    accept();
}

} // namespace Viral
