// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/document/edgestepping.h"

#include "tests/support/sampletranscript.h"
#include "tests/support/testregistry.h"

#include <QTest>

using namespace Viral;

Q_DECLARE_METATYPE(Viral::TimeSpan)

class EdgeSteppingTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void steppedEdge_data();
    void steppedEdge();
    void movedEdge_data();
    void movedEdge();
    void nothingToStepTo();
    void nearerEdge();
};

VIRAL_TEST(EdgeSteppingTest)

void EdgeSteppingTest::steppedEdge_data()
{
    QTest::addColumn<TimeSpan>("span");
    QTest::addColumn<Edge>("edge");
    QTest::addColumn<EdgeStep>("step");
    QTest::addColumn<StepDirection>("direction");
    QTest::addColumn<TimeSpan>("expected");
    using enum StepDirection;
    // Words are 1 s long, sentences 5 s, in a source of 100 s.
    QTest::newRow("start a word earlier")
        << spanMs(10000, 60000) << Edge::Start << EdgeStep::Word << Earlier << spanMs(9000, 60000);
    QTest::newRow("start a word later") << spanMs(10000, 60000) << Edge::Start << EdgeStep::Word << Later
                                        << spanMs(11000, 60000);
    QTest::newRow("end a word later") << spanMs(10000, 60000) << Edge::End << EdgeStep::Word << Later
                                      << spanMs(10000, 61000);
    QTest::newRow("end a word earlier") << spanMs(10000, 60000) << Edge::End << EdgeStep::Word << Earlier
                                        << spanMs(10000, 59000);
    QTest::newRow("start a sentence earlier")
        << spanMs(10000, 60000) << Edge::Start << EdgeStep::Sentence << Earlier << spanMs(5000, 60000);
    QTest::newRow("end a sentence later")
        << spanMs(10000, 60000) << Edge::End << EdgeStep::Sentence << Later << spanMs(10000, 65000);
    QTest::newRow("between boundaries, later")
        << spanMs(10500, 60000) << Edge::Start << EdgeStep::Word << Later << spanMs(11000, 60000);
    QTest::newRow("between boundaries, earlier")
        << spanMs(10500, 60000) << Edge::Start << EdgeStep::Word << Earlier << spanMs(10000, 60000);
    QTest::newRow("at the beginning of the source")
        << spanMs(0, 60000) << Edge::Start << EdgeStep::Word << Earlier << spanMs(0, 60000);
    QTest::newRow("at the end of the source")
        << spanMs(0, 100000) << Edge::End << EdgeStep::Sentence << Later << spanMs(0, 100000);
    QTest::newRow("never empty") << spanMs(59000, 60000) << Edge::Start << EdgeStep::Word << Later
                                 << spanMs(59000, 60000);
}

void EdgeSteppingTest::steppedEdge()
{
    QFETCH(const TimeSpan, span);
    QFETCH(const Edge, edge);
    QFETCH(const EdgeStep, step);
    QFETCH(const StepDirection, direction);
    const TranscriptIndex index(ViralTest::evenTranscript(20));
    QTEST(Viral::steppedEdge(span, edge, step, direction, index), "expected");
}

void EdgeSteppingTest::movedEdge_data()
{
    QTest::addColumn<Edge>("edge");
    QTest::addColumn<int>("time");
    QTest::addColumn<TimeSpan>("expected");
    QTest::newRow("start") << Edge::Start << 5000 << spanMs(5000, 60000);
    QTest::newRow("start before the source") << Edge::Start << -5000 << spanMs(0, 60000);
    QTest::newRow("start behind the end") << Edge::Start << 70000 << spanMs(59000, 60000);
    QTest::newRow("end behind the source") << Edge::End << 170000 << spanMs(10000, 100000);
    QTest::newRow("end before the start") << Edge::End << 0 << spanMs(10000, 11000);
}

void EdgeSteppingTest::movedEdge()
{
    QFETCH(const Edge, edge);
    QFETCH(const int, time);
    QTEST(Viral::movedEdge(spanMs(10000, 60000), edge, Milliseconds{time}, spanMs(0, 100000)), "expected");
}

void EdgeSteppingTest::nothingToStepTo()
{
    const TimeSpan span = spanMs(0, 1000);
    QCOMPARE(Viral::steppedEdge(span, Edge::End, EdgeStep::Word, StepDirection::Later, TranscriptIndex()), span);
}

void EdgeSteppingTest::nearerEdge()
{
    const TimeSpan span = spanMs(10000, 20000);
    QCOMPARE(Viral::nearerEdge(span, Milliseconds{0}), Edge::Start);
    QCOMPARE(Viral::nearerEdge(span, Milliseconds{14999}), Edge::Start);
    QCOMPARE(Viral::nearerEdge(span, Milliseconds{15001}), Edge::End);
    QCOMPARE(Viral::nearerEdge(span, Milliseconds{90000}), Edge::End);
}

#include "tst_edgestepping.moc"
