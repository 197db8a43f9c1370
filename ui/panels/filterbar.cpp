// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/filterbar.h"

#include "ui/panels/flowlayout.h"
#include "ui/style/icons.h"
#include "ui/style/metrics.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QMenu>
#include <QMouseEvent>
#include <QToolButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace Viral {

namespace {

constexpr int mostInMenu = 40;
/// From this width on, in heights of the text, the button of the menu has a name beside its icon.
constexpr int emsForWords = 14;

struct Choice
{
    QString name;
    QSet<Decision> decisions;
};

QList<Choice> decisionChoices()
{
    return {{FilterBar::tr("All"), {}},
            {FilterBar::tr("Undecided"), {Decision::Undecided}},
            {FilterBar::tr("Kept"), {Decision::Kept}},
            {FilterBar::tr("Held"), {Decision::Held}},
            {FilterBar::tr("Rejected"), {Decision::Rejected}},
            {FilterBar::tr("Not rejected"), {Decision::Undecided, Decision::Kept, Decision::Held}}};
}

int countOf(const Review &review, const QSet<Decision> &decisions)
{
    if (decisions.isEmpty())
        return static_cast<int>(review.moments().size());
    int count = 0;
    for (const Decision decision : decisions)
        count += review.count(decision);
    return count;
}

template <typename Value>
void toggle(QSet<Value> &set, const Value &value)
{
    if (!set.remove(value))
        set.insert(value);
}

} // namespace

FilterBar::FilterBar(ReviewDocument &document, QWidget *parent)
    : QWidget(parent)
    , m_document(document)
    , m_search(new QLineEdit)
    , m_show(new QComboBox)
    , m_order(new QComboBox)
    , m_more(new QToolButton)
    , m_menu(new QMenu(this))
    , m_chips(new QWidget)
{
    m_search->setPlaceholderText(tr("Search moments"));
    m_search->setClearButtonEnabled(true);
    m_search->addAction(icon(Icon::Search), QLineEdit::LeadingPosition);
    m_search->setAccessibleName(tr("Search moments"));
    m_show->setAccessibleName(tr("Show"));
    for (const Choice &choice : decisionChoices())
        m_show->addItem(choice.name);
    m_order->addItems({tr("By time"), tr("By score")});
    m_order->setAccessibleName(tr("Order"));
    for (QComboBox *box : {m_show, m_order}) {
        box->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
        box->setMinimumContentsLength(6);
        // Readers take what is chosen for the name.
        box->setAccessibleDescription(box->accessibleName());
        // Large text must not make the list wider than a small screen bears.
        box->setMinimumWidth(16 * gridStep);
    }
    m_more->setText(tr("Filter"));
    m_more->setIcon(icon(Icon::Funnel));
    m_more->setIconSize({smallIcon, smallIcon});
    m_more->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_more->setAccessibleName(tr("More filters"));
    m_more->setToolTip(tr("Show only moments of a score, platform, category or speaker"));
    m_chips->setLayout(new FlowLayout(smallGap));

    auto *row = new QHBoxLayout;
    row->setSpacing(normalGap);
    row->addWidget(m_show, 1);
    row->addWidget(m_order, 1);
    row->addWidget(m_more);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(normalGap, normalGap, normalGap, normalGap);
    layout->setSpacing(normalGap);
    layout->addWidget(m_search);
    layout->addLayout(row);
    layout->addWidget(m_chips);

    connect(m_search, &QLineEdit::textChanged, this,
            [this](const QString &text) { change([&text](MomentCriteria &criteria) { criteria.text = text; }); });
    connect(m_show, &QComboBox::currentIndexChanged, this, [this](int choice) {
        change([choice](MomentCriteria &criteria) { criteria.decisions = decisionChoices().value(choice).decisions; });
    });
    connect(m_order, &QComboBox::currentIndexChanged, this,
            [this](int choice) { Q_EMIT orderChosen(choice == 0 ? MomentOrder::ByTime : MomentOrder::ByScore); });
    connect(m_search, &QLineEdit::returnPressed, this, &FilterBar::finished);
    connect(m_show, &QComboBox::activated, this, &FilterBar::finished);
    connect(m_order, &QComboBox::activated, this, &FilterBar::finished);
    connect(m_more, &QToolButton::clicked, this, &FilterBar::openMenu);
    connect(m_menu, &QMenu::aboutToShow, this, &FilterBar::fillMenu);
    showDecisions();
    showChips();
}

void FilterBar::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    // With large text the words of the order need the room more.
    const bool isNarrow = width() < emsForWords * fontMetrics().height();
    m_more->setToolButtonStyle(isNarrow ? Qt::ToolButtonIconOnly : Qt::ToolButtonTextBesideIcon);
}

void FilterBar::change(const std::function<void(MomentCriteria &)> &how)
{
    MomentCriteria changed = m_criteria;
    how(changed);
    if (changed == m_criteria)
        return;
    m_criteria = changed;
    showChips();
    Q_EMIT criteriaChanged(m_criteria);
}

void FilterBar::clear()
{
    m_search->clear();
    m_show->setCurrentIndex(0);
    change([](MomentCriteria &criteria) { criteria = {}; });
}

void FilterBar::focusSearch()
{
    m_search->setFocus(Qt::ShortcutFocusReason);
    m_search->selectAll();
}

void FilterBar::openMenu()
{
    m_menu->popup(m_more->mapToGlobal(QPoint(0, m_more->height())));
}

void FilterBar::follow(const DocumentChange &change)
{
    if (std::holds_alternative<WorkReplaced>(change)) {
        // Names of another work's speakers and categories mean nothing here.
        this->change([](MomentCriteria &criteria) {
            criteria.categories.clear();
            criteria.speakers.clear();
        });
    }
    showDecisions();
}

void FilterBar::showDecisions()
{
    const QList<Choice> choices = decisionChoices();
    for (int i = 0; i < choices.size(); ++i) {
        const int count = countOf(m_document.review(), choices.at(i).decisions);
        if (const QString text = tr("%1 (%2)").arg(choices.at(i).name).arg(count); text != m_show->itemText(i))
            m_show->setItemText(i, text);
    }
}

void FilterBar::addChip(const QString &text, const std::function<void(MomentCriteria &)> &without)
{
    auto *chip = new QToolButton;
    chip->setObjectName(u"chip"_s);
    chip->setText(text);
    chip->setIcon(icon(Icon::Close));
    chip->setIconSize({smallIcon * 3 / 4, smallIcon * 3 / 4});
    chip->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    chip->setFont(sized(font(), TextSize::Small));
    chip->setToolTip(tr("Take the filter “%1” away").arg(text));
    chip->setAccessibleName(chip->toolTip());
    m_chips->layout()->addWidget(chip);
    // The chip goes with its filter, so it must not be in its own click any more.
    connect(
        chip, &QToolButton::clicked, this,
        [this, without] {
            change(without);
            Q_EMIT finished();
        },
        Qt::QueuedConnection);
}

void FilterBar::showChips()
{
    while (QLayoutItem *item = m_chips->layout()->takeAt(0)) {
        item->widget()->hide();
        item->widget()->deleteLater();
        delete item;
    }
    if (m_criteria.leastScore > 0)
        addChip(tr("Score ≥ %1").arg(m_criteria.leastScore), [](MomentCriteria &c) { c.leastScore = 0; });
    for (const Platform platform : allPlatforms) {
        if (m_criteria.platforms.contains(platform))
            addChip(platformName(platform), [platform](MomentCriteria &c) { c.platforms.remove(platform); });
    }
    QStringList categories = m_criteria.categories.values();
    categories.sort();
    for (const QString &category : std::as_const(categories))
        addChip(category, [category](MomentCriteria &c) { c.categories.remove(category); });
    QStringList speakers = m_criteria.speakers.values();
    speakers.sort();
    for (const QString &speaker : std::as_const(speakers))
        addChip(speakerName(speaker), [speaker](MomentCriteria &c) { c.speakers.remove(speaker); });
    if (m_criteria.starredOnly)
        addChip(tr("Starred"), [](MomentCriteria &c) { c.starredOnly = false; });
    if (m_criteria.warnedOnly)
        addChip(tr("With warnings"), [](MomentCriteria &c) { c.warnedOnly = false; });
    m_chips->setVisible(m_chips->layout()->count() > 0);
}

QString FilterBar::speakerName(const QString &id) const
{
    // Importers number the speakers S0, S1, …; the names behind the numbers stand in the work.
    const QStringList &names = m_document.work().speakers;
    bool isNumber = false;
    const int number = id.startsWith(u'S') ? QStringView(id).sliced(1).toInt(&isNumber) : -1;
    return isNumber && number >= 0 && number < names.size() && !names.at(number).isEmpty() ? names.at(number) : id;
}

void FilterBar::fillMenu()
{
    // clear() leaves the menus inside where they are.
    qDeleteAll(m_menu->findChildren<QMenu *>(QString(), Qt::FindDirectChildrenOnly));
    m_menu->clear();
    addScores(*m_menu->addMenu(tr("Score at least")));
    addPlatforms(*m_menu->addMenu(tr("Platform")));
    addCategories(*m_menu->addMenu(tr("Category")));
    addSpeakers(*m_menu->addMenu(tr("Speaker")));
    const auto addSwitch = [this](const QString &text, bool on, bool MomentCriteria::*which) {
        QAction *action = m_menu->addAction(text);
        action->setCheckable(true);
        action->setChecked(on);
        connect(action, &QAction::triggered, this,
                [this, which] { change([which](MomentCriteria &c) { c.*which = !(c.*which); }); });
    };
    addSwitch(tr("Only starred"), m_criteria.starredOnly, &MomentCriteria::starredOnly);
    addSwitch(tr("Only with warnings"), m_criteria.warnedOnly, &MomentCriteria::warnedOnly);
    m_menu->addSeparator();
    QAction *all = m_menu->addAction(tr("Clear all filters"), this, &FilterBar::clear);
    all->setEnabled(!m_criteria.isEmpty());
}

void FilterBar::addScores(QMenu &menu)
{
    for (const int score : {0, 5, 6, 7, 8, 9}) {
        QAction *action = menu.addAction(score == 0 ? tr("Any") : QString::number(score));
        action->setCheckable(true);
        action->setChecked(m_criteria.leastScore == score);
        connect(action, &QAction::triggered, this,
                [this, score] { change([score](MomentCriteria &c) { c.leastScore = score; }); });
    }
}

void FilterBar::addPlatforms(QMenu &menu)
{
    for (const Platform platform : allPlatforms) {
        QAction *action = menu.addAction(platformName(platform));
        action->setCheckable(true);
        action->setChecked(m_criteria.platforms.contains(platform));
        connect(action, &QAction::triggered, this,
                [this, platform] { change([platform](MomentCriteria &c) { toggle(c.platforms, platform); }); });
    }
}

void FilterBar::addCategories(QMenu &menu)
{
    QMap<QString, int> facets;
    for (const ReviewedMoment &moment : m_document.review().moments()) {
        for (const QString &facet : categoryFacets(moment.current.category))
            ++facets[facet];
    }
    for (auto it = facets.cbegin(); it != facets.cend() && menu.actions().size() < mostInMenu; ++it) {
        QAction *action = menu.addAction(tr("%1 (%2)").arg(QString(it.key()).replace(u'&', u"&&"_s)).arg(it.value()));
        action->setCheckable(true);
        action->setChecked(m_criteria.categories.contains(it.key()));
        connect(action, &QAction::triggered, this,
                [this, facet = it.key()] { change([&facet](MomentCriteria &c) { toggle(c.categories, facet); }); });
    }
    menu.setEnabled(!facets.isEmpty());
}

void FilterBar::addSpeakers(QMenu &menu)
{
    QStringList ids;
    for (const Sentence &sentence : m_document.work().index.transcript().sentences) {
        if (!sentence.speakerId.isEmpty() && !ids.contains(sentence.speakerId) && ids.size() < mostInMenu)
            ids.append(sentence.speakerId);
    }
    for (const QString &id : std::as_const(ids)) {
        QAction *action = menu.addAction(speakerName(id).replace(u'&', u"&&"_s));
        action->setCheckable(true);
        action->setChecked(m_criteria.speakers.contains(id));
        connect(action, &QAction::triggered, this,
                [this, id] { change([&id](MomentCriteria &c) { toggle(c.speakers, id); }); });
    }
    menu.setEnabled(!ids.isEmpty());
}

} // namespace Viral
