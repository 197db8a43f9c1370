// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>
#include <QStringView>

namespace Viral {

/// Guesses the language of a text by its commonest small words; only for languages that share their script with others.
/// After some thousand words it has seen enough.
class CommonWords
{
public:
    CommonWords();

    void add(QStringView text);
    /// Primary subtag; empty when the text is short or no language stands out.
    QString language() const;

private:
    QList<qint64> m_hits;
    qint64 m_words = 0;
};

} // namespace Viral
