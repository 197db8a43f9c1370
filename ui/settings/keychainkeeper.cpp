// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/keychainkeeper.h"

using namespace Qt::StringLiterals;

namespace Viral {

namespace {

QString entryOf(KeyName name)
{
    switch (name) {
    case KeyName::OpenAi:
        return u"openai-key"_s;
    case KeyName::RunPod:
        return u"runpod-key"_s;
    case KeyName::WebhookSecret:
        return u"webhook-secret"_s;
    }
    return {};
}

} // namespace

KeychainKeeper::KeychainKeeper(std::unique_ptr<Keychain> keychain, Scheduler &scheduler, QObject *parent)
    : KeyKeeper(parent)
    , m_keychain(std::move(keychain))
    , m_scheduler(scheduler)
    , m_self(std::make_shared<KeychainKeeper *>(this))
{}

KeychainKeeper::~KeychainKeeper()
{
    *m_self = nullptr;
}

void KeychainKeeper::load()
{
    if (m_awaited > 0)
        return;
    m_state = State::Asking;
    m_awaited = static_cast<int>(allKeyNames.size());
    m_deadline = m_scheduler.after(longestWait, [this] {
        m_state = State::Silent;
        endLoading();
    });
    for (const KeyName name : allKeyNames) {
        m_keychain->read(entryOf(name), [self = m_self, name](const KeychainAnswer &answer) {
            if (*self)
                (*self)->takeRead(name, answer);
        });
    }
}

void KeychainKeeper::takeRead(KeyName name, const KeychainAnswer &answer)
{
    accept(answer);
    if (answer.outcome == KeychainAnswer::Outcome::Done && !m_isOwn.at(static_cast<std::size_t>(name)))
        hold(name, answer.secret);
    if (--m_awaited == 0 && m_deadline)
        endLoading();
}

void KeychainKeeper::endLoading()
{
    // The answers that are still missing may come yet; they are taken, but nobody waits for them.
    m_deadline.reset();
    // Who has no keychain has no keys in it; where there is one, keys that were kept are missing now.
    if (m_state == State::Denied || m_state == State::Failing || m_state == State::Silent)
        report(tr("The keys could not be read from the keychain."), {.words = m_words});
    Q_EMIT loaded();
}

bool KeychainKeeper::accept(const KeychainAnswer &answer)
{
    switch (answer.outcome) {
    case KeychainAnswer::Outcome::Done:
    case KeychainAnswer::Outcome::NotFound:
        m_state = State::Open;
        m_words.clear();
        return true;
    case KeychainAnswer::Outcome::NoService:
        m_state = State::NoService;
        break;
    case KeychainAnswer::Outcome::Denied:
        m_state = State::Denied;
        break;
    case KeychainAnswer::Outcome::Failed:
        m_state = State::Failing;
        break;
    }
    m_words = answer.words;
    return false;
}

void KeychainKeeper::report(const QString &what, const KeychainAnswer &answer)
{
    const QString words = answer.words.isEmpty() ? QString() : u' ' + answer.words;
    Q_EMIT failed({ErrorKind::Storage, what + words + u' ' + explanation()});
}

void KeychainKeeper::setKey(KeyName name, const Secret &key)
{
    if (key.isEmpty()) {
        forget(name);
        return;
    }
    m_isOwn.at(static_cast<std::size_t>(name)) = true;
    hold(name, key);
    m_keychain->write(entryOf(name), key, [self = m_self](const KeychainAnswer &answer) {
        if (*self && !(*self)->accept(answer))
            (*self)->report(tr("The key could not be put into the keychain."), answer);
    });
}

void KeychainKeeper::forget(KeyName name)
{
    m_isOwn.at(static_cast<std::size_t>(name)) = true;
    hold(name, {});
    m_keychain->remove(entryOf(name), [self = m_self](const KeychainAnswer &answer) {
        // Without a keychain there is nothing to remove from.
        if (*self && !(*self)->accept(answer) && answer.outcome != KeychainAnswer::Outcome::NoService)
            (*self)->report(tr("The key could not be removed from the keychain."), answer);
    });
}

QString KeychainKeeper::explanation() const
{
    switch (m_state) {
    case State::NotAsked:
    case State::Asking:
        return tr("The system's keychain is being asked.");
    case State::Open:
        return tr("Keys are kept in the system's keychain.");
    case State::NoService:
        return tr("This computer has no keychain, so keys are held in memory and are gone when the program ends. "
                  "Install gnome-keyring or KWallet to keep them.");
    case State::Denied:
        return tr("The keychain is locked, so keys are held in memory and are gone when the program ends. Unlock it "
                  "and start the program again to keep them.");
    case State::Silent:
        return tr("The keychain does not answer, so keys are held in memory and are gone when the program ends. It may "
                  "be asking for its password in another window: unlock it there.");
    case State::Failing:
        return tr("The keychain failed, so keys are held in memory and are gone when the program ends. Log in again, "
                  "or enter the key in the settings.");
    }
    return {};
}

} // namespace Viral
