// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QChar>
#include <QLatin1StringView>
#include <QStringView>

namespace Viral::Offline {

/// Marks around what one speaker says.
struct QuoteMarks
{
    QChar opening = u'“';
    QChar closing = u'”';
};

/// Words for the form of a clip.
struct FormLabels
{
    QStringView story;
    QStringView questionAndAnswer;
    QStringView exchange;
    QStringView lessons;
    QStringView humour;
    QStringView statement;
};

/// What was found in a clip, in plain words, for languages other than English.
struct Findings
{
    QStringView question;
    QStringView exchange;
    QStringView laughter;
    QStringView numbers;
    QStringView feeling;
    QStringView advice;
    QStringView surprise;
    QStringView pace;
};

/// \a language is a primary subtag in lower case.
QuoteMarks quotesOf(QStringView language);
/// Null for a language that has no words of this kind here.
const FormLabels *formLabelsOf(QStringView language);
const Findings *findingsOf(QStringView language);

} // namespace Viral::Offline
