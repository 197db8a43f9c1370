// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/timecode.h"
#include "ui/document/reviewdocument.h"

#include <QWidget>

class QLabel;
class QTableView;

namespace Viral {

class HistoryModel;

/// Every step of the review in words, with who took it and when; the row at which the review stands is marked, the ones
/// taken back stand behind it. Enter or a double click goes to a row's state: nothing is ever deleted.
class HistoryPanel final : public QWidget
{
    Q_OBJECT

public:
    explicit HistoryPanel(ReviewDocument &document, QWidget *parent = nullptr);

    /// How times are written; the plain clock until it is told.
    void setTimes(const TimecodeFormat &times);

protected:
    void changeEvent(QEvent *event) override;

private:
    void buildTable();
    void showPosition();
    void fitTimes();
    void goTo(const QModelIndex &index);

    ReviewDocument &m_document;
    HistoryModel *m_model = nullptr;
    QTableView *m_table = nullptr;
    QLabel *m_counts = nullptr;
    int m_shownPosition = -1;
};

} // namespace Viral
