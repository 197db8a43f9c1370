// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/evidenceview.h"

#include "ui/panels/evidenceaccess.h"
#include "ui/style/metrics.h"
#include "ui/style/palette.h"
#include "ui/style/textline.h"
#include "ui/style/timedisplay.h"

#include <QAccessible>
#include <QHelpEvent>
#include <QPainter>
#include <QToolTip>

#include <cmath>

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
    : QWidget(parent)
{
    installEvidenceAccess();
    setFont(sized(font(), TextSize::Small));
    setMouseTracking(true);
    QSizePolicy policy(QSizePolicy::Preferred, QSizePolicy::Preferred);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
    buildLines();
}

void EvidenceView::setEvidence(const QList<Evidence> &evidence)
{
    if (evidence == m_evidence)
        return;
    m_evidence = evidence;
    m_focused = m_evidence.isEmpty() ? -1 : std::min(m_focused, int(m_evidence.size()) - 1);
    m_pressed = -1;
    // Where there is no word to go to, the keys need not stop.
    setFocusPolicy(m_evidence.isEmpty() ? Qt::NoFocus : Qt::StrongFocus);
    buildLines();
}

void EvidenceView::buildLines()
{
    const Colours &colours = coloursFor(palette());
    const auto coloured = [](int start, qsizetype length, const QColor &colour) {
        QTextLayout::FormatRange range{.start = start, .length = int(length), .format = {}};
        range.format.setForeground(colour);
        return range;
    };
    m_lines.clear();
    m_heights.clear();
    m_width = -1;
    if (m_evidence.isEmpty()) {
        const QString nothing = tr("No words in the clip speak for this score.");
        addLine(nothing, {coloured(0, nothing.size(), colours.textSecondary)});
    }
    for (int number = 0; number < m_evidence.size(); ++number) {
        const Evidence &each = m_evidence.at(number);
        const QString text = quoteText(number);
        const int quote = int(cueName(each.cue).size()) + 1;
        QList<QTextLayout::FormatRange> formats{coloured(0, quote, colours.textSecondary),
                                                coloured(quote, text.size() - quote, colours.text)};
        // A whole line speaks for itself; among other words those that count are told by weight.
        if (each.length < each.quote.size()) {
            formats.append(coloured(quote + 1 + each.begin, each.length, colours.text));
            formats.last().format.setFontWeight(QFont::Bold);
        }
        addLine(text, formats);
    }
    updateGeometry();
    update();
}

void EvidenceView::addLine(const QString &text, const QList<QTextLayout::FormatRange> &formats)
{
    auto line = std::make_unique<QTextLayout>(text, font());
    QTextOption option;
    option.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    // In the direction of its own letters, where lines of the window begin.
    option.setTextDirection(directionOf(text));
    option.setAlignment(isRightToLeft() ? Qt::AlignRight : Qt::AlignLeft);
    line->setTextOption(option);
    line->setFormats(formats);
    line->setCacheEnabled(true);
    m_lines.push_back(std::move(line));
}

QString EvidenceView::quoteText(int number) const
{
    const Evidence &each = m_evidence.at(number);
    QString quote = each.quote;
    // A line break would be a line's end here, and is a space in the text.
    for (QChar &letter : quote)
        letter = letter.isSpace() ? QChar(u' ') : letter;
    return u"%1 “%2”"_s.arg(cueName(each.cue), quote);
}

QString EvidenceView::text() const
{
    QStringList texts;
    for (const auto &line : m_lines)
        texts.append(line->text());
    return texts.join(u'\n');
}

int EvidenceView::layOut(int width) const
{
    if (width == m_width)
        return m_heights.value(width);
    m_width = width;
    qreal top = 0;
    for (const auto &layout : m_lines) {
        layout->setPosition({0, top});
        qreal height = 0;
        layout->beginLayout();
        for (QTextLine line = layout->createLine(); line.isValid(); line = layout->createLine()) {
            line.setLeadingIncluded(true);
            line.setLineWidth(width);
            line.setPosition({0, height});
            height += line.height();
        }
        layout->endLayout();
        top += height;
    }
    return *m_heights.insert(width, int(std::ceil(top)));
}

int EvidenceView::heightForWidth(int width) const
{
    const QMargins around = contentsMargins();
    const int inside = width - around.left() - around.right();
    const auto known = m_heights.constFind(inside);
    return (known == m_heights.constEnd() ? layOut(inside) : *known) + around.top() + around.bottom();
}

QSize EvidenceView::sizeHint() const
{
    return minimumSizeHint().expandedTo({60 * gridStep, 0});
}

QSize EvidenceView::minimumSizeHint() const
{
    const QMargins around = contentsMargins();
    return {around.left() + around.right(), fontMetrics().height() + around.top() + around.bottom()};
}

QRect EvidenceView::quoteRect(int number) const
{
    layOut(contentsRect().width());
    const QTextLayout &layout = *m_lines.at(std::size_t(number));
    QRectF around;
    for (int i = 0; i < layout.lineCount(); ++i)
        around |= layout.lineAt(i).naturalTextRect();
    return around.translated(layout.position()).translated(contentsRect().topLeft()).toAlignedRect();
}

int EvidenceView::quoteAt(const QPoint &place) const
{
    layOut(contentsRect().width());
    for (int number = 0; number < m_evidence.size(); ++number) {
        const QTextLayout &layout = *m_lines[std::size_t(number)];
        const QPointF inside = place - contentsRect().topLeft() - layout.position();
        for (int i = 0; i < layout.lineCount(); ++i) {
            if (layout.lineAt(i).naturalTextRect().contains(inside))
                return number;
        }
    }
    return -1;
}

void EvidenceView::choose(int number)
{
    if (number >= 0 && number < m_evidence.size())
        Q_EMIT wordsChosen(m_evidence.at(number).span);
}

void EvidenceView::focusQuote(int number)
{
    m_focused = number;
    update();
    if (number >= 0)
        tellQuoteFocus(*this, number);
}

void EvidenceView::focusInEvent(QFocusEvent *event)
{
    QWidget::focusInEvent(event);
    if (event->reason() == Qt::BacktabFocusReason)
        focusQuote(int(m_evidence.size()) - 1);
    else if (event->reason() == Qt::MouseFocusReason)
        focusQuote(-1);
    else if (event->reason() != Qt::ActiveWindowFocusReason && event->reason() != Qt::PopupFocusReason)
        focusQuote(0);
}

bool EvidenceView::focusNextPrevChild(bool next)
{
    const int number = m_focused + (next ? 1 : -1);
    if (number < 0 || number >= m_evidence.size())
        return QWidget::focusNextPrevChild(next);
    focusQuote(number);
    return true;
}

void EvidenceView::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)
        choose(m_focused);
    else
        QWidget::keyPressEvent(event);
}

void EvidenceView::mouseMoveEvent(QMouseEvent *event)
{
    setCursor(quoteAt(event->position().toPoint()) >= 0 ? Qt::PointingHandCursor : Qt::ArrowCursor);
}

void EvidenceView::mousePressEvent(QMouseEvent *event)
{
    m_pressed = event->button() == Qt::LeftButton ? quoteAt(event->position().toPoint()) : -1;
    if (m_pressed < 0)
        QWidget::mousePressEvent(event);
    else
        focusQuote(m_pressed);
}

void EvidenceView::mouseReleaseEvent(QMouseEvent *event)
{
    const int pressed = std::exchange(m_pressed, -1);
    if (event->button() == Qt::LeftButton && pressed >= 0 && quoteAt(event->position().toPoint()) == pressed)
        choose(pressed);
}

bool EvidenceView::event(QEvent *event)
{
    if (event->type() == QEvent::ShortcutOverride && focusedQuote() >= 0) {
        // Enter means the quote that has the keys, not what the window does with it.
        const int key = static_cast<QKeyEvent *>(event)->key();
        event->setAccepted(key == Qt::Key_Return || key == Qt::Key_Enter);
        return event->isAccepted();
    }
    if (event->type() != QEvent::ToolTip)
        return QWidget::event(event);
    const auto *help = static_cast<QHelpEvent *>(event);
    const int number = quoteAt(help->pos());
    if (number < 0)
        QToolTip::hideText();
    else
        QToolTip::showText(help->globalPos(), shortTimeText(m_evidence.at(number).span.start, m_times), this);
    return true;
}

void EvidenceView::paintEvent(QPaintEvent *)
{
    layOut(contentsRect().width());
    QPainter painter(this);
    for (const auto &line : m_lines)
        line->draw(&painter, contentsRect().topLeft());
    if (focusedQuote() < 0)
        return;
    painter.setPen(coloursFor(palette()).accent);
    painter.drawRect(quoteRect(m_focused).adjusted(0, 0, -1, -1));
}

void EvidenceView::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    // The text carries the theme's colours, the font and the direction.
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::FontChange ||
        event->type() == QEvent::LayoutDirectionChange)
        buildLines();
}

} // namespace Viral
