// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/flow_desktop/shownstate.h"

#include "core/review/editcodec.h"

#include <QCryptographicHash>

using namespace Viral;

namespace ViralTest {

QByteArray shownState(const ReviewHistory &history)
{
    JsonWriter writer(JsonWriter::Layout::Compact);
    writer.beginArray();
    for (const ReviewedMoment &moment : history.review().moments())
        writeReviewedMoment(writer, moment);
    writer.value(std::int64_t{history.undoTarget()}).value(std::int64_t{history.redoTarget()});
    writer.endArray();
    return QCryptographicHash::hash(writer.take(), QCryptographicHash::Sha256).toHex();
}

} // namespace ViralTest
