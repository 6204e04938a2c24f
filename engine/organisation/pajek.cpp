#include <algorithm>

#include "base/trimmed.h"
#include "organisation/cell_values.h"
#include "organisation/gexf.h"
#include "organisation/graph_rows.h"
#include "organisation/tidy_text.h"

namespace micropol {

namespace {

// The words of a line; what stands in double quotes is one.
std::vector<std::string> words_of(std::string_view line) {
    std::vector<std::string> words;
    for (std::size_t at = 0; at < line.size();) {
        at = line.find_first_not_of(" \t\r", at);
        if (at == std::string_view::npos) break;
        bool const quoted = line[at] == '"';
        std::size_t const begin = quoted ? at + 1 : at,
                          end = std::min(line.find_first_of(quoted ? "\"" : " \t\r", begin), line.size());
        words.push_back(tidy(std::string(line.substr(begin, end - begin))));
        at = end + (quoted ? 1 : 0);
    }
    return words;
}

class PajekReader {
  public:
    PajekReader(std::string const& file, std::vector<Phrase>& remarks, std::vector<Problem>& problems)
        : file_(file), remarks_(remarks), problems_(problems), nodes_(file, {"id", "label"}), edges_(file, {"source", "target"}) {
    }

    Graph read(std::string_view text) {
        for (std::size_t at = 0; at < text.size() && !stopped_; ++line_) {
            std::size_t const end = std::min(text.find('\n', at), text.size());
            take(trimmed(text.substr(at, end - at)));
            at = end + 1;
        }
        if (!not_read_.empty())
            remarks_.push_back(Message("What {0} says under {1} is not read.", {name(file_), name(not_read_)}));
        return {nodes_.table(problems_), edges_.table(problems_)};
    }

  private:
    enum class Part { vertices, arcs, edges, arc_lists, edge_lists, other };

    void take(std::string_view line) {
        if (line.empty() || line.front() == '%') return;
        if (line.front() == '*') return begin(line);
        if (part_ == Part::other) return;
        std::vector<std::string> const words = words_of(line);
        if (part_ == Part::vertices) return add(nodes_, {words[0], words.size() > 1 ? words[1] : ""});
        bool const lists = part_ == Part::arc_lists || part_ == Part::edge_lists;
        bool const both_ways = part_ == Part::edges || part_ == Part::edge_lists;
        if (words.size() < 2) return refuse(Message("'{0}' is no tie", {name(std::string(line.substr(0, 60)))}));
        for (std::size_t k = 1; k < (lists ? words.size() : 2); ++k) {
            add_tie(words[0], words[k], !lists && words.size() > 2 ? words[2] : "");
            if (both_ways) add_tie(words[k], words[0], !lists && words.size() > 2 ? words[2] : "");
        }
    }

    void begin(std::string_view line) {
        std::string const word = folded(line.substr(0, line.find_first_of(" \t:")));
        part_ = word == "*vertices"    ? Part::vertices
                : word == "*arcs"      ? Part::arcs
                : word == "*edges"     ? Part::edges
                : word == "*arcslist"  ? Part::arc_lists
                : word == "*edgeslist" ? Part::edge_lists
                                       : Part::other;
        if (part_ == Part::other && word != "*network" && not_read_.empty()) not_read_ = word;
        kind_.clear();
        if (std::size_t const quote = line.find('"'); quote != std::string_view::npos && part_ != Part::vertices)
            kind_ = words_of(line.substr(quote)).front();  // "*Arcs :2 "advice""
    }

    void add_tie(std::string const& from, std::string const& to, std::string const& weight) {
        std::size_t const row = edges_.size();
        add(edges_, {from, to});
        if (stopped_) return;
        if (!weight.empty() && number_in(weight)) (void)edges_.put(row, "weight", weight);
        if (!kind_.empty()) (void)edges_.put(row, "kind", kind_);
    }
    void add(GraphRows& rows, std::vector<std::string> fields) { stopped_ |= !rows.add(std::move(fields), line_, problems_); }
    void refuse(Phrase what) {
        add_problem(problems_, {file_, line_, 0}, std::move(what),
                    "a tie is two numbers of vertices and, where known, its weight");
        stopped_ = true;
    }

    std::string const& file_;
    std::vector<Phrase>& remarks_;
    std::vector<Problem>& problems_;
    GraphRows nodes_, edges_;
    Part part_ = Part::other;
    std::string kind_, not_read_;
    int line_ = 1;
    bool stopped_ = false;
};

}  // namespace

Graph parse_pajek(std::string_view text, std::string const& file, std::vector<Phrase>& remarks, std::vector<Problem>& problems) {
    return PajekReader(file, remarks, problems).read(text);
}

}  // namespace micropol
