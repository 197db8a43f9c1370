// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/numberwords.h"

#include <QHash>
#include <QLatin1StringView>

using namespace Qt::StringLiterals;

namespace Viral {

namespace {

/// "word word … | word …": groups are numbers from \a first on, words in a group mean the same.
struct WordRow
{
    QStringView words;
    qint64 first = 0;
    qint64 step = 1;
    NumberWord::Kind kind = NumberWord::Kind::Value;
};

struct LanguageRows
{
    QLatin1StringView code;
    std::span<const WordRow> rows;
};

using enum NumberWord::Kind;

constexpr WordRow english[] = {
    {u"zero|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|"
     u"seventeen|eighteen|nineteen"},
    {u"ten|twenty|thirty|forty fourty|fifty|sixty|seventy|eighty|ninety", 10, 10},
    {u"first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|eleventh|twelfth|thirteenth|fourteenth|"
     u"fifteenth|sixteenth|seventeenth|eighteenth|nineteenth|twentieth",
     1, 1, Ordinal},
    {u"once|twice double couple pair|thrice triple", 1, 1, Ordinal},
    {u"dozen", 12, 1, Ordinal},
    {u"hundred hundreds", 100, 1, Scale},
    {u"thousand thousands", 1'000, 1, Scale},
    {u"million millions", 1'000'000, 1, Scale},
    {u"billion billions", 1'000'000'000, 1, Scale},
    {u"trillion trillions", 1'000'000'000'000, 1, Scale},
};

constexpr WordRow german[] = {
    {u"null|ein eins eine einen einem einer|zwei zwo|drei|vier|fünf|sechs|sieben|acht|neun|zehn|elf|zwölf|dreizehn|"
     u"vierzehn|fünfzehn|sechzehn|siebzehn|achtzehn|neunzehn"},
    {u"zehn|zwanzig|dreißig dreissig|vierzig|fünfzig|sechzig|siebzig|achtzig|neunzig", 10, 10},
    {u"erste ersten erster|zweite zweiten zweiter|dritte dritten dritter|vierte vierten|fünfte fünften|sechste "
     u"sechsten|"
     u"siebte siebten|achte achten|neunte neunten|zehnte zehnten",
     1, 1, Ordinal},
    {u"dutzend", 12},
    {u"hundert", 100, 1, Scale},
    {u"tausend", 1'000, 1, Scale},
    {u"million millionen", 1'000'000, 1, Scale},
    {u"milliarde milliarden", 1'000'000'000, 1, Scale},
};

constexpr WordRow french[] = {
    {u"zéro|un une|deux|trois|quatre|cinq|six|sept|huit|neuf|dix|onze|douze|treize|quatorze|quinze|seize"},
    {u"dix|vingt vingts|trente|quarante|cinquante|soixante|septante|huitante octante|nonante", 10, 10},
    {u"premier première|deuxième|troisième|quatrième|cinquième|sixième|septième|huitième|neuvième|dixième", 1, 1,
     Ordinal},
    {u"douzaine", 12},
    {u"cent cents", 100, 1, Scale},
    {u"mille", 1'000, 1, Scale},
    {u"million millions", 1'000'000, 1, Scale},
    {u"milliard milliards", 1'000'000'000, 1, Scale},
};

constexpr WordRow spanish[] = {
    {u"cero|uno un una|dos|tres|cuatro|cinco|seis|siete|ocho|nueve|diez|once|doce|trece|catorce|quince|dieciséis|"
     u"diecisiete|dieciocho|diecinueve|veinte|veintiuno veintiún|veintidós|veintitrés|veinticuatro|veinticinco|"
     u"veintiséis|veintisiete|veintiocho|veintinueve"},
    {u"treinta|cuarenta|cincuenta|sesenta|setenta|ochenta|noventa", 30, 10},
    {u"primero primera primer|segundo segunda|tercero tercera tercer|cuarto cuarta|quinto quinta", 1, 1, Ordinal},
    {u"cien ciento|doscientos doscientas|trescientos trescientas|cuatrocientos cuatrocientas|quinientos quinientas|"
     u"seiscientos seiscientas|setecientos setecientas|ochocientos ochocientas|novecientos novecientas",
     100, 100},
    {u"docena", 12},
    {u"mil", 1'000, 1, Scale},
    {u"millón millones", 1'000'000, 1, Scale},
};

constexpr WordRow portuguese[] = {
    {u"zero|um uma|dois duas|três|quatro|cinco|seis|sete|oito|nove|dez|onze|doze|treze|catorze quatorze|quinze|"
     u"dezesseis dezasseis|dezessete dezassete|dezoito|dezenove dezanove"},
    {u"vinte|trinta|quarenta|cinquenta|sessenta|setenta|oitenta|noventa", 20, 10},
    {u"primeiro primeira|segundo segunda|terceiro terceira|quarto quarta|quinto quinta", 1, 1, Ordinal},
    {u"cem cento|duzentos duzentas|trezentos trezentas|quatrocentos quatrocentas|quinhentos quinhentas|seiscentos "
     u"seiscentas|setecentos setecentas|oitocentos oitocentas|novecentos novecentas",
     100, 100},
    {u"dúzia", 12},
    {u"mil", 1'000, 1, Scale},
    {u"milhão milhões", 1'000'000, 1, Scale},
    {u"bilhão bilhões", 1'000'000'000, 1, Scale},
};

constexpr WordRow italian[] = {
    {u"zero|uno un una|due|tre|quattro|cinque|sei|sette|otto|nove|dieci|undici|dodici|tredici|quattordici|quindici|"
     u"sedici|diciassette|diciotto|diciannove"},
    {u"venti|trenta|quaranta|cinquanta|sessanta|settanta|ottanta|novanta", 20, 10},
    {u"primo prima|secondo seconda|terzo terza|quarto quarta|quinto quinta", 1, 1, Ordinal},
    {u"dozzina", 12},
    {u"cento", 100, 1, Scale},
    {u"mille mila", 1'000, 1, Scale},
    {u"milione milioni", 1'000'000, 1, Scale},
    {u"miliardo miliardi", 1'000'000'000, 1, Scale},
};

constexpr LanguageRows allRows[] = {{"en"_L1, english}, {"de"_L1, german},     {"fr"_L1, french},
                                    {"es"_L1, spanish}, {"pt"_L1, portuguese}, {"it"_L1, italian}};

using WordTable = QHash<QStringView, NumberWord>;

WordTable tableOf(std::span<const WordRow> rows)
{
    WordTable table;
    for (const WordRow &row : rows) {
        qint64 value = row.first;
        for (const QStringView group : row.words.tokenize(u'|')) {
            for (const QStringView word : group.tokenize(u' '))
                table.insert(word, {row.kind, value});
            value += row.step;
        }
    }
    return table;
}

const WordTable *tableFor(QStringView language)
{
    static const QHash<QLatin1StringView, WordTable> tables = [] {
        QHash<QLatin1StringView, WordTable> all;
        for (const LanguageRows &each : allRows)
            all.insert(each.code, tableOf(each.rows));
        return all;
    }();
    for (auto it = tables.cbegin(); it != tables.cend(); ++it) {
        if (language == it.key())
            return &it.value();
    }
    return nullptr;
}

/// "fünfundzwanzig", "zweihundert", "dreitausendfünfhundert": German writes a number below a million as one word.
std::optional<qint64> germanCompound(QStringView word, const WordTable &table, int depth = 0)
{
    if (word.isEmpty() || depth > 6)
        return std::nullopt;
    if (const auto whole = table.constFind(word); whole != table.cend() && whole->value < 1'000'000)
        return whole->value;
    for (const auto &[name, scale] : {std::pair{u"tausend"_s, 1'000}, std::pair{u"hundert"_s, 100}}) {
        const qsizetype at = word.indexOf(name);
        if (at < 0)
            continue;
        QStringView rest = word.sliced(at + name.size());
        rest = rest.startsWith(u"und") ? rest.sliced(3) : rest;
        const auto head = at == 0 ? std::optional<qint64>(1) : germanCompound(word.left(at), table, depth + 1);
        const auto tail = rest.isEmpty() ? std::optional<qint64>(0) : germanCompound(rest, table, depth + 1);
        return head && tail ? std::optional(*head * scale + *tail) : std::nullopt;
    }
    const qsizetype joint = word.indexOf(u"und");
    if (joint <= 0)
        return std::nullopt;
    const auto one = table.constFind(word.left(joint));
    const auto ten = table.constFind(word.sliced(joint + 3));
    const bool fits = one != table.cend() && ten != table.cend() && one->value < 10 && ten->value >= 20;
    return fits ? std::optional(one->value + ten->value) : std::nullopt;
}

int hanDigit(QChar c)
{
    return static_cast<int>(QStringView(u"〇一二三四五六七八九").indexOf(c));
}

qint64 hanScale(QChar c)
{
    switch (c.unicode()) {
    case u'十':
        return 10;
    case u'百':
        return 100;
    case u'千':
        return 1'000;
    case u'万':
    case u'萬':
        return 10'000;
    case u'亿':
    case u'億':
        return 100'000'000;
    default:
        return 0;
    }
}

} // namespace

std::optional<NumberWord> numberWord(QStringView folded, QStringView language)
{
    const WordTable *table = tableFor(language);
    if (!table)
        return std::nullopt;
    if (const auto found = table->constFind(folded); found != table->cend())
        return *found;
    constexpr qsizetype longestCompound = 60;
    if (language == "de"_L1 && folded.size() <= longestCompound) {
        if (const auto value = germanCompound(folded, *table))
            return NumberWord{Value, *value};
    }
    return std::nullopt;
}

bool isHanFigure(QChar c)
{
    return hanDigit(c) >= 0 || hanScale(c) > 0 || c == u'两' || c == u'零';
}

std::optional<qint64> hanNumber(QStringView text)
{
    constexpr qsizetype longestRead = 16;
    // What is beyond is no number that anybody says, and would not fit once it is multiplied.
    constexpr qint64 mostOfPart = 10'000'000'000;
    constexpr qint64 mostOfAll = 1'000'000'000'000'000;
    if (text.isEmpty() || text.size() > longestRead)
        return std::nullopt;
    qint64 total = 0;
    qint64 part = 0;
    qint64 digit = -1;
    for (const QChar c : text) {
        if (const qint64 scale = hanScale(c); scale >= 10'000) {
            total += std::max<qint64>(1, part + std::max<qint64>(0, digit)) * scale;
            part = 0;
            digit = -1;
        } else if (scale > 0) {
            part += (digit < 0 ? 1 : digit) * scale;
            digit = -1;
        } else if (isHanFigure(c)) {
            const qint64 one = c == u'两' ? 2 : std::max(0, hanDigit(c));
            // 二〇二六: figures in a row are digits.
            digit = digit < 0 ? one : digit * 10 + one;
        } else {
            return std::nullopt;
        }
        if (total > mostOfAll || part > mostOfPart || digit > mostOfPart)
            return std::nullopt;
    }
    return total + part + std::max<qint64>(0, digit);
}

} // namespace Viral
