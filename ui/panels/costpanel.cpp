// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/costpanel.h"

#include "core/base/files.h"
#include "core/base/timetext.h"
#include "ui/models/chunkcostmodel.h"
#include "ui/models/modelcostmodel.h"
#include "ui/panels/chunkchart.h"
#include "ui/panels/costwords.h"
#include "ui/panels/momentcost.h"
#include "ui/panels/tablelook.h"
#include "ui/panels/whenshown.h"
#include "ui/style/icons.h"
#include "ui/style/metrics.h"

#include <QClipboard>
#include <QEvent>
#include <QFileDialog>
#include <QFileInfo>
#include <QGuiApplication>
#include <QHeaderView>
#include <QLabel>
#include <QSortFilterProxyModel>
#include <QTableView>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Viral {

namespace {

/// From this width on sums, and chart and table, stand side by side.
constexpr int wideFrom = 160 * gridStep;
/// Below this one the contract's price with other models gives way: the order is that of the bill.
constexpr int narrowBelow = 84 * gridStep;
constexpr int mostChunkRows = 12;

QLabel *newText(bool isSecondary = false)
{
    auto *label = new QLabel;
    label->setWordWrap(true);
    if (isSecondary)
        label->setForegroundRole(QPalette::PlaceholderText);
    return label;
}

void setText(QLabel &label, const QString &text)
{
    label.setText(text);
    label.setVisible(!text.isEmpty());
}

/// Wide enough for the longest text of each column, without asking the delegate for every cell.
void fitColumns(QTableView &table)
{
    const QAbstractItemModel *model = table.model();
    const QFontMetrics metrics(table.font());
    QFont headFont = table.horizontalHeader()->font();
    headFont.setBold(true);
    const QFontMetrics head(headFont);
    for (int column = 0; column < model->columnCount(); ++column) {
        QString longest;
        for (int row = 0; row < model->rowCount(); ++row) {
            const QString text = model->index(row, column).data().toString();
            if (text.size() > longest.size())
                longest = text;
        }
        const int around = 2 * normalGap + smallGap;
        // The arrow of the order stands beside the title.
        const int title = head.horizontalAdvance(model->headerData(column, Qt::Horizontal).toString()) +
                          (table.isSortingEnabled() ? 3 * gridStep : 0);
        table.setColumnWidth(column, std::max(title, metrics.horizontalAdvance(longest)) + around);
    }
}

/// As many rows as there are, up to \a most.
void fitRows(QTableView &table, int most)
{
    const int rows = std::clamp(table.model()->rowCount(), 1, most);
    const bool canScroll = table.horizontalScrollBarPolicy() != Qt::ScrollBarAlwaysOff &&
                           table.horizontalHeader()->length() > table.width();
    const int bar = canScroll ? table.style()->pixelMetric(QStyle::PM_ScrollBarExtent, nullptr, &table) : 0;
    table.setFixedHeight(rows * table.verticalHeader()->defaultSectionSize() +
                         table.horizontalHeader()->sizeHint().height() + bar);
}

} // namespace

CostPanel::CostPanel(ReviewDocument &document, QWidget *parent)
    : QWidget(parent)
    , m_document(document)
    , m_model(new ChunkCostModel(document, this))
    , m_sorted(new QSortFilterProxyModel(this))
    , m_models(new ModelCostModel(this))
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(normalGap, largeGap, normalGap, normalGap);
    layout->setSpacing(normalGap);
    buildTop(*layout);
    buildChunks();
    buildModels();
    layout->addSpacing(normalGap);
    layout->addWidget(m_moment = new MomentCost(document, this));
    layout->addSpacing(normalGap);
    layout->addLayout(m_perChunk);
    layout->addSpacing(normalGap);
    layout->addWidget(m_others);
    layout->addStretch(1);
    connectParts();
    showReport();
}

void CostPanel::buildTop(QBoxLayout &layout)
{
    m_headline = newText();
    m_headline->setFont(tabular(sized(font(), TextSize::Large, TextWeight::Strong)));
    const auto button = [](Icon picture, const QString &name) {
        auto *tool = new QToolButton;
        tool->setIcon(icon(picture));
        tool->setAutoRaise(true);
        tool->setToolTip(name);
        tool->setAccessibleName(name);
        return tool;
    };
    m_copy = button(Icon::Copy, tr("Copy the figures"));
    m_export = button(Icon::Export, tr("Export the figures as CSV…"));
    auto *line = new QHBoxLayout;
    line->setSpacing(smallGap);
    line->addWidget(m_headline, 1);
    line->addWidget(m_copy, 0, Qt::AlignTop);
    line->addWidget(m_export, 0, Qt::AlignTop);
    m_facts = newText(true);
    m_explanation = newText();
    m_contract = new FigureTable(tr("By the contract"));
    m_bill = new FigureTable(tr("Billed by OpenAI"));
    m_sums = new QBoxLayout(QBoxLayout::TopToBottom);
    m_sums->setSpacing(largeGap);
    m_sums->addWidget(m_contract, 1);
    m_sums->addWidget(m_bill, 1);
    m_difference = newText();
    m_cache = newText();
    m_repeats = newText(true);
    m_check = new FigureTable(tr("Quote against truth"));
    m_check->hide();
    layout.addLayout(line);
    layout.addWidget(m_facts);
    layout.addWidget(m_explanation);
    layout.addLayout(m_sums);
    for (QWidget *widget : std::initializer_list<QWidget *>{m_difference, m_cache, m_repeats, m_check})
        layout.addWidget(widget);
}

QTableView *CostPanel::newTable(const QString &name)
{
    auto *table = new QTableView;
    table->setAccessibleName(name);
    dressTable(*table);
    table->setSelectionMode(QAbstractItemView::SingleSelection);
    table->setFrameShape(QFrame::NoFrame);
    return table;
}

void CostPanel::buildChunks()
{
    m_sorted->setSourceModel(m_model);
    m_sorted->setSortRole(ChunkCostModel::SortRole);
    m_chunks = newTable(tr("Tokens per chunk"));
    m_chunks->setModel(m_sorted);
    m_chunks->setSortingEnabled(true);
    m_chunks->horizontalHeader()->setStretchLastSection(true);
    m_chunks->installEventFilter(this);
    m_chunks->sortByColumn(ChunkCostModel::ChunkColumn, Qt::AscendingOrder);
    m_picture = new QWidget;
    m_chart = new ChunkChart;
    auto *title = new QLabel(tr("Per chunk"));
    title->setFont(sized(font(), TextSize::Normal, TextWeight::Strong));
    auto *picture = new QVBoxLayout(m_picture);
    picture->setContentsMargins({});
    picture->setSpacing(smallGap);
    picture->addWidget(title);
    picture->addWidget(m_chart);
    picture->addWidget(new ChunkChartKey);
    picture->addStretch(1);
    m_perChunk = new QBoxLayout(QBoxLayout::TopToBottom);
    m_perChunk->setSpacing(largeGap);
    m_perChunk->addWidget(m_picture, 2);
    m_perChunk->addWidget(m_chunks, 3);
}

void CostPanel::buildModels()
{
    m_rates = newTable(tr("The same tokens with other models"));
    m_rates->setModel(m_models);
    m_rates->horizontalHeader()->setSectionResizeMode(ModelCostModel::ModelColumn, QHeaderView::Stretch);
    m_rates->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    auto *title = newText();
    title->setText(tr("The same tokens with other models"));
    title->setFont(sized(font(), TextSize::Normal, TextWeight::Strong));
    m_others = new QWidget;
    auto *layout = new QVBoxLayout(m_others);
    layout->setContentsMargins({});
    layout->setSpacing(smallGap);
    layout->addWidget(title);
    layout->addWidget(m_rates);
}

void CostPanel::connectParts()
{
    auto *shown = new WhenShown([this] { showReport(); }, *this, this);
    connect(m_model, &ChunkCostModel::reportChanged, shown, &WhenShown::ask);
    connect(m_copy, &QToolButton::clicked, this, &CostPanel::copy);
    connect(m_export, &QToolButton::clicked, this, &CostPanel::exportCsv);
    connect(m_chunks, &QTableView::clicked, this, &CostPanel::goTo);
    connect(m_chunks, &QTableView::activated, this, &CostPanel::goTo);
    connect(m_chunks->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
            [this](const QModelIndex &index) {
                m_chart->setCurrent(index.isValid() ? index.data(ChunkCostModel::ChunkIndexRole).toInt() : -1);
            });
    connect(m_chart, &ChunkChart::currentChanged, this, &CostPanel::selectChunk);
    connect(m_chart, &ChunkChart::chosen, this, [this] { goTo(m_chunks->currentIndex()); });
}

void CostPanel::setTimes(const TimecodeFormat &times)
{
    m_model->setTimes(times);
    m_moment->setTimes(times);
    m_chart->setTimes(times);
    fitColumns(*m_chunks);
}

void CostPanel::setPrices(const PriceTable &prices)
{
    m_model->setPrices(prices);
}

void CostPanel::setQuoteCheck(const std::optional<ForecastCheck> &check)
{
    m_check->setVisible(check.has_value());
    if (check)
        m_check->setLines(CostWords::checkLines(*check));
}

void CostPanel::showReport()
{
    const bool isOpen = m_document.isOpen();
    const CostReport &report = m_model->report();
    const ServiceResult &result = m_document.work().outcome.result;
    const ResultMetadata &metadata = result.metadata;
    setText(*m_headline, isOpen ? CostWords::headline(report, m_document.work().isLive) : QString());
    setText(*m_facts, isOpen ? tr("%1 · %2 chunks of %3, %4 overlap · %5 moments from %6")
                                   .arg(metadata.model)
                                   .arg(result.totalChunks)
                                   .arg(clockText(metadata.chunkDuration), clockText(metadata.overlap))
                                   .arg(metadata.momentsAfterDedup)
                                   .arg(metadata.momentsBeforeDedup)
                             : QString());
    setText(*m_explanation, isOpen ? CostWords::explanation(report) : QString());
    m_copy->setEnabled(isOpen);
    m_export->setEnabled(isOpen);
    showSums();
    showChunks();
    showModels();
}

void CostPanel::showSums()
{
    const CostReport &report = m_model->report();
    m_contract->setVisible(report.pricing.has_value());
    m_contract->setLines(report.pricing ? CostWords::contractLines(*report.pricing) : QList<FigureTable::Line>());
    m_bill->setVisible(report.bill.has_value());
    m_bill->setLines(report.bill ? CostWords::billLines(*report.bill, *report.price) : QList<FigureTable::Line>());
    setText(*m_difference, CostWords::difference(report));
    setText(*m_cache, CostWords::cache(report));
    setText(*m_repeats, CostWords::repeats(report));
}

void CostPanel::showChunks()
{
    const CostReport &report = m_model->report();
    const bool isPaid = report.totals.has_value();
    m_chart->setChunks(report.chunks);
    m_picture->setVisible(isPaid);
    for (const int column : {ChunkCostModel::InputColumn, ChunkCostModel::CachedColumn, ChunkCostModel::OutputColumn,
                             ChunkCostModel::ReasoningColumn, ChunkCostModel::ResponseTimeColumn})
        m_chunks->setColumnHidden(column, !isPaid);
    m_chunks->setColumnHidden(ChunkCostModel::PriceColumn, !report.price || !isPaid);
    m_chunks->setVisible(!report.chunks.isEmpty());
    fitColumns(*m_chunks);
    fitRows(*m_chunks, mostChunkRows);
}

void CostPanel::showModels()
{
    const CostReport &report = m_model->report();
    m_others->setVisible(!report.models.isEmpty());
    m_models->setCosts(report.models, report.price ? report.price->model : QString());
    fitColumns(*m_rates);
    fitRows(*m_rates, m_models->rowCount());
}

void CostPanel::goTo(const QModelIndex &index)
{
    if (const QVariant start = index.data(ChunkCostModel::StartRole); start.isValid())
        Q_EMIT placeRequested(Milliseconds{start.toLongLong()});
}

void CostPanel::selectChunk(int chunkIndex)
{
    for (int row = 0; row < m_sorted->rowCount(); ++row) {
        const QModelIndex index = m_sorted->index(row, ChunkCostModel::ChunkColumn);
        if (index.data(ChunkCostModel::ChunkIndexRole).toInt() == chunkIndex) {
            m_chunks->setCurrentIndex(index);
            return;
        }
    }
}

void CostPanel::copy()
{
    QGuiApplication::clipboard()->setText(costAsText(m_model->report()));
    Q_EMIT message(tr("The figures of this run are on the clipboard."));
}

void CostPanel::exportCsv()
{
    const QFileInfo source(m_document.work().path);
    const QString name = safeFileName(m_document.work().title(), u"cost"_s) + u".cost.csv"_s;
    const QString path = QFileDialog::getSaveFileName(window(), tr("Export the figures as CSV"),
                                                      source.dir().filePath(name), tr("Table (*.csv)"));
    if (!path.isEmpty())
        exportTo(path);
}

void CostPanel::exportTo(const QString &path)
{
    if (const Result<void> written = writeFile(path, costAsCsv(m_model->report())); !written)
        Q_EMIT failed(written.error());
    else
        Q_EMIT message(tr("Saved to %1").arg(path));
}

void CostPanel::arrange()
{
    // Large text needs more room for the same.
    const double scale = std::max(1.0, fontMetrics().height() / 20.0);
    const auto direction = width() >= wideFrom * scale ? QBoxLayout::LeftToRight : QBoxLayout::TopToBottom;
    m_sums->setDirection(direction);
    m_perChunk->setDirection(direction);
    m_rates->setColumnHidden(ModelCostModel::ContractColumn, width() < narrowBelow * scale);
}

bool CostPanel::eventFilter(QObject *watched, QEvent *event)
{
    // Only a table that is wider than its place needs room for a bar.
    if (watched == m_chunks && event->type() == QEvent::Resize)
        fitRows(*m_chunks, mostChunkRows);
    return QWidget::eventFilter(watched, event);
}

void CostPanel::resizeEvent(QResizeEvent *event)
{
    arrange();
    QWidget::resizeEvent(event);
}

void CostPanel::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::FontChange && m_rates) {
        fitColumns(*m_chunks);
        fitColumns(*m_rates);
    }
}

} // namespace Viral
