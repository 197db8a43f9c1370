// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/jobs/runbar.h"

#include "tests/support/testregistry.h"
#include "tests/ui_desk/deskbench.h"

#include <QLabel>
#include <QProgressBar>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>
#include <QToolButton>

using namespace Viral;
using namespace ViralTest;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

// The strip of a run, over real runs against a server of this machine.
class RunBarTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void countsUpAndEndsWell();
    void cancelsByAClick();
    void aFailedRunOffersWhatCanBeDone();
    void anEmptyBarOffersNothing();
    void aRunThatGoesAwayTakesItsButtonsAlong();

private:
    static QPushButton *button(const RunBar &bar, const QString &text);
    static bool says(const RunBar &bar, const QString &text);
};

VIRAL_TEST(RunBarTest)

QPushButton *RunBarTest::button(const RunBar &bar, const QString &text)
{
    for (QPushButton *button : bar.findChildren<QPushButton *>()) {
        if (button->text().remove(u'&') == text)
            return button;
    }
    return nullptr;
}

bool RunBarTest::says(const RunBar &bar, const QString &text)
{
    const QList<QLabel *> labels = bar.findChildren<QLabel *>();
    return std::any_of(labels.begin(), labels.end(),
                       [&text](const QLabel *label) { return label->text().contains(text); });
}

void RunBarTest::countsUpAndEndsWell()
{
    DeskBench bench([](int, const ReceivedRequest &request) { return goodReply(request); });
    const auto run = bench.desk().start(bench.plan(3));
    QVERIFY(run);
    RunBar bar;
    bar.setRun(*run);
    bar.show();
    QVERIFY(bench.waitForEnd(**run));
    QVERIFY(says(bar, u"3 moment"_s));
    QVERIFY(says(bar, u"$"_s));
    QVERIFY(!bar.findChild<QProgressBar *>()->isVisible());
    QVERIFY(!button(bar, u"Go on"_s)->isVisible());
    QSignalSpy closed(&bar, &RunBar::closed);
    QTest::mouseClick(bar.findChild<QToolButton *>(), Qt::LeftButton);
    QCOMPARE(closed.size(), 1);
}

void RunBarTest::cancelsByAClick()
{
    DeskBench bench([](int number, const ReceivedRequest &request) {
        return number < 1 ? goodReply(request) : Reply{.body = "{}", .course = Reply::Course::NeverAnswer};
    });
    const auto run = bench.desk().start(bench.plan(4));
    QVERIFY(run);
    RunBar bar;
    bar.setRun(*run);
    bar.show();
    QTRY_VERIFY(says(bar, u"1 of 4"_s));
    QVERIFY(bar.findChild<QProgressBar *>()->isVisible());
    QCOMPARE(bar.findChild<QProgressBar *>()->value(), 1);
    QTest::mouseClick(bar.findChild<QToolButton *>(), Qt::LeftButton);
    QVERIFY(bench.waitForEnd(**run));
    QVERIFY(says(bar, u"1 of 4 chunks"_s));
    QVERIFY(button(bar, u"Go on"_s)->isVisible());
}

void RunBarTest::aFailedRunOffersWhatCanBeDone()
{
    DeskBench bench([](int number, const ReceivedRequest &request) {
        return number < 1 ? goodReply(request)
                          : Reply{.status = 401, .body = R"({"error":{"message":"no","code":"invalid_api_key"}})"};
    });
    const auto run = bench.desk().start(bench.plan(3));
    QVERIFY(run);
    RunBar bar;
    bar.setRun(*run);
    bar.show();
    QVERIFY(bench.waitForEnd(**run));
    QSignalSpy goOn(&bar, &RunBar::goOnRequested);
    QSignalSpy error(&bar, &RunBar::errorRequested);
    QSignalSpy use(&bar, &RunBar::useRequested);
    QTest::mouseClick(button(bar, u"Go on"_s), Qt::LeftButton);
    QTest::mouseClick(button(bar, u"See the error"_s), Qt::LeftButton);
    QTest::mouseClick(button(bar, u"Use what is there"_s), Qt::LeftButton);
    QCOMPARE(goOn.size(), 1);
    QCOMPARE(goOn.at(0).at(0).value<RunId>(), (*run)->id());
    QCOMPARE(error.size(), 1);
    QVERIFY(!error.at(0).at(0).value<Error>().message.isEmpty());
    QCOMPARE(use.size(), 1);
}

void RunBarTest::anEmptyBarOffersNothing()
{
    RunBar bar;
    bar.show();
    for (const QPushButton *button : bar.findChildren<QPushButton *>())
        QVERIFY(!button->isVisible());
    QVERIFY(!bar.findChild<QToolButton *>()->isEnabled());
}

void RunBarTest::aRunThatGoesAwayTakesItsButtonsAlong()
{
    DeskBench bench([](int, const ReceivedRequest &) {
        return Reply{.status = 401, .body = R"({"error":{"message":"no","code":"invalid_api_key"}})"};
    });
    const auto run = bench.desk().start(bench.plan(1));
    QVERIFY(run);
    RunBar bar;
    bar.setRun(*run);
    bar.show();
    QVERIFY(bench.waitForEnd(**run));
    QVERIFY(button(bar, u"See the error"_s)->isVisible());
    bench.desk().release((*run)->id());
    QTRY_VERIFY(!bar.run());
    QVERIFY(!button(bar, u"See the error"_s)->isVisible());
    QVERIFY(!button(bar, u"Go on"_s)->isVisible());
    QVERIFY(!says(bar, u"OpenAI"_s));
    // Pressed before the bar was drawn anew.
    button(bar, u"See the error"_s)->click();
    button(bar, u"Go on"_s)->click();
}

#include "tst_runbar.moc"
