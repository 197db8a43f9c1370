// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/findbar.h"

#include "ui/style/icons.h"
#include "ui/style/metrics.h"
#include "ui/transcript/transcriptview.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QToolButton>

namespace Viral {

namespace {

QToolButton *iconButton(Icon name, const QString &text)
{
    auto *button = new QToolButton;
    button->setIcon(icon(name));
    button->setAutoRaise(true);
    button->setToolTip(text);
    button->setAccessibleName(text);
    return button;
}

} // namespace

FindBar::FindBar(TranscriptView &view, QWidget *parent)
    : QWidget(parent)
    , m_view(view)
    , m_text(new QLineEdit)
    , m_count(new QLabel)
{
    m_text->setPlaceholderText(tr("Find in the transcript"));
    m_text->setAccessibleName(tr("Find in the transcript"));
    m_text->addAction(icon(Icon::Search), QLineEdit::LeadingPosition);
    m_count->setForegroundRole(QPalette::PlaceholderText);
    m_count->setFont(tabular(font()));
    // The field keeps its width while the count goes up and down.
    m_count->setMinimumWidth(m_count->fontMetrics().horizontalAdvance(tr("%1 of %2").arg(100).arg(100)));
    auto *previous = iconButton(Icon::ChevronUp, tr("Previous place"));
    auto *next = iconButton(Icon::ChevronDown, tr("Next place"));
    auto *closing = iconButton(Icon::Close, tr("Close the search"));
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(normalGap, smallGap, normalGap, smallGap);
    layout->setSpacing(smallGap);
    layout->addWidget(m_text, 1);
    layout->addWidget(m_count);
    for (QToolButton *button : {previous, next, closing})
        layout->addWidget(button);
    hide();

    connect(m_text, &QLineEdit::textChanged, &view, &TranscriptView::find);
    connect(m_text, &QLineEdit::returnPressed, this, &FindBar::findNext);
    connect(previous, &QToolButton::clicked, &view, &TranscriptView::findPrevious);
    connect(next, &QToolButton::clicked, &view, &TranscriptView::findNext);
    connect(closing, &QToolButton::clicked, this, &FindBar::close);
    connect(&view, &TranscriptView::matchesChanged, this, &FindBar::showCount);
}

void FindBar::open()
{
    show();
    m_text->setFocus(Qt::ShortcutFocusReason);
    m_text->selectAll();
    m_view.find(m_text->text());
}

void FindBar::findNext()
{
    if (m_view.matchCount() == 0)
        m_view.find(m_text->text());
    else
        m_view.findNext();
}

void FindBar::close()
{
    hide();
    m_view.find({});
    m_view.setFocus(Qt::OtherFocusReason);
}

void FindBar::showCount(int current, int count)
{
    if (m_text->text().isEmpty())
        m_count->clear();
    else
        m_count->setText(count == 0 ? tr("Not found") : tr("%1 of %2").arg(current + 1).arg(count));
    if (isVisible())
        Q_EMIT counted(m_count->text());
}

void FindBar::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape)
        close();
    else
        QWidget::keyPressEvent(event);
}

} // namespace Viral
