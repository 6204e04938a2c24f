#include "words/catalogue.h"

#include <algorithm>
#include <cstring>
#include <stdexcept>

#include "words/catalogue_data.h"

namespace micropol {

namespace {

// A file of msgfmt: a header of seven 32-bit words, then two tables of (length, offset), sorted by the originals.
// See the GNU gettext manual, "The Format of GNU MO Files".
class CatalogueFile {
  public:
    explicit CatalogueFile(std::string_view bytes) : bytes_(bytes) {
        constexpr std::uint32_t magic = 0x950412de;
        if (word(0) != magic) throw std::logic_error("a catalogue is not what msgfmt writes on this machine");
        count_ = word(8), originals_ = word(12), translations_ = word(16);
        // Both languages have one form for 1 and one for everything else; another rule needs an evaluator.
        std::string_view const header = find("");
        if (header.find("nplurals=2; plural=(n != 1);") == std::string_view::npos)
            throw std::logic_error("a catalogue chooses forms by another rule than n != 1");
    }

    // Forms are separated by a zero byte; "" if there is none.
    [[nodiscard]] std::string_view find(std::string_view id) const {
        std::uint32_t first = 0, last = count_;
        while (first < last) {
            std::uint32_t const middle = first + (last - first) / 2;
            int const order = original(middle).compare(id);
            if (order == 0) return text(translations_, middle);
            if (order < 0)
                first = middle + 1;
            else
                last = middle;
        }
        return {};
    }

    [[nodiscard]] std::uint32_t count() const { return count_; }
    // The plural form of the original stands behind a zero byte: it is the same sentence.
    [[nodiscard]] std::string_view original(std::uint32_t k) const {
        std::string_view const both = text(originals_, k);
        return both.substr(0, both.find('\0'));
    }
    [[nodiscard]] std::string_view translation(std::uint32_t k) const { return text(translations_, k); }

  private:
    [[nodiscard]] std::uint32_t word(std::size_t at) const {
        std::uint32_t value = 0;
        std::memcpy(&value, bytes_.substr(at, 4).data(), 4);
        return value;
    }
    [[nodiscard]] std::string_view text(std::uint32_t table, std::uint32_t k) const {
        return bytes_.substr(word(table + 8 * k + 4), word(table + 8 * k));
    }

    std::string_view bytes_;
    std::uint32_t count_ = 0, originals_ = 0, translations_ = 0;
};

CatalogueFile const& file_of(Language language) {
    static CatalogueFile const english(catalogue_data(Language::english)), german(catalogue_data(Language::german));
    return language == Language::german ? german : english;
}

std::string_view without_context(std::string_view id) { return id.substr(id.find('\x04') + 1); }

}  // namespace

std::string_view sentence_in(Language language, std::string_view id, std::optional<std::uint64_t> number) {
    std::string_view const forms = id.empty() ? std::string_view() : file_of(language).find(id);
    if (forms.empty()) return without_context(id);
    std::size_t const end = forms.find('\0');
    if (end == std::string_view::npos) return forms;
    return number == std::uint64_t{1} ? forms.substr(0, end) : forms.substr(end + 1);
}

std::vector<CatalogueEntry> entries_of(Language language) {
    CatalogueFile const& file = file_of(language);
    std::vector<CatalogueEntry> entries;
    for (std::uint32_t k = 1; k < file.count(); ++k) {  // the first one is the header
        CatalogueEntry entry{file.original(k), {}};
        std::string_view rest = file.translation(k);
        for (std::size_t end = rest.find('\0'); end != std::string_view::npos; end = rest.find('\0')) {
            entry.forms.push_back(rest.substr(0, end));
            rest.remove_prefix(end + 1);
        }
        entry.forms.push_back(rest);
        entries.push_back(std::move(entry));
    }
    return entries;
}

}  // namespace micropol
