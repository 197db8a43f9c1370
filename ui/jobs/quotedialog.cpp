// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/jobs/quotedialog.h"

#include "ui/style/dialogsize.h"
#include "ui/style/metrics.h"

#include <QDialogButtonBox>
#include <QHeaderView>
#include <QLabel>
#include <QLocale>
#include <QPushButton>
#include <QTableView>
#include <QVBoxLayout>

namespace Viral {

namespace {

QString share(std::int64_t part, std::int64_t whole)
{
    return whole > 0 ? QLocale().toString(100.0 * static_cast<double>(part) / static_cast<double>(whole), 'f', 0)
                     : QStringLiteral("0");
}

} // namespace

QuoteDialog::QuoteDialog(const QuoteWatch &quotes, QWidget *parent)
    : QDialog(parent)
    , m_quotes(quotes)
    , m_facts(new QLabel)
    , m_table(new QTableView)
    , m_empty(new QLabel)
{
    setWindowTitle(tr("What a run would cost"));
    giveSize(*this, {190 * gridStep, 130 * gridStep});
    m_facts->setWordWrap(true);
    m_facts->setForegroundRole(QPalette::PlaceholderText);
    m_sorted.setSourceModel(&m_model);
    m_sorted.setSortRole(QuoteModel::SortRole);
    m_table->setModel(&m_sorted);
    m_table->setAccessibleName(windowTitle());
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setShowGrid(false);
    m_table->setTabKeyNavigation(false);
    m_table->setFont(tabular(font()));
    m_table->verticalHeader()->hide();
    m_table->verticalHeader()->setDefaultSectionSize(rowHeight);
    m_table->horizontalHeader()->setHighlightSections(false);
    m_table->horizontalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
    m_table->horizontalHeader()->setSectionResizeMode(QuoteModel::BasisColumn, QHeaderView::Stretch);
    m_table->setSortingEnabled(true);
    m_table->sortByColumn(QuoteModel::PriceColumn, Qt::AscendingOrder);
    m_empty->setAlignment(Qt::AlignCenter);
    m_empty->setWordWrap(true);
    m_empty->setForegroundRole(QPalette::PlaceholderText);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Ok | QDialogButtonBox::Close);
    m_use = buttons->button(QDialogButtonBox::Ok);
    m_use->setText(tr("&Use this model"));
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(largeGap, largeGap, largeGap, largeGap);
    layout->setSpacing(normalGap);
    layout->addWidget(m_facts);
    layout->addWidget(m_table, 1);
    layout->addWidget(m_empty, 1);
    layout->addWidget(buttons);
    connect(buttons, &QDialogButtonBox::accepted, this, &QuoteDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QuoteDialog::reject);
    connect(m_table, &QTableView::activated, this, &QuoteDialog::accept);
    connect(&quotes, &QuoteWatch::changed, this, &QuoteDialog::showQuote);
    showQuote();
    m_table->setFocus();
}

void QuoteDialog::showQuote()
{
    const std::shared_ptr<const Forecast> quote = m_quotes.quote();
    m_model.setQuote(quote);
    m_use->setEnabled(quote != nullptr);
    for (QWidget *widget : std::initializer_list<QWidget *>{m_facts, m_table})
        widget->setVisible(quote != nullptr);
    m_empty->setVisible(!quote);
    if (!quote) {
        m_empty->setText(m_quotes.isReckoning() ? tr("Being reckoned…")
                                                : tr("Open a transcript to see what it costs."));
        return;
    }
    m_facts->setText(
        tr("%n chunk(s), %1 in, %2 out. Of what is sent, %3 % are the rules (again in each chunk) and %4 % "
           "sentences that two chunks share. Prices are by what is billed, as a range: nobody knows before "
           "how much a model answers.",
           nullptr, quote->chunks)
            .arg(tokensText(quote->inputTokens), tokensText(quote->outputTokens),
                 share(quote->ruleTokens, quote->inputTokens), share(quote->repeatedTokens, quote->inputTokens)));
    const ModelForecast *current = m_quotes.current();
    for (int row = 0; row < m_model.rowCount(); ++row) {
        if (current && m_model.at(row).model == current->model)
            m_table->selectRow(m_sorted.mapFromSource(m_model.index(row, 0)).row());
    }
}

void QuoteDialog::accept()
{
    const QModelIndex index = m_sorted.mapToSource(m_table->currentIndex());
    if (index.isValid())
        m_chosen = m_model.at(index.row()).model;
    QDialog::accept();
}

} // namespace Viral
