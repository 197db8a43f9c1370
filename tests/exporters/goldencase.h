// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/exporters/exportformat.h"

#include <QByteArray>

namespace ViralTest {

/// A folder of tests/golden/exporters: what input.json asks for.
struct GoldenCase
{
    QString format = {};
    Viral::ExportOptions options = {};
    Viral::Selects selects = {};
};

/// input.json: {"format", "shape", "handles", "gap", "name", "media": {"path", "probe": lines that ffprobe prints,
/// "fps": a rate given by hand}, "decisions": a word for each moment, "result": a ServiceResult}. Fails with what
/// cannot be read.
Viral::Result<GoldenCase> readGoldenCase(const QByteArray &input);

} // namespace ViralTest
