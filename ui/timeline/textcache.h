// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFont>
#include <QHash>
#include <QStaticText>

class QPainter;

namespace Viral {

/// Short texts, cut to a width and laid out once: laying out is what makes painting many of them slow.
class TextCache
{
public:
    void setFont(const QFont &font);
    const QFont &font() const { return m_font; }
    double height() const { return m_height; }

    /// Draws \a text in the painter's pen, vertically centred in the rect; what is too long ends in an ellipsis.
    void draw(QPainter &painter, const QRectF &rect, const QString &text);
    /// Width of the whole text.
    double widthOf(const QString &text);

private:
    struct Key
    {
        QString text;
        int width = 0;
        bool operator==(const Key &) const = default;
        friend size_t qHash(const Key &key, size_t seed) { return qHashMulti(seed, key.text, key.width); }
    };

    const QStaticText &prepared(const QString &text, int width);
    QString cut(const QString &text, int width) const;

    QFont m_font;
    double m_height = 0;
    double m_narrowest = 1;
    QHash<Key, QStaticText> m_texts;
};

} // namespace Viral
