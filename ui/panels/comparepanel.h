// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/timecode.h"
#include "core/base/timespan.h"
#include "ui/document/reviewdocument.h"

#include <QWidget>

#include <memory>

class QCheckBox;
class QComboBox;
class QLabel;
class QPushButton;
class QSortFilterProxyModel;
class QTableView;

namespace Viral {

class CompareModel;
class WhenShown;

/// The review beside another result of the same transcript, row by row: what is only there can be taken over, or the
/// best of both at once. The second opinion of the offline engine is there without asking.
class ComparePanel final : public QWidget
{
    Q_OBJECT

public:
    explicit ComparePanel(ReviewDocument &document, QWidget *parent = nullptr);

    /// How times are written; the plain clock until it is told.
    void setTimes(const TimecodeFormat &times);

    /// Adds a result to compare with, named for people, and shows it.
    void addOther(const QString &name, std::shared_ptr<const AnalysisOutcome> other);
    /// Takes over what the selected row has there.
    void takeSelected();
    /// Takes over everything that is only there or has a better score there.
    void takeBest();

Q_SIGNALS:
    /// The editor wants to choose a file with another result.
    void fileRequested();
    /// The editor wants to hear this place.
    void placeRequested(Viral::Milliseconds time);
    void message(const QString &text);

protected:
    void hideEvent(QHideEvent *event) override;

private:
    void buildTop();
    void buildTable();
    void follow(const DocumentChange &change);
    void catchUp();
    void offerSecondOpinion();
    void showOther(int choice);
    void showSummary();
    void showSelected();
    void keepRow();
    void restoreRow();

    ReviewDocument &m_document;
    CompareModel *m_model = nullptr;
    WhenShown *m_whenShown = nullptr;
    /// Another work was opened while nobody looked.
    bool m_isWorkNew = true;
    QSortFilterProxyModel *m_shown = nullptr;
    QComboBox *m_choice = nullptr;
    QPushButton *m_open = nullptr;
    QLabel *m_summary = nullptr;
    QCheckBox *m_differencesOnly = nullptr;
    QTableView *m_table = nullptr;
    QPushButton *m_take = nullptr;
    QPushButton *m_takeBest = nullptr;
    QList<std::shared_ptr<const AnalysisOutcome>> m_others;
    QString m_keptRow;
};

} // namespace Viral
