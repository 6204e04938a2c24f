// The functions that a page calls. Texts and bytes go in through the room that `room` gives, and come back where `answer` points.

#include <memory>
#include <string>

#include "base/json_reader.h"
#include "live/engine/held_workshop.h"
#include "live/engine/session.h"

namespace {

using namespace micropol;

std::string given, answered;
live::Bytes answered_bytes;
std::unique_ptr<live::Session> session;
live::KnownBlocks known;
std::unique_ptr<live::HeldWorkshop> held;

std::vector<Override> changes_in(JsonReader const& list) {
    std::vector<Override> changes;
    for (JsonReader const& change : list.items()) {
        auto const pair = change.items(2);
        changes.push_back({pair[0].text(), pair[1].text()});
    }
    return changes;
}

}  // namespace

#define EXPORT(name) extern "C" __attribute__((export_name(#name)))

EXPORT(room) char* room(std::size_t bytes) {
    given.assign(bytes, '\0');
    return given.data();
}
EXPORT(answer) char const* answer() { return answered.data(); }
EXPORT(answer_size) std::size_t answer_size() { return answered.size(); }
EXPORT(answer_bytes) std::byte const* answer_bytes() { return answered_bytes.data(); }
EXPORT(answer_bytes_size) std::size_t answer_bytes_size() { return answered_bytes.size(); }

EXPORT(load) void load() {
    held.reset(), known.clear();
    session = std::make_unique<live::Session>(live::Session::of(given));
    answered = live::Session::model();
}
// {"changes": [["path", "value"], …], "strategy": "…"}
EXPORT(prepare) int prepare() {
    Json const json = Json::parse(given);
    JsonReader const reader(json);
    return session->prepare({changes_in(reader.at("changes")), reader.at("strategy").text()});
}
EXPORT(simulate) void simulate(int setting, std::uint32_t block) { answered_bytes = session->simulate(setting, block); }
EXPORT(keep) void keep(int setting) {
    auto const* const first = reinterpret_cast<std::byte const*>(given.data());
    session->keep(setting, live::Bytes(first, first + given.size()));
}
EXPORT(forget) void forget(int setting) { session->forget(setting); }
EXPORT(tell) void tell(int setting, int baseline, std::uint32_t blocks, int german) {
    answered = session->tell(setting, baseline, blocks, german != 0 ? Language::german : Language::english);
}
// [["path", "value"], …]
EXPORT(yaml) void yaml() {
    Json const json = Json::parse(given);
    answered = session->yaml(changes_in(JsonReader(json)));
}

// A workshop from the beginning: what HeldWorkshop is given; and the same as far as it is by now, until it is told.
EXPORT(workshop) void workshop() { held = std::make_unique<live::HeldWorkshop>(session->source(), known, given); }
EXPORT(workshop_step) void workshop_step(int german) {
    answered = held->step(german != 0 ? Language::german : Language::english).dump();
}
EXPORT(workshop_simulate) void workshop_simulate(std::size_t first, std::size_t count) {
    answered_bytes = held->simulate(first, count);
}
EXPORT(workshop_keep) void workshop_keep() {
    auto const* const first = reinterpret_cast<std::byte const*>(given.data());
    held->keep(live::Bytes(first, first + given.size()));
}
