// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/library/library.h"
#include "tests/run/runbench.h"
#include "tests/support/testregistry.h"
#include "tests/ui_desk/deskbench.h"

#include <QMutex>
#include <QProcess>
#include <QRandomGenerator>
#include <QTest>

#include <csignal>

using namespace Viral;
using namespace ViralTest;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

// A program with a desk, killed at any moment: what it showed is kept, and what was shown is never asked again.
class DeskKillsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void killedAHundredTimes();
};

VIRAL_TEST(DeskKillsTest)

namespace {

constexpr int kills = 100;
constexpr int chunks = 40;
constexpr int sentencesPerChunk = 12;
constexpr int longestLifeMs = 400;

/// Counts the questions about each chunk of each talk.
class Questions
{
public:
    Reply answer(const ReceivedRequest &request)
    {
        const QMutexLocker lock(&m_mutex);
        ++m_asked[key(request)];
        return slowReply(request, 15ms);
    }
    int asked(const QString &title, int chunk) const
    {
        const QMutexLocker lock(&m_mutex);
        return m_asked.value({title, chunk});
    }

private:
    static QPair<QString, int> key(const ReceivedRequest &request)
    {
        static const QRegularExpression title(u"talk-\\d+"_s);
        return {title.match(QString::fromUtf8(request.body)).captured(),
                askedFor(request.body).first / sentencesPerChunk};
    }

    mutable QMutex m_mutex;
    QHash<QPair<QString, int>, int> m_asked;
};

struct Life
{
    QSet<int> shownDone = {};
    int shownMoments = 0;
    bool finishedWell = false;
    QByteArray output = {};
};

/// Lets the program live for \a milliseconds and kills it then.
Life live(const QString &library, const QString &base, const QString &title, int milliseconds)
{
    QProcess program;
    program.start(QStringLiteral(VIRAL_PROGRAMS "/desk_driver"), {library, base, QString::number(chunks), title});
    program.waitForStarted();
    if (!program.waitForFinished(milliseconds)) {
        program.kill();
        program.waitForFinished();
    }
    Life life{.output = program.readAllStandardOutput()};
    const QByteArrayList lines = life.output.split('\n');
    // What comes after the last end of line was not shown.
    for (qsizetype i = 0; i + 1 < lines.size(); ++i) {
        const QByteArrayList words = lines.at(i).split(' ');
        if (words.constFirst() == "done")
            life.shownDone.insert(words.at(1).toInt());
        else if (words.constFirst() == "moments")
            life.shownMoments = words.at(1).toInt();
        else if (words.constFirst() == "finished")
            life.finishedWell = words.at(1).toInt() == static_cast<int>(RunState::Succeeded);
    }
    return life;
}

/// Chunks of the talk whose answers are in the library, and how often.
QHash<int, int> keptChunks(const QString &folder, const QString &title)
{
    QHash<int, int> kept;
    const auto library = Library::open(folder, Library::Access::ReadOnly);
    if (!library)
        return kept;
    const QList<RunRecord> runs = (*library)->runs().runs(10'000).value();
    for (const RunRecord &run : runs) {
        if (run.title != title)
            continue;
        const QList<StoredAnswer> answers = (*library)->answers().answersOf(run.id).value();
        for (const StoredAnswer &answer : answers)
            ++kept[answer.chunkIndex];
    }
    return kept;
}

} // namespace

void DeskKillsTest::killedAHundredTimes()
{
    Questions questions;
    LoopbackServer server([&questions](int, const ReceivedRequest &request) { return questions.answer(request); });
    const QTemporaryDir folder;
    const QString base = server.url(u"/v1"_s).toString();
    const quint32 seed = QRandomGenerator::global()->generate();
    qInfo("seed %u", seed);
    QRandomGenerator random(seed);
    int talk = 0;
    int finishedTalks = 0;
    qsizetype shown = 0;
    // Of the talk at hand: chunks that were shown, and how often each had been asked by then.
    QHash<int, int> askedWhenShown;
    for (int kill = 0; kill < kills; ++kill) {
        const QString title = u"talk-%1"_s.arg(talk);
        const Life life = live(folder.path(), base, title, random.bounded(longestLifeMs));
        QVERIFY2(!life.output.contains("error"), life.output.constData());
        shown += life.shownDone.size();
        // Nothing that was shown is asked again.
        for (auto it = askedWhenShown.cbegin(); it != askedWhenShown.cend(); ++it)
            QCOMPARE(questions.asked(title, it.key()), it.value());
        // What was shown is on the disk, once.
        const QHash<int, int> kept = keptChunks(folder.path(), title);
        for (const int chunk : life.shownDone) {
            QCOMPARE(kept.value(chunk), 1);
            askedWhenShown.insert(chunk, questions.asked(title, chunk));
        }
        QVERIFY(life.shownMoments <= kept.size());
        for (const int times : kept)
            QCOMPARE(times, 1);
        if (life.finishedWell) {
            QCOMPARE(kept.size(), chunks);
            ++finishedTalks;
            ++talk;
            askedWhenShown.clear();
        }
    }
    qInfo("%lld chunks shown, %d talks finished", static_cast<long long>(shown), finishedTalks);
    QVERIFY(shown > 0);
    // Left alone, the last one comes to its end and has all of it.
    const QString title = u"talk-%1"_s.arg(talk);
    const Life last = live(folder.path(), base, title, 60'000);
    QVERIFY2(last.finishedWell, last.output.constData());
    QCOMPARE(last.shownDone.size(), chunks);
    QCOMPARE(last.shownMoments, chunks);
    for (auto it = askedWhenShown.cbegin(); it != askedWhenShown.cend(); ++it)
        QCOMPARE(questions.asked(title, it.key()), it.value());
}

#include "tst_deskkills.moc"
