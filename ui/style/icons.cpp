// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/style/icons.h"

#include "ui/style/palette.h"

#include <QFile>
#include <QGuiApplication>
#include <QIconEngine>
#include <QPainter>
#include <QPixmapCache>
#include <QSvgRenderer>

#include <array>

namespace Viral {

using namespace Qt::StringLiterals;

namespace {

struct IconFile
{
    Icon icon;
    QLatin1StringView name;
};

constexpr std::array files{
    IconFile{Icon::Play, "play"_L1},
    IconFile{Icon::Pause, "pause"_L1},
    IconFile{Icon::Stop, "stop"_L1},
    IconFile{Icon::StepBack, "step-back"_L1},
    IconFile{Icon::StepForward, "step-forward"_L1},
    IconFile{Icon::Loop, "loop"_L1},
    IconFile{Icon::Keep, "keep"_L1},
    IconFile{Icon::Reject, "reject"_L1},
    IconFile{Icon::Hold, "hold"_L1},
    IconFile{Icon::Undecided, "undecided"_L1},
    IconFile{Icon::Star, "star"_L1},
    IconFile{Icon::Open, "open"_L1},
    IconFile{Icon::Save, "save"_L1},
    IconFile{Icon::Export, "export"_L1},
    IconFile{Icon::Undo, "undo"_L1},
    IconFile{Icon::Redo, "redo"_L1},
    IconFile{Icon::Run, "run"_L1},
    IconFile{Icon::Search, "search"_L1},
    IconFile{Icon::Settings, "settings"_L1},
    IconFile{Icon::Warning, "warning"_L1},
    IconFile{Icon::Error, "error"_L1},
    IconFile{Icon::Info, "info"_L1},
    IconFile{Icon::Copy, "copy"_L1},
    IconFile{Icon::ZoomIn, "zoom-in"_L1},
    IconFile{Icon::ZoomOut, "zoom-out"_L1},
    IconFile{Icon::ZoomFit, "zoom-fit"_L1},
    IconFile{Icon::Transcript, "transcript"_L1},
    IconFile{Icon::Cost, "cost"_L1},
    IconFile{Icon::Funnel, "funnel"_L1},
    IconFile{Icon::Jobs, "jobs"_L1},
    IconFile{Icon::ChevronRight, "chevron-right"_L1},
    IconFile{Icon::ChevronUp, "chevron-up"_L1},
    IconFile{Icon::ChevronDown, "chevron-down"_L1},
    IconFile{Icon::Close, "close"_L1},
    IconFile{Icon::Link, "link"_L1},
    IconFile{Icon::Plus, "plus"_L1},
};

// The table is read by number.
static_assert([] {
    for (std::size_t i = 0; i < files.size(); ++i) {
        if (std::size_t(files[i].icon) != i)
            return false;
    }
    return true;
}());

constexpr auto names = [] {
    std::array<Icon, files.size()> icons{};
    for (std::size_t i = 0; i < files.size(); ++i)
        icons[i] = files[i].icon;
    return icons;
}();

QByteArray drawingOf(Icon icon)
{
    QFile file(u":/viral/icons/%1.svg"_s.arg(files[std::size_t(icon)].name));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

class LineIconEngine : public QIconEngine
{
public:
    explicit LineIconEngine(Icon icon, const QColor &colour = {})
        : m_icon(icon)
        , m_colour(colour)
    {}

    void paint(QPainter *painter, const QRect &rect, QIcon::Mode mode, QIcon::State) override
    {
        const int side = std::min(rect.width(), rect.height());
        const QRect square(rect.x() + (rect.width() - side) / 2, rect.y() + (rect.height() - side) / 2, side, side);
        if (painter->transform().type() > QTransform::TxTranslate) {
            render(*painter, square, colourFor(mode));
            return;
        }
        const qreal scale = painter->device()->devicePixelRatio();
        QPixmap drawn = pixmapOf(square.size() * scale, colourFor(mode));
        drawn.setDevicePixelRatio(scale);
        painter->drawPixmap(square.topLeft(), drawn);
    }

    // Called with the size in the screen's own pixels.
    QPixmap pixmap(const QSize &size, QIcon::Mode mode, QIcon::State) override
    {
        return pixmapOf(size, colourFor(mode));
    }

    QIconEngine *clone() const override { return new LineIconEngine(*this); }
    QString key() const override { return u"viral"_s; }
    bool isNull() override { return false; }

private:
    QColor colourFor(QIcon::Mode mode) const
    {
        const QPalette palette = QGuiApplication::palette();
        if (mode == QIcon::Disabled)
            return palette.color(QPalette::Disabled, QPalette::ButtonText);
        if (m_colour.isValid())
            return m_colour;
        return palette.color(QPalette::ButtonText);
    }

    /// Drawn once for all icons of this kind: a list has many, and makes them anew whenever it paints.
    QPixmap pixmapOf(const QSize &size, const QColor &colour) const
    {
        const QString key =
            u"viral %1 %2 %3x%4"_s.arg(int(m_icon)).arg(colour.rgba()).arg(size.width()).arg(size.height());
        QPixmap pixmap;
        if (QPixmapCache::find(key, &pixmap))
            return pixmap;
        pixmap = QPixmap(size);
        pixmap.fill(Qt::transparent);
        QPainter painter(&pixmap);
        const int side = std::min(size.width(), size.height());
        render(painter, QRect((size.width() - side) / 2, (size.height() - side) / 2, side, side), colour);
        painter.end();
        QPixmapCache::insert(key, pixmap);
        return pixmap;
    }

    void render(QPainter &painter, const QRect &rect, const QColor &colour) const
    {
        QByteArray drawing = drawingOf(m_icon);
        drawing.replace("currentColor", colour.name(QColor::HexRgb).toLatin1());
        QSvgRenderer(drawing).render(&painter, rect);
    }

    Icon m_icon;
    QColor m_colour;
};

} // namespace

std::span<const Icon> allIcons()
{
    return names;
}

QIcon icon(Icon name)
{
    return QIcon(new LineIconEngine(name));
}

QIcon icon(Icon name, const QColor &colour)
{
    return QIcon(new LineIconEngine(name, colour));
}

} // namespace Viral
