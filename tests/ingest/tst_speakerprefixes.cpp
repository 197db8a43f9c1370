// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ingest/speakerprefixes.h"

#include "tests/support/testregistry.h"

#include <QTest>

using namespace Viral;
using namespace Qt::StringLiterals;

class SpeakerPrefixesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void namesSpeakers_data();
    void namesSpeakers();
    void splitsInsideCue();
    void arrowsAndDashes_data();
    void arrowsAndDashes();
};

VIRAL_TEST(SpeakerPrefixesTest)

namespace {

/// "speaker|text" of each part, "?" for an unknown turn, "=" for no mark.
QStringList described(const QList<SpokenPart> &parts)
{
    QStringList result;
    for (const SpokenPart &part : parts) {
        const QString mark = part.turn == SpokenPart::Turn::Named     ? part.speaker
                             : part.turn == SpokenPart::Turn::Unknown ? u"?"_s
                                                                      : u"="_s;
        result.append(mark + u'|' + part.text);
    }
    return result;
}

} // namespace

void SpeakerPrefixesTest::namesSpeakers_data()
{
    QTest::addColumn<QStringList>("cues");
    QTest::addColumn<QStringList>("first");
    QTest::newRow("twice is a name") << QStringList{u"Anna: Hi."_s, u"Well."_s, u"Anna: Yes."_s, u"No."_s}
                                     << QStringList{u"Anna|Hi."_s};
    QTest::newRow("once is speech") << QStringList{u"Question: why?"_s, u"Well."_s, u"Because."_s, u"No."_s}
                                    << QStringList{u"=|Question: why?"_s};
    QTest::newRow("everywhere is a name")
        << QStringList{u"anna_k: Hi."_s, u"bob: Yes."_s} << QStringList{u"anna_k|Hi."_s};
    QTest::newRow("small letters are speech")
        << QStringList{u"And then he said: no."_s, u"And then he said: yes."_s, u"So."_s, u"Well."_s, u"Hm."_s}
        << QStringList{u"=|And then he said: no."_s};
    QTest::newRow("title and comma") << QStringList{u"Dr. Weiss, PhD: I."_s, u"Hm."_s, u"Dr. Weiss, PhD: You."_s}
                                     << QStringList{u"Dr. Weiss, PhD|I."_s};
    QTest::newRow("sentence mark") << QStringList{u"Stop! Now: go."_s, u"Stop! Now: come."_s}
                                   << QStringList{u"=|Stop! Now: go."_s};
    QTest::newRow("point of a sentence") << QStringList{u"It is. Look: a."_s, u"It is. Look: b."_s, u"x"_s, u"y"_s}
                                         << QStringList{u"=|It is. Look: a."_s};
    QTest::newRow("clock") << QStringList{u"12:30 was late."_s, u"12:30 was late."_s}
                           << QStringList{u"=|12:30 was late."_s};
    QTest::newRow("address") << QStringList{u"Http://a.b"_s, u"Http://a.b"_s} << QStringList{u"=|Http://a.b"_s};
    QTest::newRow("too long") << QStringList{u"The Right Honourable Member For Somewhere Far: I."_s,
                                             u"The Right Honourable Member For Somewhere Far: I."_s}
                              << QStringList{u"=|The Right Honourable Member For Somewhere Far: I."_s};
    QTest::newRow("capitals alone on a line")
        << QStringList{u"MAN 2:\nExcuse me."_s, u"Yes."_s, u"No."_s} << QStringList{u"MAN 2|Excuse me."_s};
    QTest::newRow("role in brackets") << QStringList{u"[WOMAN] Wait!"_s, u"Yes."_s} << QStringList{u"WOMAN|Wait!"_s};
    QTest::newRow("sound in brackets") << QStringList{u"[MUSIC] Wait!"_s, u"Yes."_s}
                                       << QStringList{u"=|[MUSIC] Wait!"_s};
    QTest::newRow("other scripts") << QStringList{u"Анна: Да."_s, u"Нет."_s, u"Анна: Что?"_s}
                                   << QStringList{u"Анна|Да."_s};
    QTest::newRow("wide colon") << QStringList{u"田中：はい。"_s, u"いいえ。"_s, u"田中：ええ。"_s}
                                << QStringList{u"田中|はい。"_s};
}

void SpeakerPrefixesTest::namesSpeakers()
{
    QFETCH(const QStringList, cues);
    QTEST(described(SpeakerPrefixes(cues).parts(cues.constFirst())), "first");
}

void SpeakerPrefixesTest::splitsInsideCue()
{
    const SpeakerPrefixes prefixes({u"Anna: a"_s, u"b"_s, u"Anna: c"_s, u"Bob: d"_s, u"Bob: e"_s});
    QCOMPARE(described(prefixes.parts(u"and so\nBob: what?\nCarl: no name\nAnna: yes"_s)),
             (QStringList{u"=|and so"_s, u"Bob|what?\nCarl: no name"_s, u"Anna|yes"_s}));
}

void SpeakerPrefixesTest::arrowsAndDashes_data()
{
    QTest::addColumn<QString>("cue");
    QTest::addColumn<QStringList>("parts");
    QTest::newRow("arrows") << u">> Who? >> Me.\n>>> News."_s << QStringList{u"?|Who?"_s, u"?|Me."_s, u"?|News."_s};
    QTest::newRow("two dashes") << u"- Who?\n-Me."_s << QStringList{u"?|Who?"_s, u"?|Me."_s};
    QTest::newRow("two long dashes") << u"– Who?\n– Me."_s << QStringList{u"?|Who?"_s, u"?|Me."_s};
    QTest::newRow("one hyphen in front") << u"- Me."_s << QStringList{u"?|Me."_s};
    QTest::newRow("one long dash goes on") << u"– as I said –"_s << QStringList{u"=|– as I said –"_s};
    QTest::newRow("dash inside") << u"I came\n- late"_s << QStringList{u"=|I came\n- late"_s};
    QTest::newRow("minus") << u"-5 degrees"_s << QStringList{u"=|-5 degrees"_s};
    QTest::newRow("shift operator") << u"a >>b"_s << QStringList{u"=|a"_s, u"?|b"_s};
}

void SpeakerPrefixesTest::arrowsAndDashes()
{
    QFETCH(const QString, cue);
    QTEST(described(SpeakerPrefixes().parts(cue)), "parts");
}

#include "tst_speakerprefixes.moc"
