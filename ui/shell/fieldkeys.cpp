// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/fieldkeys.h"

#include <QApplication>
#include <QDockWidget>
#include <QDropEvent>
#include <QKeyEvent>
#include <QLineEdit>
#include <QMainWindow>
#include <QMimeData>
#include <QPlainTextEdit>
#include <QTableView>
#include <QUrl>

namespace Viral {

namespace {

/// The field itself or the part of it that events come to; null for other widgets.
QWidget *fieldOf(QObject *watched)
{
    auto *widget = qobject_cast<QWidget *>(watched);
    if (!widget || qobject_cast<QLineEdit *>(widget) || qobject_cast<QPlainTextEdit *>(widget))
        return widget;
    return qobject_cast<QPlainTextEdit *>(widget->parentWidget());
}

/// Fields elsewhere (find, time, notes), and in panels that say so, have an Escape of their own.
bool isInDock(const QWidget *widget)
{
    while (widget && !widget->isWindow()) {
        if (widget->property("keepsEscape").toBool())
            return false;
        if (qobject_cast<const QDockWidget *>(widget))
            return true;
        widget = widget->parentWidget();
    }
    return false;
}

bool holdsFiles(const QDropEvent &event)
{
    const QList<QUrl> urls = event.mimeData()->urls();
    return !urls.isEmpty() && urls.constFirst().isLocalFile();
}

} // namespace

FieldKeys::FieldKeys(QMainWindow &window)
    : QObject(&window)
    , m_window(window)
{
    qApp->installEventFilter(this);
}

bool FieldKeys::eventFilter(QObject *watched, QEvent *event)
{
    const QEvent::Type type = event->type();
    const bool isDrag = type == QEvent::DragEnter || type == QEvent::DragMove || type == QEvent::Drop;
    const bool isEscape = type == QEvent::KeyPress && static_cast<QKeyEvent *>(event)->key() == Qt::Key_Escape;
    if (!isDrag && !isEscape)
        return false;
    const QWidget *field = fieldOf(watched);
    if (isEscape && !field)
        field = qobject_cast<QTableView *>(watched);
    if (!field || field->window() != &m_window)
        return false;
    if (isDrag && holdsFiles(*static_cast<QDropEvent *>(event))) {
        // Left alone it goes on to the window behind the field.
        event->ignore();
        return true;
    }
    if (!isEscape || !isInDock(field))
        return false;
    Q_EMIT left();
    return true;
}

} // namespace Viral
