// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

namespace Viral::Offline {

/// The rank of each value among all, 0 for the smallest and 1 for the largest; equal values share their mean rank.
std::vector<double> meanRanks(const std::vector<double> &values);

/// Where values stand among the values of a population.
class Population
{
public:
    explicit Population(std::vector<double> values);

    /// Share of the population below \a value, half of what equals it included; 0 for a value of 0 or less.
    double standing(double value) const;

private:
    std::vector<double> m_sorted;
};

} // namespace Viral::Offline
