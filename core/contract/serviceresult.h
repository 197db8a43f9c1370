// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/contract/moment.h"
#include "core/contract/usage.h"

namespace Viral {

/// metadata of a result (ViralMomentResponse.md section 1.1).
struct ResultMetadata
{
    Milliseconds chunkDuration{0};
    Milliseconds overlap{0};
    QString model = {};
    int momentsBeforeDedup = 0;
    int momentsAfterDedup = 0;
    /// Empty when the model reports no usage.
    TokenCounts usageTotals = {};
    /// Nothing when usage or price is unknown; written as an empty object.
    std::optional<Pricing> pricing = {};
    /// The request's own metadata, verbatim, after the service's fields.
    RawMembers custom = {};

    bool operator==(const ResultMetadata &) const = default;
};

/// The contract's ServiceResult: what a run gives back (ViralMomentResponse.md section 1).
struct ServiceResult
{
    QString jobId = {};
    int totalChunks = 0;
    int successfulChunks = 0;
    int failedChunks = 0;
    /// In order of start.
    QList<Moment> moments = {};
    ResultMetadata metadata = {};
    /// Nothing when the model reports none; written as null (interface.md section 6).
    std::optional<Usage> usage = {};

    bool operator==(const ServiceResult &) const = default;
};

} // namespace Viral
