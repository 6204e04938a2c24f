#include "statistics/normal_score.h"

#include <gmock/gmock.h>

#include <boost/math/distributions/normal.hpp>

namespace micropol {

TEST(NormalScore, is_the_normal_distribution) {
    boost::math::normal const normal;
    for (double const share : {1e-9, 1e-6, 0.001, 0.02, 0.074, 0.076, 0.3, 0.5, 0.7, 0.98, 0.999999})
        EXPECT_NEAR(normal_score(share), boost::math::quantile(normal, share), 1e-12) << share;
    for (double const score : {-5.5, -3.0, -1.0, -1e-3, 0.0, 0.5, 2.0, 4.0})
        EXPECT_NEAR(share_below(score), boost::math::cdf(normal, score), 1e-14) << score;
}

TEST(NormalScore, goes_back_and_forth) {
    for (double score = -5; score <= 5; score += 0.25) EXPECT_NEAR(normal_score(share_below(score)), score, 1e-9);
    EXPECT_EQ(share_below(-100), 1e-9);
    EXPECT_EQ(share_below(100), 1 - 1e-9);
}

}  // namespace micropol
