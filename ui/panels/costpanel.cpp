// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/costpanel.h"

#include "core/base/timetext.h"
#include "ui/models/chunkcostmodel.h"
#include "ui/panels/momentcost.h"
#include "ui/style/metrics.h"

#include <QGridLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLocale>
#include <QTableView>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace Viral {

CostPanel::CostPanel(ReviewDocument &document, QWidget *parent)
    : QWidget(parent)
    , m_document(document)
    , m_headline(new QLabel)
    , m_facts(new QLabel)
    , m_prices(new QWidget)
    , m_chunks(new QTableView)
{
    m_headline->setFont(tabular(sized(font(), TextSize::Large, TextWeight::Strong)));
    m_headline->setWordWrap(true);
    m_facts->setWordWrap(true);
    m_facts->setForegroundRole(QPalette::PlaceholderText);
    auto *grid = new QGridLayout(m_prices);
    grid->setContentsMargins({});
    grid->setHorizontalSpacing(largeGap);
    grid->setVerticalSpacing(smallGap);
    m_chunks->setModel(new ChunkCostModel(document, this));
    m_chunks->setAccessibleName(tr("Tokens per chunk"));
    m_chunks->verticalHeader()->hide();
    m_chunks->verticalHeader()->setDefaultSectionSize(rowHeight);
    m_chunks->horizontalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
    m_chunks->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_chunks->setShowGrid(false);
    m_chunks->setFrameShape(QFrame::NoFrame);
    m_chunks->setFont(tabular(font()));
    m_chunks->setTabKeyNavigation(false);

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(largeGap, largeGap, largeGap, largeGap);
    layout->setSpacing(normalGap);
    layout->addWidget(m_headline);
    layout->addWidget(m_facts);
    layout->addWidget(m_prices);
    layout->addWidget(new MomentCost(document, this));
    layout->addWidget(m_chunks, 1);
    connect(&document, &ReviewDocument::changed, this, [this](const DocumentChange &change) {
        if (std::holds_alternative<WorkReplaced>(change) || std::holds_alternative<OutcomeGrown>(change))
            showResult();
    });
    showResult();
}

void CostPanel::addRow(const QString &name, const QString &tokens, const QString &rate, const QString &cost,
                       bool isTotal)
{
    auto *grid = static_cast<QGridLayout *>(m_prices->layout());
    const int row = grid->rowCount();
    const QFont strong = sized(font(), TextSize::Normal, TextWeight::Strong);
    int column = 0;
    for (const QString &text : {name, tokens, rate, cost}) {
        auto *label = new QLabel(text);
        label->setFont(tabular(isTotal ? strong : font()));
        label->setAlignment(column == 0 ? Qt::AlignLeft : Qt::AlignRight);
        grid->addWidget(label, row, column++);
    }
    grid->setColumnStretch(0, 1);
}

void CostPanel::showResult()
{
    qDeleteAll(m_prices->findChildren<QLabel *>(QString(), Qt::FindDirectChildrenOnly));
    const ServiceResult &result = m_document.work().outcome.result;
    const ResultMetadata &metadata = result.metadata;
    m_facts->setText(m_document.isOpen() ? tr("%1 · %2 chunks of %3, %4 overlap · %5 moments from %6")
                                               .arg(metadata.model)
                                               .arg(result.totalChunks)
                                               .arg(clockText(metadata.chunkDuration), clockText(metadata.overlap))
                                               .arg(metadata.momentsAfterDedup)
                                               .arg(metadata.momentsBeforeDedup)
                                         : QString());
    if (!metadata.pricing) {
        m_headline->setText(!m_document.isOpen() ? QString()
                            : result.usage       ? tr("The price of this model is not known")
                                                 : tr("Nothing was paid for this run"));
        return;
    }
    const Pricing &price = *metadata.pricing;
    const QLocale locale;
    const auto row = [&](const QString &name, qint64 tokens, const TokenRate &rate, MicroDollars cost) {
        addRow(name, locale.toString(tokens), tr("$%1 / M").arg(rate.shortest()), u"$"_s + cost.sixDecimals(), false);
    };
    m_headline->setText(tr("%1 by the price table for %2").arg(price.totalCost.forPeople(), price.model));
    row(tr("Input"), price.inputTokens, price.rates.input, price.inputCost);
    row(tr("Cached"), price.cachedTokens, price.rates.cached, price.cachedCost);
    row(tr("Output"), price.outputTokens, price.rates.output, price.outputCost);
    addRow(tr("Total"), {}, {}, u"$"_s + price.totalCost.sixDecimals(), true);
}

} // namespace Viral
