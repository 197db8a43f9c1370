// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/commands/keymapstore.h"

#include "core/base/files.h"
#include "ui/commands/keymapfile.h"

#include <QDir>
#include <QFileInfo>

namespace Viral {

KeyMapStore::KeyMapStore(QString path, QObject *parent)
    : QObject(parent)
    , m_path(std::move(path))
{
    if (m_path.isEmpty() || !QFileInfo::exists(m_path))
        return;
    const Result<QByteArray> bytes = readFile(m_path, largestKeyFile);
    const Result<ReadKeyMap> read = bytes ? parseKeyMap(*bytes) : tl::unexpected(bytes.error());
    if (read)
        m_keys = read->keys;
    else
        m_trouble = tr("The changed keys could not be read, the usual ones are in force. %1: %2")
                        .arg(m_path, read.error().message);
}

bool KeyMapStore::setKeys(const KeyMap &keys)
{
    m_trouble.clear();
    if (!m_path.isEmpty()) {
        QDir().mkpath(QFileInfo(m_path).absolutePath());
        if (const Result<void> written = writeFile(m_path, writeKeyMap(keys)); !written)
            m_trouble = tr("The keys hold until the program ends: %1").arg(written.error().text());
    }
    m_keys = keys;
    Q_EMIT changed();
    return m_trouble.isEmpty();
}

} // namespace Viral
