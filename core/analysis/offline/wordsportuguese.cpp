// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/offline/lexicon.h"

namespace Viral::Offline {

namespace {

constexpr WordList lists[] = {
    {FunctionWord, u"o|a|os|as|um|uma|uns|umas|de|do|da|dos|das|em|no|na|nos|nas|ao|aos|à|e|ou|mas|se|então|que|quem|"
                   u"qual|quando|onde|"
                   u"como|porque|por|para|pra|pro|com|sem|sobre|entre|até|desde|é|são|era|eram|ser|foi|foram|sou|somos|"
                   u"está|estão|estava|"
                   u"estou|estar|tá|tem|têm|tenho|tinha|ter|há|faz|fazer|fez|feito|vai|vou|vão|ir|pode|posso|eu|me|mim|"
                   u"meu|minha|meus|"
                   u"minhas|tu|te|teu|tua|você|vocês|seu|sua|seus|suas|ele|ela|eles|elas|lhe|nós|nosso|nossa|gente|"
                   u"este|esta|isto|esse|"
                   u"essa|isso|aquele|aquela|aquilo|não|nem|mais|menos|muito|muita|também|já|tudo|todo|toda|todos|"
                   u"todas|algo|nada|assim|"
                   u"aqui|aí|ali|lá|bom|né|sim|dizer|disse|digo|diz|coisa|coisas|só|ainda|eh"},
    {DanglingEnd,
     u"o|a|os|as|um|uma|de|do|da|dos|das|em|no|na|e|ou|mas|se|que|quem|quando|onde|como|porque|por|para|pra|com|sem|"
     u"é|são|era|eu|você|ele|ela|seu|sua|meu|minha|não|muito|mais|este|esta|esse|essa"},
    {LeadIn, u"e|mas|então|aí|né|eh|eu acho que|acho que|sabe|porque|e aí|tipo|daí"},
    {LeadInComma, u"sim|não|bom|olha|ah|oh|claro|exato|exatamente|na verdade|enfim|pois é|é"},
    {PointsBack, u"isso|isto|ele|ela|eles|elas|exato|exatamente|esse|essa|esses|essas|aquilo|aí|lá"},
    {LooseOpener, u"e|mas|ou|então|sim|não|porque|claro|também|aí|daí|bom"},
    {RefersBack, u"como eu disse|como eu falei|como disse|como falei|como você disse|como eu estava dizendo"},
    {Emotion,
     u"amor|amo|ódio|odeio|medo|raiva|furioso|chorar|chorei|chorou|lágrimas|triste|orgulho|orgulhoso|vergonha|feliz|"
     u"alegria|dor|sozinho|sozinha|pânico|horrível|terrível|desastre|louco|loucura|morreu|morte|morto|morrer|perdi|"
     u"perdido|desesperado|esperança|sonho|rir|incrível|menti|mentira|coragem|covarde|fracasso|maravilhoso|"
     u"engraçado|surpreso"},
    {Intensity,
     u"totalmente|absolutamente|completamente|extremamente|realmente|enorme|nunca|jamais|sempre|ninguém|nada|inteiro"},
    {FirstPerson, u"eu|me|mim|meu|minha|meus|minhas|nós|nosso|nossa|comigo"},
    {SecondPerson, u"você|vocês|tu|te|teu|tua|contigo"},
    {Story,
     u"eu lembro|me lembro|ele falou|ela falou|ele disse|ela disse|um dia|uma noite|era uma vez|de repente|naquele dia|"
     u"anos atrás|a primeira vez|quando eu|pensei|e aí|história|aconteceu"},
    {Contrast, u"mas|porém|entretanto|embora|na verdade|pelo contrário|em vez de|apesar|só que|exceto"},
    {Superlative, u"melhor|pior|maior|menor|mais importante|primeiro|primeira|último|última|único|única|máximo"},
    {Unexpected,
     u"ninguém|nunca|jamais|surpresa|surpreendente|inesperado|nem ideia|impossível|estranho|de repente|segredo|"
     u"só que|pelo contrário|incrível|errado"},
    {Advice, u"deve|deveria|tem que|precisa|lição|conselho|regra|sempre|nunca|se você quer|o importante|a chave|"
             u"a maioria das pessoas"},
    {Imperative, u"faça|vá|pegue|pergunte|procure|pare|tente|pense|esqueça|lembre|imagine|escute"},
    {Number,
     u"dois|duas|três|quatro|cinco|seis|sete|oito|nove|dez|onze|doze|vinte|trinta|quarenta|cinquenta|sessenta|cem|"
     u"cento|mil|milhão|milhões|bilhão|metade|dobro"},
    {Advert, u"patrocinador|patrocínio|desconto|código|cupom|inscreva|newsletter|bem vindos|próximo episódio"},
    {Subordinate, u"se|quando|porque|que|quem|onde|como|embora|enquanto|para|pra|com|sem|de|em|por|sobre"},
    {Asking, u"por que|como|quem|quando|onde|qual|quanto|quantos|o que"},
};

} // namespace

constinit const Language portuguese{QLatin1StringView("pt"), lists, {}};

} // namespace Viral::Offline
