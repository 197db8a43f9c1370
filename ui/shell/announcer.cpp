// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/announcer.h"

#include "ui/document/reviewdocument.h"
#include "ui/models/momentlistmodel.h"
#include "ui/models/stepwords.h"
#include "ui/style/accessiblechildren.h"

#include <QAccessibleWidget>
#include <QApplication>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace Viral {

namespace {

/// Long enough for a reader to have begun with what has the keys now.
constexpr auto afterTheKey = 60ms;

/// More is in the list of messages.
constexpr int mostAtOnce = 3;

/// What is said stands here, as a notice that comes up; it takes no place in the window.
class SpokenNote final : public QWidget
{
    Q_OBJECT

public:
    explicit SpokenNote(QWidget *parent)
        : QWidget(parent)
    {
        setObjectName(u"announcer"_s);
        setAttribute(Qt::WA_TransparentForMouseEvents);
        setFixedSize(1, 1);
        lower();
    }
};

class AccessibleNote final : public QAccessibleWidget
{
public:
    explicit AccessibleNote(SpokenNote &note)
        : QAccessibleWidget(&note, QAccessible::Notification)
    {}
};

/// Edits that the control with the keys is making, and reads out as it does.
bool isMadeBy(const QWidget *focus, const Edit &edit)
{
    if (!focus)
        return false;
    const bool isText = std::holds_alternative<TextEdit>(edit) || std::holds_alternative<PostEdit>(edit);
    const bool isScore = std::holds_alternative<ScoreEdit>(edit);
    return (isText && focus->inputMethodQuery(Qt::ImEnabled).toBool()) ||
           (isScore && focus->property("usesArrowKeys").toBool());
}

} // namespace

Announcer::Announcer(QWidget &window, const ReviewDocument &document, std::function<bool(const MomentId &)> isListed)
    : QObject(&window)
    , m_window(window)
    , m_document(document)
    , m_isListed(std::move(isListed))
{
    installAccessibility<SpokenNote, AccessibleNote>();
    m_note = new SpokenNote(&window);
    m_soon.setSingleShot(true);
    m_soon.setInterval(afterTheKey);
    connect(&m_soon, &QTimer::timeout, this, &Announcer::speak);
    connect(&document, &ReviewDocument::changed, this, &Announcer::follow);
    connect(&document, &ReviewDocument::historyChanged, this, &Announcer::followHistory);
    forgetSteps();
}

Announcer::~Announcer() = default;

void Announcer::say(const QString &text)
{
    if (text.isEmpty())
        return;
    m_waiting.append(text);
    m_soon.start();
}

void Announcer::speak()
{
    const auto others = static_cast<int>(m_waiting.size()) - mostAtOnce;
    if (others > 0) {
        m_waiting.resize(mostAtOnce);
        m_waiting.append(tr("and %n more message(s)", nullptr, others));
    }
    const QString text = m_waiting.join(u'\n');
    m_waiting.clear();
    m_note->setAccessibleName(text);
    QAccessibleEvent event(m_note, QAccessible::ObjectShow);
    QAccessible::updateAccessibility(&event);
    Q_EMIT said(text);
}

void Announcer::follow(const DocumentChange &change)
{
    if (std::holds_alternative<WorkReplaced>(change))
        forgetSteps();
    if (!std::holds_alternative<CurrentMomentChanged>(change))
        return;
    const ReviewedMoment *moment = m_document.current();
    if (moment && m_window.isActiveWindow() && !m_isListed(moment->id))
        say(momentInWords(*moment));
}

void Announcer::forgetSteps()
{
    const ReviewHistory &history = m_document.history();
    m_position = history.position();
    m_lastStep = history.undoTarget();
}

void Announcer::followHistory()
{
    const ReviewHistory &history = m_document.history();
    const qsizetype before = m_position;
    const qint64 stepBefore = m_lastStep;
    forgetSteps();
    if (m_lastStep == stepBefore)
        return;
    if (m_position < before) {
        say(tr("Taken back: %1").arg(stepText(history.steps().at(m_position), history.review())));
        return;
    }
    const ReviewHistory::Step &step = history.steps().at(m_position - 1);
    if (!step.entry.edits.isEmpty() && !isMadeBy(QApplication::focusWidget(), step.entry.edits.constLast()))
        say(stepText(step, history.review()));
}

} // namespace Viral

#include "announcer.moc"
