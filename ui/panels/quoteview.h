// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analysis/quotecheck.h"

#include <QWidget>

class QLabel;
class QPushButton;

namespace Viral {

/// Below the quote: whether it is said so, what is different word by word, and a button that takes the spoken words.
class QuoteView final : public QWidget
{
    Q_OBJECT

public:
    explicit QuoteView(QWidget *parent = nullptr);

    void setCheck(const QuoteCheck &check, const QString &quote);
    const QuoteCheck &check() const { return m_check; }

Q_SIGNALS:
    void spokenWanted();

protected:
    void changeEvent(QEvent *event) override;

private:
    void showCheck();

    QuoteCheck m_check;
    QLabel *m_state = nullptr;
    QLabel *m_difference = nullptr;
    QPushButton *m_take = nullptr;
};

} // namespace Viral
