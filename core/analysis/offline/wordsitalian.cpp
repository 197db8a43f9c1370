// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/offline/lexicon.h"

namespace Viral::Offline {

namespace {

constexpr WordList lists[] = {
    {FunctionWord,
     u"il|lo|la|i|gli|le|un|uno|una|di|del|dello|della|dei|degli|delle|a|al|alla|ai|alle|da|dal|dalla|in|nel|nella|nei|"
     u"su|"
     u"sul|sulla|con|senza|per|tra|fra|e|ed|o|ma|se|allora|che|chi|cosa|quale|quando|dove|come|perché|è|sono|era|erano|"
     u"essere|stato|stata|sei|siamo|c'è|c'era|ho|hai|ha|abbiamo|avete|hanno|aveva|avere|fa|fare|fatto|va|vado|vanno|"
     u"può|"
     u"posso|io|mi|me|mio|mia|miei|mie|tu|ti|te|tuo|tua|lui|lei|gli|suo|sua|suoi|noi|ci|nostro|nostra|voi|vi|vostro|"
     u"loro|si|"
     u"questo|questa|questi|queste|quello|quella|quelli|non|no|sì|più|meno|molto|molta|anche|già|ancora|tutto|tutta|"
     u"tutti|"
     u"tutte|qualcosa|niente|nulla|così|qui|qua|lì|là|bene|beh|cioè|quindi|poi|proprio|solo|detto|dire|dice|ecco|eh"},
    {DanglingEnd,
     u"il|lo|la|i|gli|le|un|una|di|del|della|dei|delle|a|al|alla|da|dal|in|nel|nella|su|con|per|tra|e|o|ma|se|che|chi|"
     u"quando|dove|come|perché|è|sono|era|io|tu|mio|mia|suo|sua|non|molto|più|questo|questa|quella"},
    {LeadIn, u"e|ma|allora|quindi|cioè|eh|penso che|credo che|secondo me|sai|perché|e poi|poi|insomma"},
    {LeadInComma, u"sì|no|beh|guarda|ah|oh|certo|esatto|esattamente|in realtà|ecco|va bene"},
    {PointsBack, u"questo|quello|ciò|lui|lei|loro|esatto|esattamente|questa|quella|quelli|lì|là"},
    {LooseOpener, u"e|ma|o|allora|quindi|sì|no|perché|certo|anche|poi|beh|ecco"},
    {RefersBack, u"come dicevo|come ho detto|come hai detto|come si diceva|come accennato"},
    {Emotion,
     u"amore|amo|odio|paura|rabbia|furioso|arrabbiato|piangere|pianto|lacrime|triste|orgoglioso|orgoglio|vergogna|"
     u"felice|gioia|dolore|solo|sola|panico|orribile|terribile|disastro|pazzo|pazzesco|morto|morte|morire|perso|"
     u"disperato|speranza|sogno|ridere|incredibile|mentito|bugia|coraggio|vigliacco|fallimento|fallito|"
     u"meraviglioso|bellissimo|divertente|sorpreso"},
    {Intensity, u"totalmente|assolutamente|completamente|estremamente|davvero|enorme|mai|sempre|nessuno|niente|intero"},
    {FirstPerson, u"io|mi|me|mio|mia|miei|mie|noi|nostro|nostra"},
    {SecondPerson, u"tu|ti|te|tuo|tua|voi|vi|vostro|vostra"},
    {Story,
     u"mi ricordo|ricordo|mi ha detto|gli ho detto|un giorno|una notte|c'era una volta|all'improvviso|quel giorno|"
     u"anni fa|la prima volta|quando ero|ho pensato|e poi|storia|è successo"},
    {Contrast, u"ma|però|tuttavia|anche se|in realtà|al contrario|invece|tranne|eppure"},
    {Superlative, u"migliore|peggiore|più grande|il più|la più|primo|prima|ultimo|ultima|unico|unica|massimo"},
    {Unexpected,
     u"nessuno|mai|sorpresa|sorprendente|inaspettato|impossibile|strano|all'improvviso|segreto|al contrario|"
     u"incredibile|sbagliato|nessuna idea"},
    {Advice, u"devi|dovresti|dovrebbe|bisogna|lezione|consiglio|regola|sempre|mai|se vuoi|l'importante|la chiave"},
    {Imperative, u"fai|fate|vai|andate|prendi|chiedi|cerca|smetti|prova|pensa|dimentica|ricorda|immagina|ascolta"},
    {Number,
     u"due|tre|quattro|cinque|sei|sette|otto|nove|dieci|undici|dodici|venti|trenta|quaranta|cinquanta|sessanta|cento|"
     u"mille|mila|milione|milioni|miliardi|metà|doppio"},
    {Advert, u"sponsor|sconto|codice|iscriviti|iscrivetevi|newsletter|benvenuti|prossima puntata"},
    {Subordinate, u"se|quando|perché|che|chi|dove|come|anche|mentre|per|con|senza|di|a|in|da|su"},
    {Asking, u"perché|come|chi|quando|dove|quale|quanto|quanti|cosa"},
};

} // namespace

constinit const Language italian{QLatin1StringView("it"), lists, {}};

} // namespace Viral::Offline
