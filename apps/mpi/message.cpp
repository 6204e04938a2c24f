#include "mpi/message.h"

#include <cstring>
#include <type_traits>

#include "words/problem.h"

namespace micropol::mpi {

namespace {

template <class Value>
constexpr bool is_raw = std::is_trivially_copyable_v<Value> || std::is_same_v<Value, Worlds>;

// Both directions from one description: each `pass` names the parts of a message once, in order.
class Writer {
  public:
    template <class Value>
    void operator()(Value const& value) {
        if constexpr (is_raw<Value>)
            raw(&value, sizeof value);
        else
            pass(*this, const_cast<Value&>(value));  // which only reads here
    }
    void raw(void const* from, std::size_t size) {
        auto const* const first = static_cast<std::byte const*>(from);
        bytes.insert(bytes.end(), first, first + size);
    }
    std::size_t size(std::size_t actual) {
        (*this)(std::uint64_t(actual));
        return actual;
    }
    Bytes bytes;
};

class Reader {
  public:
    explicit Reader(Bytes const& bytes) : bytes_(bytes) {}
    template <class Value>
    void operator()(Value& value) {
        if constexpr (is_raw<Value>)
            raw(&value, sizeof value);
        else
            pass(*this, value);
    }
    void raw(void* to, std::size_t size) {
        if (size > bytes_.size() - at_) throw Failure({{}, "a message between processes is cut off", {}, {}});
        if (size > 0) std::memcpy(to, bytes_.data() + at_, size);
        at_ += size;
    }
    std::size_t size(std::size_t) {
        std::uint64_t size = 0;
        (*this)(size);
        if (size > bytes_.size()) throw Failure({{}, "a message between processes is garbled", {}, {}});
        return std::size_t(size);
    }

  private:
    Bytes const& bytes_;
    std::size_t at_ = 0;
};

template <class Way>
void pass(Way& way, std::string& text) {
    text.resize(way.size(text.size()));
    way.raw(text.data(), text.size());
}

template <class Way, class Value>
void pass(Way& way, std::vector<Value>& values) {
    values.resize(way.size(values.size()));
    if constexpr (is_raw<Value>)
        way.raw(static_cast<void*>(values.data()), values.size() * sizeof(Value));
    else
        for (Value& value : values) way(value);
}

// Whatever it is, as its text: both understand that alike.
template <class Way>
void pass(Way& way, Change& change) {
    Override text = as_override(change);
    way(text.path), way(text.value);
    if constexpr (std::is_same_v<Way, Reader>) change = std::move(text);
}

template <class Way>
void pass(Way& way, std::shared_ptr<GivenNumbers const>& given) {
    if (way.size(given ? 1 : 0) == 0) return;
    std::vector<std::string> paths;
    std::vector<double> values;
    std::uint64_t first = 0;
    if (given) paths = given->paths(), values = given->values(), first = given->first();
    way(paths), way(values), way(first);
    if constexpr (std::is_same_v<Way, Reader>) given = std::make_shared<GivenNumbers const>(paths, values, std::size_t(first));
}

template <class Way>
void pass(Way& way, Variant& variant) {
    way(variant.name), way(variant.strategy), way(variant.changes), way(variant.meaning), way(variant.given);
}

template <class Way>
void pass(Way& way, DepartmentWeeks& weeks) {
    way(weeks.people), way(weeks.mean), way(weeks.sd);
}

template <class Way>
void pass(Way& way, BlockResult& result) {
    way(result.block), way(result.weekly), way(result.department_before), way(result.department_after);
    way(result.person_before), way(result.person_after), way(result.person), way(result.person_department);
    way(result.person_level), way(result.person_state), way(result.of_departments), way(result.drawn), way(result.state_hash);
}

template <class Way>
void pass(Way& way, Order& order) {
    way(order.first_variant), way(order.variants), way(order.piece), way(order.tasks), way(order.fingerprint);
}

template <class Way>
void pass(Way& way, Report& report) {
    way(report.failure), way(report.piece), way(report.results);
}

template <class Message>
Message read(Bytes const& bytes) {
    Message message;
    Reader reader(bytes);
    reader(message);
    return message;
}

}  // namespace

Bytes bytes_of(Order const& order) {
    Writer writer;
    writer(order);
    return std::move(writer.bytes);
}

Bytes bytes_of(Report const& report) {
    Writer writer;
    writer(report);
    return std::move(writer.bytes);
}

Order order_in(Bytes const& bytes) { return read<Order>(bytes); }
Report report_in(Bytes const& bytes) { return read<Report>(bytes); }

}  // namespace micropol::mpi
