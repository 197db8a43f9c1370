// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/noteeditor.h"

#include "ui/style/metrics.h"

#include <QGuiApplication>
#include <QKeyEvent>
#include <QLabel>
#include <QPlainTextEdit>
#include <QScreen>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace Viral {

NoteEditor::NoteEditor(QWidget *parent)
    : QFrame(parent, Qt::Popup)
    , m_title(new QLabel)
    , m_text(new QPlainTextEdit)
{
    setFrameShape(QFrame::StyledPanel);
    setAccessibleName(tr("Note"));
    m_title->setFont(sized(font(), TextSize::Normal, TextWeight::Strong));
    m_title->setTextFormat(Qt::PlainText);
    m_text->setAccessibleName(tr("Note"));
    m_text->setPlaceholderText(tr("A note for yourself or the next editor"));
    m_text->setTabChangesFocus(true);
    m_text->setFixedSize(100 * gridStep, 4 * fontMetrics().lineSpacing() + 2 * largeGap);
    m_text->installEventFilter(this);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(normalGap, normalGap, normalGap, normalGap);
    layout->setSpacing(smallGap);
    layout->addWidget(m_title);
    layout->addWidget(m_text);
}

void NoteEditor::edit(const QString &title, const QString &note, const QPoint &place)
{
    m_before = note;
    m_isDropped = false;
    m_title->setText(fontMetrics().elidedText(tr("Note on “%1”").arg(title), Qt::ElideRight, m_text->width()));
    m_text->setPlainText(note);
    m_text->moveCursor(QTextCursor::End);
    adjustSize();
    const QScreen *screen = QGuiApplication::screenAt(place);
    const QRect area = (screen ? screen : QGuiApplication::primaryScreen())->availableGeometry();
    move(std::max(area.left(), std::min(place.x(), area.right() - sizeHint().width())),
         std::max(area.top(), std::min(place.y(), area.bottom() - sizeHint().height())));
    show();
    m_text->setFocus(Qt::PopupFocusReason);
}

bool NoteEditor::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::ShortcutOverride) {
        event->accept();
        return true;
    }
    if (event->type() != QEvent::KeyPress)
        return QFrame::eventFilter(watched, event);
    const auto *key = static_cast<QKeyEvent *>(event);
    const bool isEnter = key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter;
    if (key->key() == Qt::Key_Escape)
        m_isDropped = true;
    else if (!isEnter || key->modifiers().testFlag(Qt::ShiftModifier))
        return QFrame::eventFilter(watched, event);
    hide();
    return true;
}

void NoteEditor::hideEvent(QHideEvent *event)
{
    QFrame::hideEvent(event);
    const QString note = m_text->toPlainText().trimmed();
    if (!m_isDropped && note != m_before)
        Q_EMIT written(note);
    m_before = note;
    Q_EMIT closed();
}

} // namespace Viral
