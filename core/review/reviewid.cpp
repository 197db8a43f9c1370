// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/review/reviewid.h"

#include "core/contract/serviceresultcodec.h"

#include <QCryptographicHash>

using namespace Qt::StringLiterals;

namespace Viral {

ReviewId reviewIdOf(const ServiceResult &result)
{
    const QByteArray bytes = writeServiceResult(result, JsonWriter::Layout::Compact);
    return {QString::fromLatin1(QCryptographicHash::hash(bytes, QCryptographicHash::Sha256).toHex().left(32))};
}

ReviewId reviewIdOf(const RunId &run)
{
    return {u"run-"_s + run.value};
}

} // namespace Viral
