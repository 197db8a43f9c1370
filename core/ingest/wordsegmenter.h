// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>
#include <QStringView>

#include <memory>

namespace Viral {

/// Cuts text that is written without spaces (Chinese, Japanese, Thai, Lao, Khmer, Burmese) into words.
class WordSegmenter
{
public:
    virtual ~WordSegmenter() = default;

    /// The pieces of \a run in order; joined they give \a run again.
    virtual QStringList pieces(QStringView run) const = 0;
};

/// One piece per character: what remains where no dictionary is at hand.
class CharacterSegmenter final : public WordSegmenter
{
public:
    QStringList pieces(QStringView run) const override;
};

/// Words by ICU's dictionaries; characters when ICU's data is not there.
std::unique_ptr<WordSegmenter> dictionarySegmenter();

} // namespace Viral
