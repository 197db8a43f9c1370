// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/laterturns.h"

#include "tests/support/testregistry.h"

#include <QCoreApplication>
#include <QStringList>
#include <QTest>

#include <memory>

using namespace Viral;
using namespace Qt::StringLiterals;

// One piece in each turn of the event loop, in order.
class LaterTurnsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void nothingIsDoneAtOnce();
    void otherEventsComeBetween();
    void theLatestWishOfAnOwnerCounts();
    void whoIsGoneWantsNothing();
    void aPieceMayAskForMore();

private:
    std::function<void()> note(const QString &name)
    {
        return [this, name] { m_done.append(name); };
    }

    std::unique_ptr<LaterTurns> m_turns;
    QObject m_first;
    QObject m_second;
    QStringList m_done;
};

VIRAL_TEST(LaterTurnsTest)

void LaterTurnsTest::init()
{
    m_turns = std::make_unique<LaterTurns>();
    m_done.clear();
}

void LaterTurnsTest::nothingIsDoneAtOnce()
{
    QVERIFY(!m_turns->isBusy());
    m_turns->ask(m_first, note(u"first"_s));
    QVERIFY(m_turns->isBusy());
    QVERIFY(m_done.isEmpty());
    QTRY_COMPARE(m_done, QStringList{u"first"_s});
    QVERIFY(!m_turns->isBusy());
}

void LaterTurnsTest::otherEventsComeBetween()
{
    m_turns->ask(m_first, [this] {
        m_done.append(u"first"_s);
        QMetaObject::invokeMethod(this, note(u"a key"_s), Qt::QueuedConnection);
    });
    m_turns->ask(m_second, note(u"second"_s));
    QTRY_COMPARE(m_done, (QStringList{u"first"_s, u"a key"_s, u"second"_s}));
}

void LaterTurnsTest::theLatestWishOfAnOwnerCounts()
{
    m_turns->ask(m_first, note(u"early"_s));
    m_turns->ask(m_second, note(u"second"_s));
    m_turns->ask(m_first, note(u"late"_s));
    QTRY_COMPARE(m_done, (QStringList{u"late"_s, u"second"_s}));
}

void LaterTurnsTest::whoIsGoneWantsNothing()
{
    auto owner = std::make_unique<QObject>();
    m_turns->ask(*owner, note(u"gone"_s));
    m_turns->ask(m_second, note(u"second"_s));
    owner.reset();
    QTRY_COMPARE(m_done, QStringList{u"second"_s});
}

void LaterTurnsTest::aPieceMayAskForMore()
{
    m_turns->ask(m_first, [this] {
        m_done.append(u"first"_s);
        m_turns->ask(m_first, note(u"again"_s));
    });
    QTRY_COMPARE(m_done, (QStringList{u"first"_s, u"again"_s}));
}

#include "tst_laterturns.moc"
