// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/transcript/transcriptaccessible.h"

#include "ui/style/accessiblechildren.h"
#include "ui/transcript/transcriptview.h"

#include <QAccessibleWidget>
#include <QPointer>

namespace Viral {

using namespace Qt::StringLiterals;

namespace {

/// One word: its name is what is spoken, so that a caret that comes to it is heard.
class AccessibleWord : public QAccessibleInterface
{
public:
    AccessibleWord(TranscriptView &view, int number)
        : m_view(&view)
        , m_number(number)
    {}

    bool isValid() const override { return m_view && m_number < m_view->index().transcript().words.size(); }
    QObject *object() const override { return nullptr; }
    QAccessibleInterface *childAt(int, int) const override { return nullptr; }
    QAccessibleInterface *parent() const override
    {
        QAccessibleInterface *list = m_view ? QAccessible::queryAccessibleInterface(m_view) : nullptr;
        return list && isValid() ? list->child(word().sentenceIndex) : nullptr;
    }
    QAccessibleInterface *child(int) const override { return nullptr; }
    int childCount() const override { return 0; }
    int indexOfChild(const QAccessibleInterface *) const override { return -1; }

    QString text(QAccessible::Text type) const override
    {
        if (!isValid() || type != QAccessible::Name)
            return {};
        return word().text;
    }
    void setText(QAccessible::Text, const QString &) override {}

    QRect rect() const override
    {
        const QRect box = isValid() ? m_view->wordRect(m_number) : QRect();
        return box.isEmpty() ? QRect() : QRect(m_view->viewport()->mapToGlobal(box.topLeft()), box.size());
    }

    // Readers say no kind after this one, which would be tiresome after every word.
    QAccessible::Role role() const override { return QAccessible::ListItem; }

    QAccessible::State state() const override
    {
        QAccessible::State state;
        state.focusable = true;
        state.selectable = true;
        state.invalid = !isValid();
        if (!isValid())
            return state;
        state.focused = m_view->hasFocus() && m_view->caretWord() == m_number;
        const std::optional<TimeSpan> range = m_view->range();
        state.selected = range && range->contains(word().span);
        return state;
    }

private:
    const Word &word() const { return m_view->index().transcript().words[m_number]; }

    QPointer<TranscriptView> m_view;
    int m_number;
};

/// One sentence: its name says who speaks and when, its value is the text; the words are its parts.
class AccessibleSentence : public QAccessibleInterface, public QAccessibleActionInterface
{
public:
    AccessibleSentence(TranscriptView &view, int number)
        : m_view(&view)
        , m_number(number)
    {}

    bool isValid() const override { return m_view && m_number < m_view->index().transcript().sentences.size(); }
    QObject *object() const override { return nullptr; }
    QAccessibleInterface *childAt(int, int) const override { return nullptr; }
    QAccessibleInterface *parent() const override
    {
        return m_view ? QAccessible::queryAccessibleInterface(m_view) : nullptr;
    }
    QAccessibleInterface *child(int number) const override
    {
        if (number < 0 || number >= childCount())
            return nullptr;
        const int word = m_view->index().wordsOfSentence(m_number).first + number;
        return m_words.of(word, [this, word] { return new AccessibleWord(*m_view, word); });
    }
    int childCount() const override
    {
        if (!isValid())
            return 0;
        const TranscriptIndex::Range words = m_view->index().wordsOfSentence(m_number);
        return words.end - words.first;
    }
    int indexOfChild(const QAccessibleInterface *child) const override
    {
        const std::optional<int> word = m_words.keyOf(child);
        return word ? *word - m_view->index().wordsOfSentence(m_number).first : -1;
    }

    QString text(QAccessible::Text type) const override
    {
        if (!isValid() || (type != QAccessible::Name && type != QAccessible::Value))
            return {};
        const Sentence &sentence = m_view->index().transcript().sentences[m_number];
        if (type == QAccessible::Value)
            return sentence.text;
        const QString speaker = m_view->speakerName(m_number);
        const QString start = m_view->timeText(sentence.span.start);
        return (speaker.isEmpty() ? start : speaker + u", "_s + start) + u": "_s + sentence.text;
    }
    void setText(QAccessible::Text, const QString &) override {}

    QRect rect() const override
    {
        const QRect box = isValid() ? m_view->sentenceRect(m_number) : QRect();
        return box.isEmpty() ? QRect() : QRect(m_view->viewport()->mapToGlobal(box.topLeft()), box.size());
    }

    QAccessible::Role role() const override { return QAccessible::Paragraph; }

    QAccessible::State state() const override
    {
        QAccessible::State state;
        state.invalid = !isValid();
        state.offscreen = isValid() && m_view->sentenceRect(m_number).isEmpty();
        return state;
    }

    void *interface_cast(QAccessible::InterfaceType type) override
    {
        return type == QAccessible::ActionInterface ? static_cast<QAccessibleActionInterface *>(this) : nullptr;
    }

    QStringList actionNames() const override { return {pressAction()}; }
    QStringList keyBindingsForAction(const QString &) const override { return {}; }
    /// Goes there, as a click does.
    void doAction(const QString &name) override
    {
        if (isValid() && name == pressAction())
            Q_EMIT m_view->seekRequested(m_view->index().sentenceStart(m_number));
    }

private:
    QPointer<TranscriptView> m_view;
    int m_number;
    mutable AccessibleChildren<int> m_words;
};

/// The word the caret is on, in the list \a list.
QAccessibleInterface *accessibleCaret(const QAccessibleInterface &list, const TranscriptView &view)
{
    const std::optional<int> word = view.caretWord();
    if (!word)
        return nullptr;
    const int number = view.index().transcript().words[*word].sentenceIndex;
    QAccessibleInterface *sentence = list.child(number);
    return sentence ? sentence->child(*word - view.index().wordsOfSentence(number).first) : nullptr;
}

class AccessibleTranscript : public QAccessibleWidget
{
public:
    explicit AccessibleTranscript(TranscriptView &view)
        : QAccessibleWidget(&view, accessibleHolder)
        , m_view(view)
    {}

    int childCount() const override { return int(m_view.index().transcript().sentences.size()); }

    QAccessibleInterface *child(int number) const override
    {
        if (number < 0 || number >= childCount())
            return nullptr;
        return m_children.of(number, [this, number] { return new AccessibleSentence(m_view, number); });
    }

    int indexOfChild(const QAccessibleInterface *child) const override { return m_children.keyOf(child).value_or(-1); }

    QAccessibleInterface *childAt(int x, int y) const override
    {
        const QPoint place = m_view.viewport()->mapFromGlobal(QPoint(x, y));
        const auto [first, end] = m_view.visibleSentences();
        for (int number = first; number < end; ++number) {
            if (m_view.sentenceRect(number).contains(place))
                return child(number);
        }
        return nullptr;
    }

    QAccessibleInterface *focusChild() const override { return accessibleCaret(*this, m_view); }

private:
    TranscriptView &m_view;
    mutable AccessibleChildren<int> m_children;
};

} // namespace

void installTranscriptAccessibility()
{
    installAccessibility<TranscriptView, AccessibleTranscript>();
}

void tellTranscriptCaret(TranscriptView &view)
{
    if (!QAccessible::isActive())
        return;
    QAccessibleInterface *list = QAccessible::queryAccessibleInterface(&view);
    QAccessibleInterface *word = list ? list->focusChild() : nullptr;
    if (!word)
        return;
    QAccessibleEvent event(word, QAccessible::Focus);
    QAccessible::updateAccessibility(&event);
}

void tellTranscriptReset(TranscriptView &view)
{
    if (!QAccessible::isActive())
        return;
    QAccessibleEvent event(&view, QAccessible::ObjectReorder);
    QAccessible::updateAccessibility(&event);
}

} // namespace Viral
