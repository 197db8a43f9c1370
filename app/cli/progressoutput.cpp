// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/progressoutput.h"

#include "app/cli/console.h"
#include "core/contract/eventscodec.h"

#include <cstdio>

using namespace Qt::StringLiterals;

namespace Viral::Cli {

Result<ProgressStyle> progressStyle(const QString &word)
{
    if (word == "auto"_L1)
        return messagesAreSeen() ? ProgressStyle::Bar : ProgressStyle::Lines;
    if (word == "bar"_L1)
        return ProgressStyle::Bar;
    if (word == "json"_L1)
        return ProgressStyle::Json;
    if (word == "none"_L1)
        return ProgressStyle::None;
    return failure(ErrorKind::Usage, u"--progress is one of auto, bar, json, none; not '%1'."_s.arg(word));
}

QString aboutHowLong(Milliseconds time)
{
    const qint64 seconds = (time.count() + 999) / 1000;
    return seconds < 100 ? u"%1 s"_s.arg(seconds) : u"%1 min"_s.arg((seconds + 30) / 60);
}

namespace {

QString eventLine(const ProgressEvent &event)
{
    switch (event.kind) {
    case ProgressKind::ChunksScheduled:
        return u"%1 chunks scheduled"_s.arg(event.totalChunks);
    case ProgressKind::ChunkCompleted:
        return u"chunk %1 of %2 completed"_s.arg(event.chunkIndex.value_or(0) + 1).arg(event.totalChunks);
    case ProgressKind::ChunkFailed:
        return u"chunk %1 of %2 failed: %3"_s.arg(event.chunkIndex.value_or(0) + 1)
            .arg(event.totalChunks)
            .arg(event.error);
    }
    return {};
}

QString waitLine(int chunk, const ChunkProgress &state)
{
    const QString howLong = state.isAskedElsewhere ? QString() : u' ' + aboutHowLong(state.wait);
    return u"chunk %1 waits%2: %3"_s.arg(chunk + 1).arg(howLong, state.reason);
}

void writeRaw(const QString &text)
{
    const QByteArray bytes = text.toUtf8();
    std::fwrite(bytes.constData(), 1, static_cast<size_t>(bytes.size()), stderr);
    std::fflush(stderr);
}

/// Back to the start of the line and nothing left on it.
const QString wipe = u"\r\x1b[K"_s;

} // namespace

ProgressOutput::ProgressOutput(ProgressStyle style)
    : m_style(style)
{
    m_time.start();
}

void ProgressOutput::tell(const ProgressEvent &event)
{
    m_total = event.totalChunks;
    m_completed += event.kind == ProgressKind::ChunkCompleted ? 1 : 0;
    m_failed += event.kind == ProgressKind::ChunkFailed ? 1 : 0;
    switch (m_style) {
    case ProgressStyle::Bar:
        if (event.kind == ProgressKind::ChunkFailed)
            message(eventLine(event));
        drawBar();
        break;
    case ProgressStyle::Lines:
        printMessage(eventLine(event));
        break;
    case ProgressStyle::Json:
        printMessage(QString::fromUtf8(writeProgressEvent(event)));
        break;
    case ProgressStyle::None:
        break;
    }
}

void ProgressOutput::tellState(int chunk, const ChunkProgress &state, std::optional<MicroDollars> paid)
{
    using State = ChunkProgress::State;
    m_paid = paid;
    m_kept += state.state == State::Done && state.wasKept ? 1 : 0;
    if (state.state == State::Sent || state.state == State::Retrying)
        m_running.insert(chunk, state);
    else
        m_running.remove(chunk);
    if (m_style == ProgressStyle::Bar)
        drawBar();
    else if (m_style == ProgressStyle::Lines && state.state == State::Retrying &&
             (state.isAskedElsewhere || state.wait > Milliseconds{0}))
        printMessage(waitLine(chunk, state));
}

void ProgressOutput::message(const QString &line)
{
    if (m_barIsOpen)
        writeRaw(wipe);
    printMessage(line);
    if (m_barIsOpen)
        drawBar();
}

QString ProgressOutput::timeLeft() const
{
    const int asked = m_completed - m_kept;
    const int left = m_total - m_completed - m_failed;
    if (asked <= 0 || left <= 0)
        return {};
    return aboutHowLong(Milliseconds{m_time.elapsed() * left / asked});
}

QString ProgressOutput::barText() const
{
    constexpr int width = 32;
    const int done = m_total > 0 ? (m_completed + m_failed) * width / m_total : 0;
    QString text =
        u"[%1%2] %3/%4 chunks"_s.arg(QString(done, u'='), QString(width - done, u' ')).arg(m_completed).arg(m_total);
    if (m_failed > 0)
        text += u", %1 failed"_s.arg(m_failed);
    const auto waiting = std::count_if(m_running.cbegin(), m_running.cend(), [](const ChunkProgress &state) {
        return state.state == ChunkProgress::State::Retrying;
    });
    if (waiting > 0)
        text += u", %1 waiting"_s.arg(waiting);
    if (m_paid)
        text += u", "_s + m_paid->forPeople();
    if (const QString left = timeLeft(); !left.isEmpty())
        text += u", about %1 left"_s.arg(left);
    return text;
}

void ProgressOutput::drawBar()
{
    // One that is wider than the terminal would run down the screen.
    writeRaw(wipe + barText().left(messageColumns() - 1));
    m_barIsOpen = true;
}

void ProgressOutput::finish()
{
    if (m_barIsOpen)
        printMessage({});
    m_barIsOpen = false;
}

} // namespace Viral::Cli
