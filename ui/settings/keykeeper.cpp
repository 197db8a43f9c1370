// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/keykeeper.h"

using namespace Qt::StringLiterals;

namespace Viral {

QLatin1StringView variableOf(KeyName name)
{
    switch (name) {
    case KeyName::OpenAi:
        return "OPENAI_API_KEY"_L1;
    case KeyName::RunPod:
        return "RUNPOD_API_KEY"_L1;
    case KeyName::WebhookSecret:
        return "WEBHOOK_SECRET"_L1;
    }
    return {};
}

void KeyKeeper::hold(KeyName name, const Secret &key)
{
    Secret &held = m_keys.at(static_cast<std::size_t>(name));
    if (held == key)
        return;
    held = key;
    Q_EMIT changed(name);
}

void MemoryKeeper::load()
{
    QMetaObject::invokeMethod(this, &KeyKeeper::loaded, Qt::QueuedConnection);
}

void MemoryKeeper::setKey(KeyName name, const Secret &key)
{
    hold(name, key);
}

void MemoryKeeper::forget(KeyName name)
{
    hold(name, {});
}

QString MemoryKeeper::explanation() const
{
    return tr("Keys are held in memory and are gone when the program ends.");
}

} // namespace Viral
