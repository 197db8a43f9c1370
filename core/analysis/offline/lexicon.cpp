// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/offline/lexicon.h"

#include <array>

namespace Viral::Offline {

std::span<const Language *const> languages()
{
    static constexpr std::array all{&english, &german, &french, &spanish, &portuguese, &italian};
    return all;
}

const Language *languageFor(QStringView tag)
{
    const QStringView primary = tag.left(tag.indexOf(u'-') < 0 ? tag.size() : tag.indexOf(u'-'));
    for (const Language *language : languages()) {
        if (primary.compare(language->code, Qt::CaseInsensitive) == 0)
            return language;
    }
    return nullptr;
}

namespace {

using Entries = QHash<QStringView, Lexicon::Entry>;

void add(Entries &entries, QStringView words, Marks marks, int topic)
{
    for (const QStringView word : words.tokenize(u'|')) {
        Lexicon::Entry &entry = entries[word];
        entry.marks |= marks;
        if (topic >= 0)
            entry.topic = topic;
        const qsizetype space = word.indexOf(u' ');
        if (space > 0)
            entries[word.left(space)].marks |= BeginsPhrase;
    }
}

Entries entriesOf(const Language &language)
{
    Entries entries;
    entries.reserve(1024);
    for (const WordList &list : language.lists)
        add(entries, list.words, list.marks, -1);
    for (int topic = 0; topic < static_cast<int>(language.topics.size()); ++topic)
        add(entries, language.topics[static_cast<std::size_t>(topic)].words, 0, topic);
    return entries;
}

/// Made once for all languages: they are asked for with every opened work and every run.
const QHash<const Language *, Entries> &allEntries()
{
    static const QHash<const Language *, Entries> all = [] {
        QHash<const Language *, Entries> made;
        for (const Language *language : languages())
            made.insert(language, entriesOf(*language));
        return made;
    }();
    return all;
}

} // namespace

Lexicon::Lexicon(const Language *language)
    : m_language(language)
    , m_entries(language ? allEntries().value(language) : Entries())
{}

Lexicon::Entry Lexicon::find(QStringView folded) const
{
    const auto found = m_entries.constFind(folded);
    if (found != m_entries.cend())
        return *found;
    if (folded.size() > 3 && folded.endsWith(u's'))
        return m_entries.value(folded.chopped(1));
    const qsizetype elision = folded.indexOf(u'\'');
    if (elision == 1 || elision == 2)
        return m_entries.value(folded.sliced(elision + 1));
    return {};
}

} // namespace Viral::Offline
