#include "results/account.h"

#include "results/wording.h"

namespace micropol {

std::string on_names_text(Privacy const& privacy, std::size_t groups_hidden) {
    if (privacy.names_shown) return "People are named here, as --show-names asks: do not pass this on without need.";
    if (groups_hidden == 0) return "People have pseudonyms; --show-names names them.";
    return "People have pseudonyms, and " + count(groups_hidden) + " groups are left out so that none of fewer than " +
           count(privacy.smallest_group) + " people is shown singly or can be computed; --show-names shows all.";
}

std::string title_in_words(std::string_view title, std::size_t headcount, int weeks) {
    return plain(title) + ": " + count(headcount) + " employees, " + count(std::size_t(weeks)) +
           (weeks == 1 ? " week" : " weeks");
}

std::string histories_in_words(std::size_t blocks, bool imported) {
    std::string const drawn = imported ? (blocks == 1 ? " draw of what is uncertain × 16" : " draws of what is uncertain × 16")
                                       : (blocks == 1 ? " organisation × 16" : " organisations × 16");
    return count(blocks * std::size_t(histories_per_block)) + " histories (" + count(blocks) + drawn + ")";
}

}  // namespace micropol
