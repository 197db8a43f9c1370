// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/transcript/transcriptaccessible.h"

#include "core/base/timetext.h"
#include "ui/transcript/transcriptview.h"

#include <QAccessibleWidget>
#include <QPointer>

#include <map>

namespace Viral {

using namespace Qt::StringLiterals;

namespace {

/// One sentence: its name says who speaks and when, its value is the text.
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
    QAccessibleInterface *child(int) const override { return nullptr; }
    int childCount() const override { return 0; }
    int indexOfChild(const QAccessibleInterface *) const override { return -1; }

    QString text(QAccessible::Text type) const override
    {
        if (!isValid() || (type != QAccessible::Name && type != QAccessible::Value))
            return {};
        const Sentence &sentence = m_view->index().transcript().sentences[m_number];
        if (type == QAccessible::Value)
            return sentence.text;
        const QString speaker = m_view->speakerName(m_number);
        const QString start = clockText(sentence.span.start);
        return (speaker.isEmpty() ? start : speaker + u", "_s + start) + u": "_s + sentence.text;
    }
    void setText(QAccessible::Text, const QString &) override {}

    QRect rect() const override
    {
        const QRect box = isValid() ? m_view->sentenceRect(m_number) : QRect();
        return box.isEmpty() ? QRect() : QRect(m_view->viewport()->mapToGlobal(box.topLeft()), box.size());
    }

    QAccessible::Role role() const override { return QAccessible::ListItem; }

    QAccessible::State state() const override
    {
        QAccessible::State state;
        state.readOnly = true;
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
};

class AccessibleTranscript : public QAccessibleWidget
{
public:
    explicit AccessibleTranscript(TranscriptView &view)
        : QAccessibleWidget(&view, QAccessible::List)
        , m_view(view)
    {}
    ~AccessibleTranscript() override
    {
        for (const auto &[number, id] : m_children)
            QAccessible::deleteAccessibleInterface(id);
    }

    int childCount() const override { return int(m_view.index().transcript().sentences.size()); }

    QAccessibleInterface *child(int number) const override
    {
        if (number < 0 || number >= childCount())
            return nullptr;
        auto known = m_children.find(number);
        if (known == m_children.end()) {
            const QAccessible::Id id = QAccessible::registerAccessibleInterface(new AccessibleSentence(m_view, number));
            known = m_children.emplace(number, id).first;
        }
        return QAccessible::accessibleInterface(known->second);
    }

    int indexOfChild(const QAccessibleInterface *child) const override
    {
        for (const auto &[number, id] : m_children) {
            if (QAccessible::accessibleInterface(id) == child)
                return number;
        }
        return -1;
    }

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

private:
    TranscriptView &m_view;
    mutable std::map<int, QAccessible::Id> m_children;
};

QAccessibleInterface *makeInterface(const QString &, QObject *object)
{
    auto *view = qobject_cast<TranscriptView *>(object);
    return view ? new AccessibleTranscript(*view) : nullptr;
}

} // namespace

void installTranscriptAccessibility()
{
    [[maybe_unused]] static const bool isInstalled = [] {
        QAccessible::installFactory(makeInterface);
        return true;
    }();
}

void tellTranscriptReset(TranscriptView &view)
{
    if (!QAccessible::isActive())
        return;
    QAccessibleEvent event(&view, QAccessible::ObjectReorder);
    QAccessible::updateAccessibility(&event);
}

} // namespace Viral
