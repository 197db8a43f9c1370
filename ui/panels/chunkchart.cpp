// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/chunkchart.h"

#include "core/base/timetext.h"
#include "ui/panels/flowlayout.h"
#include "ui/style/marks.h"
#include "ui/style/metrics.h"
#include "ui/style/timedisplay.h"

#include <QHBoxLayout>
#include <QHelpEvent>
#include <QKeyEvent>
#include <QLabel>
#include <QLocale>
#include <QMouseEvent>
#include <QPainter>
#include <QToolTip>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Viral {

namespace {

constexpr int tokensHeight = 24 * gridStep;
constexpr int timesHeight = 8 * gridStep;
constexpr int widestColumn = 10 * gridStep;
/// Smaller parts have no room for a texture: a fainter area stands for it.
constexpr double leastHeightForTexture = 4;
constexpr double leastColumnForTexture = 8;

/// One part of a bar, or its sample in the key.
void paintPart(QPainter &painter, const QRectF &rect, TokenPart part, const Colours &colours, bool hasRoom = true)
{
    const QColor colour = colourOf(part, colours);
    if (textureOf(part) == Texture::Solid) {
        painter.fillRect(rect, colour);
    } else if (hasRoom && rect.height() >= leastHeightForTexture) {
        paintTextured(painter, rect, textureOf(part), colour);
    } else {
        QColor faint = colour;
        faint.setAlphaF(0.45F);
        painter.fillRect(rect, faint);
    }
}

/// A square that shows what a part looks like.
class PartSample final : public QWidget
{
public:
    explicit PartSample(std::optional<TokenPart> part)
        : m_part(part)
    {
        setFixedSize(3 * gridStep, 3 * gridStep);
    }

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        const Colours &colours = coloursFor(palette());
        if (m_part)
            paintPart(painter, rect(), *m_part, colours);
        else
            painter.fillRect(QRect(0, height() / 2 - 1, width(), 3), colours.textSecondary);
    }

private:
    /// Nothing: the mark of the answer's time.
    std::optional<TokenPart> m_part;
};

QString shortTokens(std::int64_t tokens)
{
    const QLocale locale;
    if (tokens < 10'000)
        return locale.toString(qint64(tokens));
    return ChunkChart::tr("%1 k").arg(locale.toString(qint64((tokens + 500) / 1000)));
}

} // namespace

QColor colourOf(TokenPart part, const Colours &colours)
{
    const bool isInput = part == TokenPart::Fresh || part == TokenPart::Cached;
    return colours.speaker(isInput ? 0 : 3);
}

Texture textureOf(TokenPart part)
{
    switch (part) {
    case TokenPart::Cached:
        return Texture::Stripes;
    case TokenPart::Reasoning:
        return Texture::Cross;
    case TokenPart::Fresh:
    case TokenPart::Output:
        break;
    }
    return Texture::Solid;
}

QString nameOf(TokenPart part)
{
    switch (part) {
    case TokenPart::Fresh:
        return ChunkChart::tr("Input");
    case TokenPart::Cached:
        return ChunkChart::tr("Input from the cache");
    case TokenPart::Output:
        return ChunkChart::tr("Output");
    case TokenPart::Reasoning:
        return ChunkChart::tr("Reasoning");
    }
    return {};
}

std::int64_t tokensOf(TokenPart part, const ChunkCost &chunk)
{
    const auto counted = [&chunk](QStringView name) { return std::max<std::int64_t>(0, chunk.tokens(name)); };
    const std::int64_t input = counted(u"input_tokens");
    const std::int64_t output = counted(u"output_tokens");
    const std::int64_t cached = std::min(input, counted(u"input_cached_tokens"));
    const std::int64_t reasoning = std::min(output, counted(u"output_reasoning_tokens"));
    switch (part) {
    case TokenPart::Fresh:
        return input - cached;
    case TokenPart::Cached:
        return cached;
    case TokenPart::Output:
        return output - reasoning;
    case TokenPart::Reasoning:
        return reasoning;
    }
    return 0;
}

ChunkChart::ChunkChart(QWidget *parent)
    : QWidget(parent)
{
    setFocusPolicy(Qt::StrongFocus);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setFont(tabular(sized(font(), TextSize::Small)));
    setAccessibleName(tr("Chart of tokens per chunk"));
}

void ChunkChart::setChunks(const QList<ChunkCost> &chunks)
{
    if (chunks == m_chunks)
        return;
    m_chunks = chunks;
    m_mostTokens = 0;
    m_longest = Milliseconds{0};
    for (const ChunkCost &chunk : chunks) {
        double sum = 0;
        for (const TokenPart part : allTokenParts)
            sum += static_cast<double>(tokensOf(part, chunk));
        constexpr double mostShown = 1e15;
        m_mostTokens = std::max(m_mostTokens, static_cast<std::int64_t>(std::min(sum, mostShown)));
        m_longest = std::max(m_longest, chunk.responseTime.value_or(Milliseconds{0}));
    }
    describe();
    update();
}

void ChunkChart::setTimes(const TimecodeFormat &times)
{
    m_times = times;
    describe();
}

void ChunkChart::setCurrent(int chunkIndex)
{
    if (chunkIndex == m_current)
        return;
    m_current = chunkIndex;
    describe();
    update();
}

void ChunkChart::describe()
{
    QStringList told{tr("%n chunk(s)", nullptr, static_cast<int>(m_chunks.size())),
                     tr("at most %1 tokens").arg(QLocale().toString(qint64(m_mostTokens)))};
    if (m_longest > Milliseconds{0})
        told.append(tr("slowest answer %1").arg(secondsText(m_longest)));
    if (const int place = currentPlace(); place >= 0)
        told.append(textOf(m_chunks.at(place)).replace(u'\n', u", "_s));
    setAccessibleDescription(told.join(u"; "_s));
}

QSize ChunkChart::sizeHint() const
{
    const int line = fontMetrics().height();
    return {80 * gridStep, tokensHeight + timesHeight + 3 * line + 3 * smallGap};
}

QSize ChunkChart::minimumSizeHint() const
{
    return {40 * gridStep, sizeHint().height()};
}

ChunkChart::Areas ChunkChart::areas() const
{
    const int line = fontMetrics().height();
    const QRect tokens(0, line + smallGap, width(), tokensHeight);
    const QRect times(0, tokens.bottom() + 1 + line + smallGap, width(), timesHeight);
    return {.tokens = tokens, .times = times, .labels = times.bottom() + 1 + smallGap};
}

double ChunkChart::columnWidth() const
{
    const auto count = std::max<qsizetype>(1, m_chunks.size());
    return std::min<double>(widestColumn, static_cast<double>(width()) / static_cast<double>(count));
}

QRect ChunkChart::column(int place) const
{
    const double each = columnWidth();
    const int left = static_cast<int>(each * place);
    const int right = static_cast<int>(each * (place + 1));
    return {left, 0, std::max(1, right - left), height()};
}

int ChunkChart::placeAt(const QPoint &point) const
{
    for (int place = 0; place < m_chunks.size(); ++place) {
        if (column(place).contains(point))
            return place;
    }
    return -1;
}

int ChunkChart::currentPlace() const
{
    const auto found = std::find_if(m_chunks.cbegin(), m_chunks.cend(),
                                    [this](const ChunkCost &chunk) { return chunk.chunkIndex == m_current; });
    return found == m_chunks.cend() ? -1 : static_cast<int>(found - m_chunks.cbegin());
}

QString ChunkChart::textOf(const ChunkCost &chunk) const
{
    const QLocale locale;
    QStringList lines{chunk.span ? tr("Chunk %1 · %2").arg(chunk.chunkIndex + 1).arg(spanText(*chunk.span, m_times))
                                 : tr("Chunk %1").arg(chunk.chunkIndex + 1)};
    if (!chunk.counts)
        lines.append(tr("nothing was paid for it"));
    for (const TokenPart part : allTokenParts) {
        if (const std::int64_t tokens = tokensOf(part, chunk); tokens > 0)
            lines.append(tr("%1: %2").arg(nameOf(part), locale.toString(qint64(tokens))));
    }
    if (chunk.responseTime)
        lines.append(tr("answered in %1").arg(secondsText(*chunk.responseTime)));
    if (chunk.billed)
        lines.append(tr("%1 billed").arg(chunk.billed->forPeople()));
    return lines.join(u'\n');
}

void ChunkChart::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const Areas areas = this->areas();
    const Colours &colours = coloursFor(palette());
    const int place = currentPlace();
    if (place >= 0) {
        const QRect marked(column(place).left(), areas.tokens.top(), column(place).width(),
                           areas.times.bottom() - areas.tokens.top() + 1);
        painter.fillRect(marked, colours.accentArea);
    }
    paintScale(painter, areas);
    for (int each = 0; each < m_chunks.size(); ++each) {
        paintTokens(painter, areas.tokens, each);
        paintTime(painter, areas.times, each);
    }
    if (hasFocus()) {
        painter.setPen(colours.accent);
        painter.drawRect(rect().adjusted(0, 0, -1, -1));
    }
}

void ChunkChart::paintScale(QPainter &painter, const Areas &areas) const
{
    const Colours &colours = coloursFor(palette());
    const int line = fontMetrics().height();
    painter.setPen(colours.textSecondary);
    painter.drawText(QRect(0, areas.tokens.top() - line - smallGap / 2, width(), line), Qt::AlignRight,
                     tr("%1 tokens").arg(shortTokens(m_mostTokens)));
    if (m_longest > Milliseconds{0})
        painter.drawText(QRect(0, areas.times.top() - line - smallGap / 2, width(), line), Qt::AlignRight,
                         secondsText(m_longest));
    if (!m_chunks.isEmpty()) {
        const QRect last = column(static_cast<int>(m_chunks.size()) - 1);
        const QRect row(0, areas.labels, last.right() + 1, line);
        painter.drawText(row, Qt::AlignLeft | Qt::TextDontClip, QString::number(m_chunks.constFirst().chunkIndex + 1));
        if (row.width() > 10 * gridStep)
            painter.drawText(row, Qt::AlignRight, QString::number(m_chunks.constLast().chunkIndex + 1));
    }
    painter.setPen(colours.hairline);
    for (const QRect &area : {areas.tokens, areas.times})
        painter.drawLine(0, area.top(), width(), area.top());
    painter.setPen(colours.line);
    for (const QRect &area : {areas.tokens, areas.times})
        painter.drawLine(0, area.bottom() + 1, width(), area.bottom() + 1);
}

void ChunkChart::paintTokens(QPainter &painter, const QRect &area, int place) const
{
    if (m_mostTokens == 0)
        return;
    const QRect column = this->column(place);
    const int gap = columnWidth() > 4 ? std::min(smallGap, column.width() / 4) : 0;
    const double scale = static_cast<double>(area.height()) / static_cast<double>(m_mostTokens);
    const Colours &colours = coloursFor(palette());
    double below = 0;
    for (const TokenPart part : allTokenParts) {
        const auto tokens = static_cast<double>(tokensOf(part, m_chunks.at(place)));
        const double bottom = area.bottom() + 1 - std::round(below * scale);
        below += tokens;
        const double top = std::max<double>(area.top(), area.bottom() + 1 - std::round(below * scale));
        if (bottom > top)
            paintPart(painter, QRectF(column.left() + gap / 2.0, top, std::max(1, column.width() - gap), bottom - top),
                      part, colours, columnWidth() >= leastColumnForTexture);
    }
}

void ChunkChart::paintTime(QPainter &painter, const QRect &area, int place) const
{
    const std::optional<Milliseconds> &time = m_chunks.at(place).responseTime;
    if (!time || m_longest <= Milliseconds{0})
        return;
    const QRect column = this->column(place);
    constexpr int thickness = 3;
    const double share =
        static_cast<double>(std::max<std::int64_t>(0, time->count())) / static_cast<double>(m_longest.count());
    const int top = area.bottom() + 1 - std::max(thickness, static_cast<int>(share * area.height()));
    const int gap = columnWidth() > 4 ? 2 : 0;
    const Colours &colours = coloursFor(palette());
    painter.fillRect(QRect(column.left() + gap / 2, top, std::max(1, column.width() - gap), thickness),
                     colours.textSecondary);
}

void ChunkChart::goTo(int place)
{
    if (m_chunks.isEmpty())
        return;
    const auto last = static_cast<int>(m_chunks.size()) - 1;
    setCurrent(m_chunks.at(std::clamp(place, 0, last)).chunkIndex);
    Q_EMIT currentChanged(m_current);
}

void ChunkChart::mousePressEvent(QMouseEvent *event)
{
    const int place = placeAt(event->position().toPoint());
    if (event->button() != Qt::LeftButton || place < 0)
        return;
    goTo(place);
    Q_EMIT chosen(m_current);
}

void ChunkChart::keyPressEvent(QKeyEvent *event)
{
    switch (event->key()) {
    case Qt::Key_Left:
        return goTo(std::max(0, currentPlace() - 1));
    case Qt::Key_Right:
        return goTo(currentPlace() + 1);
    case Qt::Key_Home:
        return goTo(0);
    case Qt::Key_End:
        return goTo(static_cast<int>(m_chunks.size()));
    case Qt::Key_Return:
    case Qt::Key_Enter:
    case Qt::Key_Space:
        if (currentPlace() >= 0)
            Q_EMIT chosen(m_current);
        return;
    default:
        QWidget::keyPressEvent(event);
    }
}

bool ChunkChart::event(QEvent *event)
{
    // The window has commands on the same keys; here they are the chart's.
    if (event->type() == QEvent::ShortcutOverride) {
        const int key = static_cast<QKeyEvent *>(event)->key();
        const QList<int> own{Qt::Key_Left,   Qt::Key_Right, Qt::Key_Home, Qt::Key_End,
                             Qt::Key_Return, Qt::Key_Enter, Qt::Key_Space};
        if (own.contains(key)) {
            event->accept();
            return true;
        }
    }
    if (event->type() == QEvent::ToolTip) {
        const auto *help = static_cast<QHelpEvent *>(event);
        if (const int place = placeAt(help->pos()); place >= 0)
            QToolTip::showText(help->globalPos(), textOf(m_chunks.at(place)), this);
        else
            QToolTip::hideText();
        return true;
    }
    return QWidget::event(event);
}

ChunkChartKey::ChunkChartKey(QWidget *parent)
    : QWidget(parent)
{
    auto *flow = new FlowLayout(normalGap);
    const auto add = [flow, this](std::optional<TokenPart> part, const QString &name) {
        auto *entry = new QWidget;
        auto *line = new QHBoxLayout(entry);
        line->setContentsMargins({});
        line->setSpacing(smallGap);
        line->addWidget(new PartSample(part));
        auto *label = new QLabel(name);
        label->setFont(sized(font(), TextSize::Small));
        label->setForegroundRole(QPalette::PlaceholderText);
        line->addWidget(label);
        flow->addWidget(entry);
    };
    for (const TokenPart part : allTokenParts)
        add(part, nameOf(part));
    add({}, tr("Time of the answer"));
    setLayout(flow);
}

} // namespace Viral
