// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/pricespage.h"

#include "core/run/pricebook.h"
#include "ui/settings/pricetablemodel.h"
#include "ui/settings/settingwidgets.h"
#include "ui/settings/userprices.h"
#include "ui/style/icons.h"
#include "ui/style/metrics.h"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QTableView>

using namespace Qt::StringLiterals;

namespace Viral {

PricesPage::PricesPage(SettingsSource &settings, QString pricesPath, const QDate &today)
    : SettingsPage(settings)
    , m_path(std::move(pricesPath))
    , m_trouble(troubleLabel())
{
    addHeading(tr("Budget"));
    addSetting("budget/per_run"_L1);
    addSetting("budget/per_month"_L1);
    addHeading(tr("Prices"));
    addWide(
        smallLabel(tr("Dollars per million tokens. Yours come first and win over the built-in ones of the same name. "
                      "A name stands for its dated versions too.")));
    addTable(today);
    addWide(m_trouble);
}

void PricesPage::addTable(const QDate &today)
{
    const Result<QList<ModelPrice>> own = readUserPrices(m_path);
    m_model = new PriceTableModel(own.value_or(QList<ModelPrice>()), builtInPrices().models, today, this);
    m_table = new QTableView;
    m_table->setModel(m_model);
    m_table->setAccessibleName(tr("Prices of models"));
    m_table->setObjectName(u"prices"_s);
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setTabKeyNavigation(false);
    m_table->setShowGrid(false);
    m_table->verticalHeader()->hide();
    m_table->verticalHeader()->setDefaultSectionSize(rowHeight);
    m_table->horizontalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
    m_table->horizontalHeader()->setSectionResizeMode(PriceTableModel::Model, QHeaderView::Stretch);
    m_table->horizontalHeader()->setMinimumSectionSize(18 * gridStep);
    m_table->horizontalHeader()->setHighlightSections(false);
    m_table->setMinimumHeight(48 * gridStep);
    addWide(m_table, true);

    m_add = new QPushButton(icon(Icon::Plus), tr("Add a price"));
    m_add->setObjectName(u"prices.add"_s);
    m_remove = new QPushButton(icon(Icon::Close), tr("Remove"));
    m_remove->setObjectName(u"prices.remove"_s);
    m_remove->setEnabled(false);
    auto *buttons = new QWidget;
    auto *row = new QHBoxLayout(buttons);
    row->setContentsMargins({});
    for (QPushButton *button : {m_add, m_remove}) {
        button->setAutoDefault(false);
        row->addWidget(button);
    }
    row->addStretch();
    addWide(buttons);

    connect(m_add, &QPushButton::clicked, this, &PricesPage::add);
    connect(m_remove, &QPushButton::clicked, this, &PricesPage::remove);
    connect(m_model, &PriceTableModel::ownChanged, this, &PricesPage::save);
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
            [this](const QModelIndex &current) { m_remove->setEnabled(m_model->isOwn(current.row())); });
    if (own)
        return;
    // Nothing is written over a file that its author can still mend.
    m_add->setEnabled(false);
    showTrouble(tr("Your own prices in %1 cannot be read and are not used: %2").arg(m_path, own.error().text()));
}

void PricesPage::add()
{
    const int row = m_model->addOwn(m_table->currentIndex().row());
    const QModelIndex name = m_model->index(row, PriceTableModel::Model);
    m_table->setCurrentIndex(name);
    m_table->scrollTo(name);
    m_table->edit(name);
}

void PricesPage::remove()
{
    m_model->removeOwn(m_table->currentIndex().row());
    m_remove->setEnabled(m_model->isOwn(m_table->currentIndex().row()));
}

void PricesPage::save()
{
    const Result<void> written = writeUserPrices(m_path, m_model->ownPrices());
    showTrouble(written ? QString() : tr("Your prices could not be written. %1").arg(written.error().text()));
    if (written)
        Q_EMIT pricesChanged();
}

void PricesPage::showTrouble(const QString &trouble)
{
    m_trouble->setText(trouble);
    m_trouble->setVisible(!trouble.isEmpty());
}

} // namespace Viral
