#include "study/explain/bargain.h"

#include "study/ends_of_unit.h"
#include "study/explain/extra.h"
#include "study/few_blocks.h"

namespace micropol {

namespace {

class Bargain {
  public:
    Bargain(StudyRunner& runner, Variant const& base, Ask const& ask) : runner_(runner), base_(base), ask_(ask) {}

    std::uint32_t variant_of(Offer const& offer, double intensity) {
        std::vector<Change> extra;
        for (std::string const& lever : offer.levers)
            extra.emplace_back(extra_intervention(lever, intensity, offer.target, false));
        return runner_.add({changed(base_, "offer", extra)});
    }

    // Whether it suffices on the blocks of the search. Nothing: it was stopped.
    std::optional<bool> suffices(Offer const& offer, double intensity, double wanted) {
        auto const unwanted = ask_(variant_of(offer, intensity), TriedOn::search_blocks);
        if (!unwanted) return std::nullopt;
        return share_of(unwanted->comes_about).mean <= wanted;
    }

    // wanted: share on the blocks of the search. Nothing: it was stopped.
    std::optional<SmallestOffer> smallest(Offer const& offer, double wanted, Unwanted const& as_it_was) {
        double low = 0, high = 1;
        auto const whole = suffices(offer, 1, wanted);
        if (!whole) return std::nullopt;
        for (int k = 0; *whole && k < halvings; ++k) {
            auto const enough = suffices(offer, (low + high) / 2, wanted);
            if (!enough) return std::nullopt;
            (*enough ? high : low) = (low + high) / 2;
        }
        auto const unwanted = ask_(variant_of(offer, high), TriedOn::study_blocks);
        if (!unwanted) return std::nullopt;
        SmallestOffer found{.levers = offer.levers, .target = offer.target};
        if (*whole) found.intensity = high;
        found.remaining = share_of(unwanted->comes_about);
        found.effect = change_from(as_it_was.comes_about, unwanted->comes_about, ends_of_shares);
        if (!unwanted->cost.empty()) found.cost = change_from(as_it_was.cost, unwanted->cost, open_ends);
        if (!unwanted->attitude.empty()) found.attitude = level_of(unwanted->attitude, ends_of(Unit::attitude));
        return found;
    }

  private:
    StudyRunner& runner_;
    Variant const& base_;
    Ask const& ask_;
};

}  // namespace

std::optional<Relief> relieve(StudyRunner& runner, Variant const& base, std::vector<Offer> const& offers,
                              std::optional<double> wanted, Ask const& ask) {
    std::uint32_t const without = runner.add({base});
    auto const as_it_was = ask(without, TriedOn::study_blocks);
    if (!as_it_was) return std::nullopt;
    Relief relief{.share = share_of(as_it_was->comes_about)};
    relief.wanted = wanted.value_or(relief.share.mean / 2);
    if (!as_it_was->attitude.empty()) relief.attitude = level_of(as_it_was->attitude, ends_of(Unit::attitude));
    if (offers.empty() || relief.share.mean <= relief.wanted) return relief;
    auto const in_search = ask(without, TriedOn::search_blocks);
    if (!in_search) return std::nullopt;
    double const in_proportion = relief.wanted / relief.share.mean * share_of(in_search->comes_about).mean;
    if (in_proportion <= 0) return relief;  // so rare that the search does not see it: it would find that nothing is enough
    Bargain bargain(runner, base, ask);
    for (Offer const& offer : offers) {
        auto const found = bargain.smallest(offer, in_proportion, *as_it_was);
        if (!found) return std::nullopt;
        relief.offers.push_back(*found);
    }
    return relief;
}

}  // namespace micropol
