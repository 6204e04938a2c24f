#include "organisation/encoding.h"

#include <iconv.h>

#include <algorithm>
#include <cstdint>

#include "base/utf8.h"
#include "organisation/table.h"

namespace micropol {

namespace {

// Empty where the bytes are no such text.
std::string converted(std::string& bytes, char const* from) {
    iconv_t converter = iconv_open("UTF-8", from);
    // So iconv says that it cannot. NOLINTNEXTLINE(performance-no-int-to-ptr)
    if (converter == iconv_t(-1)) return {};
    std::string text(bytes.size() * 3 + 4, '\0');  // no character of two bytes or one needs more than three in UTF-8
    char *in = bytes.data(), *out = text.data();
    std::size_t in_left = bytes.size(), out_left = text.size();
    bool const converts = iconv(converter, &in, &in_left, &out, &out_left) != std::size_t(-1);
    iconv_close(converter);
    text.resize(converts ? text.size() - out_left : 0);
    return text;
}

// Latin letters in UTF-16 have a zero in every second byte; other text has none at all.
char const* unmarked_utf16(std::string_view bytes) {
    std::size_t zeros[2] = {0, 0};
    std::size_t const looked_at = std::min<std::size_t>(bytes.size(), 4096);
    for (std::size_t k = 0; k < looked_at; ++k) zeros[k % 2] += bytes[k] == '\0';
    if (bytes.size() % 2 != 0 || looked_at < 4) return nullptr;
    if (zeros[1] * 4 > looked_at && zeros[0] * 20 < looked_at) return "UTF-16LE";
    if (zeros[0] * 4 > looked_at && zeros[1] * 20 < looked_at) return "UTF-16BE";
    return nullptr;
}

}  // namespace

std::string in_utf8(std::string bytes, std::string const& file, std::vector<Phrase>& remarks, std::vector<Problem>& problems) {
    if (bytes.starts_with("\xef\xbb\xbf")) bytes.erase(0, 3);
    char const* const utf16 = bytes.starts_with("\xff\xfe")   ? "UTF-16LE"
                              : bytes.starts_with("\xfe\xff") ? "UTF-16BE"
                                                              : unmarked_utf16(bytes);
    if (utf16 != nullptr) {
        if (bytes.starts_with("\xff\xfe") || bytes.starts_with("\xfe\xff")) bytes.erase(0, 2);
        std::string text = converted(bytes, utf16);
        if (text.empty() && !bytes.empty())
            return add_problem(problems, {file}, "not text", "it begins like UTF-16, but is not", "save the file as UTF-8"),
                   std::string{};
        return check_text(text, file, problems) ? text : std::string{};
    }
    // Windows-1252 has a letter for nearly every byte: what holds control characters is no text in it either.
    auto const is_control = [](char c) { return std::uint8_t(c) < 0x20 && c != '\t' && c != '\n' && c != '\r'; };
    if (!is_utf8(bytes) && std::ranges::none_of(bytes, is_control)) {
        if (std::string text = converted(bytes, "WINDOWS-1252"); !text.empty()) {
            remarks.push_back(
                Message("{0} is not UTF-8 and was read as Windows-1252: check letters such as ä and é.", {name(file)}));
            bytes = std::move(text);
        }
    }
    return check_text(bytes, file, problems) ? bytes : std::string{};
}

}  // namespace micropol
