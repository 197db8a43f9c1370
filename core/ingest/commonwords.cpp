// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ingest/commonwords.h"

#include <QMultiHash>

#include <array>

namespace Viral {

using namespace Qt::StringLiterals;

namespace {

struct SmallWords
{
    QLatin1StringView language;
    QStringView words;
};

constexpr std::array smallWords{
    SmallWords{"en"_L1, u"the and to of that it's is was you i we this have they what with for are be it my"},
    SmallWords{"de"_L1, u"der die das und ist nicht ich wir ein eine mit auf auch dass es sie den dem für war aber"},
    SmallWords{"fr"_L1, u"le les des et est pas que je nous une dans pour qui vous c'est ce sur avec il elle du"},
    SmallWords{"es"_L1, u"el los las y es que de en un una por para con no lo pero como más muy está se"},
    SmallWords{"it"_L1, u"il gli e è che di un una per con non ma come più questo sono anche della ho si"},
    SmallWords{"pt"_L1, u"o os as e é que de um uma para com não mas como mais isso muito eu você em foi"},
    SmallWords{"nl"_L1, u"de het een en is niet ik we dat van met voor ook maar zijn die op te wat dit"},
    SmallWords{"sv"_L1, u"och det att är inte jag vi en ett som med på för också men var de den så har"},
    SmallWords{"da"_L1, u"og det at er ikke jeg vi en et som på for men var de den så har af til mig dig hvad nogen"},
    SmallWords{"no"_L1, u"og det å er ikke jeg vi en et som på for men var de den så har av til meg deg hva noen"},
    SmallWords{"pl"_L1, u"i nie to się w na że jest z do jak co ale tak za jestem po jego był są"},
    SmallWords{"cs"_L1, u"a je to se na že v ne jsem ale tak co jak si by ten do jsou když už"},
    SmallWords{"hr"_L1, u"i je u se na da su ne što sam to za ti si ali ovo nije kako samo li bi smo"},
    SmallWords{"fi"_L1, u"ja on ei se että mutta niin minä hän me kun tämä oli mitä vain nyt ovat myös"},
    SmallWords{"hu"_L1, u"a az és hogy nem van egy ez de is én mi meg volt csak már ha azt"},
    SmallWords{"tr"_L1, u"ve bir bu da de için ben ne çok var ama o gibi değil mi daha sonra kadar"},
    SmallWords{"id"_L1, u"dan yang di itu ini tidak saya kita untuk dengan ada adalah akan dari juga ke"},
    SmallWords{"ru"_L1, u"и в не на что я это мы он как но так с у они бы же вы был"},
    SmallWords{"uk"_L1, u"і в не на що я це ми він як але так з у вони би ж ви був та"},
    SmallWords{"ar"_L1, u"في من على أن هذا إلى ما لا هو التي كان هي عن مع كل لم"},
    SmallWords{"fa"_L1, u"و در به از که این را با است برای آن یک من ما هم تا"},
    SmallWords{"hi"_L1, u"है और के में की का से को नहीं यह हम मैं पर भी तो कि"},
};

const QMultiHash<QStringView, qsizetype> &languagesOfWord()
{
    static const auto table = [] {
        QMultiHash<QStringView, qsizetype> result;
        for (std::size_t language = 0; language < smallWords.size(); ++language) {
            for (const QStringView word : smallWords[language].words.tokenize(u' '))
                result.insert(word, static_cast<qsizetype>(language));
        }
        return result;
    }();
    return table;
}

} // namespace

CommonWords::CommonWords()
    : m_hits(static_cast<qsizetype>(smallWords.size()), 0)
{}

void CommonWords::add(QStringView text)
{
    constexpr qint64 enoughWords = 5000;
    if (m_words >= enoughWords)
        return;
    const QString lower = text.toString().toLower();
    for (QStringView word : QStringView(lower).tokenize(u' ', Qt::SkipEmptyParts)) {
        while (!word.isEmpty() && word.back().isPunct())
            word.chop(1);
        ++m_words;
        const auto [first, last] = languagesOfWord().equal_range(word);
        for (auto language = first; language != last; ++language)
            ++m_hits[*language];
    }
}

QString CommonWords::language() const
{
    constexpr qint64 fewestWords = 20;
    qsizetype best = 0;
    qint64 second = 0;
    for (qsizetype language = 1; language < m_hits.size(); ++language) {
        if (m_hits.at(language) > m_hits.at(best)) {
            second = m_hits.at(best);
            best = language;
        } else {
            second = std::max(second, m_hits.at(language));
        }
    }
    const qint64 hits = m_hits.at(best);
    // Neighbours share many small words; a tenth more is enough to tell them apart over a whole transcript.
    const bool standsOut = hits * 10 >= m_words && hits * 10 > second * 11;
    return m_words >= fewestWords && standsOut ? QString(smallWords[static_cast<std::size_t>(best)].language)
                                               : QString();
}

} // namespace Viral
