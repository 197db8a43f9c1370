// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/player/playerview.h"

#include "tests/support/testregistry.h"
#include "ui/player/clockplayback.h"
#include "ui/player/momentmeter.h"
#include "ui/player/timefield.h"
#include "ui/player/timetextwidget.h"
#include "ui/player/videoview.h"
#include "ui/style/timedisplay.h"

#include <QAbstractButton>
#include <QApplication>
#include <QClipboard>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QProgressBar>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

using namespace Viral;
using namespace Qt::StringLiterals;

class PlayerViewTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();

    void theTimeFollows();
    void aClickTypesATime();
    void whatIsNoTimeStaysToBeMended();
    void escapeAndLeavingChangeNothing();
    void theMenuChoosesHowTimesAreWritten();
    void speedIsSaidWhenItIsNotTheUsual();
    void whatPlaysIsSaid();
    void lengthsAreJudged_data();
    void lengthsAreJudged();
    void noticesOfferWhatCanBeDone();
    void packageNamesCanBeCopied();
    void noticesTakeNoMoreRoomThanTheyNeed();
    void captionsAreCutBetweenWords();
    void countingLaysNothingOut();

private:
    template <typename Widget>
    Widget *named(const char *name) const
    {
        return m_view->findChild<Widget *>(QString::fromLatin1(name));
    }
    QString time() const { return named<TimeText>("player.time")->shownText(); }
    QPushButton *button(const char *name) const { return named<QPushButton>(name); }

    std::unique_ptr<TimeDisplay> m_display;
    std::unique_ptr<PlayerTransport> m_transport;
    std::unique_ptr<PlayerView> m_view;
};

VIRAL_TEST(PlayerViewTest)

void PlayerViewTest::init()
{
    m_display = std::make_unique<TimeDisplay>();
    m_transport = std::make_unique<PlayerTransport>();
    m_view = std::make_unique<PlayerView>(*m_transport, *m_display);
    m_view->resize(800, 500);
    m_view->show();
    QVERIFY(QTest::qWaitForWindowActive(m_view.get()));
    m_transport->setPlayback(std::make_unique<ClockPlayback>(Milliseconds{3'600'000}));
}

void PlayerViewTest::cleanup()
{
    m_view.reset();
    m_transport.reset();
}

void PlayerViewTest::theTimeFollows()
{
    m_transport->seek(Milliseconds{750'512});
    QCOMPARE(time(), u"00:12:30.512");
    m_display->setFormat({TimeStyle::Frames, {25, 1}, 0});
    QCOMPARE(time(), u"00:12:30:12");
}

void PlayerViewTest::aClickTypesATime()
{
    auto *field = named<QAbstractButton>("player.time");
    auto *entry = named<QLineEdit>("player.timeEntry");
    m_transport->seek(Milliseconds{60'000});
    QTest::mouseClick(field, Qt::LeftButton);
    QVERIFY(entry->isVisible());
    QCOMPARE(entry->selectedText(), u"00:01:00.000");
    QTest::keyClicks(entry, u"1912"_s);
    QTest::keyClick(entry, Qt::Key_Return);
    QCOMPARE(m_transport->position(), Milliseconds{1'152'000});
    QVERIFY(!entry->isVisible());
    m_view->beginTimeEntry();
    QTest::keyClicks(entry, u"-2.."_s);
    QTest::keyClick(entry, Qt::Key_Enter);
    QCOMPARE(m_transport->position(), Milliseconds{1'032'000});
}

void PlayerViewTest::whatIsNoTimeStaysToBeMended()
{
    auto *entry = named<QLineEdit>("player.timeEntry");
    m_view->beginTimeEntry();
    QTest::keyClicks(entry, u"tea"_s);
    QTest::keyClick(entry, Qt::Key_Return);
    QVERIFY(entry->isVisible());
    QCOMPARE(entry->selectedText(), u"tea");
    QVERIFY(entry->palette().color(QPalette::Text) != m_view->palette().color(QPalette::Text));
    QTest::keyClicks(entry, u"7"_s);
    QCOMPARE(entry->palette().color(QPalette::Text), m_view->palette().color(QPalette::Text));
    QTest::keyClick(entry, Qt::Key_Return);
    QCOMPARE(m_transport->position(), Milliseconds{7000});
}

void PlayerViewTest::escapeAndLeavingChangeNothing()
{
    auto *entry = named<QLineEdit>("player.timeEntry");
    m_transport->seek(Milliseconds{5000});
    m_view->beginTimeEntry();
    QTest::keyClicks(entry, u"1912"_s);
    QTest::keyClick(entry, Qt::Key_Escape);
    QVERIFY(!entry->isVisible());
    QCOMPARE(m_transport->position(), Milliseconds{5000});
    m_view->beginTimeEntry();
    QTest::keyClicks(entry, u"1912"_s);
    entry->clearFocus();
    QVERIFY(!entry->isVisible());
    QCOMPARE(m_transport->position(), Milliseconds{5000});
}

void PlayerViewTest::theMenuChoosesHowTimesAreWritten()
{
    QMenu *menu = m_view->findChild<TimeField *>()->formatMenu();
    const auto actions = [menu] {
        Q_EMIT menu->aboutToShow();
        return menu->actions();
    };
    QVERIFY(actions().at(0)->isChecked());
    // By the transcript's clock there are no pictures to count.
    QVERIFY(!actions().at(1)->isEnabled());
    QVERIFY(!actions().at(2)->isEnabled());
    m_display->setSource({30'000, 1001}, 107'892);
    QVERIFY(actions().at(2)->isEnabled());
    actions().at(2)->trigger();
    QCOMPARE(time(), u"00:00:00;00");
    actions().constLast()->trigger();
    QCOMPARE(time(), u"01:00:00;00");
    QVERIFY(actions().constLast()->isChecked());
    m_display->setSource({25, 1}, 0);
    QVERIFY(!actions().at(2)->isEnabled());
    QVERIFY(actions().at(1)->isChecked());
    QCOMPARE(time(), u"00:00:00:00");
}

void PlayerViewTest::speedIsSaidWhenItIsNotTheUsual()
{
    const auto *speed = named<QLabel>("player.speed");
    m_transport->play();
    QCOMPARE(speed->text(), QString());
    m_transport->shuttleForward();
    QCOMPARE(speed->text(), u"1.5×");
    m_transport->shuttleBackward();
    QCOMPARE(speed->text(), u"−1×");
    m_transport->playSlowly(-1);
    QCOMPARE(speed->text(), u"−0.5×");
    m_transport->pause();
    QCOMPARE(speed->text(), QString());
}

void PlayerViewTest::whatPlaysIsSaid()
{
    const auto *meter = m_view->findChild<MomentMeter *>();
    m_view->setSpan(spanMs(10'000, 64'300));
    QCOMPARE(meter->text(), u"54.3 s");
    m_transport->seek(Milliseconds{22'400});
    QCOMPARE(meter->text(), u"12.4 / 54.3 s");
    m_transport->playSpan(spanMs(10'000, 64'300));
    QVERIFY(meter->text().startsWith(u"Moment  "_s));
    m_transport->playSpan(spanMs(9'000, 11'000), PlayedPart::Kind::Edge);
    QVERIFY(meter->text().startsWith(u"Edge  "_s));
    m_transport->playSpans({spanMs(0, 3000), spanMs(10'000, 13'000)});
    QVERIFY(meter->text().startsWith(u"Reel 1 of 2  "_s));
    m_transport->seek(Milliseconds{60'000});
    QVERIFY(!meter->text().contains(u"Reel"_s));
    m_view->setSpan({});
    QCOMPARE(meter->text(), QString());
}

void PlayerViewTest::lengthsAreJudged_data()
{
    QTest::addColumn<int>("milliseconds");
    QTest::addColumn<QString>("problem");
    QTest::newRow("just short") << 39'900 << u"0.1 s too short"_s;
    QTest::newRow("shortest") << 40'000 << QString();
    QTest::newRow("longest") << 90'000 << QString();
    QTest::newRow("long") << 95'000 << u"5.0 s too long"_s;
}

void PlayerViewTest::lengthsAreJudged()
{
    QFETCH(const int, milliseconds);
    QTEST(lengthProblem(Milliseconds{milliseconds}), "problem");
}

void PlayerViewTest::captionsAreCutBetweenWords()
{
    const QString text = u"So let me start with something rude."_s;
    for (const int size : {9, 12, 17, 26}) {
        QFont font;
        font.setPointSize(size);
        const QFontMetrics metrics(font);
        const int line = metrics.lineSpacing();
        const int width = metrics.horizontalAdvance(text) + 4;
        QCOMPARE(fittingWords(text, metrics, {width, line}), text);
        QCOMPARE(fittingWords(text, metrics, {2 * width / 3, 2 * line}), text);
        const QString cut = fittingWords(text, metrics, {2 * width / 3, line});
        QVERIFY2(cut.startsWith(u"So let"_s) && cut.endsWith(u'…') && cut.size() < text.size(), qPrintable(cut));
        QCOMPARE(fittingWords(QString(), metrics, {width, line}), QString());
    }
}

void PlayerViewTest::noticesTakeNoMoreRoomThanTheyNeed()
{
    using enum PlayerNotice::Kind;
    m_view->resize(584, 400);
    PlayerBanner &banner = m_view->banner();
    const int line = m_view->fontMetrics().lineSpacing();
    // Each after one that needed more room.
    for (const PlayerNotice &notice :
         {PlayerNotice{.kind = Failed, .text = u"x"_s, .packages = u"a b"_s},
          PlayerNotice{.kind = Slow, .text = u"x"_s}, PlayerNotice{.kind = Behind, .text = u"x"_s}}) {
        m_view->setNotice(notice);
        QTRY_VERIFY2(banner.height() < 6 * line, qPrintable(QString::number(banner.height())));
    }
    m_view->setNotice({.kind = Failed, .text = u"<b>/x.mp4</b>"_s});
    const QList<QLabel *> labels = banner.findChildren<QLabel *>();
    QVERIFY(std::any_of(labels.begin(), labels.end(), [](const QLabel *label) {
        return label->text().contains(u"<b>"_s) && label->textFormat() == Qt::PlainText;
    }));
}

void PlayerViewTest::noticesOfferWhatCanBeDone()
{
    PlayerBanner &banner = m_view->banner();
    QVERIFY(!banner.isVisible());
    QSignalSpy located(&banner, &PlayerBanner::locateRequested);
    QSignalSpy without(&banner, &PlayerBanner::withoutMediaRequested);
    QSignalSpy made(&banner, &PlayerBanner::copyRequested);
    QSignalSpy cancelled(&banner, &PlayerBanner::copyCancelled);
    QSignalSpy closed(&banner, &PlayerBanner::closed);

    m_view->setNotice({.kind = PlayerNotice::Kind::Failed, .text = u"The media file is not there: /x.mp4"_s});
    QVERIFY(banner.isVisible());
    QVERIFY(banner.accessibleDescription().contains(u"/x.mp4"_s));
    QVERIFY(!button("player.makeCopy")->isVisible());
    QVERIFY(!button("player.copyPackages")->isVisible());
    QTest::mouseClick(button("player.locate"), Qt::LeftButton);
    QTest::mouseClick(button("player.withoutMedia"), Qt::LeftButton);
    QCOMPARE(located.size(), 1);
    QCOMPARE(without.size(), 1);

    m_view->setNotice({.kind = PlayerNotice::Kind::Slow, .text = u"slow"_s});
    QVERIFY(!button("player.locate")->isVisible());
    QTest::mouseClick(button("player.makeCopy"), Qt::LeftButton);
    QTest::mouseClick(button("player.closeNotice"), Qt::LeftButton);
    QCOMPARE(made.size(), 1);
    QCOMPARE(closed.size(), 1);

    m_view->setNotice({.kind = PlayerNotice::Kind::Copying, .text = u"copying"_s, .percent = 37});
    QCOMPARE(banner.findChild<QProgressBar *>()->value(), 37);
    QTest::mouseClick(button("player.cancelCopy"), Qt::LeftButton);
    QCOMPARE(cancelled.size(), 1);

    m_view->setNotice({.kind = PlayerNotice::Kind::Behind, .text = u"behind"_s});
    for (const auto *each : banner.findChildren<QPushButton *>())
        QVERIFY(!each->isVisible());
    m_view->setNotice({});
    QVERIFY(!banner.isVisible());
    // Nothing here takes the keys that play.
    for (const auto *each : m_view->findChildren<QAbstractButton *>()) {
        if (each->isVisible())
            QCOMPARE(each->focusPolicy(), Qt::NoFocus);
    }
}

void PlayerViewTest::packageNamesCanBeCopied()
{
    m_view->setNotice({.kind = PlayerNotice::Kind::Failed, .text = u"no codecs"_s, .packages = u"one two"_s});
    QTest::mouseClick(button("player.copyPackages"), Qt::LeftButton);
    QCOMPARE(QGuiApplication::clipboard()->text(), u"one two");
}

void PlayerViewTest::countingLaysNothingOut()
{
    m_view->setSpan(spanMs(0, 60'000));
    m_transport->seek(Milliseconds{0});
    QCoreApplication::processEvents();
    const QRect field = m_view->findChild<TimeField *>()->geometry();
    const QRect meter = m_view->findChild<MomentMeter *>()->geometry();
    for (int time = 0; time < 60'000; time += 1111) {
        m_transport->seek(Milliseconds{time});
        QCoreApplication::processEvents();
        QCOMPARE(m_view->findChild<TimeField *>()->geometry(), field);
        QCOMPARE(m_view->findChild<MomentMeter *>()->geometry(), meter);
    }
}

#include "tst_playerview.moc"
