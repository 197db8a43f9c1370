// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/clients/openaimodels.h"
#include "tests/support/faketransport.h"
#include "tests/support/openaianswers.h"
#include "tests/support/testregistry.h"

#include <QTest>

using namespace Viral;
using namespace ViralTest;
using namespace Qt::StringLiterals;

class OpenAiModelsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void listIsRead();
    void failures();
    void advice_data();
    void advice();
};

void OpenAiModelsTest::listIsRead()
{
    const auto models = readModels(answered(200, R"({"object":"list","data":[
        {"id":"gpt-5","object":"model","shutdown_date":"2026-12-11"},{"id":"gpt-6-luna","shutdown_date":null},
        {"id":"llama","shutdown_date":"soon"},{"object":"model"},7]})"),
                                   {});
    QVERIFY(models);
    QCOMPARE(*models, (QList<ListedModel>{{u"gpt-5"_s, QDate(2026, 12, 11)}, {u"gpt-6-luna"_s}, {u"llama"_s}}));
}

void OpenAiModelsTest::failures()
{
    const auto refused = readModels(answered(401, OpenAi::error("Wrong key sk-abcdefgh12345678")), {});
    QVERIFY(!refused);
    QCOMPARE(refused.error(), (Error{ErrorKind::Refused, u"Wrong key [key]"_s}));
    QCOMPARE(readModels(answered(200, "<html>"), {}).error().kind, ErrorKind::Service);
    QCOMPARE(readModels(answered(200, R"({"data":{}})"), {}).error().kind, ErrorKind::Service);
    QCOMPARE(readModels(faulted(HttpFault::Unreachable), {}).error().kind, ErrorKind::Network);
}

void OpenAiModelsTest::advice_data()
{
    QTest::addColumn<QString>("model");
    QTest::addColumn<int>("kind");
    const auto row = [](const char *model, ModelAdvice::Kind kind) {
        QTest::newRow(model) << QString::fromLatin1(model) << static_cast<int>(kind);
    };
    row("no date", ModelAdvice::Kind::Fine);
    row("in 61 days", ModelAdvice::Kind::Fine);
    row("in 60 days", ModelAdvice::Kind::EndsSoon);
    row("tomorrow", ModelAdvice::Kind::EndsSoon);
    row("today", ModelAdvice::Kind::Ended);
    row("gone", ModelAdvice::Kind::Ended);
    row("unknown", ModelAdvice::Kind::NotListed);
}

void OpenAiModelsTest::advice()
{
    QFETCH(QString, model);
    const QDate today(2026, 11, 21);
    const QList<ListedModel> models{{u"no date"_s},
                                    {u"in 61 days"_s, today.addDays(61)},
                                    {u"in 60 days"_s, today.addDays(60)},
                                    {u"tomorrow"_s, today.addDays(1)},
                                    {u"today"_s, today},
                                    {u"gone"_s, today.addDays(-400)}};
    QTEST(static_cast<int>(adviceFor(models, model, today).kind), "kind");
}

VIRAL_TEST(OpenAiModelsTest)
#include "tst_openaimodels.moc"
