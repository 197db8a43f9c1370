// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/loopwatch.h"

#include <QMetaEnum>

#include <algorithm>
#include <ctime>

namespace ViralTest {

namespace {

/// What this thread has computed so far; other threads and programs do not count.
qint64 threadNanoseconds()
{
    timespec time{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
    return time.tv_sec * 1'000'000'000LL + time.tv_nsec;
}

} // namespace

bool WatchedApplication::notify(QObject *receiver, QEvent *event)
{
    if (m_depth > 0)
        return QApplication::notify(receiver, event);
    const QByteArray name = receiver->metaObject()->className();
    const QEvent::Type type = event->type();
    const qint64 before = threadNanoseconds();
    ++m_depth;
    const bool taken = QApplication::notify(receiver, event);
    --m_depth;
    if (const qint64 cost = threadNanoseconds() - before; cost > 500'000) {
        const char *typeName = QMetaEnum::fromType<QEvent::Type>().valueToKey(type);
        m_turn.append(QByteArray(typeName ? typeName : "?") + " of " + name + ", " +
                      QByteArray::number(double(cost) / 1e6, 'f', 1));
    }
    return taken;
}

Gaps::Gaps(WatchedApplication &application)
    : m_application(application)
{
    m_timer.setTimerType(Qt::PreciseTimer);
    m_timer.setInterval(1);
    connect(&m_timer, &QTimer::timeout, this, &Gaps::note);
    begin();
    m_timer.start();
}

void Gaps::note()
{
    const qint64 computed = threadNanoseconds();
    m_longest = std::max(m_longest, m_clock.nsecsElapsed());
    const QByteArrayList turn = m_application.takeTurn();
    if (const qint64 cost = computed - std::exchange(m_computed, computed); cost > m_busiest) {
        m_busiest = cost;
        m_dearest = turn;
    }
    m_clock.start();
}

void Gaps::begin()
{
    m_longest = m_busiest = 0;
    m_dearest = m_application.takeTurn();
    m_dearest.clear();
    m_computed = threadNanoseconds();
    m_clock.start();
}

} // namespace ViralTest
