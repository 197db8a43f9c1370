// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/timecode.h"

#include "core/base/timetext.h"

#include <array>
#include <cmath>

using namespace Qt::StringLiterals;

namespace Viral {

namespace {

// Longer than any source; keeps every product below far inside 64 bits.
constexpr qint64 mostMs = 1000LL * 3'600'000;
constexpr int mostDigits = 9;

constexpr qint64 floorDivided(qint64 value, qint64 by)
{
    const qint64 quotient = value / by;
    return value % by != 0 && (value < 0) != (by < 0) ? quotient - 1 : quotient;
}

constexpr qint64 ceilDivided(qint64 value, qint64 by)
{
    return -floorDivided(-value, by);
}

QString two(qint64 number)
{
    return QString::number(number).rightJustified(2, u'0');
}

/// How dropping numbers works: at every minute but each tenth, \a perMinute numbers are left out.
struct Dropping
{
    qint64 nominal = 0;
    qint64 perMinute = 0;

    explicit Dropping(const FrameRate &rate)
        : nominal(rate.nominal())
        , perMinute(rate.nominal() / 15)
    {}
    qint64 framesInMinute() const { return nominal * 60 - perMinute; }
    qint64 framesInTenMinutes() const { return nominal * 600 - 9 * perMinute; }

    /// The number on the label of picture \a frame, counted as if none were left out.
    qint64 numberOf(qint64 frame) const
    {
        const qint64 tens = frame / framesInTenMinutes();
        const qint64 rest = frame % framesInTenMinutes();
        const qint64 minutes = rest < perMinute ? 0 : (rest - perMinute) / framesInMinute();
        return frame + perMinute * (9 * tens + minutes);
    }

    qint64 frameOf(qint64 number) const
    {
        const qint64 minutes = number / (nominal * 60);
        const bool isLeftOut = minutes % 10 != 0 && number % (nominal * 60) < perMinute;
        const qint64 meant = isLeftOut ? minutes * nominal * 60 + perMinute : number;
        return meant - perMinute * (minutes - minutes / 10);
    }
};

qint64 framesInDay(const TimecodeFormat &format)
{
    const qint64 numbers = format.rate.nominal() * 86'400;
    return format.usableStyle() == TimeStyle::DropFrame ? Dropping(format.rate).frameOf(numbers) : numbers;
}

QString labelText(qint64 frame, const TimecodeFormat &format)
{
    const bool drops = format.usableStyle() == TimeStyle::DropFrame;
    const qint64 nominal = format.rate.nominal();
    const qint64 number = drops ? Dropping(format.rate).numberOf(frame) : frame;
    const qint64 seconds = number / nominal;
    return two(seconds / 3600) + u':' + two(seconds / 60 % 60) + u':' + two(seconds % 60) + (drops ? u';' : u':') +
           two(number % nominal);
}

/// The fields of a typed time, read from the right; which separators stood between them.
struct Typed
{
    qint64 hours = 0;
    qint64 minutes = 0;
    qint64 seconds = 0;
    qint64 milliseconds = 0;
    qint64 frames = 0;
    bool hasFrames = false;
    bool drops = false;

    qint64 wholeMs() const { return ((hours * 60 + minutes) * 60 + seconds) * 1000 + milliseconds; }
    bool isBounded() const { return wholeMs() <= mostMs && frames <= mostMs; }
};

std::optional<qint64> number(QStringView digits)
{
    if (digits.isEmpty() || digits.size() > mostDigits)
        return std::nullopt;
    qint64 value = 0;
    for (const QChar character : digits) {
        if (character < u'0' || character > u'9')
            return std::nullopt;
        value = value * 10 + (character.unicode() - u'0');
    }
    return value;
}

/// "5" after the point is half a second; more than three digits are rounded down.
std::optional<qint64> fraction(QStringView digits)
{
    if (digits.isEmpty())
        return 0;
    const auto all = number(digits);
    if (!all)
        return std::nullopt;
    return number(QString(digits.first(std::min<qsizetype>(3, digits.size())).toString().leftJustified(3, u'0')));
}

/// Digits of any script become ours; a comma before parts of a second becomes a point.
QString plain(QStringView typed)
{
    QString text;
    for (const QChar character : typed) {
        if (const int digit = character.digitValue(); digit >= 0)
            text += QChar(u'0' + digit);
        else if (character == u',')
            text += u'.';
        else if (!character.isSpace())
            text += character;
    }
    return text;
}

/// "1912": pairs from the right are seconds, minutes, hours; with seven or eight digits the last pair is pictures.
std::optional<Typed> fromDigits(QStringView digits)
{
    if (digits.size() > 8)
        return std::nullopt;
    const auto all = number(digits);
    if (!all)
        return std::nullopt;
    Typed typed;
    qint64 rest = *all;
    if (digits.size() > 6) {
        typed.hasFrames = true;
        typed.frames = rest % 100;
        rest /= 100;
    }
    // Up to two digits are seconds, also beyond 59.
    typed.seconds = rest % 100;
    typed.minutes = rest / 100 % 100;
    typed.hours = rest / 10'000;
    return typed;
}

/// "2." is two seconds, "2.." two minutes, "2..." two hours: each further point stands for ":00".
std::optional<Typed> fromPoints(QStringView digits, qsizetype points)
{
    const auto value = number(digits);
    if (!value || points > 3)
        return std::nullopt;
    Typed typed;
    (points == 1 ? typed.seconds : points == 2 ? typed.minutes : typed.hours) = *value;
    return typed;
}

/// Fields between colons; \a allowed is how many there may be.
std::optional<Typed> fromFields(QStringView text, qsizetype allowed)
{
    const auto fields = text.split(u':');
    if (fields.size() > allowed)
        return std::nullopt;
    Typed typed;
    const std::array<qint64 *, 3> places{&typed.seconds, &typed.minutes, &typed.hours};
    for (qsizetype i = 0; i < fields.size(); ++i) {
        const auto value = number(fields[fields.size() - 1 - i]);
        if (!value)
            return std::nullopt;
        *places[std::size_t(i)] = *value;
    }
    return typed;
}

std::optional<Typed> withFrames(QStringView before, QStringView frames, bool drops)
{
    std::optional<Typed> typed = before.isEmpty() ? Typed{} : fromFields(before, 3);
    const auto count = number(frames);
    if (!typed || !count)
        return std::nullopt;
    typed->frames = *count;
    typed->hasFrames = true;
    typed->drops = drops;
    return typed;
}

std::optional<Typed> read(QStringView text)
{
    if (text.endsWith(u'f', Qt::CaseInsensitive))
        return withFrames({}, text.chopped(1), false);
    if (const qsizetype at = text.lastIndexOf(u';'); at >= 0)
        return withFrames(text.first(at), text.sliced(at + 1), true);
    if (text.count(u':') == 3) {
        const qsizetype at = text.lastIndexOf(u':');
        return withFrames(text.first(at), text.sliced(at + 1), false);
    }
    const qsizetype point = text.indexOf(u'.');
    if (point < 0)
        return text.contains(u':') ? fromFields(text, 3) : fromDigits(text);
    const QStringView after = text.sliced(point);
    if (after.count(u'.') == after.size())
        return text.contains(u':') ? std::nullopt : fromPoints(text.first(point), after.size());
    std::optional<Typed> typed = point == 0 ? Typed{} : fromFields(text.first(point), 3);
    const auto parts = fraction(after.sliced(1));
    if (!typed || !parts)
        return std::nullopt;
    typed->milliseconds = *parts;
    return typed;
}

qint64 labelNumber(const Typed &typed, const FrameRate &rate)
{
    return typed.wholeMs() / 1000 * rate.nominal() + typed.frames;
}

/// How far \a typed reaches: with pictures in whole pictures, else in time.
Milliseconds distance(const Typed &typed, int sign, Milliseconds now, const FrameRate &rate)
{
    if (!typed.hasFrames)
        return now + Milliseconds{sign * typed.wholeMs()};
    return timeOfFrame(frameAt(now, rate) + sign * labelNumber(typed, rate), rate);
}

/// From a picture of the label to a time in the source.
Milliseconds fromStart(qint64 frame, const TimecodeFormat &format)
{
    qint64 counted = frame - format.startFrame;
    const qint64 day = framesInDay(format);
    // After midnight, or typed without the start timecode in mind.
    if (counted < 0 && format.startFrame > day / 2 && frame < day / 4)
        counted += day;
    return timeOfFrame(counted < 0 ? frame : counted, format.rate);
}

Milliseconds fromStart(Milliseconds time, const TimecodeFormat &format)
{
    const Milliseconds start = timeOfFrame(format.startFrame, format.rate);
    return time >= start ? time - start : time;
}

Milliseconds place(const Typed &typed, const TimecodeFormat &format)
{
    const bool counts = typed.hasFrames || (format.usableStyle() != TimeStyle::Clock && typed.milliseconds == 0);
    if (!counts || !format.rate.isKnown())
        return fromStart(Milliseconds{typed.wholeMs()}, format);
    const qint64 label = labelNumber(typed, format.rate);
    const bool drops = format.rate.canDropFrames() && (typed.drops || format.usableStyle() == TimeStyle::DropFrame);
    return fromStart(drops ? Dropping(format.rate).frameOf(label) : label, format);
}

} // namespace

FrameRate frameRateFromDouble(double framesPerSecond)
{
    // Rates one per mille apart are two standards (29.97 and 30); half of that tells them apart with room to spare.
    constexpr double tolerance = 0.0004;
    const auto means = [framesPerSecond](double rate) { return std::abs(framesPerSecond / rate - 1) < tolerance; };
    if (!(framesPerSecond > 0.9 && framesPerSecond < 241))
        return {};
    for (const qint64 nominal : {24, 30, 48, 60, 120}) {
        if (means(static_cast<double>(nominal) * 1000 / 1001))
            return {nominal * 1000, 1001};
    }
    const qint64 whole = std::llround(framesPerSecond);
    return means(static_cast<double>(whole)) ? FrameRate{whole, 1} : FrameRate{};
}

FrameRate frameRateFromText(QStringView text)
{
    const qsizetype at = text.indexOf(u'/');
    const auto numerator = number(at < 0 ? text : text.first(at));
    const auto denominator = at < 0 ? std::optional<qint64>(1) : number(text.sliced(at + 1));
    if (!numerator || !denominator || *numerator == 0 || *denominator == 0)
        return {};
    return frameRateFromDouble(static_cast<double>(*numerator) / static_cast<double>(*denominator));
}

QString frameRateText(const FrameRate &rate)
{
    if (!rate.isKnown())
        return {};
    QString text = QString::number(static_cast<double>(rate.numerator) / static_cast<double>(rate.denominator), 'f', 3);
    while (text.endsWith(u'0'))
        text.chop(1);
    return text.endsWith(u'.') ? text.chopped(1) : text;
}

qint64 frameAt(Milliseconds time, const FrameRate &rate)
{
    if (!rate.isKnown())
        return 0;
    const qint64 ms = std::clamp<qint64>(time.count(), -mostMs, mostMs);
    return floorDivided(ms * rate.numerator, 1000 * rate.denominator);
}

Milliseconds timeOfFrame(qint64 frame, const FrameRate &rate)
{
    if (!rate.isKnown())
        return Milliseconds{0};
    return Milliseconds{
        ceilDivided(std::clamp<qint64>(frame, -mostMs, mostMs) * 1000 * rate.denominator, rate.numerator)};
}

Milliseconds frameLength(const FrameRate &rate)
{
    if (!rate.isKnown())
        return Milliseconds{40};
    return Milliseconds{std::max<qint64>(1, (1000 * rate.denominator + rate.numerator / 2) / rate.numerator)};
}

TimeStyle TimecodeFormat::usableStyle() const
{
    if (!rate.isKnown())
        return TimeStyle::Clock;
    return style == TimeStyle::DropFrame && !rate.canDropFrames() ? TimeStyle::Frames : style;
}

QString timecodeText(Milliseconds time, const TimecodeFormat &format)
{
    if (time < Milliseconds{0})
        return u'-' + timecodeText(Milliseconds{std::min(mostMs, -std::max(-mostMs, qint64{time.count()}))}, format);
    if (format.usableStyle() == TimeStyle::Clock)
        return exactTimeText(time + timeOfFrame(format.startFrame, format.rate));
    const qint64 frame = frameAt(time, format.rate) + format.startFrame;
    return labelText(format.startFrame > 0 ? frame % framesInDay(format) : frame, format);
}

std::optional<qint64> frameFromLabel(QStringView label, const FrameRate &rate)
{
    QString text = label.trimmed().toString();
    // Before dropped numbers some write a point instead of a semicolon.
    if (text.size() == 11 && text.at(8) == u'.')
        text[8] = u';';
    if (!rate.isKnown() || (text.count(u':') != 3 && !text.contains(u';')))
        return std::nullopt;
    const std::optional<Typed> typed = read(text);
    if (!typed || !typed->hasFrames || !typed->isBounded() || typed->frames >= rate.nominal())
        return std::nullopt;
    const qint64 counted = labelNumber(*typed, rate);
    return typed->drops && rate.canDropFrames() ? Dropping(rate).frameOf(counted) : counted;
}

std::optional<Milliseconds> timeFromTyped(QStringView typed, Milliseconds now, const TimecodeFormat &format)
{
    QString text = plain(typed.first(std::min<qsizetype>(typed.size(), 40)));
    const bool isRelative = text.startsWith(u'+') || text.startsWith(u'-') || text.startsWith(u'−');
    const int sign = !isRelative || text.startsWith(u'+') ? 1 : -1;
    if (isRelative)
        text.remove(0, 1);
    if (text.isEmpty())
        return std::nullopt;
    const std::optional<Typed> fields = read(text);
    if (!fields || !fields->isBounded() || (fields->hasFrames && !format.rate.isKnown()))
        return std::nullopt;
    const Milliseconds time = isRelative ? distance(*fields, sign, now, format.rate) : place(*fields, format);
    return std::max(Milliseconds{0}, time);
}

} // namespace Viral
