// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/desk/quotewatch.h"
#include "ui/jobs/quotemodel.h"

#include <QDialog>
#include <QSortFilterProxyModel>

class QLabel;
class QPushButton;
class QTableView;

namespace Viral {

/// What a run would come to, model by model; choosing one makes it the model of the next run.
class QuoteDialog final : public QDialog
{
    Q_OBJECT

public:
    explicit QuoteDialog(const QuoteWatch &quotes, QWidget *parent = nullptr);

    /// The model that was chosen; empty before it was accepted.
    QString chosenModel() const { return m_chosen; }

    void accept() override;

private:
    void showQuote();

    const QuoteWatch &m_quotes;
    QuoteModel m_model;
    QSortFilterProxyModel m_sorted;
    QLabel *m_facts = nullptr;
    QTableView *m_table = nullptr;
    QLabel *m_empty = nullptr;
    QPushButton *m_use = nullptr;
    QString m_chosen;
};

} // namespace Viral
