// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/clients/ssereader.h"

namespace Viral {

namespace {

bool takePrefix(QByteArrayView &text, QByteArrayView prefix)
{
    if (!text.startsWith(prefix))
        return false;
    text = text.sliced(prefix.size());
    return true;
}

} // namespace

QList<SseEvent> SseReader::feed(const QByteArray &bytes)
{
    QList<SseEvent> events;
    if (bytes.isEmpty())
        return events;
    const QByteArrayView view(bytes);
    const auto next = [&view](char c, qsizetype from) {
        const qsizetype at = view.indexOf(c, from);
        return at < 0 ? view.size() : at;
    };
    qsizetype start = std::exchange(m_lastWasCr, false) && view.startsWith('\n') ? 1 : 0;
    qsizetype lineFeed = next('\n', start);
    qsizetype carriageReturn = next('\r', start);
    while (start < view.size()) {
        const qsizetype end = std::min(lineFeed, carriageReturn);
        if (end == view.size()) {
            m_line += view.sliced(start);
            break;
        }
        takeBrokenLine(view.sliced(start, end - start), events);
        const bool isCrLf = end == carriageReturn && lineFeed == end + 1;
        m_lastWasCr = end == carriageReturn && end + 1 == view.size();
        start = end + (isCrLf ? 2 : 1);
        // Each search goes on where it stopped, so that a stream with one kind of line end alone stays linear.
        if (lineFeed < start)
            lineFeed = next('\n', start);
        if (carriageReturn < start)
            carriageReturn = next('\r', start);
    }
    return events;
}

QList<SseEvent> SseReader::finish()
{
    QList<SseEvent> events;
    takeLine(std::exchange(m_line, {}), events);
    dispatch(events);
    return events;
}

void SseReader::takeBrokenLine(QByteArrayView end, QList<SseEvent> &events)
{
    if (m_line.isEmpty()) {
        takeLine(end, events);
        return;
    }
    m_line += end;
    takeLine(std::exchange(m_line, {}), events);
}

void SseReader::takeLine(QByteArrayView line, QList<SseEvent> &events)
{
    if (std::exchange(m_isFirstLine, false))
        takePrefix(line, "\xEF\xBB\xBF");
    if (line.isEmpty()) {
        dispatch(events);
    } else if (takePrefix(line, "data:")) {
        takePrefix(line, " ");
        if (!std::exchange(m_hasData, true)) {
            m_event.data = line.toByteArray();
        } else {
            m_event.data += '\n';
            m_event.data += line;
        }
    } else if (takePrefix(line, "event:")) {
        takePrefix(line, " ");
        m_event.name = line.toByteArray();
    }
}

void SseReader::dispatch(QList<SseEvent> &events)
{
    if (std::exchange(m_hasData, false))
        events.append(std::exchange(m_event, {}));
    else
        m_event.name.clear();
}

} // namespace Viral
