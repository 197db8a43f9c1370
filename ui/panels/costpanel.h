// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/document/reviewdocument.h"

#include <QWidget>

class QLabel;
class QTableView;

namespace Viral {

/// What the run cost: the contract's figures and the tokens of each chunk; says plainly when nothing was paid.
class CostPanel final : public QWidget
{
    Q_OBJECT

public:
    explicit CostPanel(ReviewDocument &document, QWidget *parent = nullptr);

private:
    void showResult();
    void addRow(const QString &name, const QString &tokens, const QString &rate, const QString &cost, bool isTotal);

    ReviewDocument &m_document;
    QLabel *m_headline = nullptr;
    QLabel *m_facts = nullptr;
    QWidget *m_prices = nullptr;
    QTableView *m_chunks = nullptr;
};

} // namespace Viral
