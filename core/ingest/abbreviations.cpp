// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ingest/abbreviations.h"

#include <QHash>
#include <QSet>

#include <algorithm>

namespace Viral {

using namespace Qt::StringLiterals;

namespace {

using WordSet = QSet<QString>;

WordSet setOf(QStringView words)
{
    WordSet set;
    for (const QStringView word : words.tokenize(u' '))
        set.insert(word.toString());
    return set;
}

/// Abbreviations after which the sentence always goes on, lower case, without the last point.
const QHash<QString, WordSet> &openAbbreviations()
{
    static const QHash<QString, WordSet> table{
        {u"en"_s, setOf(u"mr mrs ms dr prof st vs e.g i.e gen sen rep gov lt col sgt capt cmdr rev hon messrs mt fig "
                        u"vol approx dept univ assn bros ph")},
        {u"de"_s, setOf(u"dr prof hr fr frl st z.b z u.a u d.h d bzw nr ca vgl evtl ggf inkl exkl s.o s.u o.ä i.d.r "
                        u"sog bspw dipl ing abs art bd hrsg str tel geb ev kath röm")},
        {u"es"_s, setOf(u"sr sra srta dr dra ud uds vd d dña p.ej ej ee ee.uu prof gral núm pág av lic ing")},
        {u"fr"_s, setOf(u"m mm mme mlle mlles dr pr me st ste av bd p.ex ex env cf")},
        {u"it"_s, setOf(u"sig sig.ra dott dott.ssa prof avv ing p.es es gen")},
        {u"pt"_s, setOf(u"sr sra dr dra prof profa p.ex ex av d gen")},
        {u"nl"_s, setOf(u"dhr mevr mw dr prof ir drs mr bijv d.w.z o.a i.p.v t.o.v ca nr")},
        {u"ru"_s, setOf(u"г ул д т.е т т.к и.о им проф акад руб тыс млн млрд стр рис")},
        {u"pl"_s, setOf(u"p prof dr np m.in tzw ul św mgr inż nr")},
        {u"sv"_s, setOf(u"t.ex bl.a d.v.s dr prof s.k ca nr")},
    };
    return table;
}

/// Abbreviations that can stand at the end of a sentence too.
const WordSet &closingAbbreviations()
{
    static const WordSet set = setOf(u"etc inc ltd co corp jr sr a.m p.m usw uvm ecc итд");
    return set;
}

/// English words that begin a sentence far more often than they go on with one after an abbreviation.
const WordSet &sentenceStarters()
{
    static const WordSet set =
        setOf(u"The A An And But So Or I I'm I've He She It It's We We're They You You're This That "
              u"That's These Those There There's What When Where Why How Who If In On At For Now "
              u"Then Because Well Yes No Yeah My Our Your His Her Their As After Before");
    return set;
}

const WordSet &months()
{
    static const WordSet set =
        setOf(u"januar jänner februar märz april mai juni juli august september oktober november dezember marts maj "
              u"december mars desember tammikuuta ledna stycznia január február március");
    return set;
}

bool hasOrdinalPoints(QStringView language)
{
    static const WordSet languages = setOf(u"de da no sv fi cs sk pl hu sl hr et lv is");
    return language.isEmpty() || languages.contains(language.toString());
}

bool isNumber(QStringView text)
{
    return !text.isEmpty() && std::all_of(text.begin(), text.end(), [](QChar c) { return c.isDigit(); });
}

bool isOpenAbbreviation(const QString &word, QStringView language)
{
    // Without a language only what is no word in another one.
    static const WordSet clear = setOf(u"bzw ca nr vgl evtl ggf bspw sra srta dña mme mlle dott p.ex z.b d.h u.a");
    if (language.isEmpty() && clear.contains(word))
        return true;
    const QString table = language.isEmpty() ? u"en"_s : language.toString();
    const auto known = openAbbreviations().constFind(table);
    return known != openAbbreviations().cend() && known->contains(word);
}

/// Single letters with points between: "U.S", "a.m", and initials: "J".
bool isLettersWithPoints(QStringView word)
{
    for (qsizetype i = 0; i < word.size(); ++i) {
        if (i % 2 == 0 ? !word[i].isLetter() : word[i] != u'.')
            return false;
    }
    return word.size() % 2 == 1;
}

bool beginsSentence(QStringView next, QStringView language)
{
    if (next.isEmpty())
        return true;
    if (language.isEmpty() || language == u"en")
        return sentenceStarters().contains(next.toString());
    return language != u"de" && next[0].isUpper();
}

QStringView withoutMarksInFront(QStringView word)
{
    while (!word.isEmpty() && !word.front().isLetterOrNumber())
        word = word.sliced(1);
    return word;
}

QStringView withoutMarksBehind(QStringView word)
{
    while (!word.isEmpty() && !word.back().isLetterOrNumber())
        word.chop(1);
    return word;
}

} // namespace

bool pointEndsSentence(QStringView word, QStringView next, QStringView language)
{
    const QStringView bare = withoutMarksInFront(word.chopped(1));
    const QStringView follower = withoutMarksBehind(withoutMarksInFront(next));
    if (bare.isEmpty() || follower.isEmpty())
        return true;
    if (isNumber(bare))
        return !hasOrdinalPoints(language) ||
               !(follower[0].isLower() || months().contains(follower.toString().toLower()));
    const QString lower = bare.toString().toLower();
    if (lower == u"no")
        return !follower[0].isDigit();
    if (isOpenAbbreviation(lower, language))
        return false;
    if (closingAbbreviations().contains(lower) || isLettersWithPoints(bare))
        return beginsSentence(follower, language);
    return true;
}

} // namespace Viral
