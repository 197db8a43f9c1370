// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/quoteview.h"

#include "ui/style/metrics.h"
#include "ui/style/palette.h"

#include <QEvent>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace Viral {

QuoteView::QuoteView(QWidget *parent)
    : QWidget(parent)
    , m_state(new QLabel)
    , m_difference(new QLabel)
    , m_take(new QPushButton(tr("Take the spoken words")))
{
    m_state->setFont(sized(font(), TextSize::Small));
    m_state->setWordWrap(true);
    m_difference->setFont(sized(font(), TextSize::Small));
    m_difference->setWordWrap(true);
    m_difference->setTextFormat(Qt::RichText);
    m_difference->setAccessibleName(tr("What is different from the spoken words"));
    m_take->setFont(sized(font(), TextSize::Small));
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->setSpacing(smallGap);
    layout->addWidget(m_state);
    layout->addWidget(m_difference);
    layout->addWidget(m_take, 0, Qt::AlignLeft);
    connect(m_take, &QPushButton::clicked, this, &QuoteView::spokenWanted);
}

void QuoteView::setCheck(const QuoteCheck &check, const QString &quote)
{
    m_check = check;
    m_take->setVisible(!check.said.isEmpty() && check.said != quote);
    showCheck();
}

void QuoteView::showCheck()
{
    switch (m_check.state) {
    case QuoteState::Verbatim:
        m_state->setText(tr("✓ Said word for word"));
        break;
    case QuoteState::Near:
        m_state->setText(tr("≈ Nearly what is said"));
        break;
    case QuoteState::Absent:
        m_state->setText(tr("✗ Not said in the clip; the sentence most like it:"));
        break;
    case QuoteState::Unknown:
        m_state->setText(m_check.said.isEmpty() ? tr("There are no words to hold it against.") : tr("No quote yet"));
        break;
    }
    const Colours &colours = coloursFor(palette());
    QStringList parts;
    for (const DiffPiece &piece : m_check.difference) {
        const QString text = piece.text.toHtmlEscaped();
        if (piece.kind == DiffKind::Same)
            parts.append(text);
        else if (piece.kind == DiffKind::Added)
            parts.append(u"<s style=\"color:%1\">%2</s>"_s.arg(colours.danger.name(), text));
        else
            parts.append(u"<u style=\"color:%1\">%2</u>"_s.arg(colours.good.name(), text));
    }
    const bool differs = m_check.state == QuoteState::Near;
    m_difference->setText(m_check.state == QuoteState::Absent ? u"“%1”"_s.arg(m_check.said.toHtmlEscaped())
                                                              : parts.join(u' '));
    m_difference->setVisible(differs || m_check.state == QuoteState::Absent);
}

void QuoteView::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        showCheck();
}

} // namespace Viral
