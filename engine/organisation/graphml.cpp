#include "organisation/graphml.h"

#include <expat.h>

#include <algorithm>
#include <exception>
#include <map>
#include <memory>
#include <utility>

namespace micropol {

namespace {

constexpr int most_depth = 32;

// An attribute declared by <key>.
struct Key {
    bool of_nodes = false, of_edges = false;
    std::size_t node_column = 0, edge_column = 0;
    std::string default_value;  // text of <default>
};

using Attributes = std::map<std::string, std::string, std::less<>>;

std::string text_of(Attributes const& attributes, std::string_view name) {
    auto const found = attributes.find(name);
    return found == attributes.end() ? std::string{} : found->second;
}

// Names may carry a namespace prefix.
std::string_view local_name(std::string_view name) {
    return name.substr(name.find(':') == std::string_view::npos ? 0 : name.find(':') + 1);
}

class GraphmlReader {
  public:
    GraphmlReader(std::string const& file, std::vector<Problem>& problems) : file_(file), problems_(problems) {
        graph_.nodes.file = graph_.edges.file = file;
        graph_.nodes.columns = {"id"};
        graph_.edges.columns = {"source", "target"};
    }

    Graph read(std::string_view text) {
        XML_SetUserData(parser_.get(), this);
        XML_SetElementHandler(parser_.get(), on_start, on_end);
        XML_SetCharacterDataHandler(parser_.get(), on_text);
        XML_SetEntityDeclHandler(parser_.get(), on_entity);
        if (XML_Parse(parser_.get(), text.data(), int(text.size()), XML_TRUE) != XML_STATUS_OK && !stopped_)
            report("not well-formed XML", name(XML_ErrorString(XML_GetErrorCode(parser_.get()))));
        if (failure_) std::rethrow_exception(failure_);
        if (!stopped_ && !seen_graphml_) report("not GraphML", "there is no <graphml> in it");
        complete_rows();
        return std::move(graph_);
    }

  private:
    using Parser = std::unique_ptr<XML_ParserStruct, decltype(&XML_ParserFree)>;

    // Exceptions must not pass through the C library.
    template <class Work>
    static void guard(void* user, Work work) {
        auto& reader = *static_cast<GraphmlReader*>(user);
        if (reader.stopped_) return;
        try {
            work(reader);
        } catch (...) {
            reader.failure_ = std::current_exception();
            reader.stop();
        }
    }
    static void on_start(void* user, XML_Char const* name, XML_Char const** pairs) {
        guard(user, [&](GraphmlReader& reader) {
            Attributes attributes;
            for (; pairs[0] != nullptr; pairs += 2) attributes[pairs[0]] = pairs[1];
            reader.start(local_name(name), attributes);
        });
    }
    static void on_end(void* user, XML_Char const* name) {
        guard(user, [&](GraphmlReader& reader) { reader.end(local_name(name)); });
    }
    static void on_text(void* user, XML_Char const* text, int length) {
        guard(user, [&](GraphmlReader& reader) {
            if (reader.collecting_) reader.text_.append(text, std::size_t(length));
        });
    }
    static void on_entity(void* user, XML_Char const*, int, XML_Char const*, int, XML_Char const*, XML_Char const*,
                          XML_Char const*, XML_Char const*) {
        guard(user, [](GraphmlReader& reader) {
            reader.refuse("an entity declaration", "entities can blow a small file up to any size", "write the text itself");
        });
    }

    [[nodiscard]] int line() const { return int(XML_GetCurrentLineNumber(parser_.get())); }
    void report(Phrase what, Phrase why, Phrase suggestion = {}) {
        add_problem(problems_, {file_, line(), 0}, std::move(what), std::move(why), std::move(suggestion));
    }
    void stop() {
        stopped_ = true;
        XML_StopParser(parser_.get(), XML_FALSE);
    }
    void refuse(Phrase what, Phrase why, Phrase suggestion = {}) {
        report(std::move(what), std::move(why), std::move(suggestion));
        stop();
    }

    void start(std::string_view name, Attributes const& attributes) {
        if (++depth_ > most_depth)
            return refuse("too deep", Message("elements lie in each other more than {0} deep", {Count{most_depth}}));
        if (name == "graphml") seen_graphml_ = true;
        if (name == "graph") directed_ = text_of(attributes, "edgedefault") != "undirected";
        if (name == "hyperedge") return refuse("a hyperedge", "a tie joins two people", "write it as edges");
        if (name == "key") declare(attributes);
        if (name == "node") add_row(graph_.nodes, {text_of(attributes, "id")}), in_node_ = true;
        if (name == "edge") start_edge(attributes);
        if (name == "data" || name == "default") {
            collecting_ = true;
            text_.clear();
            if (name == "data") key_ = text_of(attributes, "key");
        }
    }

    void end(std::string_view name) {
        --depth_;
        if (name == "node") in_node_ = false;
        if (name == "edge") end_edge();
        if (name == "default" && keys_.contains(key_)) keys_[key_].default_value = trimmed_text();
        if (name == "data") take_data();
        if (name == "data" || name == "default") collecting_ = false;
    }

    void declare(Attributes const& attributes) {
        key_ = text_of(attributes, "id");
        std::string const of = text_of(attributes, "for");
        std::string name = text_of(attributes, "attr.name");
        if (name.empty()) name = key_;
        Key& key = keys_[key_];
        key.of_nodes = of == "node" || of == "all" || of.empty();
        key.of_edges = of == "edge" || of == "all" || of.empty();
        if (key.of_nodes) key.node_column = column_for(graph_.nodes, name);
        if (key.of_edges) key.edge_column = column_for(graph_.edges, name);
        if (keys_.size() > most_columns)
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
        table.rows.push_back({std::move(fields), line()});
    }

    void start_edge(Attributes const& attributes) {
        add_row(graph_.edges, {text_of(attributes, "source"), text_of(attributes, "target")});
        std::string const directed = text_of(attributes, "directed");
        in_edge_ = true;
        both_ways_ = directed.empty() ? !directed_ : directed == "false";
    }
    void end_edge() {
        in_edge_ = false;
        if (!both_ways_) return;
        RowTable::Row back = graph_.edges.rows.back();
        std::swap(back.fields[0], back.fields[1]);
        add_row(graph_.edges, std::move(back.fields));
    }

    [[nodiscard]] std::string trimmed_text() const {
        std::size_t const first = text_.find_first_not_of(" \t\r\n"), last = text_.find_last_not_of(" \t\r\n");
        return first == std::string::npos ? std::string{} : text_.substr(first, last - first + 1);
    }

    void take_data() {
        if (!in_node_ && !in_edge_) return;
        auto const found = keys_.find(key_);
        if (found == keys_.end()) return report(Message("unknown key '{0}'", {name(key_)}), "no <key> declares it");
        if (in_edge_ ? !found->second.of_edges : !found->second.of_nodes) return;
        RowTable& table = in_edge_ ? graph_.edges : graph_.nodes;
        std::size_t const column = in_edge_ ? found->second.edge_column : found->second.node_column;
        auto& fields = table.rows.back().fields;
        if (fields.size() <= column) fields.resize(column + 1, not_given);
        fields[column] = trimmed_text();
    }

    // Attributes that a node or edge does not give have their key's default.
    void complete_rows() {
        for (RowTable* table : {&graph_.nodes, &graph_.edges}) {
            if (table->rows.size() * table->columns.size() > most_cells) {  // attributes may be declared after the nodes
                add_problem(problems_, {file_}, "too large", more_than_most_fields());
                table->rows.clear();
            }
            std::vector<std::string> usual(table->columns.size());
            for (auto const& [id, key] : keys_) {
                if (table == &graph_.nodes ? key.of_nodes : key.of_edges)
                    usual[table == &graph_.nodes ? key.node_column : key.edge_column] = key.default_value;
            }
            for (RowTable::Row& row : table->rows) {
                row.fields.resize(table->columns.size(), not_given);
                for (std::size_t k = 0; k < row.fields.size(); ++k)
                    if (row.fields[k] == not_given) row.fields[k] = usual[k];
            }
        }
    }

    inline static std::string const not_given{'\0'};  // no XML text holds this character

    std::string const& file_;
    std::vector<Problem>& problems_;
    Graph graph_;
    Parser parser_{XML_ParserCreate(nullptr), XML_ParserFree};
    std::map<std::string, Key, std::less<>> keys_;  // id -> attribute
    std::string key_, text_;                        // of the element being read
    std::size_t cells_ = 0;
    int depth_ = 0;
    bool seen_graphml_ = false, directed_ = true, both_ways_ = false, in_node_ = false, in_edge_ = false, collecting_ = false,
         stopped_ = false;
    std::exception_ptr failure_;
};

}  // namespace

Graph parse_graphml(std::string_view text, std::string const& file, std::vector<Problem>& problems) {
    return GraphmlReader(file, problems).read(text);
}

}  // namespace micropol
