#pragma once
// Who is meant by an id, a name, or what a spreadsheet has made of either.

#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "base/message.h"

namespace micropol {

class PeopleIndex {
  public:
    // [employee] each. others: further columns that may say who somebody is, such as e-mail addresses.
    PeopleIndex(std::vector<std::string> const& ids, std::vector<std::string> const& names,
                std::vector<std::vector<std::string>> const& others = {});

    enum class By { id, case_of_letters, digits, name, id_in_brackets, other_column, nothing };
    struct Found {
        std::vector<std::uint32_t> people;  // one: that is who is meant; several: it cannot be told; none: nobody
        By by = By::nothing;
    };
    // The first way that finds anybody: as written, without case, as a number, as a name in any order, "Name (id)".
    [[nodiscard]] Found find(std::string const& word) const;
    [[nodiscard]] bool has(std::string const& word) const { return find(word).people.size() == 1; }
    // Several people in one field, "a; b" or "a and b", none of whom is in doubt; fewer than two where it is no such list.
    [[nodiscard]] std::vector<std::uint32_t> find_several(std::string const& text) const;

    [[nodiscard]] std::vector<std::string> const& ids() const { return ids_; }

  private:
    using Known = std::map<std::string, std::vector<std::uint32_t>, std::less<>>;
    [[nodiscard]] std::vector<std::uint32_t> rounded_to(std::string const& word) const;

    std::vector<std::string> ids_;
    Known exact_, folded_, digits_, names_, others_;
};

// Counts in which ways people were found that differ from what was written, to say so once each.
class FoundWays {
  public:
    void note(PeopleIndex::By by, std::string const& written, std::string const& meant);
    [[nodiscard]] std::vector<Phrase> remarks() const;

  private:
    struct Way {
        std::size_t count = 0;
        std::string written, meant;
    };
    std::map<PeopleIndex::By, Way> ways_;
};

}  // namespace micropol
