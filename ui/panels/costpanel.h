// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/timecode.h"
#include "core/run/forecast.h"
#include "ui/document/reviewdocument.h"

#include <QWidget>

class QBoxLayout;
class QLabel;
class QModelIndex;
class QSortFilterProxyModel;
class QTableView;
class QToolButton;

namespace Viral {

class ChunkChart;
class ChunkCostModel;
class FigureTable;
class ModelCostModel;
class MomentCost;

/// What the run cost: the contract's figures and what OpenAI bills, the quote against the truth, the tokens of each
/// chunk as a chart and a table, and the same tokens with other models; says plainly when nothing was paid. Stands in a
/// scroll area; what is side by side where there is room is one below the other where there is none.
class CostPanel final : public QWidget
{
    Q_OBJECT

public:
    explicit CostPanel(ReviewDocument &document, QWidget *parent = nullptr);

    /// How times are written; the plain clock until it is told.
    void setTimes(const TimecodeFormat &times);

    /// The rates of all models.
    void setPrices(const PriceTable &prices);
    /// The quote against the truth for the run that is shown; nothing takes it away.
    void setQuoteCheck(const std::optional<ForecastCheck> &check);

    /// Puts the figures on the clipboard, parted by tabs.
    void copy();
    /// Asks for a file and writes the figures of the chunks into it.
    void exportCsv();
    /// The same without asking.
    void exportTo(const QString &path);

Q_SIGNALS:
    /// The editor wants to see this place.
    void placeRequested(Viral::Milliseconds time);
    /// Something to tell the editor.
    void message(const QString &text);
    void failed(const Viral::Error &error);

protected:
    void resizeEvent(QResizeEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void buildTop(QBoxLayout &layout);
    void buildChunks();
    void buildModels();
    QTableView *newTable(const QString &name);
    void connectParts();
    void showReport();
    void showSums();
    void showChunks();
    void showModels();
    void goTo(const QModelIndex &index);
    void selectChunk(int chunkIndex);
    void arrange();

    ReviewDocument &m_document;
    ChunkCostModel *m_model = nullptr;
    QSortFilterProxyModel *m_sorted = nullptr;
    ModelCostModel *m_models = nullptr;
    QLabel *m_headline = nullptr;
    QToolButton *m_copy = nullptr;
    QToolButton *m_export = nullptr;
    QLabel *m_facts = nullptr;
    QLabel *m_explanation = nullptr;
    QBoxLayout *m_sums = nullptr;
    FigureTable *m_contract = nullptr;
    FigureTable *m_bill = nullptr;
    QLabel *m_difference = nullptr;
    QLabel *m_cache = nullptr;
    QLabel *m_repeats = nullptr;
    FigureTable *m_check = nullptr;
    MomentCost *m_moment = nullptr;
    QBoxLayout *m_perChunk = nullptr;
    QWidget *m_picture = nullptr;
    ChunkChart *m_chart = nullptr;
    QTableView *m_chunks = nullptr;
    QWidget *m_others = nullptr;
    QTableView *m_rates = nullptr;
};

} // namespace Viral
