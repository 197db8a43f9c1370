// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/jobs/monthcostview.h"

#include "ui/style/dialogsize.h"
#include "ui/style/metrics.h"
#include "ui/style/palette.h"

#include <QDialogButtonBox>
#include <QHeaderView>
#include <QLabel>
#include <QLocale>
#include <QPainter>
#include <QTableView>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace Viral {

namespace {

constexpr int barWidth = 14 * gridStep;

} // namespace

void MonthCostChart::setMonths(const QList<MonthCost> &months)
{
    m_months = months;
    QStringList told;
    for (const MonthCost &month : months.first(std::min<qsizetype>(months.size(), 12)))
        told.append(QLocale().toString(month.month, u"MMMM yyyy"_s) + u' ' + month.price.forPeople());
    setAccessibleName(tr("Cost by month"));
    setAccessibleDescription(told.join(u", "_s));
    update();
}

QSize MonthCostChart::sizeHint() const
{
    return {12 * barWidth, 40 * gridStep};
}

void MonthCostChart::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const Colours &colours = coloursFor(palette());
    const QFont small = tabular(sized(font(), TextSize::Small));
    painter.setFont(small);
    const int textHeight = QFontMetrics(small).height();
    const int ground = height() - textHeight - smallGap;
    painter.setPen(colours.line);
    painter.drawLine(0, ground, width(), ground);
    std::int64_t most = 1;
    const qsizetype shown = std::min<qsizetype>(m_months.size(), width() / barWidth);
    for (qsizetype i = 0; i < shown; ++i)
        most = std::max(most, m_months.at(i).price.value);
    const double tallest = ground - textHeight - smallGap;
    for (qsizetype i = 0; i < shown; ++i) {
        const MonthCost &month = m_months.at(i);
        const int left = width() - static_cast<int>(i + 1) * barWidth;
        const int tall = static_cast<int>(tallest * static_cast<double>(month.price.value) / static_cast<double>(most));
        painter.fillRect(QRect(left + normalGap, ground - tall, barWidth - 2 * normalGap, tall),
                         i == 0 ? colours.accent : colours.line);
        painter.setPen(colours.text);
        if (month.runs > 0)
            painter.drawText(QRect(left, ground - tall - textHeight, barWidth, textHeight), Qt::AlignCenter,
                             month.price.forPeople());
        painter.setPen(colours.textSecondary);
        painter.drawText(QRect(left, ground + smallGap, barWidth, textHeight), Qt::AlignCenter,
                         QLocale().toString(month.month, month.month.month() == 1 ? u"yyyy"_s : u"MMM"_s));
    }
}

MonthCostDialog::MonthCostDialog(const RunDesk &desk, QWidget *parent)
    : QDialog(parent)
    , m_desk(desk)
    , m_headline(new QLabel)
    , m_chart(new MonthCostChart)
    , m_empty(new QLabel(tr("No run has cost anything yet. What runs come to is gathered here, month by month.")))
{
    setWindowTitle(tr("Cost by month"));
    giveSize(*this, {180 * gridStep, 140 * gridStep});
    m_headline->setFont(tabular(sized(font(), TextSize::Large, TextWeight::Strong)));
    m_empty->setAlignment(Qt::AlignCenter);
    m_empty->setWordWrap(true);
    m_empty->setForegroundRole(QPalette::PlaceholderText);
    auto *table = m_table = new QTableView;
    table->setModel(&m_model);
    table->setAccessibleName(windowTitle());
    table->setSelectionBehavior(QAbstractItemView::SelectRows);
    table->setShowGrid(false);
    table->setTabKeyNavigation(false);
    table->setFont(tabular(font()));
    table->verticalHeader()->hide();
    table->verticalHeader()->setDefaultSectionSize(rowHeight);
    table->horizontalHeader()->setHighlightSections(false);
    table->horizontalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
    table->horizontalHeader()->setSectionResizeMode(MonthCostModel::EngineColumn, QHeaderView::Stretch);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(largeGap, largeGap, largeGap, largeGap);
    layout->setSpacing(largeGap);
    layout->addWidget(m_headline);
    layout->addWidget(m_chart);
    layout->addWidget(table, 1);
    layout->addWidget(m_empty, 1);
    layout->addWidget(buttons);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(&desk, &RunDesk::runsChanged, this, &MonthCostDialog::showMonths);
    connect(&desk, &RunDesk::runFinished, this, &MonthCostDialog::showMonths);
    showMonths();
}

void MonthCostDialog::showMonths()
{
    const QList<MonthCost> months = monthlyCosts(m_desk.allRuns(), QTimeZone::systemTimeZone());
    m_model.setMonths(months);
    m_chart->setMonths(months);
    for (QWidget *widget : std::initializer_list<QWidget *>{m_chart, m_table})
        widget->setVisible(!months.isEmpty());
    m_empty->setVisible(months.isEmpty());
    const QString spent = m_desk.spentThisMonth().forPeople();
    const auto budget = m_desk.budgets().perMonth;
    m_headline->setText(budget ? tr("%1 of %2 spent this month").arg(spent, budget->forPeople())
                               : tr("%1 spent this month").arg(spent));
}

} // namespace Viral
