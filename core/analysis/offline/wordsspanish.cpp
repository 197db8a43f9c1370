// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/offline/lexicon.h"

namespace Viral::Offline {

namespace {

constexpr WordList lists[] = {
    {FunctionWord, u"el|la|los|las|un|una|unos|unas|de|del|al|a|y|e|o|u|pero|si|sí|entonces|que|qué|quien|quién|cual|"
                   u"cuál|cuando|cuándo|"
                   u"donde|dónde|como|cómo|porque|por|para|con|sin|en|sobre|entre|hasta|desde|es|son|era|eran|ser|sido|"
                   u"soy|eres|somos|"
                   u"está|están|estaba|estoy|estar|he|has|ha|han|había|haber|hay|hace|hacer|hizo|hecho|va|voy|van|ir|"
                   u"puede|puedo|puedes|"
                   u"yo|me|mi|mis|mí|tú|te|tu|tus|ti|él|ella|le|lo|les|su|sus|nos|nosotros|nuestro|nuestra|usted|"
                   u"ustedes|ellos|ellas|se|"
                   u"este|esta|esto|estos|estas|ese|esa|eso|esos|esas|aquel|no|ni|más|menos|muy|mucho|mucha|también|ya|"
                   u"todo|toda|todos|"
                   u"todas|algo|nada|así|aquí|ahí|allí|bueno|pues|claro|vale|decir|dijo|digo|dice|tiene|tengo|tener|"
                   u"tenía|cosa|cosas|eh"},
    {DanglingEnd,
     u"el|la|los|las|un|una|de|del|al|a|y|o|pero|si|que|quien|cuando|donde|como|porque|por|para|con|sin|en|sobre|"
     u"es|son|era|yo|tú|se|su|sus|mi|mis|tu|tus|no|muy|más|este|esta|ese|esa|lo|le|me|te"},
    {LeadIn, u"y|pero|entonces|pues|eh|o sea|es que|creo que|yo creo que|sabes|porque|y entonces|luego"},
    {LeadInComma, u"sí|no|bueno|claro|mira|oye|vale|ah|oh|exacto|exactamente|la verdad|en fin"},
    {PointsBack, u"eso|esto|él|ella|ellos|ellas|exacto|exactamente|ese|esa|esos|esas|lo|le|les|aquello|ahí|allí"},
    {LooseOpener, u"y|pero|o|entonces|pues|sí|no|porque|claro|bueno|también|vale|luego"},
    {RefersBack, u"como dije|como he dicho|como decía|como te decía|como les decía|como decías|como mencioné"},
    {Emotion,
     u"amor|amo|odio|miedo|rabia|furioso|enojado|llorar|lloré|lloró|lágrimas|triste|orgulloso|orgullo|vergüenza|"
     u"feliz|alegría|dolor|solo|sola|pánico|horrible|terrible|desastre|loco|locura|murió|muerte|muerto|morir|"
     u"perdí|perdido|desesperado|esperanza|sueño|reír|increíble|mentí|mentira|valiente|cobarde|fracaso|fracasé|"
     u"maravilloso|hermoso|gracioso|sorprendido"},
    {Intensity,
     u"totalmente|absolutamente|completamente|extremadamente|realmente|enorme|nunca|jamás|siempre|nadie|nada|entero"},
    {FirstPerson, u"yo|me|mi|mis|mí|nos|nosotros|nuestro|nuestra|conmigo"},
    {SecondPerson, u"tú|te|tu|tus|ti|usted|ustedes|vosotros|contigo|vos"},
    {Story, u"me acuerdo|recuerdo|me dijo|le dije|un día|una noche|había una vez|de repente|aquel día|hace años|"
            u"la primera vez|cuando era|cuando yo|pensé|y entonces|historia|resulta que"},
    {Contrast, u"pero|sin embargo|aunque|en realidad|al contrario|sino|en cambio|en vez de|excepto"},
    {Superlative,
     u"mejor|peor|más grande|el más|la más|primero|primera|primer|último|última|único|única|máximo|mínimo"},
    {Unexpected,
     u"nadie|nunca|jamás|sorpresa|sorprendente|inesperado|ni idea|imposible|raro|extraño|de repente|secreto|"
     u"resulta que|al contrario|increíble"},
    {Advice,
     u"debes|deberías|debería|hay que|tienes que|lección|consejo|regla|siempre|nunca|si quieres|lo importante|la clave|"
     u"la mayoría de la gente"},
    {Imperative, u"haz|hagan|ve|vayan|toma|pregunta|busca|deja|prueba|piensa|olvida|recuerda|imagina|escucha"},
    {Number,
     u"dos|tres|cuatro|cinco|seis|siete|ocho|nueve|diez|once|doce|veinte|treinta|cuarenta|cincuenta|sesenta|cien|"
     u"ciento|mil|millón|millones|mitad|doble"},
    {Advert, u"patrocinador|patrocinado|descuento|código|suscríbete|suscríbanse|boletín|bienvenidos|próximo episodio"},
    {Subordinate, u"si|cuando|porque|que|quien|donde|como|aunque|mientras|para|con|sin|de|a|en|por|sobre"},
    {Asking, u"qué|por qué|cómo|quién|cuándo|dónde|cuál|cuánto|cuántos"},
};

} // namespace

constinit const Language spanish{QLatin1StringView("es"), lists, {}};

} // namespace Viral::Offline
