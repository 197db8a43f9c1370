// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/jogkeys.h"

#include "tests/support/testregistry.h"
#include "ui/commands/actions.h"
#include "ui/player/clockplayback.h"
#include "ui/player/transport.h"
#include "ui/shell/mediamemory.h"
#include "ui/style/timedisplay.h"

#include <QApplication>
#include <QLineEdit>
#include <QSettings>
#include <QTemporaryDir>
#include <QTest>

using namespace Viral;
using namespace Qt::StringLiterals;

class JogKeysTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();

    void heldTheyStep();
    void steppingRepeats();
    void letGoTheyShuttle();
    void inATextTheyAreLetters();
    void anotherWindowLetsGo();

private:
    void send(QEvent::Type type, Qt::Key key, bool repeats = false);

    std::unique_ptr<QWidget> m_window;
    std::unique_ptr<Actions> m_actions;
    std::unique_ptr<PlayerTransport> m_transport;
    std::unique_ptr<JogKeys> m_keys;
    QLineEdit *m_text = nullptr;
};

VIRAL_TEST(JogKeysTest)

void JogKeysTest::init()
{
    m_window = std::make_unique<QWidget>();
    m_window->setFocusPolicy(Qt::StrongFocus);
    m_text = new QLineEdit(m_window.get());
    m_actions = std::make_unique<Actions>(m_window.get());
    m_transport = std::make_unique<PlayerTransport>();
    m_transport->setPlayback(std::make_unique<ClockPlayback>(Milliseconds{600'000}));
    m_transport->setFrameRate({25, 1});
    m_transport->seek(Milliseconds{10'000});
    m_keys = std::make_unique<JogKeys>(*m_window, *m_transport, *m_actions);
    m_actions->on(Command::ShuttleStop, m_window.get(), [this] { m_transport->pause(); });
    m_actions->on(Command::ShuttleForward, m_window.get(), [this] { m_transport->shuttleForward(); });
    m_actions->on(Command::ShuttleBackward, m_window.get(), [this] { m_transport->shuttleBackward(); });
    m_window->show();
    QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
    m_window->setFocus();
}

void JogKeysTest::cleanup()
{
    m_keys.reset();
    m_actions.reset();
    m_window.reset();
}

void JogKeysTest::send(QEvent::Type type, Qt::Key key, bool repeats)
{
    QWidget *target = QApplication::focusWidget();
    if (type == QEvent::KeyPress) {
        QKeyEvent before(QEvent::ShortcutOverride, key, {}, {}, repeats);
        before.ignore();
        QApplication::sendEvent(target, &before);
        if (!before.isAccepted())
            return;
    }
    QKeyEvent event(type, key, {}, {}, repeats);
    QApplication::sendEvent(target, &event);
}

void JogKeysTest::heldTheyStep()
{
    QTest::keyPress(m_window.get(), Qt::Key_K);
    QTest::keyClick(m_window.get(), Qt::Key_L);
    QCOMPARE(m_transport->position(), Milliseconds{10'040});
    QTest::keyClick(m_window.get(), Qt::Key_L);
    QTest::keyClick(m_window.get(), Qt::Key_J);
    QTest::keyClick(m_window.get(), Qt::Key_J);
    QTest::keyClick(m_window.get(), Qt::Key_J);
    QCOMPARE(m_transport->position(), Milliseconds{9'960});
    QVERIFY(!m_transport->isPlaying());
    QTest::keyRelease(m_window.get(), Qt::Key_K);
}

void JogKeysTest::steppingRepeats()
{
    QTest::keyPress(m_window.get(), Qt::Key_K);
    send(QEvent::KeyPress, Qt::Key_L);
    for (int i = 0; i < 9; ++i)
        send(QEvent::KeyPress, Qt::Key_L, true);
    QCOMPARE(m_transport->position(), Milliseconds{10'400});
    // K repeats as well while it is held, and that is no letting go.
    send(QEvent::KeyRelease, Qt::Key_K, true);
    send(QEvent::KeyPress, Qt::Key_L, true);
    QCOMPARE(m_transport->position(), Milliseconds{10'440});
    QTest::keyRelease(m_window.get(), Qt::Key_K);
}

void JogKeysTest::letGoTheyShuttle()
{
    QTest::keyPress(m_window.get(), Qt::Key_K);
    QTest::keyRelease(m_window.get(), Qt::Key_K);
    QTest::keyClick(m_window.get(), Qt::Key_L);
    QVERIFY(m_transport->isPlaying());
    QTest::keyClick(m_window.get(), Qt::Key_K);
    QVERIFY(!m_transport->isPlaying());
}

void JogKeysTest::inATextTheyAreLetters()
{
    m_text->setFocus();
    QTest::keyPress(m_text, Qt::Key_K);
    QTest::keyClick(m_text, Qt::Key_L);
    QTest::keyClick(m_text, Qt::Key_J);
    QTest::keyRelease(m_text, Qt::Key_K);
    QCOMPARE(m_text->text(), u"klj");
    QCOMPARE(m_transport->position(), Milliseconds{10'000});
}

void JogKeysTest::anotherWindowLetsGo()
{
    QTest::keyPress(m_window.get(), Qt::Key_K);
    QEvent away(QEvent::WindowDeactivate);
    QApplication::sendEvent(m_window.get(), &away);
    QTest::keyClick(m_window.get(), Qt::Key_L);
    QVERIFY(m_transport->isPlaying());
}

class MediaMemoryTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void remembersPerReview();
    void forgetsTheOldest();
    void timesAreWrittenAsLastTime();

private:
    QTemporaryDir m_folder;
};

VIRAL_TEST(MediaMemoryTest)

void MediaMemoryTest::remembersPerReview()
{
    const QString file = m_folder.filePath(u"one.ini"_s);
    const ReviewId first{u"a/b=%[x]"_s};
    {
        QSettings settings(file, QSettings::IniFormat);
        MediaMemory memory(settings);
        QVERIFY(!memory.chosenFor(first));
        memory.note(first, u"/films/Ünïcode [1].mp4"_s);
        memory.note({u"other"_s}, {});
        memory.note({}, u"/nobody"_s);
    }
    QSettings settings(file, QSettings::IniFormat);
    const MediaMemory memory(settings);
    QCOMPARE(memory.chosenFor(first), u"/films/Ünïcode [1].mp4"_s);
    // Going on without media is a choice, too.
    QCOMPARE(memory.chosenFor({u"other"_s}), QString());
    QVERIFY(!memory.chosenFor({}));
}

void MediaMemoryTest::forgetsTheOldest()
{
    QSettings settings(m_folder.filePath(u"many.ini"_s), QSettings::IniFormat);
    MediaMemory memory(settings);
    for (int i = 0; i < MediaMemory::most; ++i)
        memory.note({QString::number(i)}, u"/x"_s);
    memory.note({u"0"_s}, u"/again"_s);
    memory.note({u"new"_s}, u"/x"_s);
    QCOMPARE(memory.chosenFor({u"0"_s}), u"/again"_s);
    QVERIFY(!memory.chosenFor({u"1"_s}));
    QVERIFY(memory.chosenFor({u"2"_s}));
}

void MediaMemoryTest::timesAreWrittenAsLastTime()
{
    QSettings settings(m_folder.filePath(u"times.ini"_s), QSettings::IniFormat);
    {
        TimeDisplay display;
        rememberTimes(display, settings);
        QCOMPARE(display.style(), TimeStyle::Clock);
        display.setStyle(TimeStyle::DropFrame);
        display.setShowsSourceTime(true);
    }
    TimeDisplay display;
    rememberTimes(display, settings);
    QCOMPARE(display.style(), TimeStyle::DropFrame);
    QVERIFY(display.showsSourceTime());
    settings.setValue(u"time/style"_s, u"nonsense"_s);
    TimeDisplay other;
    rememberTimes(other, settings);
    QCOMPARE(other.style(), TimeStyle::Clock);
}

#include "tst_jogkeys.moc"
