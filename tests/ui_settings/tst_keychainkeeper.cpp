// SPDX-License-Identifier: GPL-3.0-or-later
#include "fakekeychain.h"
#include "tests/support/fakescheduler.h"
#include "tests/support/testregistry.h"

#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace Viral;
using namespace ViralTest;

class KeychainKeeperTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void loadsWhatWasKept();
    void keepsAndForgets();
    void emptyKeyIsForgotten();
    void aKeyTypedWhileLoadingWins();
    void withoutAKeychainMemoryHolds_data();
    void withoutAKeychainMemoryHolds();
    void silentKeychainIsNotWaitedForForEver();
    void lateAnswersAreStillTaken();
    void answersAfterTheEndAreIgnored();
    void memoryKeeperHolds();

private:
    FakeScheduler m_scheduler;
    FakeKeychain *m_keychain = nullptr;
    std::unique_ptr<KeychainKeeper> m_keeper;
};

namespace {

const Secret openAi(u"sk-test-0123456789"_s);
const Secret runPod(u"rpa_TEST0123456789"_s);

} // namespace

void KeychainKeeperTest::init()
{
    auto keychain = std::make_unique<FakeKeychain>();
    m_keychain = keychain.get();
    m_keeper = std::make_unique<KeychainKeeper>(std::move(keychain), m_scheduler);
}

void KeychainKeeperTest::loadsWhatWasKept()
{
    m_keychain->entries = {{u"openai-key"_s, openAi}, {u"webhook-secret"_s, runPod}};
    const QSignalSpy loaded(m_keeper.get(), &KeyKeeper::loaded);
    const QSignalSpy changed(m_keeper.get(), &KeyKeeper::changed);
    m_keeper->load();
    QVERIFY(!m_keeper->isLasting());
    QVERIFY(loaded.isEmpty());
    m_keychain->answerAll();
    QCOMPARE(loaded.size(), 1);
    QCOMPARE(changed.size(), 2);
    QCOMPARE(m_keeper->key(KeyName::OpenAi), openAi);
    QCOMPARE(m_keeper->key(KeyName::WebhookSecret), runPod);
    QVERIFY(m_keeper->key(KeyName::RunPod).isEmpty());
    QVERIFY(m_keeper->isLasting());
    QVERIFY(m_keeper->explanation().contains("keychain"_L1));
    QCOMPARE(m_scheduler.pending(), 0);
}

void KeychainKeeperTest::keepsAndForgets()
{
    m_keeper->setKey(KeyName::RunPod, runPod);
    QCOMPARE(m_keeper->key(KeyName::RunPod), runPod);
    m_keychain->answerAll();
    QCOMPARE(m_keychain->entries.value(u"runpod-key"_s), runPod);
    QVERIFY(m_keeper->isLasting());
    m_keeper->forget(KeyName::RunPod);
    QVERIFY(m_keeper->key(KeyName::RunPod).isEmpty());
    m_keychain->answerAll();
    QVERIFY(m_keychain->entries.isEmpty());
}

void KeychainKeeperTest::emptyKeyIsForgotten()
{
    m_keeper->setKey(KeyName::OpenAi, openAi);
    m_keeper->setKey(KeyName::OpenAi, {});
    m_keychain->answerAll();
    QVERIFY(m_keeper->key(KeyName::OpenAi).isEmpty());
    QVERIFY(m_keychain->entries.isEmpty());
}

void KeychainKeeperTest::aKeyTypedWhileLoadingWins()
{
    m_keychain->entries = {{u"openai-key"_s, runPod}};
    m_keeper->load();
    m_keeper->setKey(KeyName::OpenAi, openAi);
    m_keychain->answerAll();
    QCOMPARE(m_keeper->key(KeyName::OpenAi), openAi);
}

void KeychainKeeperTest::withoutAKeychainMemoryHolds_data()
{
    QTest::addColumn<int>("refusal");
    QTest::addColumn<QString>("word");
    QTest::addColumn<QString>("nextStep");
    QTest::addColumn<bool>("isToldAtTheStart");
    QTest::newRow("none") << int(KeychainAnswer::Outcome::NoService) << u"no keychain"_s << u"Install"_s << false;
    QTest::newRow("locked") << int(KeychainAnswer::Outcome::Denied) << u"locked"_s << u"Unlock it"_s << true;
    QTest::newRow("failing") << int(KeychainAnswer::Outcome::Failed) << u"failed"_s << u"Log in again"_s << true;
}

void KeychainKeeperTest::withoutAKeychainMemoryHolds()
{
    QFETCH(int, refusal);
    QFETCH(QString, word);
    QFETCH(QString, nextStep);
    QFETCH(bool, isToldAtTheStart);
    m_keychain->refusal = static_cast<KeychainAnswer::Outcome>(refusal);
    const QSignalSpy loaded(m_keeper.get(), &KeyKeeper::loaded);
    QSignalSpy failed(m_keeper.get(), &KeyKeeper::failed);
    m_keeper->load();
    m_keychain->answerAll();
    QCOMPARE(loaded.size(), 1);
    QCOMPARE(failed.size(), isToldAtTheStart ? 1 : 0);
    for (const QList<QVariant> &one : failed)
        QVERIFY(one.constFirst().value<Error>().message.contains(nextStep));
    failed.clear();
    QVERIFY(!m_keeper->isLasting());
    QVERIFY2(m_keeper->explanation().contains(nextStep), qPrintable(m_keeper->explanation()));
    QVERIFY2(m_keeper->explanation().contains(word), qPrintable(m_keeper->explanation()));
    QVERIFY(m_keeper->explanation().contains("memory"_L1));

    m_keeper->setKey(KeyName::OpenAi, openAi);
    m_keychain->answerAll();
    QCOMPARE(m_keeper->key(KeyName::OpenAi), openAi);
    QCOMPARE(failed.size(), 1);
    QVERIFY(!failed.constFirst().constFirst().value<Error>().text().contains(openAi.reveal()));
}

void KeychainKeeperTest::silentKeychainIsNotWaitedForForEver()
{
    const QSignalSpy loaded(m_keeper.get(), &KeyKeeper::loaded);
    QSignalSpy failed(m_keeper.get(), &KeyKeeper::failed);
    m_keeper->load();
    m_keeper->load();
    QCOMPARE(m_keychain->waiting(), qsizetype(allKeyNames.size()));
    m_scheduler.advance(KeychainKeeper::longestWait - Milliseconds{1});
    QVERIFY(loaded.isEmpty());
    m_scheduler.advance(Milliseconds{1});
    QCOMPARE(loaded.size(), 1);
    QVERIFY(!m_keeper->isLasting());
    QVERIFY(m_keeper->explanation().contains("does not answer"_L1));
    QCOMPARE(failed.size(), 1);
    QVERIFY(failed.constFirst().constFirst().value<Error>().message.contains("unlock it there"_L1));
}

void KeychainKeeperTest::lateAnswersAreStillTaken()
{
    m_keychain->entries = {{u"openai-key"_s, openAi}};
    const QSignalSpy loaded(m_keeper.get(), &KeyKeeper::loaded);
    m_keeper->load();
    m_scheduler.advance(KeychainKeeper::longestWait);
    m_keychain->answerAll();
    QCOMPARE(loaded.size(), 1);
    QCOMPARE(m_keeper->key(KeyName::OpenAi), openAi);
    QVERIFY(m_keeper->isLasting());
}

void KeychainKeeperTest::answersAfterTheEndAreIgnored()
{
    // The keychain of the system outlives the keeper's interest in its answers.
    struct Kept final : Keychain
    {
        explicit Kept(QList<Then> &all)
            : answers(all)
        {}
        void read(const QString &, Then then) override { answers.append(then); }
        void write(const QString &, const Secret &, Then then) override { answers.append(then); }
        void remove(const QString &, Then then) override { answers.append(then); }
        QList<Then> &answers;
    };
    QList<Keychain::Then> answers;
    auto keeper = std::make_unique<KeychainKeeper>(std::make_unique<Kept>(answers), m_scheduler);
    keeper->load();
    keeper->setKey(KeyName::OpenAi, openAi);
    keeper->forget(KeyName::RunPod);
    keeper.reset();
    QCOMPARE(answers.size(), 5);
    for (const Keychain::Then &then : answers)
        then({.outcome = KeychainAnswer::Outcome::Done, .secret = runPod});
    QCOMPARE(m_scheduler.pending(), 0);
}

void KeychainKeeperTest::memoryKeeperHolds()
{
    MemoryKeeper keeper;
    QSignalSpy loaded(&keeper, &KeyKeeper::loaded);
    QSignalSpy changed(&keeper, &KeyKeeper::changed);
    keeper.load();
    QVERIFY(loaded.isEmpty());
    QTRY_COMPARE(loaded.size(), 1);
    keeper.setKey(KeyName::OpenAi, openAi);
    keeper.setKey(KeyName::OpenAi, openAi);
    QCOMPARE(changed.size(), 1);
    QCOMPARE(keeper.key(KeyName::OpenAi), openAi);
    keeper.forget(KeyName::OpenAi);
    QVERIFY(keeper.key(KeyName::OpenAi).isEmpty());
    QVERIFY(!keeper.isLasting());
    QVERIFY(keeper.explanation().contains("memory"_L1));
}

VIRAL_TEST(KeychainKeeperTest)
#include "tst_keychainkeeper.moc"
