// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/json/problems.h"

#include "core/json/jsonreader.h"
#include "tests/support/testregistry.h"

#include <QTest>

using namespace Viral;
using namespace Qt::StringLiterals;

class ProblemsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void textHasALinePerProblem();
    void warningsAreNoErrors();
    void oneErrorKeepsItsPlace();
    void valuesGiveTheirPointer();
    void furtherOnesAreCounted();
    void innerProblemsMoveBelow();
};

void ProblemsTest::textHasALinePerProblem()
{
    Problems problems;
    QCOMPARE(problems.text(), QString());
    problems.addError(u"/a"_s, u"is missing"_s);
    problems.addWarning(QString(), u"odd"_s);
    QCOMPARE(problems.text(), u"/a: is missing\nodd"_s);
}

void ProblemsTest::warningsAreNoErrors()
{
    Problems problems;
    problems.addWarning(u"/a"_s, u"odd"_s);
    QVERIFY(!problems.hasErrors());
    QCOMPARE(problems.warningCount(), 1);
    problems.addError(u"/b"_s, u"wrong"_s);
    problems.addError(u"/c"_s, u"wrong too"_s);
    QVERIFY(problems.hasErrors());
    QCOMPARE(problems.asError(), (Error{ErrorKind::Input, u"/b: wrong\n/c: wrong too"_s}));
}

void ProblemsTest::oneErrorKeepsItsPlace()
{
    Problems problems;
    problems.addError(u"/b"_s, u"wrong"_s);
    QCOMPARE(problems.asError(), (Error{ErrorKind::Input, u"wrong"_s, u"/b"_s}));
}

void ProblemsTest::valuesGiveTheirPointer()
{
    const auto document = JsonDocument::parse(R"({"a": [{"b": 1}]})");
    Problems problems;
    document->root().member(u"a")->forEachElement([&](std::size_t, const JsonValue &value) {
        problems.addError(*value.member(u"b"), u"wrong"_s);
        problems.addMissing(value, "c/d");
    });
    QCOMPARE(problems.text(), u"/a/0/b: wrong\n/a/0/c~1d: is missing"_s);
}

void ProblemsTest::furtherOnesAreCounted()
{
    Problems problems;
    for (qsizetype i = 0; i < Problems::maximumKept + 5; ++i)
        problems.addError(u"/x"_s, u"wrong"_s);
    QCOMPARE(problems.all().size(), Problems::maximumKept);
    QCOMPARE(problems.errorCount(), Problems::maximumKept + 5);
    QVERIFY(problems.text().endsWith(u"/x: wrong\nand 5 more problems"_s));
    QVERIFY(problems.asError().message.endsWith(u"and 5 more problems"_s));
}

void ProblemsTest::innerProblemsMoveBelow()
{
    Problems inner;
    for (qsizetype i = 0; i < Problems::maximumKept + 1; ++i)
        inner.addError(u"/x"_s, u"wrong"_s);
    inner.addWarning(u"/y"_s, u"odd"_s);
    Problems outer;
    outer.addWarning(QString(), u"first"_s);
    outer.addBelow(u"/output"_s, inner);
    QCOMPARE(outer.errorCount(), Problems::maximumKept + 1);
    QCOMPARE(outer.warningCount(), 2);
    QCOMPARE(outer.all().at(1).pointer, u"/output/x"_s);
}

VIRAL_TEST(ProblemsTest)
#include "tst_problems.moc"
