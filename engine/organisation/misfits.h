#pragma once
// Rows that do not fit, gathered by reason while a file is read: refused together, or left out where that is asked for.

#include <map>
#include <string>
#include <vector>

#include "organisation/import.h"

namespace micropol {

class MisfitRows {
  public:
    explicit MisfitRows(Misfits dropped) : dropped_(dropped) {}

    [[nodiscard]] bool drops(Misfit reason) const { return dropped_[std::size_t(reason)]; }
    [[nodiscard]] bool has(Misfit reason) const { return rows_.contains({reason, {}}); }  // any without a subject
    // subject: what is counted apart from others of the same reason, such as a column's name; example: what was written there;
    // suggestion: "did you mean …?", of the first one only.
    void add(Misfit reason, Place place, std::string example, std::string subject = {}, Phrase range = {},
             Phrase suggestion = {});

    // A remark for each reason that was dropped, a problem for each that was not. Returns the reasons of these.
    Misfits report(std::vector<Phrase>& remarks, std::vector<Problem>& problems) const;

  private:
    struct Rows {
        std::size_t count = 0;
        std::vector<std::pair<std::string, Place>> examples;
        Phrase range, suggestion;
    };
    Misfits dropped_;
    std::map<std::pair<Misfit, std::string>, Rows> rows_;  // by reason and subject
};

}  // namespace micropol
