// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/offline/languagetexts.h"

namespace Viral::Offline {

namespace {

template <typename Value>
struct ByLanguage
{
    QLatin1StringView code;
    Value value;
};

template <typename Value, std::size_t count>
const Value *find(const ByLanguage<Value> (&table)[count], QStringView language)
{
    for (const ByLanguage<Value> &entry : table) {
        if (language == entry.code)
            return &entry.value;
    }
    return nullptr;
}

constexpr ByLanguage<QuoteMarks> quoteMarks[] = {
    {QLatin1StringView("de"), {u'„', u'“'}},   {QLatin1StringView("cs"), {u'„', u'“'}},
    {QLatin1StringView("pl"), {u'„', u'”'}},   {QLatin1StringView("fr"), {u'«', u'»'}},
    {QLatin1StringView("es"), {u'«', u'»'}},   {QLatin1StringView("it"), {u'«', u'»'}},
    {QLatin1StringView("ru"), {u'«', u'»'}},   {QLatin1StringView("uk"), {u'«', u'»'}},
    {QLatin1StringView("ar"), {u'«', u'»'}},   {QLatin1StringView("fa"), {u'«', u'»'}},
    {QLatin1StringView("ja"), {u'「', u'」'}},
};

constexpr ByLanguage<FormLabels> formLabels[] = {
    {QLatin1StringView("en"), {u"Story", u"Question And Answer", u"Exchange", u"Lessons", u"Humor", u"Statement"}},
    {QLatin1StringView("de"),
     {u"Geschichte", u"Frage und Antwort", u"Wortwechsel", u"Ratschlag", u"Humor", u"Aussage"}},
    {QLatin1StringView("fr"), {u"Récit", u"Question et réponse", u"Échange", u"Conseil", u"Humour", u"Propos"}},
    {QLatin1StringView("es"), {u"Historia", u"Pregunta y respuesta", u"Diálogo", u"Consejo", u"Humor", u"Declaración"}},
    {QLatin1StringView("pt"), {u"História", u"Pergunta e resposta", u"Diálogo", u"Conselho", u"Humor", u"Declaração"}},
    {QLatin1StringView("it"),
     {u"Storia", u"Domanda e risposta", u"Dialogo", u"Consiglio", u"Umorismo", u"Affermazione"}},
    {QLatin1StringView("nl"), {u"Verhaal", u"Vraag en antwoord", u"Gesprek", u"Advies", u"Humor", u"Uitspraak"}},
    {QLatin1StringView("pl"), {u"Historia", u"Pytanie i odpowiedź", u"Dialog", u"Rada", u"Humor", u"Wypowiedź"}},
    {QLatin1StringView("tr"), {u"Hikâye", u"Soru ve cevap", u"Diyalog", u"Tavsiye", u"Mizah", u"Söz"}},
    {QLatin1StringView("ru"), {u"История", u"Вопрос и ответ", u"Диалог", u"Совет", u"Юмор", u"Высказывание"}},
    {QLatin1StringView("ja"), {u"物語", u"質問と回答", u"対話", u"助言", u"ユーモア", u"発言"}},
    {QLatin1StringView("zh"), {u"故事", u"问答", u"对话", u"建议", u"幽默", u"观点"}},
    {QLatin1StringView("ko"), {u"이야기", u"질문과 답변", u"대화", u"조언", u"유머", u"발언"}},
    {QLatin1StringView("ar"), {u"قصة", u"سؤال وجواب", u"حوار", u"نصيحة", u"فكاهة", u"قول"}},
    {QLatin1StringView("hi"), {u"कहानी", u"सवाल और जवाब", u"बातचीत", u"सलाह", u"हास्य", u"कथन"}},
};

constexpr ByLanguage<Findings> findings[] = {
    {QLatin1StringView("de"),
     {u"Beginnt mit einer Frage", u"schneller Wechsel der Sprecher", u"Lachen", u"Zahlen", u"starke Gefühlswörter",
      u"ein Rat an die Zuhörer", u"etwas Unerwartetes", u"Kurze Sätze in rascher Folge"}},
    {QLatin1StringView("fr"),
     {u"Commence par une question", u"échange rapide entre les voix", u"des rires", u"des chiffres",
      u"des mots d'émotion", u"un conseil à l'auditeur", u"quelque chose d'inattendu",
      u"Des phrases courtes qui s'enchaînent"}},
    {QLatin1StringView("es"),
     {u"Empieza con una pregunta", u"intercambio rápido entre las voces", u"risas", u"cifras", u"palabras de emoción",
      u"un consejo para quien escucha", u"algo inesperado", u"Frases cortas y seguidas"}},
    {QLatin1StringView("pt"),
     {u"Começa com uma pergunta", u"troca rápida entre as vozes", u"risos", u"números", u"palavras de emoção",
      u"um conselho para quem ouve", u"algo inesperado", u"Frases curtas em sequência"}},
    {QLatin1StringView("it"),
     {u"Comincia con una domanda", u"scambio rapido tra le voci", u"risate", u"numeri", u"parole di emozione",
      u"un consiglio per chi ascolta", u"qualcosa di inatteso", u"Frasi brevi una dopo l'altra"}},
};

} // namespace

QuoteMarks quotesOf(QStringView language)
{
    const QuoteMarks *marks = find(quoteMarks, language);
    return marks ? *marks : QuoteMarks{};
}

const FormLabels *formLabelsOf(QStringView language)
{
    return find(formLabels, language);
}

const Findings *findingsOf(QStringView language)
{
    return find(findings, language);
}

} // namespace Viral::Offline
