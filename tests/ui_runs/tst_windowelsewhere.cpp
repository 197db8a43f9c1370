// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/files.h"
#include "core/contract/serviceresultcodec.h"
#include "tests/support/sampletranscript.h"
#include "tests/support/testregistry.h"
#include "tests/ui_runs/windowbench.h"
#include "ui/commands/shortcutguard.h"
#include "ui/shell/transcriptadder.h"

#include <QApplication>
#include <QMessageBox>
#include <QPushButton>
#include <QSettings>
#include <QTest>

using namespace Viral;
using namespace ViralTest;
using namespace Qt::StringLiterals;

// Results that were found elsewhere, and the transcript that comes later.
class WindowElsewhereTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();

    void opens_data();
    void opens();
    void theTranscriptOfTheJobIsAdded();
    void theTranscriptIsKnownByItsWords();
    void anotherTranscriptIsOpenedWhenDropped();
    void anotherTranscriptIsAskedAboutWhenChosen();
    void whatWasAddedIsThereNextTime();
    void whatIsNoTranscriptIsRefused();
    void notesAreNoWarnings();

private:
    /// A result of two moments of \a job, in \a name.
    QString writeResult(const QByteArray &before = {}, const QByteArray &after = {},
                        const QString &job = u"interview"_s, const QString &quote = u"not said anywhere"_s);
    const Work &work() const { return m_bench->window().document().work(); }
    const Review &review() const { return m_bench->window().document().review(); }
    bool isWanted() const { return m_bench->window().findChild<QAction *>(u"file.addTranscript"_s)->isEnabled(); }
    /// As the file dialog does after a choice.
    void add(const QString &path);

    ShortcutGuard m_guard;
    std::unique_ptr<WindowBench> m_bench;
};

VIRAL_TEST(WindowElsewhereTest)

void WindowElsewhereTest::initTestCase()
{
    qApp->installEventFilter(&m_guard);
}

void WindowElsewhereTest::init()
{
    m_bench = std::make_unique<WindowBench>([](int, const ReceivedRequest &request) { return goodReply(request); });
}

void WindowElsewhereTest::cleanup()
{
    m_bench.reset();
}

QString WindowElsewhereTest::writeResult(const QByteArray &before, const QByteArray &after, const QString &job,
                                         const QString &quote)
{
    ServiceResult result{.jobId = job, .totalChunks = 3, .successfulChunks = 3};
    result.metadata.model = u"gpt-4o-mini"_s;
    for (int i = 0; i < 2; ++i) {
        Moment moment = validMoment(u"Moment %1"_s.arg(i), i * 60'000, i * 60'000 + 45'000);
        moment.quote = quote;
        result.moments.append(moment);
    }
    const QString path = m_bench->folder().filePath(u"from-elsewhere.json"_s);
    const auto written = writeFile(path, before + writeServiceResult(result, JsonWriter::Layout::Compact) + after);
    return written ? path : QString();
}

void WindowElsewhereTest::add(const QString &path)
{
    m_bench->window().findChild<TranscriptAdder *>()->add(path);
    QTRY_VERIFY(m_bench->window().isSettled());
}

void WindowElsewhereTest::opens_data()
{
    QTest::addColumn<QByteArray>("before");
    QTest::addColumn<QByteArray>("after");
    QTest::newRow("a saved result") << QByteArray() << QByteArray();
    QTest::newRow("RunPod's answer, as submit saves it")
        << QByteArray(R"({"delayTime":12,"executionTime":900,"id":"rp-1-e1","output":)")
        << QByteArray(R"(,"status":"COMPLETED","workerId":"w7"})");
    QTest::newRow("a webhook body") << QByteArray(
                                           R"({"id":"rp-1-e1","status":"COMPLETED","input":{"job_id":"j"},"output":)")
                                    << QByteArray("}");
}

void WindowElsewhereTest::opens()
{
    QFETCH(const QByteArray, before);
    QFETCH(const QByteArray, after);
    QVERIFY(!isWanted());
    QVERIFY2(m_bench->open(writeResult(before, after)), qPrintable(m_bench->messages().join(u'\n')));
    QCOMPARE(review().moments().size(), 2);
    QVERIFY(work().request.transcript.isEmpty());
    QVERIFY(isWanted());
    QTest::keyClick(&m_bench->window(), Qt::Key_A);
    QCOMPARE(review().count(Decision::Kept), 1);
}

void WindowElsewhereTest::theTranscriptOfTheJobIsAdded()
{
    QVERIFY(m_bench->open(writeResult()));
    QTest::keyClick(&m_bench->window(), Qt::Key_A);
    const MomentId current = m_bench->window().document().currentMoment();
    const ReviewId name = work().review;
    m_bench->window().openAll({m_bench->payload(3)});
    QTRY_COMPARE(work().request.transcript.sentences.size(), 36);
    // Nothing of the review is another one.
    QCOMPARE(work().review, name);
    QCOMPARE(review().moments().size(), 2);
    QCOMPARE(review().count(Decision::Kept), 1);
    QCOMPARE(m_bench->window().document().currentMoment(), current);
    QVERIFY(work().chunks.size() >= 1);
    QVERIFY(work().secondOpinion);
    QVERIFY(!isWanted());
    QVERIFY(m_bench->trigger("edit.undo"));
    QCOMPARE(review().count(Decision::Kept), 0);
    // A second transcript is opened by itself.
    const QString other = m_bench->payload(2, u"other"_s);
    m_bench->window().openAll({other});
    QTRY_COMPARE(work().path, other);
}

void WindowElsewhereTest::theTranscriptIsKnownByItsWords()
{
    QVERIFY(m_bench->open(writeResult({}, {}, u"another job"_s, u"word5 Word6, word7"_s)));
    m_bench->window().openAll({m_bench->payload(3)});
    QTRY_VERIFY(!work().request.transcript.isEmpty());
    QCOMPARE(work().outcome.result.jobId, u"another job"_s);
}

void WindowElsewhereTest::anotherTranscriptIsOpenedWhenDropped()
{
    QVERIFY(m_bench->open(writeResult({}, {}, u"another job"_s)));
    const QString other = m_bench->payload(3);
    m_bench->window().openAll({other});
    QTRY_COMPARE(work().path, other);
    QVERIFY(!work().request.transcript.isEmpty());
}

void WindowElsewhereTest::anotherTranscriptIsAskedAboutWhenChosen()
{
    const QString path = writeResult({}, {}, u"another job"_s);
    QVERIFY(m_bench->open(path));
    whenAsked(this, [](QDialog &dialog) { dialog.reject(); });
    add(m_bench->payload(3));
    QVERIFY(work().request.transcript.isEmpty());
    // One that ends before the moments do says so.
    QString doubt;
    whenAsked(this, [&doubt](QDialog &dialog) {
        doubt = qobject_cast<QMessageBox *>(&dialog)->informativeText();
        QTest::mouseClick(WindowBench::button(dialog, u"Add it all the same"_s), Qt::LeftButton);
    });
    add(m_bench->payload(1));
    QVERIFY2(doubt.contains(u"1:00"_s) && doubt.contains(u"1:45"_s), qPrintable(doubt));
    QCOMPARE(work().path, path);
    QCOMPARE(work().request.transcript.sentences.size(), 12);
}

void WindowElsewhereTest::whatWasAddedIsThereNextTime()
{
    QSettings settings(m_bench->folder().filePath(u"memory.conf"_s), QSettings::IniFormat);
    const QString path = writeResult();
    m_bench->window().findChild<TranscriptAdder *>()->rememberIn(settings);
    QVERIFY(m_bench->open(path));
    add(m_bench->payload(3));
    QVERIFY(!work().request.transcript.isEmpty());
    m_bench->restart();
    m_bench->window().findChild<TranscriptAdder *>()->rememberIn(settings);
    m_bench->window().open(path);
    QTRY_VERIFY(!work().request.transcript.isEmpty());
    QCOMPARE(work().path, path);
    QCOMPARE(review().moments().size(), 2);
    settings.sync();
    m_bench.reset();
}

void WindowElsewhereTest::whatIsNoTranscriptIsRefused()
{
    const QString path = writeResult();
    QVERIFY(m_bench->open(path));
    add(path);
    QVERIFY(m_bench->messages().join(u'\n').contains(u"holds a result"_s));
    add(m_bench->folder().filePath(u"missing.srt"_s));
    QVERIFY(work().request.transcript.isEmpty());
    QVERIFY(isWanted());
}

void WindowElsewhereTest::notesAreNoWarnings()
{
    const QString path = m_bench->folder().filePath(u"talk.srt"_s);
    QVERIFY(writeFile(path,
                      "1\n00:00:00,000 --> 00:00:05,000\nThe people of the town know what they want and why.\n\n"
                      "2\n00:00:05,000 --> 00:00:10,000\nThis is the thing that I have been thinking about.\n\n"));
    QVERIFY(m_bench->open(path));
    QVERIFY(!work().notes.isEmpty());
    QVERIFY(m_bench->messages().contains(work().notes.constFirst()));
    for (const Problem &problem : work().problems.all())
        QVERIFY(problem.message != work().notes.constFirst());
}

#include "tst_windowelsewhere.moc"
