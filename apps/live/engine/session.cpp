#include "live/engine/session.h"

#include <cstring>

#include "base/build_identity.h"
#include "base/json_reader.h"
#include "live/engine/tell.h"
#include "mpi/message.h"
#include "scenario/as_written.h"

namespace micropol::live {

namespace {

// Only what the page shows is measured: that takes a third of the time, and changes no state.
Override of_outcomes() {
    Json keys = Json::array();
    for (std::string_view const key : outcomes_told) keys.push_back(key);
    return {"outcomes", keys.dump()};
}

template <class Value>
void put(Bytes& bytes, Value const& value) {
    auto const* const first = reinterpret_cast<std::byte const*>(&value);
    bytes.insert(bytes.end(), first, first + sizeof value);
}

class Reader {
  public:
    explicit Reader(Bytes const& bytes) : bytes_(bytes) {}
    template <class Value>
    [[nodiscard]] Value take() {
        Value value{};
        if (sizeof value > bytes_.size() - at_) throw Failure({{}, "a result is cut off"});
        std::memcpy(&value, bytes_.data() + at_, sizeof value);
        at_ += sizeof value;
        return value;
    }
    [[nodiscard]] Bytes take_bytes(std::size_t size) {
        if (size > bytes_.size() - at_) throw Failure({{}, "a result is cut off"});
        auto const first = bytes_.begin() + std::ptrdiff_t(at_);
        at_ += size;
        return {first, first + std::ptrdiff_t(size)};
    }

  private:
    Bytes const& bytes_;
    std::size_t at_ = 0;
};

}  // namespace

Session::Session(std::string const& name, std::string text)
    : name_(name), text_(std::move(text)), source_(text_, name, known_plugins()) {}

Session Session::of(std::string_view loaded) {
    Json const json = Json::parse(loaded);
    JsonReader const reader(json);
    // As text, for read_json.cpp or for the reader of YAML, to which JSON is YAML.
    return {reader.at("name").text(), reader.at("scenario").json().dump()};
}

int Session::prepare(Setting const& setting) {
    std::vector<Change> changes(setting.changes.begin(), setting.changes.end());
    changes.emplace_back(of_outcomes());
    settings_[next_] = {std::make_shared<Model const>(source_.read(changes), setting.strategy), {}, {}};
    return next_++;
}

Bytes Session::simulate(int setting, std::uint32_t block) const {
    Model const& model = *settings_.at(setting).model;
    int const weeks = model.scenario().weeks;
    Block const simulated = model.block(block);
    RoleRecord record(*simulated.organisation, weeks);
    mpi::Report const report{{}, {block}, {simulate_block(simulated, model.outcomes(), weeks, model.scenario().seed, &record)}};
    Bytes const of_block = mpi::bytes_of(report);
    Bytes bytes;
    put(bytes, std::uint64_t(of_block.size()));
    bytes.insert(bytes.end(), of_block.begin(), of_block.end());
    std::vector<Role> const roles = std::move(record).roles();
    put(bytes, std::uint64_t(roles.size()));
    for (Role const& role : roles) {
        put(bytes, role.department), put(bytes, role.leads);
        for (RoleSum const& sum : role.at) put(bytes, sum);
    }
    return bytes;
}

void Session::keep(int setting, Bytes const& result) {
    auto const found = settings_.find(setting);
    if (found == settings_.end()) return;  // forgotten meanwhile
    Reader reader(result);
    mpi::Report report = mpi::report_in(reader.take_bytes(std::size_t(reader.take<std::uint64_t>())));
    std::uint32_t const block = report.piece.at(0);
    found->second.blocks[block] = std::move(report.results.at(0));
    std::vector<Role>& roles = found->second.roles[block];
    roles.clear();
    std::size_t const moments = moments_of(found->second.model->scenario().weeks).size();
    for (auto count = reader.take<std::uint64_t>(); count > 0; --count) {
        Role role;
        role.department = reader.take<std::uint16_t>(), role.leads = reader.take<bool>();
        for (std::size_t moment = 0; moment < moments; ++moment) role.at.push_back(reader.take<RoleSum>());
        roles.push_back(std::move(role));
    }
}

void Session::forget(int setting) { settings_.erase(setting); }

std::string Session::tell(int setting, int baseline, std::uint32_t blocks, Language language) const {
    auto const part = [&](int number) {
        Kept const& kept = settings_.at(number);
        Part made{kept.model.get(), {}, {}};
        for (std::uint32_t block = 0; block < blocks; ++block) {
            made.results.push_back(kept.blocks.at(block));
            made.roles.push_back(kept.roles.at(block));
        }
        return made;
    };
    return micropol::live::tell(part(setting), part(baseline), language).dump();
}

std::string Session::yaml(std::vector<Override> const& changes) const {
    return to_yaml(as_written(text_, name_, known_plugins(), changes));
}

std::string_view Session::model() { return model_hash(); }

}  // namespace micropol::live
