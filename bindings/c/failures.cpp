#include "failures.h"

#include <new>
#include <string_view>

#include "base/json.h"
#include "micropol.h"
#include "words/problem.h"
#include "words/text.h"

namespace micropol::c {

namespace {

// Where not even a text about it can be had.
constexpr char const* no_memory = R"({"kind": "failed", "problems": [{"message": "out of memory", "what": "out of memory"}]})";

struct Kept {
    std::string text;
    char const* shown = R"({"kind": "none", "problems": []})";
};
thread_local Kept kept;

Json place_of(Place const& place) {
    Json json = {{"file", place.file}};
    if (place.line > 0) json["line"] = place.line;
    if (place.line > 0 && place.column > 0) json["column"] = place.column;
    return json;
}

Json json_of(Problem const& problem) {
    auto const text = [](Phrase const& phrase) { return to_text(phrase, Language::english); };
    Json json = {{"message", to_text(problem, Language::english)}, {"what", text(problem.what)}};
    if (!problem.why.empty()) json["why"] = text(problem.why);
    if (!problem.suggestion.empty()) json["hint"] = text(problem.suggestion);
    if (!problem.place.file.empty()) json["place"] = place_of(problem.place);
    return json;
}

void keep(std::string_view kind, std::vector<Problem> const& problems) {
    Json list = Json::array();
    for (Problem const& problem : problems) list.push_back(json_of(problem));
    kept.text = Json{{"kind", kind}, {"problems", std::move(list)}}.dump();
    kept.shown = kept.text.c_str();
}

int keep_exception_in_flight() {
    try {
        throw;
    } catch (InvalidInput const& invalid) {
        keep("invalid", invalid.problems());
        return MICROPOL_INVALID;
    } catch (WrongJson const& wrong) {
        keep("invalid", {{.place = {"plan"}, .what = wrong.problem()}});
        return MICROPOL_INVALID;
    } catch (StoppedByWatch const&) {
        keep("stopped", {{.what = name("stopped")}});
        return MICROPOL_STOPPED;
    } catch (Misuse const& misuse) {
        keep("misuse", {{.what = name(misuse.what())}});
        return MICROPOL_MISUSE;
    } catch (std::bad_alloc const&) {
        kept.shown = no_memory;
        return MICROPOL_FAILED;
    } catch (std::exception const& failure) {
        keep("failed", {{.what = name(failure.what())}});
        return MICROPOL_FAILED;
    } catch (...) {
        keep("failed", {{.what = name("something that is no std::exception was thrown")}});
        return MICROPOL_FAILED;
    }
}

}  // namespace

int code_of_failure() noexcept {
    try {
        return keep_exception_in_flight();
    } catch (...) {
        kept.shown = no_memory;
        return MICROPOL_FAILED;
    }
}

char const* problems_of_thread() noexcept { return kept.shown; }

}  // namespace micropol::c
