// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/document/reviewdocument.h"

#include <QWidget>

class QLabel;
class QPlainTextEdit;

namespace Viral {

/// Title, hook, category, quote and note of the current moment, editable; each pause in typing is one undo step.
class WordsPanel final : public QWidget
{
    Q_OBJECT

public:
    explicit WordsPanel(ReviewDocument &document, QWidget *parent = nullptr);

protected:
    void changeEvent(QEvent *event) override;

private:
    struct Field
    {
        TextField which = TextField::Title;
        QPlainTextEdit *edit = nullptr;
        QLabel *count = nullptr;
        int limit = 0;
    };
    void addField(const QString &name, TextField which, int lines, int limit);
    void store(const Field &field);
    static QString textIn(const Field &field);
    void showCurrent();
    void showCount(const Field &field);

    ReviewDocument &m_document;
    QList<Field> m_fields;
    bool m_isShowing = false;
};

} // namespace Viral
