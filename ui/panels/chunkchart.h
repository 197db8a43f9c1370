// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analysis/costreport.h"
#include "core/base/timecode.h"
#include "ui/style/palette.h"

#include <QWidget>

#include <array>

namespace Viral {

/// The parts of a chunk's tokens, from the ground up.
enum class TokenPart
{
    Fresh,     ///< input at the full rate
    Cached,    ///< input from the cache
    Output,    ///< what can be read
    Reasoning, ///< thought and paid, never seen
};

inline constexpr std::array allTokenParts{TokenPart::Fresh, TokenPart::Cached, TokenPart::Output, TokenPart::Reasoning};

/// Input and output have a colour each; the part of it that is not plain has a texture.
QColor colourOf(TokenPart part, const Colours &colours);
Texture textureOf(TokenPart part);
QString nameOf(TokenPart part);
std::int64_t tokensOf(TokenPart part, const ChunkCost &chunk);

/// A bar for each chunk in the order of the interview: its tokens part by part, and below it how long the answer took.
/// A click, Return or the space bar chooses a chunk; the arrow keys, Home and End go from one to the next.
class ChunkChart final : public QWidget
{
    Q_OBJECT

public:
    explicit ChunkChart(QWidget *parent = nullptr);

    /// How times are written; the plain clock until it is told.
    void setTimes(const TimecodeFormat &times);

    void setChunks(const QList<ChunkCost> &chunks);
    /// Marks a chunk; an index that is not there marks none.
    void setCurrent(int chunkIndex);
    int current() const { return m_current; }
    /// Where the bar of chunk number \a place stands, with the space around it.
    QRect column(int place) const;
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

Q_SIGNALS:
    /// The editor went to this chunk.
    void currentChanged(int chunkIndex);
    /// The editor wants to see this chunk's place.
    void chosen(int chunkIndex);

protected:
    void paintEvent(QPaintEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    bool event(QEvent *event) override;

private:
    /// Where things are drawn.
    struct Areas
    {
        QRect tokens = {};
        QRect times = {};
        int labels = 0;
    };
    Areas areas() const;
    /// Before it is cut to whole pixels.
    double columnWidth() const;
    int placeAt(const QPoint &point) const;
    int currentPlace() const;
    void goTo(int place);
    void describe();
    QString textOf(const ChunkCost &chunk) const;
    void paintScale(QPainter &painter, const Areas &areas) const;
    void paintTokens(QPainter &painter, const QRect &area, int place) const;
    void paintTime(QPainter &painter, const QRect &area, int place) const;

    QList<ChunkCost> m_chunks;
    std::int64_t m_mostTokens = 0;
    Milliseconds m_longest{0};
    TimecodeFormat m_times;
    int m_current = -1;
};

/// What the colours and textures of the chart mean.
class ChunkChartKey final : public QWidget
{
    Q_OBJECT

public:
    explicit ChunkChartKey(QWidget *parent = nullptr);
};

} // namespace Viral
