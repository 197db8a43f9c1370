// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/exporters/goldencase.h"

#include "core/contract/serviceresultcodec.h"

using namespace Viral;
using namespace Qt::StringLiterals;

namespace ViralTest {

namespace {

QString text(const JsonValue &object, const QString &key)
{
    const auto value = object.member(key);
    return value ? value->asString().value_or(QString()) : QString();
}

int number(const JsonValue &object, const QString &key)
{
    const auto value = object.member(key);
    return value ? static_cast<int>(value->asInteger().value_or(0)) : 0;
}

QList<QString> texts(const JsonValue &object, const QString &key)
{
    QList<QString> list;
    if (const auto array = object.member(key))
        array->forEachElement(
            [&list](std::size_t, const JsonValue &value) { list.append(value.asString().value_or(u""_s)); });
    return list;
}

SourceMedia mediaOf(const JsonValue &object)
{
    SourceMedia media{.path = text(object, u"path"_s),
                      .facts = mediaFactsFrom(texts(object, u"probe"_s).join(u'\n').toUtf8())};
    if (const FrameRate byHand = frameRateFromText(text(object, u"fps"_s)); byHand.isKnown())
        media.facts.rate = byHand;
    return media;
}

Review decided(const ServiceResult &result, const QList<QString> &decisions)
{
    Review review(result);
    const QList<ReviewedMoment> moments = review.moments();
    for (qsizetype i = 0; i < moments.size(); ++i) {
        ReviewedMoment moment = moments[i];
        moment.decision = decisionFromKey(decisions.value(i)).value_or(Decision::Undecided);
        review.replace(moment);
    }
    return review;
}

} // namespace

Result<GoldenCase> readGoldenCase(const QByteArray &input)
{
    const auto document = JsonDocument::parse(input);
    if (!document)
        return tl::unexpected(document.error());
    const JsonValue root = document->root();
    const auto resultValue = root.member(u"result"_s);
    const auto mediaValue = root.member(u"media"_s);
    if (!resultValue || !mediaValue)
        return failure(ErrorKind::Input, u"A case needs a result and media."_s);
    Problems problems;
    const ServiceResult result = readServiceResult(*resultValue, problems, Promises::Noted);
    if (problems.hasErrors())
        return failure(ErrorKind::Input, problems.text());
    GoldenCase golden{.format = text(root, u"format"_s)};
    golden.options = {.shape = shapeFromKey(text(root, u"shape"_s)).value_or(TimelineShape::Reel),
                      .handles = number(root, u"handles"_s),
                      .gap = number(root, u"gap"_s)};
    golden.selects =
        makeSelects(text(root, u"name"_s), result, decided(result, texts(root, u"decisions"_s)), HandOver::All);
    golden.selects.media = mediaOf(*mediaValue);
    return golden;
}

} // namespace ViralTest
