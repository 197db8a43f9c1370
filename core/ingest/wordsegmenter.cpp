// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ingest/wordsegmenter.h"

#include <QTextBoundaryFinder>

#include <unicode/ubrk.h>

#include <algorithm>

namespace Viral {

namespace {

struct CloseIterator
{
    void operator()(UBreakIterator *iterator) const { ubrk_close(iterator); }
};
using IteratorPointer = std::unique_ptr<UBreakIterator, CloseIterator>;

class DictionarySegmenter final : public WordSegmenter
{
public:
    explicit DictionarySegmenter(IteratorPointer iterator)
        : m_iterator(std::move(iterator))
    {}

    QStringList pieces(QStringView run) const override
    {
        // The dictionary search keeps tables as long as its input: long runs are cut first.
        constexpr qsizetype longestRun = 2000;
        QStringList result;
        while (!run.isEmpty()) {
            qsizetype length = std::min(run.size(), longestRun);
            if (length < run.size() && run[length - 1].isHighSurrogate())
                ++length;
            appendPieces(run.left(length), result);
            run = run.sliced(length);
        }
        return result;
    }

private:
    void appendPieces(QStringView run, QStringList &result) const
    {
        UErrorCode status = U_ZERO_ERROR;
        ubrk_setText(m_iterator.get(), run.utf16(), static_cast<int32_t>(run.size()), &status);
        if (U_FAILURE(status)) {
            result += CharacterSegmenter().pieces(run);
            return;
        }
        int32_t start = ubrk_first(m_iterator.get());
        for (int32_t end = ubrk_next(m_iterator.get()); end != UBRK_DONE; end = ubrk_next(m_iterator.get())) {
            result.append(run.sliced(start, end - start).toString());
            start = end;
        }
    }

    IteratorPointer m_iterator;
};

} // namespace

QStringList CharacterSegmenter::pieces(QStringView run) const
{
    QStringList result;
    QTextBoundaryFinder finder(QTextBoundaryFinder::Grapheme, run.data(), run.size());
    qsizetype start = 0;
    for (qsizetype end = finder.toNextBoundary(); end >= 0; end = finder.toNextBoundary()) {
        result.append(run.sliced(start, end - start).toString());
        start = end;
    }
    return result;
}

std::unique_ptr<WordSegmenter> dictionarySegmenter()
{
    UErrorCode status = U_ZERO_ERROR;
    IteratorPointer iterator(ubrk_open(UBRK_WORD, "root", nullptr, 0, &status));
    if (U_FAILURE(status) || !iterator)
        return std::make_unique<CharacterSegmenter>();
    return std::make_unique<DictionarySegmenter>(std::move(iterator));
}

} // namespace Viral
