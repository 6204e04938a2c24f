#include "organisation/gexf.h"

#include <set>

#include "organisation/graph_rows.h"
#include "organisation/tidy_text.h"
#include "organisation/xml_stream.h"

namespace micropol {

namespace {

constexpr int most_depth = 64;

class GexfReader : public XmlStream {
  public:
    GexfReader(std::string const& file, std::vector<Phrase>& remarks, std::vector<Problem>& problems)
        : XmlStream(file, problems, most_depth), file_(file), remarks_(remarks), problems_(problems), nodes_(file, {"id"}),
          edges_(file, {"source", "target"}) {}

    Graph read(std::string_view text) {
        if (feed(text, true) && !seen_gexf_) report("not GEXF", "there is no <gexf> in it");
        take_groups();
        return {nodes_.table(problems_), edges_.table(problems_)};
    }

  private:
    // A node or edge around what is read.
    struct Owner {
        bool is_edge;
        std::size_t row;
    };

    void start(std::string_view name, Attributes const& attributes) override {
        if (name == "gexf") seen_gexf_ = true;
        if (name == "graph") undirected_ = is_undirected(text_of(attributes, "defaultedgetype"), false);
        if (name == "attributes") of_edges_ = text_of(attributes, "class") == "edge";
        if (name == "attribute") declare(attributes);
        if (name == "default") text_.clear(), collecting_ = true;
        if (name == "nodes" && !owners_.empty() && !owners_.back().is_edge) groups_.insert(owners_.back().row);
        if (name == "node") start_node(attributes);
        if (name == "edge") start_edge(attributes);
        if (name == "attvalue") take_value(attributes);
    }
    void characters(std::string_view text) override {
        if (collecting_) text_ += text;
    }
    void end(std::string_view name) override {
        if (name == "default") {
            collecting_ = false;
            (of_edges_ ? edges_ : nodes_).set_default(declared_, tidy(text_));
        }
        if ((name == "node" || name == "edge") && !owners_.empty()) {
            if (name == "edge") end_edge();
            owners_.pop_back();
        }
    }

    // "mutual" is both directions, too.
    static bool is_undirected(std::string const& type, bool usual) {
        return type.empty() ? usual : type == "undirected" || type == "mutual";
    }

    void declare(Attributes const& attributes) {
        std::string const id = text_of(attributes, "id"), title = tidy(text_of(attributes, "title"));
        declared_ = own_name(title.empty() ? id : title, of_edges_);
        titles_[{of_edges_, id}] = declared_;
    }
    // An attribute called like what edges speak of is another thing.
    static std::string own_name(std::string const& title, bool of_edge) {
        bool const taken = of_edge ? title == "source" || title == "target" : title == "id";
        return taken ? title + "_attribute" : title;
    }

    void add(bool is_edge, std::vector<std::string> fields) {
        auto const row = (is_edge ? edges_ : nodes_).add(std::move(fields), line(), problems_);
        if (!row) return refuse("too large", more_than_most_fields());
        owners_.push_back({is_edge, *row});
    }
    void start_node(Attributes const& attributes) {
        std::size_t const around = owners_.empty() ? no_group : owners_.back().row;
        add(false, {tidy(text_of(attributes, "id"))});
        if (is_stopped()) return;
        group_of_.push_back(around);
        if (std::string label = tidy(text_of(attributes, "label")); !label.empty()) put("label", std::move(label));
    }
    void start_edge(Attributes const& attributes) {
        add(true, {tidy(text_of(attributes, "source")), tidy(text_of(attributes, "target"))});
        if (is_stopped()) return;
        both_ways_ = is_undirected(text_of(attributes, "type"), undirected_);
        for (char const* const said : {"weight", "kind", "label"})
            if (std::string text = tidy(text_of(attributes, said)); !text.empty()) put(said, std::move(text));
    }
    void end_edge() {
        std::size_t const row = owners_.back().row;
        if (!both_ways_) return;
        RowTable::Row back = edges_.row(row);
        std::swap(back.fields[0], back.fields[1]);
        if (!edges_.add(std::move(back.fields), back.line, problems_)) refuse("too large", more_than_most_fields());
    }

    void take_value(Attributes const& attributes) {
        if (owners_.empty()) return;
        Owner const& owner = owners_.back();
        std::string of = text_of(attributes, "for");
        if (of.empty()) of = text_of(attributes, "id");  // GEXF 1.1
        auto const title = titles_.find({owner.is_edge, of});
        put(title == titles_.end() ? own_name(of, owner.is_edge) : title->second, tidy(text_of(attributes, "value")));
    }
    // Of what is being read.
    void put(std::string const& column, std::string text) {
        Owner const& owner = owners_.back();
        if (!(owner.is_edge ? edges_ : nodes_).put(owner.row, column, std::move(text)))
            refuse("too many attributes", Message("more than {0}", {Verbatim{std::to_string(most_columns)}}));
    }

    void take_groups() {
        if (groups_.empty()) return;
        auto const called = [&](std::size_t row) {
            std::string const label = nodes_.text(row, "label");
            return label.empty() ? nodes_.text(row, "id") : label;
        };
        for (std::size_t row = 0; row < group_of_.size(); ++row)
            if (group_of_[row] != no_group) (void)nodes_.put(row, "group", called(group_of_[row]));
        remarks_.push_back(Message("{0} nodes of {1} hold others: they are groups, and no people ('{2}').",
                                   {Count{groups_.size()}, name(file_), name(called(*groups_.begin()))}));
        std::vector<bool> gone(group_of_.size());
        for (std::size_t const row : groups_) gone[row] = true;
        nodes_.leave_out(gone);
    }

    static constexpr auto no_group = std::size_t(-1);

    std::string const& file_;
    std::vector<Phrase>& remarks_;
    std::vector<Problem>& problems_;
    GraphRows nodes_, edges_;
    std::map<std::pair<bool, std::string>, std::string> titles_;  // of edges, id of an attribute -> its column
    std::vector<Owner> owners_;
    std::vector<std::size_t> group_of_;  // [node]
    std::set<std::size_t> groups_;       // nodes that hold others
    std::string declared_, text_;
    bool seen_gexf_ = false, undirected_ = false, both_ways_ = false, of_edges_ = false, collecting_ = false;
};

}  // namespace

Graph parse_gexf(std::string_view text, std::string const& file, std::vector<Phrase>& remarks, std::vector<Problem>& problems) {
    return GexfReader(file, remarks, problems).read(text);
}

}  // namespace micropol
