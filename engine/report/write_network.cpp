#include "report/write_network.h"

#include "organisation/privacy.h"

#include "report/csv.h"
#include "report/html.h"

namespace micropol {

namespace {

constexpr int quarter = 13;  // weeks

std::string attribute_of(std::string_view text) { return '"' + html_escaped(text) + '"'; }

struct Measure {
    char const* name;
    char const* gexf;
    char const* graphml;  // what the two call its type
    std::string (*at)(Trace const&, int week, std::uint32_t employee);
};
// The coalition somebody is in; alone in one, as everyone is at first, is in none.
std::string coalition_at(Trace const& trace, int week, std::uint32_t i) {
    auto const number = std::size_t(trace.of(Column::coalition, week, i));
    return trace.of(Column::coalition_members, week, number) > 1.5f ? std::to_string(number) : "-1";
}
constexpr Measure measures[] = {
    {"attitude", "double", "double",
     [](Trace const& trace, int week, std::uint32_t i) { return csv_number(trace.of(Column::attitude, week, i)); }},
    {"power", "double", "double",
     [](Trace const& trace, int week, std::uint32_t i) { return csv_number(trace.of(Column::power, week, i)); }},
    {"stage", "string", "string",
     [](Trace const& trace, int week, std::uint32_t i) {
         return std::string(stage_names()[std::size_t(trace.of(Column::stage, week, i) + 1)]);
     }},
    {"coalition", "integer", "int", coalition_at},
};

// every(employee, tie) of the acquaintances that there are at the start, one side at a time.
void for_each_tie(Ties const& ties, auto const& every) {
    for (std::uint32_t i = 0; i + 1 < ties.first.size(); ++i)
        for (std::uint32_t tie = ties.first[i]; tie < ties.first[i + 1]; ++tie)
            if (ties.is_known(tie)) every(i, tie);
}

std::string node_name(std::uint32_t employee) { return "\"n" + std::to_string(employee) + '"'; }

}  // namespace

std::string write_gexf(Trace const& trace, std::string const& title) {
    Organisation const& organisation = *trace.organisation;
    std::vector<std::string> const departments = departments_as_shown(organisation);
    std::string text =
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<gexf xmlns=\"http://gexf.net/1.3\" version=\"1.3\">\n<meta><creator>micropol</creator>"
        "<description>" +
        html_escaped(title) +
        "</description></meta>\n<graph mode=\"dynamic\" defaultedgetype=\"directed\" timeformat=\"integer\" timerepresentation=\"timestamp\">\n"
        "<attributes class=\"node\" mode=\"static\"><attribute id=\"department\" title=\"department\" type=\"string\"/>"
        "<attribute id=\"level\" title=\"level\" type=\"integer\"/></attributes>\n<attributes class=\"node\" mode=\"dynamic\">";
    for (Measure const& measure : measures)
        text += std::string("<attribute id=\"") + measure.name + "\" title=\"" + measure.name + "\" type=\"" + measure.gexf +
                "\"/>";
    text +=
        "</attributes>\n<attributes class=\"edge\" mode=\"static\"><attribute id=\"trust\" title=\"trust\" type=\"double\"/>"
        "<attribute id=\"formal\" title=\"formal\" type=\"boolean\"/></attributes>\n<nodes>\n";
    for (std::uint32_t i = 0; i < trace.headcount(); ++i) {
        text += "<node id=" + node_name(i) + " label=" + attribute_of(organisation.called(i)) +
                "><attvalues><attvalue for=\"department\" value=" + attribute_of(departments[organisation.department[i]]) +
                "/><attvalue for=\"level\" value=\"" + std::to_string(organisation.level[i]) + "\"/>\n";
        for (int week = 0; week < trace.weeks; ++week)
            for (Measure const& measure : measures)
                text += std::string("<attvalue for=\"") + measure.name + "\" value=\"" + measure.at(trace, week, i) +
                        "\" timestamp=\"" + std::to_string(week) + "\"/>";
        text += "</attvalues></node>\n";
    }
    text += "</nodes>\n<edges>\n";
    for_each_tie(organisation.ties, [&](std::uint32_t from, std::uint32_t tie) {
        Ties const& ties = organisation.ties;
        text += "<edge source=" + node_name(from) + " target=" + node_name(ties.other[tie]) + " weight=\"" +
                csv_number(ties.strength[tie]) + "\"><attvalues><attvalue for=\"trust\" value=\"" + csv_number(ties.trust[tie]) +
                "\"/><attvalue for=\"formal\" value=\"" + (ties.formal[tie] != 0 ? "true" : "false") +
                "\"/></attvalues></edge>\n";
    });
    return text + "</edges>\n</graph>\n</gexf>\n";
}

std::string write_graphml(Trace const& trace, std::string const& title) {
    Organisation const& organisation = *trace.organisation;
    std::vector<std::string> const departments = departments_as_shown(organisation);
    std::vector<int> weeks;
    for (int week = quarter - 1; week < trace.weeks - 1; week += quarter) weeks.push_back(week);
    weeks.push_back(trace.weeks - 1);
    auto const key = [](std::string const& name, std::string const& of, std::string const& type) {
        return "<key id=\"" + name + "\" for=\"" + of + "\" attr.name=\"" + name + "\" attr.type=\"" + type + "\"/>\n";
    };
    auto const data = [](std::string const& name, std::string const& value) {
        return "<data key=\"" + name + "\">" + html_escaped(value) + "</data>";
    };
    std::string text =
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<graphml xmlns=\"http://graphml.graphdrawing.org/xmlns\">\n<desc>" +
        html_escaped(title) + "</desc>\n" + key("name", "node", "string") + key("department", "node", "string") +
        key("level", "node", "int") + key("weight", "edge", "double") + key("trust", "edge", "double") +
        key("formal", "edge", "boolean");
    for (int const week : weeks)
        for (Measure const& measure : measures)
            text += key(std::string(measure.name) + '_' + std::to_string(week), "node", measure.graphml);
    text += "<graph edgedefault=\"directed\">\n";
    for (std::uint32_t i = 0; i < trace.headcount(); ++i) {
        text += "<node id=" + node_name(i) + '>' + data("name", organisation.called(i)) +
                data("department", departments[organisation.department[i]]) +
                data("level", std::to_string(organisation.level[i]));
        for (int const week : weeks)
            for (Measure const& measure : measures)
                text += data(std::string(measure.name) + '_' + std::to_string(week), measure.at(trace, week, i));
        text += "</node>\n";
    }
    for_each_tie(organisation.ties, [&](std::uint32_t from, std::uint32_t tie) {
        Ties const& ties = organisation.ties;
        text += "<edge source=" + node_name(from) + " target=" + node_name(ties.other[tie]) + '>' +
                data("weight", csv_number(ties.strength[tie])) + data("trust", csv_number(ties.trust[tie])) +
                data("formal", ties.formal[tie] != 0 ? "true" : "false") + "</edge>\n";
    });
    return text + "</graph>\n</graphml>\n";
}

}  // namespace micropol
