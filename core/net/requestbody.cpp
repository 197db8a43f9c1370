// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/net/requestbody.h"

#include <cstring>

namespace Viral {

RequestBody::RequestBody(QByteArray bytes, QObject *parent)
    : QIODevice(parent)
    , m_bytes(std::move(bytes))
{
    open(QIODevice::ReadOnly | QIODevice::Unbuffered);
}

bool RequestBody::seek(qint64 position)
{
    return position >= pos() && QIODevice::seek(position);
}

qint64 RequestBody::readData(char *data, qint64 maxSize)
{
    const qint64 count = std::min(maxSize, m_bytes.size() - pos());
    if (count <= 0)
        return -1;
    std::memcpy(data, m_bytes.constData() + pos(), static_cast<size_t>(count));
    return count;
}

} // namespace Viral
