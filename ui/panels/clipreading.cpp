// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/clipreading.h"

namespace Viral {

ClipReading::ClipReading(ReviewDocument &document, QObject *parent)
    : QObject(parent)
    , m_document(document)
{
    connect(&document, &ReviewDocument::changed, this, [this](const DocumentChange &change) {
        if (std::holds_alternative<WorkReplaced>(change)) {
            m_reader.reset();
            m_facts.reset();
            m_evidence.reset();
        }
    });
}

const ClipReader &ClipReading::reader()
{
    if (!m_reader)
        m_reader.emplace(m_document.work().index);
    return *m_reader;
}

const std::array<QList<Evidence>, allMetrics.size()> &ClipReading::evidence(const TimeSpan &span)
{
    if (!m_evidence || m_evidenceSpan != span)
        m_evidence = evidenceOf(span, reader());
    m_evidenceSpan = span;
    return *m_evidence;
}

const SaidFacts &ClipReading::facts(const TimeSpan &span)
{
    if (m_facts && m_factsSpan == span)
        return *m_facts;
    const Work &work = m_document.work();
    m_facts.emplace(reader().language());
    m_factsSpan = span;
    const SpokenText &spoken = work.index.spoken();
    m_facts->add(spoken.verbatim(work.index.transcript(), spoken.unitsIn(span)));
    for (const RawMember &member : work.request.metadata)
        m_facts->add(QString::fromUtf8(member.value));
    for (const RawMember &member : work.outcome.result.metadata.custom)
        m_facts->add(QString::fromUtf8(member.value));
    for (const QString &speaker : work.speakers)
        m_facts->add(speaker);
    return *m_facts;
}

} // namespace Viral
