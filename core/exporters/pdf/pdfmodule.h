// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/exporters/reviewsheet.h"

#include <QByteArray>

/// The one door of the module that lays out PDF sheets: it alone wants Pango and Cairo, and what these bring along, so
/// it is loaded only when a sheet is printed. \a bytes is empty afterwards when that failed.
extern "C" Q_DECL_EXPORT void viralWritePdfSheet(const Viral::ReviewSheet *source, QByteArray *bytes);

using PdfSheetWriter = void (*)(const Viral::ReviewSheet *source, QByteArray *bytes);
