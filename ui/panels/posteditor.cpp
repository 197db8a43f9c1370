// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/posteditor.h"

#include "core/analysis/shorten.h"
#include "core/analysis/socialcopy.h"
#include "core/analysis/weightedlength.h"
#include "core/base/text.h"
#include "ui/panels/growingedit.h"
#include "ui/panels/notice.h"
#include "ui/panels/textmarks.h"
#include "ui/style/icons.h"
#include "ui/style/metrics.h"
#include "ui/style/palette.h"

#include <QClipboard>
#include <QEvent>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QLabel>
#include <QToolButton>
#include <QVBoxLayout>

namespace Viral {

PostEditor::PostEditor(Platform platform, QWidget *parent)
    : QWidget(parent)
    , m_platform(platform)
    , m_count(new QLabel)
    , m_edit(new GrowingEdit(2, 12))
    , m_shorten(new QToolButton)
    , m_unsaid(new Notice)
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
    m_shorten->setText(tr("Cut"));
    m_shorten->setAutoRaise(true);
    m_shorten->setToolTip(tr("Cut off what is struck through"));
    m_shorten->setAccessibleName(tr("Cut the post for %1 to fit").arg(name));
    m_count->setWordWrap(true);
    m_count->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    m_edit->setAccessibleName(tr("Post for %1").arg(name));

    auto *head = new QHBoxLayout;
    head->setSpacing(normalGap);
    head->addWidget(label);
    head->addWidget(m_count, 1);
    head->addWidget(m_shorten);
    head->addWidget(copy);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->setSpacing(smallGap);
    layout->addLayout(head);
    layout->addWidget(m_edit);
    layout->addWidget(m_unsaid);

    connect(copy, &QToolButton::clicked, this, [this] { QGuiApplication::clipboard()->setText(text()); });
    connect(m_shorten, &QToolButton::clicked, this, [this] { m_edit->setPlainText(fitting()); });
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

void PostEditor::setFacts(const SaidFacts *facts)
{
    m_facts = facts;
    markText();
}

QString PostEditor::fitting() const
{
    const QString whole = text();
    if (fitsPlatform(whole, m_platform))
        return whole;
    const FitsRule fits = [this](QStringView start) { return fitsPlatform(start, m_platform); };
    return shortened(whole, platformLimit(m_platform), fits).value_or(QString());
}

void PostEditor::showCount()
{
    const int limit = platformLimit(m_platform);
    const QString whole = text();
    const qsizetype length = codePointCount(whole);
    QString counts = length > limit ? tr("%1 / %2, %3 too many").arg(length).arg(limit).arg(length - limit)
                                    : tr("%1 / %2").arg(length).arg(limit);
    // Two counts that agree are one.
    if (m_platform == Platform::Twitter && (weightedLength(whole) != length || longestWeightedPost != limit))
        counts += tr(" · %1 / %2 as X counts").arg(weightedLength(whole)).arg(longestWeightedPost);
    const bool isTooLong = !fitsPlatform(whole, m_platform);
    m_count->setText(counts);
    m_shorten->setVisible(isTooLong);
    m_edit->setAccessibleDescription(isTooLong ? tr("Longer than %1 takes").arg(platformName(m_platform)) : QString());
    QPalette shown = palette();
    if (isTooLong)
        shown.setColor(QPalette::PlaceholderText, coloursFor(palette()).danger);
    m_count->setPalette(shown);
    markText();
}

void PostEditor::markText()
{
    const QString whole = text();
    const qsizetype cut = fitsPlatform(whole, m_platform) ? -1 : fitting().size();
    const QList<UnsaidFact> unsaid = m_facts ? m_facts->unsaidIn(whole) : QList<UnsaidFact>();
    m_edit->setExtraSelections(textMarks(*m_edit, unsaid, cut, coloursFor(palette())));
    m_unsaid->setText(unsaidText(whole, unsaid));
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
