// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/funnelpanel.h"

#include "core/analysis/refinement.h"
#include "core/base/timetext.h"
#include "ui/models/rulewords.h"
#include "ui/panels/clipcheck.h"
#include "ui/panels/flowlayout.h"
#include "ui/panels/rulebar.h"
#include "ui/panels/tablelook.h"
#include "ui/panels/whenshown.h"
#include "ui/style/icons.h"
#include "ui/style/metrics.h"
#include "ui/style/timedisplay.h"

#include <QCheckBox>
#include <QEvent>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QScrollArea>
#include <QStyledItemDelegate>
#include <QTableView>
#include <QToolButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace Viral {

namespace {

/// From this width on, in heights of the text, there is room for columns of numbers and of times.
constexpr int emsForColumns = 26;

/// Where a candidate ended, and below it the time that has no column of its own in a narrow page.
class StageDelegate final : public QStyledItemDelegate
{
public:
    explicit StageDelegate(QTableView &table)
        : QStyledItemDelegate(&table)
        , m_table(table)
    {}

protected:
    void initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const override
    {
        QStyledItemDelegate::initStyleOption(option, index);
        const QString time = index.siblingAtColumn(FunnelModel::TimeColumn).data().toString();
        if (m_table.isColumnHidden(FunnelModel::TimeColumn) && !time.isEmpty())
            option->text += QChar(QChar::LineSeparator) + time;
    }

private:
    const QTableView &m_table;
};

/// Where it lies and how long it is.
QString placeText(const TimeSpan &span, const TimecodeFormat &times)
{
    return spanText(span, times) + u" ("_s + secondsText(span.duration()) + u')';
}

QString adjustmentText(const Adjustment &adjustment, const TimecodeFormat &times)
{
    const QString moved = adjustment.from && adjustment.to ? u" ("_s + timecodeText(*adjustment.from, times) +
                                                                 u" → "_s + timecodeText(*adjustment.to, times) + u')'
                                                           : QString();
    return RuleWords::what(adjustment) + u": "_s + RuleWords::why(adjustment) + moved;
}

/// As an editor brings it back: checked against the whole transcript.
RefinedCandidate refinedAnywhere(const FunnelEntry &entry, const TranscriptIndex &index)
{
    const Chunk everything{.index = 0,
                           .span = index.transcript().span(),
                           .firstSentence = 0,
                           .endSentence = static_cast<int>(index.transcript().sentences.size())};
    return refine(entry.candidate, index, everything);
}

} // namespace

FunnelPanel::FunnelPanel(ReviewDocument &document, QWidget *parent)
    : QWidget(parent)
    , m_document(document)
    , m_model(new FunnelModel(document, this))
    , m_filter(new FunnelFilter(this))
    , m_empty(new QLabel)
    , m_counts(new QLabel)
    , m_bar(new RuleBar)
    , m_rules(new QWidget)
    , m_search(new QLineEdit)
    , m_droppedOnly(new QCheckBox(tr("Only what was dropped")))
    , m_thisMoment(new QCheckBox(tr("Only about this moment")))
    , m_table(new QTableView)
    , m_storyArea(new QScrollArea)
    , m_story(new QLabel)
    , m_promote(new QPushButton(tr("Bring back")))
{
    m_filter->setSourceModel(m_model);
    m_empty->setWordWrap(true);
    m_empty->setForegroundRole(QPalette::PlaceholderText);
    m_counts->setWordWrap(true);
    m_counts->setFont(sized(font(), TextSize::Normal, TextWeight::Strong));
    m_rules->setLayout(new FlowLayout(smallGap));
    m_story->setWordWrap(true);
    m_story->setTextFormat(Qt::PlainText);
    m_story->setAlignment(Qt::AlignLeft | Qt::AlignTop);
    m_story->setTextInteractionFlags(Qt::TextSelectableByMouse);
    buildTable();

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(normalGap, largeGap, normalGap, normalGap);
    layout->setSpacing(normalGap);
    layout->addWidget(m_empty);
    layout->addWidget(m_counts);
    layout->addWidget(m_bar);
    layout->addWidget(m_rules);
    buildFilters();
    layout->addWidget(m_table, 1);
    // A long story scrolls: it must not push the window's other panels away.
    m_storyArea->setAccessibleName(tr("What became of the candidate"));
    m_story->setContentsMargins(isRightToLeft() ? smallGap : 0, 0, isRightToLeft() ? 0 : smallGap, 0);
    m_storyArea->setWidget(m_story);
    m_storyArea->setWidgetResizable(true);
    m_storyArea->setFrameShape(QFrame::NoFrame);
    m_storyArea->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    layout->addWidget(m_storyArea);
    fitText();
    auto *row = new QHBoxLayout;
    row->addStretch();
    row->addWidget(m_promote);
    layout->addLayout(row);
    layout->addStretch();
    connectParts();
    showCounts();
}

void FunnelPanel::buildTable()
{
    m_table->setModel(m_filter);
    m_table->setAccessibleName(tr("Candidates"));
    // Titles are sentences: one line of a narrow page says too little of them.
    dressTable(*m_table, 2);
    m_table->setItemDelegateForColumn(FunnelModel::StageColumn, new StageDelegate(*m_table));
    m_table->installEventFilter(this);
    m_table->setSortingEnabled(true);
    m_table->sortByColumn(FunnelModel::NumberColumn, Qt::AscendingOrder);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    // Three rows and the header; the page scrolls where there is less room.
    m_table->setMinimumHeight(rowHeight + 3 * m_table->verticalHeader()->defaultSectionSize());
    // Reason and number of the selected one stand below in full; the chunk is told by the time.
    m_table->setColumnHidden(FunnelModel::ReasonColumn, true);
    m_table->setColumnHidden(FunnelModel::MeasuredColumn, true);
    m_table->setColumnHidden(FunnelModel::ChunkColumn, true);
    m_table->horizontalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
    m_table->horizontalHeader()->setSectionResizeMode(FunnelModel::TitleColumn, QHeaderView::Stretch);
    m_table->horizontalHeader()->setMinimumSectionSize(8 * gridStep);
}

void FunnelPanel::fitText()
{
    m_storyArea->setFixedHeight(4 * m_story->fontMetrics().lineSpacing());
}

void FunnelPanel::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::FontChange)
        fitText();
}

bool FunnelPanel::eventFilter(QObject *watched, QEvent *event)
{
    // In a narrow page the title needs the room.
    if (watched == m_table && event->type() == QEvent::Resize) {
        const bool isNarrow = m_table->width() < emsForColumns * m_table->fontMetrics().height();
        for (const int column : {FunnelModel::NumberColumn, FunnelModel::TimeColumn})
            m_table->setColumnHidden(column, isNarrow);
    }
    return QWidget::eventFilter(watched, event);
}

void FunnelPanel::setTimes(const TimecodeFormat &times)
{
    m_times = times;
    m_model->setTimes(times);
    m_shownStory->ask();
}

void FunnelPanel::buildFilters()
{
    m_search->setPlaceholderText(tr("Search candidates"));
    m_search->setAccessibleName(tr("Search candidates"));
    m_search->setClearButtonEnabled(true);
    m_search->addAction(icon(Icon::Search), QLineEdit::LeadingPosition);
    auto *switches = new QWidget;
    switches->setLayout(new FlowLayout(normalGap));
    switches->layout()->addWidget(m_droppedOnly);
    switches->layout()->addWidget(m_thisMoment);
    layout()->addWidget(m_search);
    layout()->addWidget(switches);
}

void FunnelPanel::connectParts()
{
    connect(m_search, &QLineEdit::textChanged, this,
            [this](const QString &text) { change([&text](FunnelCriteria &criteria) { criteria.text = text; }); });
    connect(m_droppedOnly, &QCheckBox::toggled, this,
            [this](bool on) { change([on](FunnelCriteria &criteria) { criteria.droppedOnly = on; }); });
    connect(m_thisMoment, &QCheckBox::toggled, this, [this](bool on) {
        const ReviewedMoment *moment = on ? m_document.current() : nullptr;
        change([moment](FunnelCriteria &criteria) {
            criteria.place = moment ? std::optional(moment->original.span) : std::nullopt;
        });
    });
    connect(m_bar, &RuleBar::partClicked, this, [this](int part) {
        if (auto *item = m_rules->layout()->itemAt(part))
            static_cast<QToolButton *>(item->widget())->click();
    });
    connect(m_table->selectionModel(), &QItemSelectionModel::currentChanged, this, &FunnelPanel::showSelected);
    connect(m_table, &QTableView::activated, this, &FunnelPanel::promote);
    connect(m_promote, &QPushButton::clicked, this, &FunnelPanel::promote);
    auto *counts = new WhenShown([this] { showCounts(); }, *this, this);
    auto *story = m_shownStory = new WhenShown([this] { showSelected(); }, *this, this);
    auto *place = new WhenShown([this] { followMoment(); }, *this, this);
    connect(m_model, &QAbstractItemModel::modelReset, counts, &WhenShown::ask);
    connect(&m_document, &ReviewDocument::changed, this, [this, counts, story, place](const DocumentChange &change) {
        if (std::holds_alternative<WorkReplaced>(change))
            startAnew();
        if (std::holds_alternative<OutcomeGrown>(change))
            counts->ask();
        if (std::holds_alternative<CurrentMomentChanged>(change))
            place->ask();
        story->ask();
    });
}

void FunnelPanel::startAnew()
{
    m_thisMoment->setChecked(false);
    change([](FunnelCriteria &criteria) { criteria.rule.clear(); });
}

void FunnelPanel::followMoment()
{
    if (m_thisMoment->isChecked())
        showCurrentMoment();
}

void FunnelPanel::change(const std::function<void(FunnelCriteria &)> &how)
{
    FunnelCriteria changed = m_filter->criteria();
    how(changed);
    m_filter->setCriteria(changed);
    for (int i = 0; i < m_ruleWords.size(); ++i)
        static_cast<QToolButton *>(m_rules->layout()->itemAt(i)->widget())
            ->setChecked(changed.rule == m_ruleWords.at(i));
}

const FunnelEntry *FunnelPanel::selected() const
{
    const QModelIndex index = m_table->currentIndex();
    if (!index.isValid())
        return nullptr;
    const int number = index.data(FunnelModel::NumberRole).toInt();
    for (const FunnelEntry &entry : m_document.work().outcome.funnel.entries) {
        if (entry.number == number)
            return &entry;
    }
    return nullptr;
}

void FunnelPanel::select(int number)
{
    const auto find = [&] {
        for (int row = 0; row < m_filter->rowCount(); ++row) {
            const QModelIndex index = m_filter->index(row, FunnelModel::TitleColumn);
            if (index.data(FunnelModel::NumberRole).toInt() == number)
                return index;
        }
        return QModelIndex();
    };
    QModelIndex index = find();
    if (!index.isValid() && m_filter->criteria() != FunnelCriteria{}) {
        m_search->clear();
        m_droppedOnly->setChecked(false);
        m_thisMoment->setChecked(false);
        change([](FunnelCriteria &criteria) { criteria = {}; });
        index = find();
    }
    if (!index.isValid())
        return;
    m_table->setCurrentIndex(index);
    m_table->scrollTo(index);
}

void FunnelPanel::showCurrentMoment()
{
    const ReviewedMoment *moment = m_document.current();
    if (!moment)
        return;
    m_thisMoment->setChecked(true);
    change([moment](FunnelCriteria &criteria) {
        criteria.place = moment->original.span;
        criteria.droppedOnly = false;
        criteria.rule.clear();
    });
    m_droppedOnly->setChecked(false);
    m_search->clear();
    if (const FunnelEntry *entry = candidateOf(*moment, m_document.work().outcome.funnel))
        select(entry->number);
    else
        Q_EMIT message(tr("No candidate of the run became this moment."));
}

void FunnelPanel::showCounts()
{
    const QList<FunnelEntry> &entries = m_document.work().outcome.funnel.entries;
    const auto kept = std::count_if(entries.cbegin(), entries.cend(), [](const FunnelEntry &e) { return e.isKept(); });
    m_counts->setText(
        entries.isEmpty()
            ? QString()
            : tr("%1 of %n candidates are in the result", nullptr, static_cast<int>(entries.size())).arg(kept));
    m_empty->setText(emptyText());
    m_empty->setVisible(entries.isEmpty());
    for (QWidget *part :
         {static_cast<QWidget *>(m_counts), static_cast<QWidget *>(m_bar), m_rules, static_cast<QWidget *>(m_search),
          m_droppedOnly->parentWidget(), static_cast<QWidget *>(m_table), static_cast<QWidget *>(m_storyArea),
          static_cast<QWidget *>(m_promote)})
        part->setVisible(!entries.isEmpty());
    showRules();
    showSelected();
}

QString FunnelPanel::emptyText() const
{
    if (!m_document.isOpen())
        return tr("Nothing is open.");
    return m_document.work().isLive
               ? tr("The run goes on. Its candidates appear here as they come.")
               : tr("This result came without its candidates. A run in this window keeps them all: "
                    "“Find moments” makes one.");
}

void FunnelPanel::showRules()
{
    QStringList words;
    QList<RuleBar::Part> parts;
    for (const FunnelEntry &entry : m_document.work().outcome.funnel.entries) {
        const QString word = ruleOf(entry);
        if (!words.contains(word)) {
            words.append(word);
            parts.append({entry.isKept() ? tr("In the result") : ruleName(entry), 0, entry.isKept()});
        }
        ++parts[words.indexOf(word)].count;
    }
    m_bar->setParts(parts);
    m_ruleWords = words;
    while (QLayoutItem *item = m_rules->layout()->takeAt(0)) {
        item->widget()->hide();
        item->widget()->deleteLater();
        delete item;
    }
    for (int i = 0; i < words.size(); ++i) {
        auto *button = new QToolButton;
        button->setObjectName(u"rule"_s);
        button->setText(tr("%1 %2").arg(parts.at(i).name).arg(parts.at(i).count));
        button->setFont(tabular(sized(font(), TextSize::Small)));
        button->setCheckable(true);
        button->setChecked(m_filter->criteria().rule == words.at(i));
        button->setToolTip(tr("Show only these"));
        m_rules->layout()->addWidget(button);
        connect(button, &QToolButton::clicked, this, [this, word = words.at(i)] {
            change([&word](FunnelCriteria &criteria) { criteria.rule = criteria.rule == word ? QString() : word; });
        });
    }
}

MomentId FunnelPanel::momentOf(const FunnelEntry &entry) const
{
    for (const ReviewedMoment &moment : m_document.review().moments()) {
        const bool isResult = entry.isKept() && moment.origin == MomentOrigin::Result;
        if ((isResult || moment.origin == MomentOrigin::Promoted) &&
            candidateOf(moment, m_document.work().outcome.funnel) == &entry)
            return moment.id;
    }
    return {};
}

QStringList FunnelPanel::story(const FunnelEntry &entry) const
{
    QStringList lines{entry.isKept() ? tr("In the result.") : RuleWords::reason(entry)};
    if (!entry.measured.isEmpty())
        lines.last() += u" ("_s + RuleWords::measured(entry) + u')';
    const QList<Moment> &moments = m_document.work().outcome.result.moments;
    if (entry.stage == FunnelStage::Duplicates && entry.momentIndex && *entry.momentIndex >= 0 &&
        *entry.momentIndex < moments.size())
        lines.append(tr("“%1” stays in its place.").arg(moments.at(*entry.momentIndex).title));
    if (entry.proposed)
        lines.append(tr("Proposed: %1").arg(placeText(*entry.proposed, m_times)));
    if (entry.refined && entry.refined != entry.proposed)
        lines.append(tr("Refined: %1").arg(placeText(*entry.refined, m_times)));
    for (const Adjustment &adjustment : entry.adjustments)
        lines.append(adjustmentText(adjustment, m_times));
    return lines;
}

QStringList FunnelPanel::comeback(const FunnelEntry &entry) const
{
    const RefinedCandidate refined = refinedAnywhere(entry, m_document.work().index);
    if (!refined.moment)
        return {tr("It cannot come back as it is: %1").arg(RuleWords::reason(refined.entry))};
    QStringList lines{tr("Brought back it is %1.").arg(placeText(refined.moment->span, m_times))};
    for (const Adjustment &adjustment : refined.entry.adjustments)
        lines.append(tr("Changed – %1").arg(adjustmentText(adjustment, m_times)));
    return lines;
}

void FunnelPanel::showSelected()
{
    const FunnelEntry *entry = selected();
    m_story->clear();
    m_promote->setEnabled(false);
    m_promote->setText(tr("Bring back"));
    if (!entry) {
        if (m_model->rowCount() > 0)
            m_story->setText(tr("Choose a candidate to read what became of it."));
        return;
    }
    const MomentId moment = momentOf(*entry);
    QStringList lines = story(*entry);
    if (!entry->isKept() && moment.isEmpty())
        lines += comeback(*entry);
    m_story->setText(lines.join(u'\n'));
    m_promote->setEnabled(!entry->isKept() || !moment.isEmpty());
    if (!moment.isEmpty())
        m_promote->setText(tr("Go to the moment"));
    if (const auto span = entry->refined ? entry->refined : entry->proposed;
        span && m_table->hasFocus() && sender() == m_table->selectionModel())
        Q_EMIT placeRequested(span->start);
}

void FunnelPanel::promote()
{
    const FunnelEntry *entry = selected();
    if (!entry) {
        Q_EMIT message(tr("Choose a dropped candidate under “Why” first."));
        return;
    }
    if (const MomentId moment = momentOf(*entry); !moment.isEmpty()) {
        m_document.setCurrentMoment(moment);
        return;
    }
    if (entry->isKept())
        return;
    const QStringList changes = comeback(*entry);
    const Result<MomentId> promoted = m_document.promote(entry->number);
    Q_EMIT message(
        promoted
            ? changes.join(u' ')
            : tr("This candidate cannot come back as it is: %1").arg(RuleWords::translated(promoted.error().message)));
}

} // namespace Viral
