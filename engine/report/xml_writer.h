#pragma once
// XML, element by element: whatever the text, what comes out is well-formed.

#include <initializer_list>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace micropol {

// Names stay names: nothing in them starts a tag or an entity. What XML 1.0 cannot hold, control characters and what turns the
// direction of text become spaces; broken UTF-8 becomes "�".
[[nodiscard]] std::string xml_escaped(std::string_view text);
// As many digits as bring back the same number; "0" for what is no number.
[[nodiscard]] std::string xml_number(double value);

class XmlWriter {
  public:
    struct Attribute {
        std::string_view name;
        std::string value;
        Attribute(std::string_view called, std::string_view text) : name(called), value(text) {}
        Attribute(std::string_view called, long long number) : name(called), value(std::to_string(number)) {}
        Attribute(std::string_view called, std::size_t number) : name(called), value(std::to_string(number)) {}
        Attribute(std::string_view called, int number) : name(called), value(std::to_string(number)) {}
    };
    using Attributes = std::initializer_list<Attribute>;

    XmlWriter& open(std::string_view element, Attributes attributes = {});
    XmlWriter& close();
    XmlWriter& empty(std::string_view element, Attributes attributes = {});
    XmlWriter& leaf(std::string_view element, std::string_view text, Attributes attributes = {});
    // Written by another of these.
    XmlWriter& add(std::string_view xml);

    // A document with its declaration; closes what is open.
    [[nodiscard]] std::string document();
    // What is written, to be added elsewhere.
    [[nodiscard]] std::string const& part() const { return text_; }

  private:
    void begin(std::string_view element, Attributes attributes);

    std::string text_;
    std::vector<std::string> open_;
};

}  // namespace micropol
