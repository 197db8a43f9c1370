// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/wordspanel.h"

#include "core/analysis/settings.h"
#include "core/base/text.h"
#include "ui/panels/clipcheck.h"
#include "ui/panels/clipreading.h"
#include "ui/panels/emptywords.h"
#include "ui/panels/growingedit.h"
#include "ui/panels/notice.h"
#include "ui/panels/quoteview.h"
#include "ui/panels/textmarks.h"
#include "ui/panels/whenshown.h"
#include "ui/style/metrics.h"
#include "ui/style/palette.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace Viral {

namespace {

constexpr int mostLines = 12;

QString textOf(const ReviewedMoment &moment, TextField field)
{
    switch (field) {
    case TextField::Title:
        return moment.current.title;
    case TextField::Hook:
        return moment.current.hook;
    case TextField::Category:
        return moment.current.category;
    case TextField::EngagementValue:
        return moment.current.engagementValue;
    case TextField::Quote:
        return moment.current.quote.value_or(QString());
    case TextField::Note:
        return moment.note;
    }
    return {};
}

} // namespace

WordsPanel::WordsPanel(ReviewDocument &document, QWidget *parent)
    : QWidget(parent)
    , m_document(document)
    , m_clips(new ClipReading(document, this))
    , m_check(new ClipCheck(document, *m_clips, this))
    , m_quote(new QuoteView)
    , m_empty(new QLabel)
    , m_body(new QWidget)
{
    m_empty->setWordWrap(true);
    m_empty->setForegroundRole(QPalette::PlaceholderText);
    auto *page = new QVBoxLayout(this);
    page->setContentsMargins(normalGap, largeGap, normalGap, normalGap);
    page->addWidget(m_empty);
    page->addWidget(m_body);
    page->addStretch();
    auto *layout = new QVBoxLayout(m_body);
    layout->setContentsMargins({});
    layout->setSpacing(smallGap);
    layout->addWidget(m_check);
    layout->addSpacing(largeGap);
    connect(m_check, &ClipCheck::wordsChosen, this, &WordsPanel::wordsChosen);
    connect(m_check, &ClipCheck::message, this, &WordsPanel::message);
    addField(tr("Title"), TextField::Title, 1, titleLimit);
    addField(tr("Hook"), TextField::Hook, 1, hookLimit);
    addField(tr("Quote"), TextField::Quote, 2, 0);
    addQuote();
    addField(tr("Category"), TextField::Category, 1, 0);
    addField(tr("Why it is worth posting"), TextField::EngagementValue, 2, 0);
    addField(tr("Note"), TextField::Note, 2, 0);
    auto *shown = new WhenShown([this] { showCurrent(); }, *this, this);
    connect(&document, &ReviewDocument::changed, shown, &WhenShown::ask);
    showCurrent();
}

void WordsPanel::setTimes(const TimecodeFormat &times)
{
    m_check->setTimes(times);
}

void WordsPanel::addField(const QString &name, TextField which, int lines, int limit)
{
    auto *label = new QLabel(name);
    label->setFont(sized(font(), TextSize::Small, TextWeight::Strong));
    auto *count = new QLabel;
    count->setFont(tabular(sized(font(), TextSize::Small)));
    count->setForegroundRole(QPalette::PlaceholderText);
    auto *head = new QHBoxLayout;
    head->addWidget(label);
    head->addStretch();
    head->addWidget(count);

    auto *edit = new GrowingEdit(lines, mostLines);
    edit->setAccessibleName(name);
    label->setBuddy(edit);
    const bool isPublished = which == TextField::Title || which == TextField::Hook;
    const Field field{which, edit, count, limit, isPublished ? new Notice : nullptr};
    m_fields.append(field);
    auto *box = static_cast<QVBoxLayout *>(m_body->layout());
    box->addLayout(head);
    box->addWidget(edit);
    if (field.unsaid)
        box->addWidget(field.unsaid);
    box->addSpacing(normalGap);
    connect(edit, &QPlainTextEdit::textChanged, this, [this, field] {
        showCount(field);
        store(field);
    });
}

void WordsPanel::addQuote()
{
    auto *box = static_cast<QVBoxLayout *>(m_body->layout());
    // Above the space that follows the field.
    box->insertWidget(box->count() - 1, m_quote);
    connect(m_quote, &QuoteView::spokenWanted, this, &WordsPanel::takeSpokenQuote);
}

void WordsPanel::takeSpokenQuote()
{
    const ReviewedMoment *moment = m_document.current();
    if (!moment)
        return;
    // The command may come while nobody looks at the panel.
    showQuote(*moment);
    if (m_quote->check().said.isEmpty())
        Q_EMIT message(tr("Nothing is said in this clip that could be quoted."));
    else
        m_document.apply({TextEdit{moment->id, TextField::Quote, m_quote->check().said}});
}

void WordsPanel::repairEdges()
{
    m_check->repair();
}

void WordsPanel::showQuote(const ReviewedMoment &moment)
{
    const QString quote = moment.current.quote.value_or(QString());
    m_quote->setCheck(checkQuote(quote, moment.current.span, m_document.work().index), quote);
}

void WordsPanel::showUnsaid(const Field &field)
{
    const ReviewedMoment *moment = m_document.current();
    if (!field.unsaid)
        return;
    const QString text = field.edit->toPlainText();
    QList<UnsaidFact> unsaid;
    if (moment && m_clips->hasTranscript())
        unsaid = m_clips->facts(moment->current.span)
                     .unsaidIn(text, field.which == TextField::Title ? TextCasing::Title : TextCasing::Sentence);
    field.edit->setExtraSelections(textMarks(*field.edit, unsaid, -1, coloursFor(palette())));
    field.unsaid->setText(unsaidText(text, unsaid));
}

void WordsPanel::store(const Field &field)
{
    const ReviewedMoment *moment = m_document.current();
    if (m_isShowing || !moment)
        return;
    const QString gesture = u"text-%1-%2"_s.arg(moment->id.value).arg(static_cast<int>(field.which));
    m_document.apply({TextEdit{moment->id, field.which, textIn(field)}}, gesture);
}

QString WordsPanel::textIn(const Field &field)
{
    const bool isOneLine =
        field.which == TextField::Title || field.which == TextField::Hook || field.which == TextField::Category;
    QString text = field.edit->toPlainText();
    return isOneLine ? text.replace(u'\n', u' ') : text;
}

void WordsPanel::showCurrent()
{
    m_isShowing = true;
    const ReviewedMoment *moment = m_document.current();
    m_empty->setText(moment ? QString() : noMomentText(m_document, tr("Choose a moment to see its words.")));
    m_empty->setVisible(!moment);
    m_body->setVisible(moment);
    for (const Field &field : std::as_const(m_fields)) {
        const QString text = moment ? textOf(*moment, field.which) : QString();
        // The caret stays where it is while the editor types into this very field.
        if (field.edit->toPlainText() != text)
            field.edit->setPlainText(text);
        showCount(field);
        showUnsaid(field);
    }
    m_quote->setVisible(moment);
    if (moment)
        showQuote(*moment);
    m_isShowing = false;
}

void WordsPanel::showCount(const Field &field)
{
    if (field.limit == 0)
        return;
    const qsizetype length = codePointCount(field.edit->toPlainText());
    field.count->setText(tr("%1 / %2").arg(length).arg(field.limit));
    QPalette shown = palette();
    if (length > field.limit)
        shown.setColor(QPalette::PlaceholderText, coloursFor(palette()).danger);
    field.count->setPalette(shown);
}

void WordsPanel::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    // The mark of what is too long has the theme's colour.
    if (event->type() == QEvent::PaletteChange) {
        for (const Field &field : std::as_const(m_fields)) {
            showCount(field);
            showUnsaid(field);
        }
    }
}

} // namespace Viral
