// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/timeline/textcache.h"

#include <QFontMetricsF>
#include <QPainter>

namespace Viral {

namespace {

constexpr qsizetype mostTexts = 4096;
/// Widths are rounded down to this, so that a slow zoom finds most texts ready.
constexpr int widthStep = 4;
constexpr int wholeWidth = 1 << 20;

QString oneLine(QString text)
{
    for (QChar &character : text) {
        if (character < u' ' || character == QChar::LineSeparator || character == QChar::ParagraphSeparator)
            character = u' ';
    }
    return text;
}

} // namespace

void TextCache::setFont(const QFont &font)
{
    m_font = font;
    const QFontMetricsF metrics(font);
    m_height = metrics.height();
    m_narrowest = std::max(1.0, metrics.horizontalAdvance(u'i'));
    m_texts.clear();
}

void TextCache::draw(QPainter &painter, const QRectF &rect, const QString &text)
{
    const int width = int(rect.width()) / widthStep * widthStep;
    if (width <= 0 || text.isEmpty())
        return;
    painter.setFont(m_font);
    const QStaticText &ready = prepared(text, width);
    painter.drawStaticText(QPointF(rect.x(), rect.y() + std::round((rect.height() - m_height) / 2)), ready);
}

double TextCache::widthOf(const QString &text)
{
    return prepared(text, wholeWidth).size().width();
}

const QStaticText &TextCache::prepared(const QString &text, int width)
{
    const Key key{text, width};
    if (const auto known = m_texts.constFind(key); known != m_texts.constEnd())
        return *known;
    if (m_texts.size() >= mostTexts)
        m_texts.clear();
    QStaticText ready(cut(text, width));
    ready.setTextFormat(Qt::PlainText);
    ready.setPerformanceHint(QStaticText::AggressiveCaching);
    ready.prepare({}, m_font);
    return *m_texts.insert(key, ready);
}

QString TextCache::cut(const QString &text, int width) const
{
    // Nothing beyond this many characters can fit; a long text need not be measured whole.
    const qsizetype most = qsizetype(width / m_narrowest) + 8;
    const QString shown = oneLine(text.left(most));
    return QFontMetricsF(m_font).elidedText(shown, Qt::ElideRight, width);
}

} // namespace Viral
