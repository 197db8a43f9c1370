// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ingest/commonwords.h"
#include "core/ingest/repairs.h"

#include <QChar>
#include <QString>
#include <QStringView>

#include <array>

namespace Viral {

/// BCP 47 primary subtag for whatever tools write: "en-US", "en_us", "eng", "English", "cmn-hans", "Castilian". Empty
/// for what is no language.
QString normalisedLanguage(QStringView tag);

/// Looks at the scripts and small words of a text in passing; after some fifty thousand letters it has seen enough.
class LanguageEvidence
{
public:
    void add(QStringView text);

    /// True when most letters are of a script in which \a language is not written.
    bool contradicts(const QString &language) const;
    /// The language that the script alone, or the commonest words, tell; empty when neither does.
    QString guess() const;

private:
    qint64 countOf(QChar::Script script) const;
    QString onlyLanguageOfScript() const;

    std::array<qint64, QChar::ScriptCount> m_counts{};
    qint64 m_letters = 0;
    CommonWords m_words;
};

/// The declared language normalised; dropped when the text's script contradicts it; then, and when there was none, the
/// one that the text itself tells. Both are counted in \a repairs.
QString settledLanguage(QStringView declared, const LanguageEvidence &evidence, Repairs &repairs);

} // namespace Viral
