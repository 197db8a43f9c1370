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
    qsizetype start = 0;
    for (qsizetype i = 0; i < bytes.size(); ++i) {
        const char c = bytes.at(i);
        const bool endsCrLf = c == '\n' && std::exchange(m_lastWasCr, c == '\r');
        m_lastWasCr = c == '\r';
        if (c != '\n' && c != '\r')
            continue;
        if (!endsCrLf) {
            m_line.append(bytes.constData() + start, i - start);
            takeLine(m_line, events);
            m_line.clear();
        }
        start = i + 1;
    }
    m_line.append(bytes.constData() + start, bytes.size() - start);
    return events;
}

QList<SseEvent> SseReader::finish()
{
    QList<SseEvent> events;
    takeLine(std::exchange(m_line, {}), events);
    dispatch(events);
    return events;
}

void SseReader::takeLine(QByteArrayView line, QList<SseEvent> &events)
{
    if (std::exchange(m_isFirstLine, false))
        takePrefix(line, "\xEF\xBB\xBF");
    if (line.isEmpty()) {
        dispatch(events);
    } else if (takePrefix(line, "data:")) {
        takePrefix(line, " ");
        if (std::exchange(m_hasData, true))
            m_event.data += '\n';
        m_event.data += line;
    } else if (takePrefix(line, "event:")) {
        takePrefix(line, " ");
        m_event.name = line.toByteArray();
    }
}

void SseReader::dispatch(QList<SseEvent> &events)
{
    if (std::exchange(m_hasData, false))
        events.append(m_event);
    m_event = {};
}

} // namespace Viral
