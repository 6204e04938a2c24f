#include "organisation/graphml.h"

#include <algorithm>
#include <functional>
#include <map>
#include <set>
#include <utility>

#include "organisation/tidy_text.h"
#include "organisation/xml_stream.h"

namespace micropol {

namespace {

constexpr int most_depth = 64;

// An attribute of nodes or of edges.
struct Key {
    std::size_t column = 0;
    std::string default_value;  // text of <default>
};
using Keys = std::map<std::string, Key, std::less<>>;  // by id

class GraphmlReader : public XmlStream {
  public:
    GraphmlReader(std::string const& file, std::vector<Phrase>& remarks, std::vector<Problem>& problems)
        : XmlStream(file, problems, most_depth), file_(file), remarks_(remarks), problems_(problems) {
        graph_.nodes.file = graph_.edges.file = file;
        graph_.nodes.columns = {"id"};
        graph_.edges.columns = {"source", "target"};
    }

    Graph read(std::string_view text) {
        if (feed(text, true) && !seen_graphml_) report("not GraphML", "there is no <graphml> in it");
        complete_rows();
        return std::move(graph_);
    }

  private:
    // What the element around a <data> is.
    struct Owner {
        enum class Kind { node, edge, other } kind = Kind::other;
        std::size_t row = 0;
    };

    void start(std::string_view name, Attributes const& attributes) override {
        if (inside_data_ > 0) return start_within_data(name);
        if (name == "graphml") seen_graphml_ = true;
        if (name == "hyperedge") return refuse("a hyperedge", "a tie joins two people", "write it as edges");
        if (name == "graph") start_graph(attributes);
        if (name == "key") declare(attributes);
        if (name == "node") start_node(attributes);
        if (name == "edge") start_edge(attributes);
        if (name == "port") owners_.push_back({});
        if (name == "data" || name == "default") {
            collecting_ = true, inside_data_ = 1, has_elements_ = false;
            text_.clear();
            if (name == "data") key_ = text_of(attributes, "key");
        }
    }

    void characters(std::string_view text) override {
        if (collecting_) text_ += text;
    }

    void end(std::string_view name) override {
        if (inside_data_ > 1) return end_within_data(name);
        if (name == "graph" && !directed_.empty()) {
            directed_.pop_back();
            if (!owners_.empty() && owners_.back().kind == Owner::Kind::node && !groups_.empty()) groups_.pop_back();
        }
        if (name == "node" || name == "edge" || name == "port") {
            if (name == "edge") end_edge();
            if (!owners_.empty()) owners_.pop_back();
        }
        if (name == "default")
            for (Keys* const keys : {&node_keys_, &edge_keys_})
                if (auto const found = keys->find(key_); found != keys->end() && found->second.column >= declared_from(keys))
                    found->second.default_value = trimmed_text();
        if (name == "data") take_data();
        if (name == "data" || name == "default") collecting_ = false, inside_data_ = 0;
    }

    // Programs that draw put elements of their own here; of these only the text on a node or edge says something.
    void start_within_data(std::string_view name) {
        ++inside_data_;
        has_elements_ = true;
        collecting_ = name == "NodeLabel" || name == "EdgeLabel";
        if (collecting_) text_.clear();
    }
    void end_within_data(std::string_view name) {
        --inside_data_;
        if (!collecting_ || (name != "NodeLabel" && name != "EdgeLabel")) return;
        collecting_ = false;
        if (std::string const label = trimmed_text(); !label.empty()) take_label(label);
    }

    // A graph within a node makes it a group of the nodes in it.
    void start_graph(Attributes const& attributes) {
        directed_.push_back(text_of(attributes, "edgedefault") != "undirected");
        if (owners_.empty() || owners_.back().kind != Owner::Kind::node) return;
        std::size_t const row = owners_.back().row;
        is_group_[row] = true;
        groups_.push_back(row);
    }

    void declare(Attributes const& attributes) {
        key_ = text_of(attributes, "id");
        std::string const of = text_of(attributes, "for");
        std::string name = text_of(attributes, "attr.name");
        if (name.empty()) name = key_;
        // Drawings have no text of their own.
        bool const drawn = attributes.contains("yfiles.type");
        bool const of_all = of == "all" || of.empty();
        declared_nodes_ = graph_.nodes.columns.size(), declared_edges_ = graph_.edges.columns.size();
        if (drawn) drawings_.insert(key_);
        if (!drawn && (of == "node" || of_all)) node_keys_[key_] = {column_for(graph_.nodes, name), {}};
        if (!drawn && (of == "edge" || of_all)) edge_keys_[key_] = {column_for(graph_.edges, name), {}};
        if (!drawn && !of_all && of != "node" && of != "edge") drawings_.insert(key_);
        check_keys();
    }
    // Where the columns of the key that is being declared begin: an earlier one of the same id is another's.
    [[nodiscard]] std::size_t declared_from(Keys const* keys) const {
        return keys == &node_keys_ ? declared_nodes_ : declared_edges_;
    }

    void check_keys() {
        if (node_keys_.size() + edge_keys_.size() > most_columns)
            refuse("too many attributes", Message("more than {0}", {Verbatim{std::to_string(most_columns)}}));
    }

    // A program's own "id" beside the node's gets another name, since edges speak of the node's.
    static std::size_t column_for(RowTable& table, std::string const& name) {
        bool const taken = std::ranges::find(table.columns, name) != table.columns.end();
        table.columns.push_back(taken ? name + "_attribute_" + std::to_string(table.columns.size()) : name);
        return table.columns.size() - 1;
    }

    void add_row(RowTable& table, std::vector<std::string> fields) {
        cells_ += table.columns.size();
        if (cells_ > most_cells) return refuse("too large", more_than_most_fields(), "leave out attributes that are not needed");
        if (table.rows.size() == most_rows) return refuse("too large", Message("more than {0} rows", {Count{most_rows}}));
        table.rows.push_back({std::move(fields), line()});
    }

    void start_node(Attributes const& attributes) {
        owners_.push_back({Owner::Kind::node, graph_.nodes.rows.size()});
        add_row(graph_.nodes, {tidy(text_of(attributes, "id"))});
        is_group_.push_back(false);
        group_of_.push_back(groups_.empty() ? no_group : groups_.back());
    }
    void start_edge(Attributes const& attributes) {
        owners_.push_back({Owner::Kind::edge, graph_.edges.rows.size()});
        add_row(graph_.edges, {tidy(text_of(attributes, "source")), tidy(text_of(attributes, "target"))});
        std::string const directed = text_of(attributes, "directed");
        both_ways_ = directed.empty() ? !directed_.empty() && !directed_.back() : directed == "false";
    }
    void end_edge() {
        if (!both_ways_ || graph_.edges.rows.empty()) return;
        RowTable::Row back = graph_.edges.rows.back();
        std::swap(back.fields[0], back.fields[1]);
        add_row(graph_.edges, std::move(back.fields));
    }

    [[nodiscard]] std::string trimmed_text() const { return tidy(text_); }

    void put(RowTable& table, std::size_t row, std::size_t column, std::string value) {
        auto& fields = table.rows[row].fields;
        if (fields.size() <= column) fields.resize(column + 1, not_given);
        fields[column] = std::move(value);
    }

    void take_data() {
        if (owners_.empty() || owners_.back().kind == Owner::Kind::other || has_elements_) return;
        bool const of_edge = owners_.back().kind == Owner::Kind::edge;
        Keys& keys = of_edge ? edge_keys_ : node_keys_;
        RowTable& table = of_edge ? graph_.edges : graph_.nodes;
        if (!keys.contains(key_)) {
            // Declared for something else, it says nothing here; not declared at all, its id is its name.
            if (drawings_.contains(key_) || (of_edge ? node_keys_ : edge_keys_).contains(key_)) {
                if (!undeclared_.contains(key_)) return;
            }
            undeclared_.insert(key_);
            keys[key_] = {column_for(table, key_), {}};
            check_keys();
            if (is_stopped()) return;
        }
        put(table, owners_.back().row, keys[key_].column, trimmed_text());
    }

    void take_label(std::string const& label) {
        if (owners_.empty() || owners_.back().kind == Owner::Kind::other) return;
        bool const of_edge = owners_.back().kind == Owner::Kind::edge;
        RowTable& table = of_edge ? graph_.edges : graph_.nodes;
        std::size_t& column = of_edge ? edge_label_ : node_label_;
        if (column == 0) column = column_for(table, "label");
        auto const& fields = table.rows[owners_.back().row].fields;
        if (fields.size() > column && fields[column] != not_given) return;  // the first one written on it
        put(table, owners_.back().row, column, label);
    }

    // Attributes that a node or edge does not give have their key's default.
    void complete_rows() {
        for (RowTable* table : {&graph_.nodes, &graph_.edges}) {
            if (is_too_large(table->rows.size(), table->columns.size(), file_, problems_))  // attributes may come after the nodes
                table->rows.clear();
            std::vector<std::string> usual(table->columns.size());
            for (auto const& [id, key] : table == &graph_.nodes ? node_keys_ : edge_keys_) usual[key.column] = key.default_value;
            for (RowTable::Row& row : table->rows) {
                row.fields.resize(table->columns.size(), not_given);
                for (std::size_t k = 0; k < row.fields.size(); ++k)
                    if (row.fields[k] == not_given) row.fields[k] = usual[k];
            }
        }
        if (!undeclared_.empty()) {
            std::vector<std::string> const keys(undeclared_.begin(), undeclared_.end());
            remarks_.push_back(Message("{0} declares no <key> for {1}: taken by their names.", {name(file_), listed(keys)}));
        }
        take_groups();
    }

    // Groups are where people belong, and no people.
    void take_groups() {
        if (std::ranges::none_of(is_group_, std::identity{}) || graph_.nodes.rows.size() != is_group_.size()) return;
        (void)column_for(graph_.nodes, "group");
        auto const called = [&](std::size_t row) {
            for (char const* const attribute : {"label", "name", "Name", "Label", "description"})
                if (auto const found = std::ranges::find(graph_.nodes.columns, attribute); found != graph_.nodes.columns.end())
                    if (std::string const& text = graph_.nodes.rows[row]
                                                      .fields[std::size_t(found - graph_.nodes.columns.begin())];
                        !text.empty())
                        return text;
            return graph_.nodes.rows[row].fields[0];
        };
        std::vector<RowTable::Row> people;
        for (std::size_t row = 0; row < is_group_.size(); ++row) {
            graph_.nodes.rows[row].fields.push_back(group_of_[row] == no_group ? "" : called(group_of_[row]));
            if (!is_group_[row]) people.push_back(graph_.nodes.rows[row]);
        }
        remarks_.push_back(Message("{0} nodes of {1} hold others: they are groups, and no people ('{2}').",
                                   {Count{is_group_.size() - people.size()}, name(file_),
                                    name(called(std::size_t(std::ranges::find(is_group_, true) - is_group_.begin())))}));
        graph_.nodes.rows = std::move(people);
    }

    inline static std::string const not_given{'\0'};  // no XML text holds this character

    static constexpr auto no_group = std::size_t(-1);

    std::string const& file_;
    std::vector<Phrase>& remarks_;
    std::vector<Problem>& problems_;
    Graph graph_;
    Keys node_keys_, edge_keys_;
    std::set<std::string, std::less<>> drawings_, undeclared_;  // ids of keys
    std::string key_, text_;                                    // of the element being read
    std::vector<Owner> owners_;                                 // nodes, edges and ports around it
    std::vector<bool> directed_;                                // of the graphs around it
    std::vector<bool> is_group_;                                // [node]
    std::vector<std::size_t> group_of_, groups_;                // [node]; those around it
    std::size_t cells_ = 0, declared_nodes_ = 0, declared_edges_ = 0, node_label_ = 0, edge_label_ = 0;
    int inside_data_ = 0;
    bool seen_graphml_ = false, both_ways_ = false, collecting_ = false, has_elements_ = false;
};

}  // namespace

Graph parse_graphml(std::string_view text, std::string const& file, std::vector<Phrase>& remarks,
                    std::vector<Problem>& problems) {
    return GraphmlReader(file, remarks, problems).read(text);
}

}  // namespace micropol
