// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/posteditor.h"

#include "core/base/text.h"
#include "ui/style/icons.h"
#include "ui/style/metrics.h"
#include "ui/style/palette.h"

#include <QClipboard>
#include <QEvent>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QLabel>
#include <QPlainTextEdit>
#include <QTextEdit>
#include <QToolButton>
#include <QVBoxLayout>

namespace Viral {

PostEditor::PostEditor(Platform platform, QWidget *parent)
    : QWidget(parent)
    , m_platform(platform)
    , m_count(new QLabel)
    , m_edit(new QPlainTextEdit)
{
    const QString name = platformName(platform);
    auto *label = new QLabel(name);
    label->setFont(sized(font(), TextSize::Small, TextWeight::Strong));
    label->setBuddy(m_edit);
    m_count->setFont(tabular(sized(font(), TextSize::Small)));
    m_count->setForegroundRole(QPalette::PlaceholderText);
    auto *copy = new QToolButton;
    copy->setIcon(icon(Icon::Copy));
    copy->setAutoRaise(true);
    copy->setToolTip(tr("Copy the post for %1").arg(name));
    copy->setAccessibleName(copy->toolTip());
    m_edit->setTabChangesFocus(true);
    // The review has its own undo, which reaches further.
    m_edit->setUndoRedoEnabled(false);
    m_edit->setAccessibleName(tr("Post for %1").arg(name));
    m_edit->setFixedHeight(fontMetrics().lineSpacing() * (platformLimit(platform) > 200 ? 4 : 2) + 2 * normalGap +
                           smallGap);

    auto *head = new QHBoxLayout;
    head->setSpacing(normalGap);
    head->addWidget(label);
    head->addStretch();
    head->addWidget(m_count);
    head->addWidget(copy);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->setSpacing(smallGap);
    layout->addLayout(head);
    layout->addWidget(m_edit);

    connect(copy, &QToolButton::clicked, this, [this] { QGuiApplication::clipboard()->setText(text()); });
    connect(m_edit, &QPlainTextEdit::textChanged, this, [this] {
        showCount();
        if (!m_isShowing)
            Q_EMIT edited(text());
    });
    showCount();
}

QString PostEditor::text() const
{
    return m_edit->toPlainText();
}

void PostEditor::setText(const QString &text)
{
    if (text == m_edit->toPlainText())
        return;
    m_isShowing = true;
    m_edit->setPlainText(text);
    m_isShowing = false;
}

void PostEditor::showCount()
{
    const int limit = platformLimit(m_platform);
    const qsizetype length = codePointCount(text());
    m_count->setText(length > limit ? tr("%1 / %2, %3 too many").arg(length).arg(limit).arg(length - limit)
                                    : tr("%1 / %2").arg(length).arg(limit));
    QPalette shown = palette();
    if (length > limit)
        shown.setColor(QPalette::PlaceholderText, coloursFor(palette()).danger);
    m_count->setPalette(shown);
    markOverflow();
}

void PostEditor::markOverflow()
{
    QList<QTextEdit::ExtraSelection> marks;
    const QString whole = text();
    const qsizetype fits = leftCodePoints(whole, platformLimit(m_platform)).size();
    if (fits < whole.size()) {
        QTextEdit::ExtraSelection mark;
        mark.cursor = m_edit->textCursor();
        mark.cursor.setPosition(static_cast<int>(fits));
        mark.cursor.movePosition(QTextCursor::End, QTextCursor::KeepAnchor);
        mark.format.setForeground(coloursFor(palette()).danger);
        mark.format.setFontStrikeOut(true);
        marks.append(mark);
    }
    m_edit->setExtraSelections(marks);
}

void PostEditor::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    // The mark of what is too long has the theme's colour.
    if (event->type() == QEvent::PaletteChange) {
        showCount();
    }
}

} // namespace Viral
