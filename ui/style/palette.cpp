// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/style/palette.h"

#include "ui/style/oklab.h"

#include <algorithm>
#include <cmath>

namespace Viral {

namespace {

// From violet over blue and green to yellow is the way that stays in order for every kind of colour blindness. The
// better score stands out more from its ground, so on paper the way is gone backwards.
constexpr double violetHue = 300;
constexpr double yellowHue = 100;
constexpr double scoreChroma = 0.13;

QColor rgb(QRgb value)
{
    return QColor::fromRgb(value);
}

void setDisabled(QPalette &palette, const Colours &colours)
{
    for (const auto role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText, QPalette::HighlightedText,
                            QPalette::PlaceholderText, QPalette::Link})
        palette.setColor(QPalette::Disabled, role, colours.textInactive);
    palette.setColor(QPalette::Disabled, QPalette::Highlight, colours.raised);
}

} // namespace

QColor Colours::score(double average) const
{
    const double share = std::isnan(average) ? 0 : std::clamp((average - 1) / 9, 0.0, 1.0);
    return fromOkLch(std::lerp(scoreLowLightness, scoreHighLightness, share), scoreChroma,
                     std::lerp(scoreLowHue, scoreHighHue, share));
}

QColor Colours::decision(Decision decision) const
{
    switch (decision) {
    case Decision::Kept:
        return good;
    case Decision::Held:
        return caution;
    case Decision::Rejected:
        return danger;
    case Decision::Undecided:
        break;
    }
    return textSecondary;
}

QColor Colours::chunk(ChunkState state) const
{
    switch (state) {
    case ChunkState::Running:
        return accent;
    case ChunkState::Retrying:
        return caution;
    case ChunkState::Done:
    case ChunkState::Kept:
        return mixed(good, textSecondary, 0.7);
    case ChunkState::Failed:
        return danger;
    case ChunkState::Queued:
        break;
    }
    return textInactive;
}

QColor Colours::speaker(int index) const
{
    // Neighbouring numbers get far apart hues: three eighths of the circle are 135 degrees.
    return fromOkLch(tintLightness, 0.07, 270 + 135.0 * (std::abs(index) % speakerTintCount));
}

Colours darkColours()
{
    return {.isDark = true,
            .window = rgb(0x2a2c30),
            .base = rgb(0x212327),
            .raised = rgb(0x36393e),
            .text = rgb(0xe3e5e8),
            .textSecondary = rgb(0xb0b5bc),
            .textInactive = rgb(0x858b94),
            .line = rgb(0x858b94),
            .hairline = rgb(0x3c4046),
            .accent = rgb(0x5aa9ff),
            .accentText = rgb(0x0d1a29),
            .accentArea = rgb(0x274261),
            .good = rgb(0x4fc08d),
            .caution = rgb(0xe5a73c),
            .danger = rgb(0xf4897a),
            .findArea = rgb(0x5c4d1c),
            .waveform = rgb(0x8793a3),
            .scoreLowLightness = 0.60,
            .scoreHighLightness = 0.90,
            .scoreLowHue = violetHue,
            .scoreHighHue = yellowHue,
            .tintLightness = 0.76};
}

Colours lightColours()
{
    return {.isDark = false,
            .window = rgb(0xe9e7e1),
            .base = rgb(0xf6f4ef),
            .raised = rgb(0xdedbd3),
            .text = rgb(0x25272a),
            .textSecondary = rgb(0x4d5157),
            .textInactive = rgb(0x777a7d),
            .line = rgb(0x77797a),
            .hairline = rgb(0xcfccc4),
            .accent = rgb(0x0a58b8),
            .accentText = rgb(0xfbfaf7),
            .accentArea = rgb(0xcadcf2),
            .good = rgb(0x0a6b48),
            .caution = rgb(0x815400),
            .danger = rgb(0xac2e18),
            .findArea = rgb(0xf3e08c),
            .waveform = rgb(0x6c7785),
            .scoreLowLightness = 0.60,
            .scoreHighLightness = 0.34,
            .scoreLowHue = yellowHue,
            .scoreHighHue = violetHue,
            .tintLightness = 0.55};
}

const Colours &coloursFor(const QPalette &palette)
{
    static const Colours dark = darkColours();
    static const Colours light = lightColours();
    return relativeLuminance(palette.color(QPalette::Active, QPalette::Window)) < 0.2 ? dark : light;
}

QPalette paletteOf(const Colours &colours)
{
    QPalette palette(colours.raised, colours.window);
    palette.setColor(QPalette::WindowText, colours.text);
    palette.setColor(QPalette::Base, colours.base);
    palette.setColor(QPalette::AlternateBase, mixed(colours.base, colours.raised, 0.35));
    palette.setColor(QPalette::Text, colours.text);
    palette.setColor(QPalette::Button, colours.raised);
    palette.setColor(QPalette::ButtonText, colours.text);
    palette.setColor(QPalette::BrightText, colours.danger);
    palette.setColor(QPalette::ToolTipBase, colours.raised);
    palette.setColor(QPalette::ToolTipText, colours.text);
    palette.setColor(QPalette::PlaceholderText, colours.textSecondary);
    palette.setColor(QPalette::Highlight, colours.accent);
    palette.setColor(QPalette::HighlightedText, colours.accentText);
    palette.setColor(QPalette::Link, colours.accent);
    palette.setColor(QPalette::LinkVisited, mixed(colours.accent, colours.textSecondary, 0.4));
    palette.setColor(QPalette::Light, mixed(colours.raised, colours.text, 0.08));
    palette.setColor(QPalette::Midlight, mixed(colours.raised, colours.text, 0.04));
    palette.setColor(QPalette::Mid, colours.hairline);
    palette.setColor(QPalette::Dark, mixed(colours.window, colours.line, 0.5));
    palette.setColor(QPalette::Shadow, mixed(colours.window, rgb(0x000000), 0.4));
    setDisabled(palette, colours);
    return palette;
}

Shape shapeOf(Decision decision)
{
    switch (decision) {
    case Decision::Kept:
        return Shape::Tick;
    case Decision::Held:
        return Shape::Diamond;
    case Decision::Rejected:
        return Shape::Cross;
    case Decision::Undecided:
        break;
    }
    return Shape::Ring;
}

Texture textureOf(ChunkState state)
{
    switch (state) {
    case ChunkState::Running:
        return Texture::Stripes;
    case ChunkState::Retrying:
        return Texture::Dots;
    case ChunkState::Done:
        return Texture::Solid;
    case ChunkState::Kept:
        return Texture::Halved;
    case ChunkState::Failed:
        return Texture::Cross;
    case ChunkState::Queued:
        break;
    }
    return Texture::Outline;
}

QColor inkOn(const QColor &fill)
{
    const QColor dark = rgb(0x000000);
    const QColor light = rgb(0xffffff);
    return contrastRatio(fill, dark) >= contrastRatio(fill, light) ? dark : light;
}

} // namespace Viral
