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

} // namespace

void ProgressOutput::tell(const ProgressEvent &event)
{
    m_total = event.totalChunks;
    m_completed += event.kind == ProgressKind::ChunkCompleted ? 1 : 0;
    m_failed += event.kind == ProgressKind::ChunkFailed ? 1 : 0;
    switch (m_style) {
    case ProgressStyle::Bar:
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

void ProgressOutput::drawBar()
{
    constexpr int width = 32;
    const int done = m_total > 0 ? (m_completed + m_failed) * width / m_total : 0;
    const QString bar =
        u"\r[%1%2] %3/%4 chunks"_s.arg(QString(done, u'='), QString(width - done, u' ')).arg(m_completed).arg(m_total) +
        (m_failed > 0 ? u", %1 failed"_s.arg(m_failed) : QString());
    const QByteArray bytes = bar.toUtf8();
    std::fwrite(bytes.constData(), 1, static_cast<size_t>(bytes.size()), stderr);
    std::fflush(stderr);
    m_barIsOpen = true;
}

void ProgressOutput::finish()
{
    if (m_barIsOpen)
        printMessage({});
    m_barIsOpen = false;
}

} // namespace Viral::Cli
