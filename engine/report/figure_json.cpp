#include "report/figure_json.h"

#include <cmath>

#include "words/text.h"

namespace micropol {

namespace {

// Six digits are more than a picture shows.
Json rounded(double value, double digits = 1e6) {
    return std::isfinite(value) ? Json(std::round(value * digits) / digits) : Json();
}

template <class Value>
Json weekly(std::vector<Value> const& values) {
    Json result = Json::array();
    for (Value const value : values) result.push_back(rounded(double(value), 1e4));
    return result;
}

// To the bit: what is rounded twice may read otherwise than in the table.
template <class Value>
Json exact_weekly(std::vector<Value> const& values) {
    Json result = Json::array();
    for (Value const value : values) result.push_back(std::isfinite(value) ? Json(double(value)) : Json());
    return result;
}

std::string_view name_of(Scale scale) {
    switch (scale) {
        case Scale::share: return "share";
        case Scale::money: return "money";
        case Scale::number: break;
    }
    return "one";
}

struct FigureWriter {
    Wording wording;

    [[nodiscard]] Json text(Phrase const& phrase) const { return to_text(phrase, wording); }

    [[nodiscard]] Json interval(Phrase const& name, Interval const& value, Phrase const& shown) const {
        Json json{
            {"name", text(name)}, {"mean", rounded(value.mean)}, {"low", rounded(value.low)}, {"high", rounded(value.high)}};
        if (!shown.empty()) json["shown"] = text(shown);
        return json;
    }

    [[nodiscard]] Json series(std::vector<Series> const& all) const {
        Json result = Json::array();
        for (Series const& one : all) {
            Json json{{"name", text(one.name)}};
            if (!one.key.empty()) json["key"] = one.key;
            json["values"] = exact_weekly(one.values);
            result.push_back(std::move(json));
        }
        return result;
    }

    Json operator()(FanFigure const& fan) const {
        return {{"label", text(fan.label)},     {"unit", name_of(fan.scale)},   {"q05", exact_weekly(fan.q05)},
                {"q25", exact_weekly(fan.q25)}, {"q50", exact_weekly(fan.q50)}, {"q75", exact_weekly(fan.q75)},
                {"q95", exact_weekly(fan.q95)}};
    }
    Json operator()(AreasFigure const& areas) const { return {{"series", series(areas.series)}, {"unit", name_of(areas.scale)}}; }
    Json operator()(LinesFigure const& lines) const {
        Json json{{"series", series(lines.series)}, {"unit", name_of(lines.scale)}, {"label", text(lines.label)}};
        if (lines.mark) json["mark"] = *lines.mark;
        return json;
    }
    Json operator()(SlopeFigure const& slope) const {
        Json rows = Json::array();
        for (SlopeFigure::Row const& row : slope.rows)
            rows.push_back({{"name", text(row.name)},
                            {"before", rounded(row.before)},
                            {"after", rounded(row.after)},
                            {"sign", row.sign},
                            {"shown", Json::array({text(row.before_shown), text(row.after_shown)})}});
        return {{"rows", rows}, {"unit", name_of(slope.scale)}};
    }
    Json operator()(IntervalsFigure const& intervals) const {
        Json rows = Json::array();
        for (IntervalsFigure::Row const& row : intervals.rows) {
            Json json = interval(row.name, row.value, row.shown);
            if (row.sign) json["sign"] = *row.sign;
            rows.push_back(std::move(json));
        }
        Json json{{"rows", rows}, {"unit", name_of(intervals.scale)}};
        if (intervals.bars) json["bars"] = true;
        if (intervals.change) json["change"] = true;
        if (intervals.sizes) json["sizes"] = true;
        return json;
    }
    Json operator()(ScatterFigure const& scatter) const {
        Json points = Json::array();
        for (ScatterFigure::Point const& point : scatter.points)
            points.push_back({{"name", text(point.name)},
                              {"x", interval({}, point.x, point.x_shown)},
                              {"y", interval({}, point.y, point.y_shown)},
                              {"best", point.best}});
        return {{"points", points}, {"label", text(scatter.up)}, {"unit", name_of(scatter.scale)}};
    }
    Json operator()(CurvesFigure const& curves) const {
        Json all = Json::array();
        for (CurvesFigure::Curve const& curve : curves.curves) {
            Json steps = Json::array();
            for (CurvesFigure::Step const& step : curve.steps) steps.push_back(interval(step.name, step.mean, step.shown));
            all.push_back({{"name", text(curve.name)}, {"steps", steps}});
        }
        Json json{{"series", all}, {"unit", name_of(curves.scale)}, {"label", text(curves.label)}};
        if (curves.change) json["change"] = true;
        return json;
    }
    Json operator()(GridFigure const& grid) const {
        Json panels = Json::array();
        for (GridFigure::Panel const& panel : grid.panels) {
            Json points = Json::array();
            for (GridFigure::Point const& point : panel.points)
                points.push_back({{"name", text(point.name)},
                                  {"x", rounded(point.x)},
                                  {"y", rounded(point.y)},
                                  {"x_sd", rounded(point.x_sd)},
                                  {"y_sd", rounded(point.y_sd)}});
            panels.push_back({{"name", text(panel.name)}, {"points", points}});
        }
        return {{"panels", panels}, {"across", text(grid.across)}, {"up", text(grid.up)}};
    }
    Json operator()(QuantilesFigure const& figure) const {
        Json curves = Json::array();
        for (QuantilesFigure::Curve const& curve : figure.curves)
            curves.push_back({{"name", text(curve.name)}, {"values", exact_weekly(curve.values)}});
        Json json{{"series", curves},
                  {"step", figure.step},
                  {"up", text(figure.up)},
                  {"across", text(figure.across)},
                  {"unit", name_of(figure.scale)}};
        if (figure.sizes) json["sizes"] = true;
        return json;
    }
    Json operator()(RegionsFigure const& figure) const {
        Json groups = Json::array(), boxes = Json::array();
        for (RegionsFigure::Group const& group : figure.groups) {
            Json points = Json::array();
            for (auto const& [x, y] : group.points) points.push_back(Json::array({rounded(x), rounded(y)}));
            groups.push_back({{"name", text(group.name)}, {"points", points}});
        }
        for (RegionsFigure::Box const& box : figure.boxes)
            boxes.push_back({{"name", text(box.name)},
                             {"group", box.group},
                             {"left", rounded(box.left)},
                             {"right", rounded(box.right)},
                             {"bottom", rounded(box.bottom)},
                             {"top", rounded(box.top)}});
        return {{"groups", groups}, {"boxes", boxes}, {"across", text(figure.across)}, {"up", text(figure.up)}};
    }
    Json operator()(PairsFigure const& figure) const {
        Json rows = Json::array();
        for (PairsFigure::Row const& row : figure.rows)
            rows.push_back({{"name", text(row.name)},
                            {"left", interval({}, row.left, row.left_shown)},
                            {"right", rounded(row.right)},
                            {"right_shown", text(row.right_shown)},
                            {"clear", row.clear}});
        Json json{
            {"rows", rows}, {"left", text(figure.left)}, {"right", text(figure.right)}, {"unit", name_of(figure.left_scale)}};
        if (figure.sizes) json["sizes"] = true;
        return json;
    }
    Json operator()(RidgesFigure const& figure) const {
        Json rows = Json::array();
        for (RidgesFigure::Row const& row : figure.rows)
            rows.push_back(
                {{"name", text(row.name)}, {"after", exact_weekly(row.after)}, {"clear", row.clear}, {"shown", text(row.shown)}});
        return {{"rows", rows}, {"across", text(figure.across)}};
    }
    Json operator()(NetworkFigure const& figure) const {
        Json people = Json::array(), ties = Json::array(), frames = Json::array();
        for (Network::Person const& person : figure.network.people)
            people.push_back({{"id", person.id}, {"department", person.department}, {"level", person.level}});
        for (Network::Link const& link : figure.network.links)
            ties.push_back(Json::array({link.one, link.other, rounded(double(link.strength), 1e4)}));
        for (Network::Frame const& frame : figure.network.frames)
            frames.push_back({{"week", frame.week},
                              {"coalition", frame.coalition},
                              {"attitude", weekly(frame.attitude)},
                              {"stage", frame.stage},
                              {"power", weekly(frame.power)}});
        return {{"people", people}, {"ties", ties}, {"frames", frames}};
    }
};

}  // namespace

std::string_view kind_of(FigureData const& figure) {
    constexpr std::string_view kinds[] = {"fan",     "areas", "lines",     "slope",   "intervals", "scatter", "curves",
                                          "network", "grid",  "quantiles", "regions", "pairs",     "ridges"};
    static_assert(std::size(kinds) == std::variant_size_v<FigureData>);
    return kinds[figure.index()];
}

Json json_of(FigureData const& figure, Wording wording) { return std::visit(FigureWriter{wording}, figure); }

Json words_of_figures(Wording wording) {
    constexpr std::pair<std::string_view, char const*> words[] = {{"week", "Week"},
                                                                  {"median", "Median"},
                                                                  {"half", "Half of the histories"},
                                                                  {"nine", "Nine of ten"},
                                                                  {"before", "Before"},
                                                                  {"after", "After"},
                                                                  {"cost", "Cost, thousand euros"},
                                                                  {"points", "points"},
                                                                  {"coalition", "Coalition"},
                                                                  {"nobody", "In no coalition"},
                                                                  {"attitude", "Attitude"},
                                                                  {"power", "Power"},
                                                                  {"level", "level"},
                                                                  {"thousand_euros", "thousand euros"},
                                                                  {"save", "Save as"}};
    Json json = Json::object();
    for (auto const& [key, sentence] : words) json[key] = to_text(Message(sentence), wording);
    return json;
}

}  // namespace micropol
