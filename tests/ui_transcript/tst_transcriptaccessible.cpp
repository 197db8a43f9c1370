// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/testregistry.h"
#include "ui/transcript/transcriptview.h"

#include <QAccessible>
#include <QSignalSpy>
#include <QTest>

using namespace Viral;
using namespace Qt::StringLiterals;

class TranscriptAccessibleTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void sentencesAreReadOut();
    void goneSentencesAreInvalid();
};

VIRAL_TEST(TranscriptAccessibleTest)

namespace {

TranscriptIndex manySentences(int count)
{
    Transcript transcript;
    for (int i = 0; i < count; ++i)
        transcript.sentences.append({.text = u"Sentence %1."_s.arg(i),
                                     .span = spanMs(i * 60000, i * 60000 + 5000),
                                     .speakerId = i % 2 ? u"guest"_s : QString()});
    transcript.wordTimes = TimeOrigin::None;
    return TranscriptIndex(transcript);
}

} // namespace

void TranscriptAccessibleTest::sentencesAreReadOut()
{
    TranscriptView view;
    view.resize(500, 300);
    view.setTranscript(manySentences(100));
    view.setSpeakerNames({{u"guest"_s, u"Anna"_s}});
    view.show();
    QVERIFY(QTest::qWaitForWindowExposed(&view));
    QAccessibleInterface *list = QAccessible::queryAccessibleInterface(&view);
    // Readers look through the whole of a list for what has the keys.
    QVERIFY(list->role() != QAccessible::List);
    QCOMPARE(list->text(QAccessible::Name), u"Transcript"_s);
    QCOMPARE(list->childCount(), 100);
    QCOMPARE(list->child(0)->text(QAccessible::Name), u"0:00: Sentence 0."_s);
    QCOMPARE(list->child(61)->text(QAccessible::Name), u"Anna, 1:01:00: Sentence 61."_s);
    QCOMPARE(list->child(61)->text(QAccessible::Value), u"Sentence 61."_s);
    QCOMPARE(list->indexOfChild(list->child(61)), 61);
    QVERIFY(list->child(61)->state().offscreen);
    QVERIFY(!list->child(1)->state().offscreen);
    const QRect box = list->child(1)->rect();
    QCOMPARE(list->childAt(box.center().x(), box.center().y()), list->child(1));
    QVERIFY(!list->child(100));
    QSignalSpy seeks(&view, &TranscriptView::seekRequested);
    list->child(61)->actionInterface()->doAction(QAccessibleActionInterface::pressAction());
    QCOMPARE(seeks.last().first().value<Milliseconds>(), Milliseconds{61 * 60000});
}

void TranscriptAccessibleTest::goneSentencesAreInvalid()
{
    TranscriptView view;
    view.setTranscript(manySentences(10));
    QAccessibleInterface *ninth = QAccessible::queryAccessibleInterface(&view)->child(9);
    QVERIFY(ninth->isValid());
    view.setTranscript(manySentences(5));
    QVERIFY(!ninth->isValid());
    QCOMPARE(ninth->text(QAccessible::Name), QString());
    QCOMPARE(ninth->rect(), QRect());
}

#include "tst_transcriptaccessible.moc"
