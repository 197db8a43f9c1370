// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analysis/offline/evidence.h"
#include "core/analysis/saidfacts.h"
#include "ui/document/reviewdocument.h"

#include <optional>

namespace Viral {

/// What panels ask about the words of single clips; read when first asked for, and again after another work is opened.
class ClipReading final : public QObject
{
    Q_OBJECT

public:
    explicit ClipReading(ReviewDocument &document, QObject *parent = nullptr);

    const ClipReader &reader();
    /// What a post about \a span may name: what is said in it and what the request's metadata and speakers name.
    const SaidFacts &facts(const TimeSpan &span);
    /// The words of \a span that speak for each score; found anew when another span is asked for.
    const std::array<QList<Evidence>, allMetrics.size()> &evidence(const TimeSpan &span);
    bool hasTranscript() const { return !m_document.work().index.transcript().isEmpty(); }

private:
    ReviewDocument &m_document;
    std::optional<ClipReader> m_reader;
    TimeSpan m_factsSpan = {};
    std::optional<SaidFacts> m_facts;
    TimeSpan m_evidenceSpan = {};
    std::optional<std::array<QList<Evidence>, allMetrics.size()>> m_evidence;
};

} // namespace Viral
