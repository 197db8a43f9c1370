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

void SseReader::feed(QByteArrayView bytes, const Visit &visit)
{
    if (bytes.isEmpty())
        return;
    const auto next = [&bytes](char c, qsizetype from) {
        const qsizetype at = bytes.indexOf(c, from);
        return at < 0 ? bytes.size() : at;
    };
    qsizetype start = std::exchange(m_lastWasCr, false) && bytes.startsWith('\n') ? 1 : 0;
    qsizetype lineFeed = next('\n', start);
    qsizetype carriageReturn = next('\r', start);
    while (start < bytes.size()) {
        const qsizetype end = std::min(lineFeed, carriageReturn);
        if (end == bytes.size()) {
            m_line += bytes.sliced(start);
            break;
        }
        takeBrokenLine(bytes.sliced(start, end - start), visit);
        const bool isCrLf = end == carriageReturn && lineFeed == end + 1;
        m_lastWasCr = end == carriageReturn && end + 1 == bytes.size();
        start = end + (isCrLf ? 2 : 1);
        // Each search goes on where it stopped, so that a stream with one kind of line end alone stays linear.
        if (lineFeed < start)
            lineFeed = next('\n', start);
        if (carriageReturn < start)
            carriageReturn = next('\r', start);
    }
    own();
}

void SseReader::finish(const Visit &visit)
{
    // Stays until the event has been shown, which may lie in it.
    const QByteArray line = std::exchange(m_line, {});
    takeLine(line, visit);
    dispatch(visit);
}

QList<SseEvent> SseReader::feed(const QByteArray &bytes)
{
    QList<SseEvent> events;
    feed(bytes, [&events](QByteArrayView name, QByteArrayView data) {
        events.append({name.toByteArray(), data.toByteArray()});
    });
    return events;
}

QList<SseEvent> SseReader::finish()
{
    QList<SseEvent> events;
    finish([&events](QByteArrayView name, QByteArrayView data) {
        events.append({name.toByteArray(), data.toByteArray()});
    });
    return events;
}

void SseReader::takeBrokenLine(QByteArrayView end, const Visit &visit)
{
    if (m_line.isEmpty()) {
        takeLine(end, visit);
        return;
    }
    m_line += end;
    const QByteArray line = std::exchange(m_line, {});
    takeLine(line, visit);
    own();
}

void SseReader::takeLine(QByteArrayView line, const Visit &visit)
{
    if (std::exchange(m_isFirstLine, false))
        takePrefix(line, "\xEF\xBB\xBF");
    if (line.isEmpty()) {
        dispatch(visit);
    } else if (takePrefix(line, "data:")) {
        takePrefix(line, " ");
        if (!std::exchange(m_hasData, true)) {
            m_data = line;
        } else {
            own();
            m_event.data += '\n';
            m_event.data += line;
            m_data = m_event.data;
        }
    } else if (takePrefix(line, "event:")) {
        takePrefix(line, " ");
        m_name = line;
    }
}

void SseReader::dispatch(const Visit &visit)
{
    if (std::exchange(m_hasData, false))
        visit(m_name, m_data);
    m_name = {};
    m_data = {};
}

void SseReader::own()
{
    if (m_data.data() != m_event.data.constData() || m_data.size() != m_event.data.size())
        m_event.data = m_data.toByteArray();
    if (m_name.data() != m_event.name.constData() || m_name.size() != m_event.name.size())
        m_event.name = m_name.toByteArray();
    m_data = m_event.data;
    m_name = m_event.name;
}

} // namespace Viral
