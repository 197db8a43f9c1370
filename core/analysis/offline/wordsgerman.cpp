// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/offline/lexicon.h"

namespace Viral::Offline {

namespace {

constexpr WordList lists[] = {
    {FunctionWord,
     u"der|die|das|den|dem|des|ein|eine|einen|einem|einer|eines|und|oder|aber|wenn|dann|als|wie|so|zu|zum|zur|von|vom|"
     u"mit|"
     u"ohne|für|gegen|um|an|am|auf|aus|bei|in|im|ins|nach|über|unter|vor|durch|bis|ist|sind|war|waren|bin|bist|sein|"
     u"gewesen|habe|hat|haben|hatte|hatten|gehabt|werden|wird|wurde|wurden|worden|kann|können|konnte|muss|müssen|soll|"
     u"sollte|will|wollen|wollte|würde|darf|ich|mich|mir|mein|meine|du|dich|dir|dein|er|ihn|ihm|sie|ihr|ihre|es|wir|"
     u"uns|"
     u"unser|unsere|man|sich|dieser|diese|dieses|diesen|diesem|das|dass|weil|ob|wer|was|wo|wann|warum|welche|nicht|"
     u"kein|"
     u"keine|keinen|nein|ja|doch|schon|noch|nur|auch|sehr|mal|halt|eben|also|da|hier|dort|jetzt|immer|nie|wieder|mehr|"
     u"viel|"
     u"alle|alles|etwas|nichts|ganz|gar|eigentlich|irgendwie|genau|okay|gut|äh|ähm|hm|sagen|gesagt|sagt|gibt|geht|"
     u"machen|"
     u"gemacht|macht|einfach|natürlich|vielleicht|denn|damit|dazu|davon|dabei|daran|darauf|darum|haben|jemand|"
     u"sozusagen"},
    {DanglingEnd,
     u"der|die|das|den|dem|des|ein|eine|einen|einem|einer|und|oder|aber|wenn|als|wie|zu|von|mit|für|um|an|auf|aus|"
     u"bei|in|im|nach|über|vor|durch|dass|weil|ob|ist|sind|war|habe|hat|haben|ich|du|er|wir|nicht|sehr|auch|da"},
    {LeadIn, u"und|aber|also|ja also|na ja|äh|ähm|ich glaube|ich denke|ich meine|weißt du|sozusagen|denn|dann|weil"},
    {LeadInComma, u"ja|nein|genau|gut|okay|nun|na|ach|stimmt|klar|doch|naja|tja"},
    {PointsBack,
     u"das|es|er|sie|dies|diese|dieser|dieses|genau|deshalb|darum|dabei|davon|damit|dafür|ihn|ihm|ihnen|dort"},
    {LooseOpener, u"und|aber|oder|also|dann|weil|ja|nein|doch|okay|stimmt|gut|denn"},
    {RefersBack, u"wie gesagt|wie ich sagte|wie schon gesagt|wie ich schon sagte|wie erwähnt|was du gesagt hast"},
    {Emotion,
     u"liebe|hasse|angst|wütend|wut|weinen|geweint|tränen|traurig|stolz|schämen|scham|glücklich|freude|schmerz|"
     u"einsam|allein|panik|schrecklich|furchtbar|katastrophe|verrückt|wahnsinn|wahnsinnig|gestorben|tot|tod|sterben|"
     u"verloren|verzweifelt|hoffnung|traum|schock|geschockt|lachen|gelacht|peinlich|unglaublich|toll|super|krass|"
     u"gelogen|lüge|mutig|feige|gescheitert|scheitern|begeistert|überrascht|lustig|cool|geil|schlimm|nervös"},
    {Intensity,
     u"total|absolut|völlig|komplett|extrem|unglaublich|wirklich|riesig|nie|niemals|immer|niemand|alle|alles|"
     u"nichts|überhaupt|ganze|ganzen|wahnsinnig"},
    {FirstPerson, u"ich|mich|mir|mein|meine|meinen|meiner|wir|uns|unser|unsere"},
    {SecondPerson, u"du|dich|dir|dein|deine|deinen|ihr|euch|euer|eure|ihnen"},
    {Story, u"ich erinnere mich|er sagte|sie sagte|ich habe gesagt|eines tages|es war einmal|plötzlich|damals|und dann|"
            u"vor jahren|das erste mal|als ich|ich dachte|mir erzählt|geschichte|passiert|an dem tag|hat er gesagt"},
    {Contrast, u"aber|sondern|allerdings|jedoch|obwohl|trotzdem|eigentlich|stattdessen|dabei|im gegenteil|in wahrheit"},
    {Superlative,
     u"beste|besten|bester|schlimmste|schlimmsten|größte|größten|meisten|schnellste|erste|ersten|letzte|letzten|"
     u"einzige|einzigen|schwerste|am meisten|höchste|wichtigste|wichtigsten"},
    {Unexpected,
     u"niemand|nie|niemals|überraschend|überrascht|überraschung|unerwartet|keine ahnung|unmöglich|seltsam|komisch|"
     u"plötzlich|falsch|gegenteil|geheimnis|stattdessen|trotzdem|stellte sich heraus|krass|gar nicht"},
    {Advice, u"sollte|solltest|sollten|muss man|musst du|man muss|lektion|regel|rat|tipp|immer|niemals|wichtig ist|"
             u"entscheidend|der trick|die meisten menschen|wenn du|der schlüssel"},
    {Imperative, u"mach|macht|hör|hört|geh|geht|frag|fragt|nimm|nehmt|vergiss|denk|such|probier|stell|bleib|lass"},
    {Number,
     u"zwei|drei|vier|fünf|sechs|sieben|acht|neun|zehn|elf|zwölf|zwanzig|dreißig|vierzig|fünfzig|sechzig|siebzig|"
     u"achtzig|neunzig|hundert|tausend|million|millionen|milliarde|milliarden|prozent|hälfte|doppelt"},
    {Advert,
     u"werbung|sponsor|unterstützt von|rabatt|rabattcode|gutschein|abonniert|newsletter|shownotes|kapitelmarken|"
     u"herzlich willkommen|nächste folge|danke fürs zuhören"},
    {Subordinate, u"wenn|weil|dass|ob|obwohl|als|während|bis|damit|die|der|das|den|dem|wo|wie|mit|von|für|ohne"
                  u"|bei|zu|um|aus"},
    {Asking,
     u"was|warum|wieso|wie|wer|wann|wo|welche|welcher|hast du|bist du|kannst du|gibt es|ist das|habt ihr|wollt ihr"},
};

} // namespace

constinit const Language german{QLatin1StringView("de"), lists, {}};

} // namespace Viral::Offline
