// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/offline/lexicon.h"

namespace Viral::Offline {

namespace {

constexpr WordList lists[] = {
    {FunctionWord, u"le|la|les|un|une|des|du|de|d'un|d'une|et|ou|mais|si|alors|que|qui|quoi|dont|où|quand|comment|"
                   u"pourquoi|à|au|aux|en|"
                   u"dans|par|pour|sur|sous|avec|sans|chez|vers|entre|est|sont|était|étaient|être|été|suis|es|sommes|c'"
                   u"est|c'était|ai|as|"
                   u"a|avons|avez|ont|avait|avoir|eu|fait|faire|fais|va|vais|vont|aller|peut|peux|pouvait|doit|dois|je|"
                   u"j'ai|j'étais|me|"
                   u"moi|mon|ma|mes|tu|te|toi|ton|ta|tes|il|elle|lui|son|sa|ses|on|nous|notre|nos|vous|votre|vos|ils|"
                   u"elles|leur|leurs|"
                   u"se|ce|cet|cette|ces|ça|cela|ne|pas|plus|non|oui|très|trop|aussi|même|encore|bien|tout|tous|toute|"
                   u"toutes|rien|comme|"
                   u"donc|car|parce|puis|là|ici|voilà|quelque|chose|y|n'est|qu'il|qu'on|qu'elle|qu'est|il "
                   u"y|dit|dire|hein|euh|ben|bon"},
    {DanglingEnd,
     u"le|la|les|un|une|des|du|de|et|ou|mais|si|que|qui|à|au|aux|en|dans|par|pour|sur|avec|sans|est|sont|je|tu|il|"
     u"elle|on|nous|vous|ils|ce|cette|ces|ne|très|mon|ma|mes|son|sa|ses|c'est|comme"},
    {LeadIn,
     u"et|mais|donc|alors|euh|ben|et puis|et donc|je pense que|je crois que|tu sais|vous savez|en fait|parce que|puis"},
    {LeadInComma, u"oui|non|bon|bah|ah|oh|voilà|écoute|écoutez|ouais|d'accord|exactement|enfin|bref"},
    {PointsBack, u"ça|cela|c'est|c'était|il|elle|ils|elles|exactement|ce|cette|celui|celle|lui|leur|y"},
    {LooseOpener, u"et|mais|ou|donc|alors|puis|oui|non|parce|car|bon|ben|voilà|ouais"},
    {RefersBack, u"comme je disais|comme je l'ai dit|comme j'ai dit|comme tu disais|comme vous disiez|comme on disait"},
    {Emotion,
     u"amour|aime|adore|déteste|haine|peur|colère|furieux|pleurer|pleuré|larmes|triste|fier|fierté|honte|heureux|"
     u"heureuse|joie|douleur|seul|seule|panique|horrible|terrible|catastrophe|fou|folle|dingue|mort|morte|mourir|"
     u"perdu|désespéré|espoir|rêve|choc|choqué|rire|ri|gênant|incroyable|menti|mensonge|courage|lâche|échec|échoué|"
     u"génial|magnifique|drôle|surpris"},
    {Intensity,
     u"totalement|absolument|complètement|extrêmement|vraiment|énorme|jamais|toujours|personne|rien|entier|tellement"},
    {FirstPerson, u"je|j'ai|j'étais|j'avais|me|moi|mon|ma|mes|nous|notre|nos|m'a"},
    {SecondPerson, u"tu|te|toi|ton|ta|tes|vous|votre|vos|t'as"},
    {Story, u"je me souviens|il m'a dit|elle m'a dit|j'ai dit|un jour|une nuit|il y avait|soudain|ce jour|à l'époque|"
            u"la première fois|quand j'étais|je me suis dit|et là|histoire|il y a des années|tout d'un coup"},
    {Contrast, u"mais|pourtant|cependant|en fait|au contraire|plutôt|alors que|en réalité|même si|sauf"},
    {Superlative,
     u"meilleur|meilleure|pire|le plus|la plus|les plus|premier|première|dernier|dernière|seul|seule|unique|moins"},
    {Unexpected,
     u"personne|jamais|surprise|surpris|surprenant|inattendu|aucune idée|impossible|étrange|bizarre|soudain|faux|"
     u"contraire|secret|en réalité|figurez vous|incroyable"},
    {Advice,
     u"il faut|il ne faut|tu dois|vous devez|il faudrait|leçon|conseil|règle|toujours|jamais|si vous voulez|si tu veux|"
     u"l'important|la clé|la plupart des gens"},
    {Imperative,
     u"faites|fais|allez|va|prenez|prends|demandez|demande|arrêtez|arrête|gardez|essayez|pensez|oubliez|imaginez"},
    {Number,
     u"deux|trois|quatre|cinq|six|sept|huit|neuf|dix|onze|douze|vingt|trente|quarante|cinquante|soixante|cent|cents|"
     u"mille|million|millions|milliard|milliards|pourcent|moitié|double"},
    {Advert, u"sponsor|partenaire|code promo|réduction|abonnez|newsletter|épisode est|soutenu par|bienvenue dans|merci "
             u"d'avoir"},
    {Subordinate, u"si|quand|parce|que|qui|dont|où|comme|alors|pour|avec|sans|de|à|dans|sur|par|puisque|lorsque"},
    {Asking, u"pourquoi|comment|qui|quand|où|combien|quel|quelle|qu'est|est ce|que|avez vous|as tu"},
};

} // namespace

constinit const Language french{QLatin1StringView("fr"), lists, {}};

} // namespace Viral::Offline
