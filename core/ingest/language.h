// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ingest/repairs.h"

#include <QChar>
#include <QString>
#include <QStringView>

#include <array>

namespace Viral {

/// BCP 47 primary subtag for whatever tools write: "en-US", "en_us", "eng", "English", "cmn-hans", "Castilian". Empty
/// for what is no language.
QString normalisedLanguage(QStringView tag);

/// Counts the scripts of a text in passing; after some fifty thousand letters it has seen enough.
class ScriptCount
{
public:
    void add(QStringView text);

    /// True when most letters are of a script in which \a language is not written.
    bool contradicts(const QString &language) const;
    /// The language, where the script alone tells it (Japanese, Korean, Thai, Hebrew, Greek, …); empty otherwise.
    QString onlyLanguage() const;

private:
    qint64 countOf(QChar::Script script) const;

    std::array<qint64, QChar::ScriptCount> m_counts{};
    qint64 m_letters = 0;
};

/// The declared language normalised; dropped when the text's script contradicts it; then, and when there was none, the
/// one that the script alone tells. Both are counted in \a repairs.
QString settledLanguage(QStringView declared, const ScriptCount &scripts, Repairs &repairs);

} // namespace Viral
