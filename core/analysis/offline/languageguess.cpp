// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/offline/languageguess.h"

#include "core/analysis/offline/scanner.h"

namespace Viral::Offline {

namespace {

constexpr std::size_t enoughTokens = 2000;
/// In the text of a language far more words than these are common ones.
constexpr double leastCommonShare = 0.25;

QString guessed(const Transcript &transcript)
{
    QString folded;
    std::vector<Token> tokens;
    for (const Sentence &sentence : transcript.sentences) {
        scanText(QStringView(sentence.text).left(2000), folded, tokens);
        if (tokens.size() >= enoughTokens)
            break;
    }
    auto most = static_cast<std::ptrdiff_t>(leastCommonShare * static_cast<double>(tokens.size()));
    QString best;
    for (const Language *language : languages()) {
        const Lexicon lexicon(language);
        const auto common = std::count_if(tokens.cbegin(), tokens.cend(), [&](const Token &token) {
            return lexicon.find(foldedText(token, folded)).marks & FunctionWord;
        });
        if (common > most) {
            most = common;
            best = language->code;
        }
    }
    return best;
}

} // namespace

QString languageOf(const Transcript &transcript)
{
    const QString primary = transcript.language.section(u'-', 0, 0).section(u'_', 0, 0).toLower();
    const bool isSubtag = (primary.size() == 2 || primary.size() == 3) && primary != QLatin1StringView("und");
    return isSubtag ? primary : guessed(transcript);
}

} // namespace Viral::Offline
