// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/reasonpopup.h"

#include "core/review/reason.h"
#include "ui/models/stepwords.h"
#include "ui/style/metrics.h"

#include <QGuiApplication>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QScreen>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace Viral {

namespace {

constexpr int ownWordsRow = static_cast<int>(allReasons.size());
constexpr int longestReason = 200;

QString titleFor(Decision decision)
{
    switch (decision) {
    case Decision::Kept:
        return ReasonPopup::tr("Keep, because …");
    case Decision::Held:
        return ReasonPopup::tr("Hold, because …");
    case Decision::Rejected:
        return ReasonPopup::tr("Reject, because …");
    case Decision::Undecided:
        break;
    }
    return ReasonPopup::tr("Because …");
}

QString rowText(int row, const QString &words)
{
    return QString::number(row + 1) + u"   "_s + words;
}

/// \a wanted, moved so that \a size is on the screen that it lies on.
QPoint onScreen(const QPoint &wanted, const QSize &size)
{
    const QScreen *screen = QGuiApplication::screenAt(wanted);
    const QRect area = (screen ? screen : QGuiApplication::primaryScreen())->availableGeometry();
    return {std::max(area.left(), std::min(wanted.x(), area.right() - size.width())),
            std::max(area.top(), std::min(wanted.y(), area.bottom() - size.height()))};
}

} // namespace

ReasonPopup::ReasonPopup(QWidget *parent)
    : QFrame(parent, Qt::Popup)
    , m_title(new QLabel)
    , m_list(new QListWidget)
    , m_own(new QLineEdit)
{
    setFrameShape(QFrame::StyledPanel);
    setAccessibleName(tr("Reason"));
    m_title->setFont(sized(font(), TextSize::Normal, TextWeight::Strong));
    for (int row = 0; row < ownWordsRow; ++row)
        m_list->addItem(rowText(row, reasonText(reasonKey(allReasons.at(static_cast<std::size_t>(row))))));
    m_list->addItem(rowText(ownWordsRow, tr("in your own words …")));
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setAccessibleName(tr("Reason"));
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setUniformItemSizes(true);
    for (int row = 0; row < m_list->count(); ++row)
        m_list->item(row)->setSizeHint({0, rowHeight});
    m_list->setFixedHeight(m_list->count() * rowHeight + 2 * m_list->frameWidth());
    m_list->setMinimumWidth(m_list->sizeHintForColumn(0) + 2 * largeGap);
    m_list->installEventFilter(this);
    m_own->setPlaceholderText(tr("Reason in your own words"));
    m_own->setAccessibleName(tr("Reason in your own words"));
    m_own->setMaxLength(longestReason);
    m_own->installEventFilter(this);

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(normalGap, normalGap, normalGap, normalGap);
    layout->setSpacing(smallGap);
    layout->addWidget(m_title);
    layout->addWidget(m_list);
    layout->addWidget(m_own);
    connect(m_list, &QListWidget::itemClicked, this, [this](QListWidgetItem *item) { choose(m_list->row(item)); });
    connect(m_own, &QLineEdit::returnPressed, this, &ReasonPopup::chooseOwnWords);
}

void ReasonPopup::ask(Decision decision, const QString &reason, const QPoint &place)
{
    m_title->setText(titleFor(decision));
    const std::optional<Reason> usual = reasonFromKey(reason);
    m_own->setText(usual ? QString() : reason);
    m_own->setVisible(!usual && !reason.isEmpty());
    m_list->setCurrentRow(-1);
    adjustSize();
    move(onScreen(place, sizeHint()));
    show();
    m_list->setFocus(Qt::PopupFocusReason);
    // Chosen last, so that screen readers say it and not the list alone.
    m_list->setCurrentRow(usual ? static_cast<int>(*usual) : reason.isEmpty() ? 0 : ownWordsRow);
}

bool ReasonPopup::eventFilter(QObject *watched, QEvent *event)
{
    // The window's own keys (digits, letters) must not take what is typed here.
    if (event->type() == QEvent::ShortcutOverride) {
        event->accept();
        return true;
    }
    if (event->type() == QEvent::KeyPress && watched == m_list) {
        const auto *key = static_cast<QKeyEvent *>(event);
        return takeListKey(key->key(), key->text());
    }
    return QFrame::eventFilter(watched, event);
}

bool ReasonPopup::takeListKey(int key, const QString &text)
{
    if (key >= Qt::Key_1 && key <= Qt::Key_1 + ownWordsRow) {
        choose(key - Qt::Key_1);
        return true;
    }
    if (key == Qt::Key_Return || key == Qt::Key_Enter || key == Qt::Key_Space) {
        choose(m_list->currentRow());
        return true;
    }
    if (key == Qt::Key_Escape) {
        hide();
        return true;
    }
    if (text.size() == 1 && text.at(0).isLetter()) {
        choose(ownWordsRow);
        m_own->insert(text);
        return true;
    }
    return false;
}

void ReasonPopup::choose(int row)
{
    if (row < 0)
        return;
    if (row < ownWordsRow) {
        hide();
        Q_EMIT chosen(reasonKey(allReasons.at(static_cast<std::size_t>(row))));
        return;
    }
    m_list->setCurrentRow(ownWordsRow);
    m_own->show();
    adjustSize();
    m_own->setFocus(Qt::OtherFocusReason);
}

void ReasonPopup::chooseOwnWords()
{
    const QString words = m_own->text().simplified();
    if (words.isEmpty())
        return;
    hide();
    Q_EMIT chosen(words);
}

} // namespace Viral
