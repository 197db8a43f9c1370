// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/evidenceview.h"

#include "core/base/timetext.h"
#include "ui/style/metrics.h"
#include "ui/style/palette.h"

#include <QEvent>
#include <QPainter>

using namespace Qt::StringLiterals;

namespace Viral {

QString cueName(Cue cue)
{
    switch (cue) {
    case Cue::Advice:
        return EvidenceView::tr("advice");
    case Cue::QuotableLine:
        return EvidenceView::tr("quotable");
    case Cue::ListenerAddressed:
        return EvidenceView::tr("to the listener");
    case Cue::Feeling:
        return EvidenceView::tr("feeling");
    case Cue::Intensity:
        return EvidenceView::tr("strong word");
    case Cue::Exclamation:
        return EvidenceView::tr("exclamation");
    case Cue::FirstPerson:
        return EvidenceView::tr("first person");
    case Cue::Unexpected:
        return EvidenceView::tr("unexpected");
    case Cue::Number:
        return EvidenceView::tr("number");
    case Cue::Contrast:
        return EvidenceView::tr("contrast");
    case Cue::Laughter:
        return EvidenceView::tr("laughter");
    case Cue::QuickExchange:
        return EvidenceView::tr("quick exchange");
    case Cue::Question:
        return EvidenceView::tr("question");
    case Cue::Superlative:
        return EvidenceView::tr("superlative");
    case Cue::ShortOpening:
        return EvidenceView::tr("short opening");
    }
    return {};
}

EvidenceView::EvidenceView(QWidget *parent)
    : QLabel(parent)
{
    setWordWrap(true);
    setTextFormat(Qt::RichText);
    setFont(sized(font(), TextSize::Small));
    setTextInteractionFlags(Qt::LinksAccessibleByMouse | Qt::LinksAccessibleByKeyboard);
    connect(this, &QLabel::linkActivated, this, [this](const QString &link) {
        const int number = link.toInt();
        if (number >= 0 && number < m_evidence.size())
            Q_EMIT wordsChosen(m_evidence.at(number).span);
    });
}

void EvidenceView::setEvidence(const QList<Evidence> &evidence)
{
    m_evidence = evidence;
    showEvidence();
}

void EvidenceView::showEvidence()
{
    const Colours &colours = coloursFor(palette());
    // Where there is no word to go to, the keys need not stop.
    setFocusPolicy(m_evidence.isEmpty() ? Qt::NoFocus : Qt::StrongFocus);
    if (m_evidence.isEmpty()) {
        setText(u"<span style=\"color:%1\">%2</span>"_s.arg(
            colours.textInactive.name(), tr("No words in the clip speak for this score.").toHtmlEscaped()));
        return;
    }
    QStringList parts;
    for (qsizetype number = 0; number < m_evidence.size(); ++number) {
        const Evidence &each = m_evidence.at(number);
        // A whole line speaks for itself; among other words those that count are told by weight.
        const bool isWhole = each.length == each.quote.size();
        const QString marked = isWhole ? each.quote.toHtmlEscaped()
                                       : each.quote.left(each.begin).toHtmlEscaped() + u"<b>"_s +
                                             each.quote.mid(each.begin, each.length).toHtmlEscaped() + u"</b>"_s +
                                             each.quote.mid(each.begin + each.length).toHtmlEscaped();
        parts.append(u"<span style=\"color:%1\">%2</span> "_s.arg(colours.textSecondary.name(),
                                                                  cueName(each.cue).toHtmlEscaped()) +
                     u"<a href=\"%1\" title=\"%2\" style=\"color:%3;text-decoration:none\">“%4”</a>"_s.arg(
                         QString::number(number), clockText(each.span.start), colours.text.name(), marked));
    }
    setText(parts.join(u"<br>"_s));
}

void EvidenceView::paintEvent(QPaintEvent *event)
{
    QLabel::paintEvent(event);
    // A label marks a link that has the keys, but not itself before the first of them.
    if (hasFocus()) {
        QPainter painter(this);
        painter.setPen(coloursFor(palette()).accent);
        painter.drawRect(rect().adjusted(0, 0, -1, -1));
    }
}

void EvidenceView::changeEvent(QEvent *event)
{
    QLabel::changeEvent(event);
    // The text carries the theme's colours.
    if (event->type() == QEvent::PaletteChange)
        showEvidence();
}

} // namespace Viral
