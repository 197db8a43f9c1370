// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/timecode.h"
#include "ui/document/reviewdocument.h"

#include <QWidget>

class QLabel;

namespace Viral {

class ClipCheck;
class ClipReading;
class GrowingEdit;
class Notice;
class QuoteView;

/// The edges of the current moment and whether it stands alone; title, hook, category, quote and note, editable. Each
/// keystroke is kept before the next one; all of them in one field are one undo step. Names and numbers that nobody
/// says in the clip are marked.
class WordsPanel final : public QWidget
{
    Q_OBJECT

public:
    explicit WordsPanel(ReviewDocument &document, QWidget *parent = nullptr);

    /// How times are written; the plain clock until it is told.
    void setTimes(const TimecodeFormat &times);

    /// The quote becomes what is said in the clip.
    void takeSpokenQuote();
    /// Moves the edges so that the clip stands alone.
    void repairEdges();

Q_SIGNALS:
    void wordsChosen(const Viral::TimeSpan &span);
    void message(const QString &text);

protected:
    void changeEvent(QEvent *event) override;

private:
    struct Field
    {
        TextField which = TextField::Title;
        GrowingEdit *edit = nullptr;
        QLabel *count = nullptr;
        int limit = 0;
        /// Null for fields whose names and numbers are not looked at.
        Notice *unsaid = nullptr;
    };
    void addField(const QString &name, TextField which, int lines, int limit);
    void addQuote();
    void showQuote(const ReviewedMoment &moment);
    void showUnsaid(const Field &field);
    void store(const Field &field);
    static QString textIn(const Field &field);
    void showCurrent();
    void showCount(const Field &field);

    ReviewDocument &m_document;
    ClipReading *m_clips = nullptr;
    ClipCheck *m_check = nullptr;
    QuoteView *m_quote = nullptr;
    QLabel *m_empty = nullptr;
    /// Everything but m_empty.
    QWidget *m_body = nullptr;
    QList<Field> m_fields;
    bool m_isShowing = false;
};

} // namespace Viral
