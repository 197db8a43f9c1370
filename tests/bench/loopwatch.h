// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QApplication>
#include <QByteArrayList>
#include <QElapsedTimer>
#include <QTimer>

namespace ViralTest {

/// Tells what the dearest turn of the loop was spent on.
class WatchedApplication final : public QApplication
{
public:
    using QApplication::QApplication;

    bool notify(QObject *receiver, QEvent *event) override;

    /// Half a millisecond and more, since it was asked last.
    QByteArrayList takeTurn() { return std::exchange(m_turn, {}); }

private:
    int m_depth = 0;
    QByteArrayList m_turn;
};

/// Asks every millisecond by how much the loop was late.
class Gaps final : public QObject
{
public:
    explicit Gaps(WatchedApplication &application);

    void begin();
    double longestMs() const { return double(m_longest) / 1e6; }
    double busiestMs() const { return double(m_busiest) / 1e6; }
    QByteArray dearestTurn() const { return m_dearest.join("; "); }

private:
    void note();

    WatchedApplication &m_application;
    QTimer m_timer;
    QElapsedTimer m_clock;
    qint64 m_computed = 0;
    qint64 m_longest = 0;
    qint64 m_busiest = 0;
    QByteArrayList m_dearest;
};

} // namespace ViralTest
