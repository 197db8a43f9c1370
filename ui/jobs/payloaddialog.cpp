// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/jobs/payloaddialog.h"

#include "core/contract/requestcodec.h"
#include "ui/desk/rundesk.h"
#include "ui/jobs/optionsform.h"
#include "ui/jobs/quotemodel.h"
#include "ui/style/dialogsize.h"
#include "ui/style/elidedlabel.h"
#include "ui/style/icons.h"
#include "ui/style/metrics.h"
#include "ui/style/noticelabel.h"

#include <QApplication>
#include <QClipboard>
#include <QDialogButtonBox>
#include <QHeaderView>
#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QTabWidget>
#include <QTableView>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace Viral {

namespace {

/// The payload without its transcript, which nobody reads in a field.
QByteArray shortPayload(Request request, KeyInPayload key)
{
    request.transcript.sentences.clear();
    request.transcript.words.clear();
    if (key == KeyInPayload::Include && !request.openAiApiKey.isEmpty())
        request.openAiApiKey = Secret(u"…"_s);
    return writeRequest(request, JsonWriter::Layout::Indented, false, key);
}

} // namespace

PayloadDialog::PayloadDialog(RunDesk &desk, const Subject &subject, QWidget *parent)
    : QDialog(parent)
    , m_desk(desk)
    , m_plan(subject.plan)
    , m_quotes(desk)
    , m_metadata(subject.plan.request.metadata)
    , m_pages(new QTabWidget)
    , m_run(new RunForm(subject.stretches, subject.chunkCount))
    , m_options(new OptionsForm(desk.settings()))
    , m_quote(new ElidedLabel)
    , m_problem(new NoticeLabel(NoticeLabel::Kind::Trouble))
    , m_buttons(new QDialogButtonBox(QDialogButtonBox::Ok | QDialogButtonBox::Cancel))
{
    setWindowTitle(tr("Find moments"));
    giveSize(*this, {160 * gridStep, 140 * gridStep});
    m_pages->setDocumentMode(true);
    m_pages->addTab(m_run, tr("&Run"));
    m_pages->addTab(m_options, tr("O&ptions"));
    m_pages->addTab(buildMetadata(), tr("&About the video"));
    m_pages->addTab(buildPreview(), tr("Pay&load"));
    m_quote->setFont(tabular(font()));
    m_buttons->button(QDialogButtonBox::Ok)->setText(tr("&Find moments"));
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(largeGap, largeGap, largeGap, largeGap);
    layout->setSpacing(normalGap);
    layout->addWidget(m_pages, 1);
    layout->addWidget(m_quote);
    layout->addWidget(m_problem);
    layout->addWidget(m_buttons);
    m_run->setPlan(m_plan);
    m_options->setOptions(mergedOptions(m_plan.request.options, m_plan.overrides));
    m_options->setWebhooks(m_plan.request.webhooks);
    connect(m_run, &RunForm::changed, this, &PayloadDialog::showPlan);
    connect(m_options, &OptionsForm::changed, this, &PayloadDialog::showPlan);
    connect(&m_metadata, &QAbstractItemModel::dataChanged, this, &PayloadDialog::showPlan);
    connect(&m_metadata, &QAbstractItemModel::rowsRemoved, this, &PayloadDialog::showPlan);
    connect(&m_quotes, &QuoteWatch::changed, this, &PayloadDialog::showQuote);
    connect(m_buttons, &QDialogButtonBox::accepted, this, &PayloadDialog::accept);
    connect(m_buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    showPlan();
}

QWidget *PayloadDialog::buildMetadata()
{
    auto *table = new QTableView;
    table->setModel(&m_metadata);
    table->setAccessibleName(tr("What is known about the video"));
    table->setFrameShape(QFrame::NoFrame);
    table->setTabKeyNavigation(false);
    table->verticalHeader()->hide();
    table->verticalHeader()->setDefaultSectionSize(rowHeight);
    table->horizontalHeader()->setHighlightSections(false);
    table->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    table->horizontalHeader()->setStretchLastSection(true);
    table->setColumnWidth(0, 40 * gridStep);
    auto *hint =
        new QLabel(tr("video_title, audience and tone go into the question; everything here comes back with the "
                      "result."));
    hint->setWordWrap(true);
    hint->setForegroundRole(QPalette::PlaceholderText);
    auto *page = new QWidget;
    auto *layout = new QVBoxLayout(page);
    layout->setContentsMargins(0, largeGap, 0, largeGap);
    layout->setSpacing(normalGap);
    layout->addWidget(hint);
    layout->addWidget(table, 1);
    return page;
}

QWidget *PayloadDialog::buildPreview()
{
    m_preview = new QPlainTextEdit;
    m_preview->setReadOnly(true);
    m_preview->setTabChangesFocus(true);
    m_preview->setAccessibleName(tr("The payload without its transcript"));
    m_preview->setFont(tabular(font()));
    auto *copy = new QPushButton(icon(Icon::Copy), tr("&Copy with the transcript"));
    connect(copy, &QPushButton::clicked, this, &PayloadDialog::copyPayload);
    auto *page = new QWidget;
    auto *layout = new QVBoxLayout(page);
    layout->setContentsMargins(0, largeGap, 0, largeGap);
    layout->setSpacing(normalGap);
    layout->addWidget(m_preview, 1);
    layout->addWidget(copy, 0, Qt::AlignLeft);
    return page;
}

Result<RunPlan> PayloadDialog::read() const
{
    RunPlan plan = m_plan;
    plan.overrides = {};
    plan.quote.reset();
    const Result<RequestOptions> options = m_options->options();
    if (!options)
        return tl::unexpected(options.error());
    plan.request.options = *options;
    plan.request.webhooks = m_options->webhooks();
    plan.request.metadata = m_metadata.members();
    Problems problems;
    checkOptions(plan.request.options, u"/options"_s, problems);
    checkWebhooks(plan.request.webhooks, {}, problems);
    if (problems.hasErrors())
        return failure(ErrorKind::Input, problems.all().constFirst().message);
    const Result<RunPlan> applied = m_run->applied(std::move(plan));
    if (!applied)
        return applied;
    if (const Result<void> possible = checkPlan(*applied, m_desk.settings()); !possible)
        return tl::unexpected(possible.error());
    return applied;
}

void PayloadDialog::showPlan()
{
    const Result<RunPlan> plan = read();
    m_buttons->button(QDialogButtonBox::Ok)->setEnabled(plan.has_value());
    m_problem->setText(plan ? QString() : plan.error().text());
    if (plan) {
        m_quotes.watch(*plan);
        m_preview->setPlainText(QString::fromUtf8(shortPayload(plannedRequest(*plan, m_desk.settings()), plan->key)));
    }
    showQuote();
}

void PayloadDialog::showQuote()
{
    const auto quote = m_quotes.quote();
    m_quote->setText(quote                    ? quoteLine(*quote, m_quotes.current())
                     : m_quotes.isReckoning() ? tr("Being reckoned…")
                                              : QString());
}

void PayloadDialog::copyPayload()
{
    if (const Result<RunPlan> plan = read())
        QApplication::clipboard()->setText(QString::fromUtf8(
            writeRequest(plannedRequest(*plan, m_desk.settings()), JsonWriter::Layout::Indented, true)));
}

void PayloadDialog::accept()
{
    Result<RunPlan> plan = read();
    if (!plan) {
        m_problem->setText(plan.error().text());
        return;
    }
    if (const ModelForecast *quote = m_quotes.current())
        plan->quote = *quote;
    m_plan = std::move(*plan);
    QDialog::accept();
}

} // namespace Viral
