#include "micropol/bibtex.h"

#include <algorithm>
#include <string_view>

namespace micropol::app {

namespace {

// "authors (year), rest"; no year where the citation has none.
struct Parts {
    std::string_view authors, year, rest;
};

Parts parts_of(std::string_view citation) {
    std::size_t const open = citation.find(" (");
    std::size_t const close = open == std::string_view::npos ? open : citation.find("), ", open);
    if (close == std::string_view::npos) return {"", "", citation};
    return {citation.substr(0, open), citation.substr(open + 2, close - open - 2), citation.substr(close + 3)};
}

// What TeX would take for a command.
std::string escaped(std::string_view text) {
    std::string result;
    for (char const c : text) {
        if (std::string_view("&%$#_{}").find(c) != std::string_view::npos) result += '\\';
        result += c;
    }
    return result;
}

// Authors are separated by "and"; an institution is one author, whatever its name has in it.
std::string authors_of(std::string_view authors) {
    bool const people = authors.size() > 2 && authors[1] == '.';
    if (!people) return '{' + escaped(authors) + '}';
    std::string result;
    for (std::size_t at = 0; at <= authors.size();) {
        std::size_t const end = std::min(authors.find(", ", at), authors.size());
        std::string_view const one = authors.substr(at, end - at);
        result += (result.empty() ? "" : " and ") + (one == "et al." ? "others" : escaped(one));
        at = end + 2;
    }
    return result;
}

}  // namespace

std::string doi_of(Source const& source) {
    constexpr std::string_view mark = "doi:";
    std::size_t const at = source.citation.find(mark);
    if (at == std::string_view::npos) return "";
    std::size_t const begin = at + mark.size();
    std::string_view const doi = source.citation.substr(begin, source.citation.find_first_of(", ;)", begin) - begin);
    return std::string(doi);
}

std::string write_bibtex(std::span<Source const> sources) {
    std::string text;
    for (Source const& source : sources) {
        Parts const parts = parts_of(source.citation);
        std::string title(parts.rest);
        if (std::size_t const at = title.find(", doi:"); at != std::string::npos)
            title.erase(at, title.find(',', at + 1) == std::string::npos ? std::string::npos : title.find(',', at + 1) - at);
        text += "@misc{" + std::string(source.key) + ",\n";
        if (!parts.authors.empty()) text += "  author = {" + authors_of(parts.authors) + "},\n";
        if (!parts.year.empty()) text += "  year = {" + escaped(parts.year) + "},\n";
        if (std::string const doi = doi_of(source); !doi.empty()) text += "  doi = {" + doi + "},\n";
        text += "  title = {" + escaped(title) + "}\n}\n";
    }
    return text;
}

}  // namespace micropol::app
