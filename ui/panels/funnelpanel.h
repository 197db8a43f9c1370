// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/funnelfilter.h"
#include "ui/models/funnelmodel.h"

#include <QWidget>

class QCheckBox;
class QLabel;
class QLineEdit;
class QPushButton;
class QScrollArea;
class QTableView;

namespace Viral {

class RuleBar;
class WhenShown;

/// "Why": every candidate of the run with what became of it: counts by rule, filters, the story of the selected one and
/// of the current moment, and a button that brings a dropped one back.
class FunnelPanel final : public QWidget
{
    Q_OBJECT

public:
    explicit FunnelPanel(ReviewDocument &document, QWidget *parent = nullptr);

    /// Selects candidate \a number and shows it, taking filters away that hide it.
    void select(int number);
    /// What happened to the current moment: its candidate and what it was weighed against.
    void showCurrentMoment();
    /// Brings the selected candidate back; checked like any other, it tells what had to change.
    void promote();
    /// How times are written; the plain clock until it is told.
    void setTimes(const TimecodeFormat &times);

Q_SIGNALS:
    /// The editor wants to see this place.
    void placeRequested(Viral::Milliseconds time);
    /// Something to tell the editor.
    void message(const QString &text);

protected:
    void changeEvent(QEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void buildTable();
    void buildFilters();
    void connectParts();
    void fitText();
    QString emptyText() const;
    void startAnew();
    void followMoment();
    void change(const std::function<void(FunnelCriteria &)> &how);
    void showCounts();
    void showRules();
    void showSelected();
    QStringList story(const FunnelEntry &entry) const;
    QStringList comeback(const FunnelEntry &entry) const;
    const FunnelEntry *selected() const;
    /// The moment of the review that the candidate became; empty when it is none.
    MomentId momentOf(const FunnelEntry &entry) const;

    ReviewDocument &m_document;
    FunnelModel *m_model = nullptr;
    FunnelFilter *m_filter = nullptr;
    QLabel *m_empty = nullptr;
    QLabel *m_counts = nullptr;
    RuleBar *m_bar = nullptr;
    QWidget *m_rules = nullptr;
    QStringList m_ruleWords;
    QLineEdit *m_search = nullptr;
    QCheckBox *m_droppedOnly = nullptr;
    QCheckBox *m_thisMoment = nullptr;
    QTableView *m_table = nullptr;
    QScrollArea *m_storyArea = nullptr;
    QLabel *m_story = nullptr;
    QPushButton *m_promote = nullptr;
    WhenShown *m_shownStory = nullptr;
    TimecodeFormat m_times;
};

} // namespace Viral
