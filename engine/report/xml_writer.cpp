#include "report/xml_writer.h"

#include <charconv>
#include <cmath>

#include "base/utf8.h"

namespace micropol {

std::string xml_escaped(std::string_view text) {
    std::string result;
    while (!text.empty()) {
        CodePoint const character = first_character(text);
        if (character.bytes == 0) {
            result += "\xef\xbf\xbd";  // �
            text.remove_prefix(1);
            continue;
        }
        constexpr char32_t goes_on_from_left_to_right = 0x200e;  // only writers set it: names lose theirs before
        bool const is_harmless = character.value == goes_on_from_left_to_right;
        if ((is_control(character.value) && !is_harmless) || character.value == 0xfffe || character.value == 0xffff)
            result += ' ';
        else if (character.value == '&')
            result += "&amp;";
        else if (character.value == '<')
            result += "&lt;";
        else if (character.value == '>')
            result += "&gt;";
        else if (character.value == '"')
            result += "&quot;";
        else
            result += text.substr(0, character.bytes);
        text.remove_prefix(character.bytes);
    }
    return result;
}

std::string xml_number(double value) {
    if (!std::isfinite(value)) return "0";
    char digits[32];
    return {digits, std::to_chars(digits, digits + sizeof digits, value).ptr};
}

void XmlWriter::begin(std::string_view element, Attributes attributes) {
    text_ += '<';
    text_ += element;
    for (Attribute const& one : attributes) {
        text_ += ' ';
        text_ += one.name;
        text_ += "=\"" + xml_escaped(one.value) + '"';
    }
}

XmlWriter& XmlWriter::open(std::string_view element, Attributes attributes) {
    begin(element, attributes);
    text_ += '>';
    open_.emplace_back(element);
    return *this;
}

XmlWriter& XmlWriter::close() {
    text_ += "</" + open_.back() + '>';
    open_.pop_back();
    return *this;
}

XmlWriter& XmlWriter::empty(std::string_view element, Attributes attributes) {
    begin(element, attributes);
    text_ += "/>";
    return *this;
}

XmlWriter& XmlWriter::leaf(std::string_view element, std::string_view text, Attributes attributes) {
    begin(element, attributes);
    text_ += '>' + xml_escaped(text) + "</" + std::string(element) + '>';
    return *this;
}

XmlWriter& XmlWriter::add(std::string_view xml) {
    text_ += xml;
    return *this;
}

std::string XmlWriter::document() {
    while (!open_.empty()) close();
    return "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n" + text_;
}

}  // namespace micropol
