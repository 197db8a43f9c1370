// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/document/reviewdocument.h"
#include "ui/models/momentfilter.h"

#include <QWidget>

class QComboBox;
class QLineEdit;
class QMenu;
class QToolButton;

namespace Viral {

/// What is shown of the moments and in which order: search, decision, a menu with everything else, and the filters in
/// force as chips that a click takes away.
class FilterBar final : public QWidget
{
    Q_OBJECT

public:
    explicit FilterBar(ReviewDocument &document, QWidget *parent = nullptr);

    const MomentCriteria &criteria() const { return m_criteria; }
    void clear();
    void focusSearch();
    void openMenu();
    /// Counts and names follow the document.
    void follow(const DocumentChange &change);

Q_SIGNALS:
    void criteriaChanged(const Viral::MomentCriteria &criteria);
    void orderChosen(Viral::MomentOrder order);
    /// A choice is made: the keys belong to the moments again.
    void finished();

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void change(const std::function<void(MomentCriteria &)> &how);
    void showDecisions();
    void showChips();
    void addChip(const QString &text, const std::function<void(MomentCriteria &)> &without);
    void fillMenu();
    void addScores(QMenu &menu);
    void addPlatforms(QMenu &menu);
    void addCategories(QMenu &menu);
    void addSpeakers(QMenu &menu);
    QString speakerName(const QString &id) const;

    ReviewDocument &m_document;
    MomentCriteria m_criteria;
    QLineEdit *m_search = nullptr;
    QComboBox *m_show = nullptr;
    QComboBox *m_order = nullptr;
    QToolButton *m_more = nullptr;
    QMenu *m_menu = nullptr;
    QWidget *m_chips = nullptr;
};

} // namespace Viral
