#include "observation/evidence_beside.h"

#include <algorithm>
#include <fstream>

#include "observation/evidence.h"
#include "observation/tidy_evidence.h"
#include "organisation/column_names.h"
#include "organisation/csv.h"
#include "organisation/data_file.h"
#include "organisation/encoding.h"

namespace micropol {

namespace {

namespace fs = std::filesystem;

constexpr std::string_view tables[] = {".csv", ".tsv", ".txt"}, workbooks[] = {".xlsx", ".xls", ".ods", ".numbers"};

std::vector<fs::path> files_in(fs::path const& folder) {
    std::vector<fs::path> files;
    std::size_t entries = 0;
    std::error_code failure;
    for (auto entry = fs::directory_iterator(folder, failure); !failure && entry != fs::directory_iterator();
         entry.increment(failure)) {
        if (++entries > most_files_beside)
            throw InvalidInput({{folder.string()},
                                Message("more than {0} files", {name(std::to_string(most_files_beside))}),
                                "evidence is looked for beside the file, and not in so many",
                                "name it with --evidence, or leave it out with --no-evidence"});
        std::error_code ignored;
        if (entry->is_regular_file(ignored)) files.push_back(entry->path().lexically_normal());
    }
    std::ranges::sort(files);
    return files;
}

std::vector<std::string> in_words_of_evidence(std::vector<std::string> headings) {
    std::ranges::transform(headings, headings.begin(), evidence_heading);
    return headings;
}

std::vector<std::string> headings_of(fs::path const& file) {
    constexpr std::size_t beginning = 1u << 16;
    std::string text(beginning, '\0');
    std::ifstream stream(file, std::ios::binary);
    stream.read(text.data(), std::streamsize(text.size()));
    text.resize(std::size_t(stream.gcount()));
    if (text.size() == beginning) text.resize(std::min(text.rfind('\n'), text.size()));
    std::vector<Phrase> said;
    std::vector<Problem> not_of_interest;
    std::string const readable = in_utf8(std::move(text), file.string(), said, not_of_interest);
    return in_words_of_evidence(parse_spreadsheet_csv(readable, file.string(), said, not_of_interest).columns);
}

std::vector<std::string> headings_of_workbook(fs::path const& file) {
    std::vector<Phrase> said;
    std::vector<Problem> not_of_interest;
    return in_words_of_evidence(read_data_file(file, "", said, not_of_interest).rows.columns);
}

bool has_heading(std::vector<std::string> const& headings, std::string_view wanted) {
    return std::ranges::any_of(headings,
                               [&](std::string const& heading) { return compared_heading(heading) == compared_heading(wanted); });
}

// "Log-ins 2026.csv", "survey_wave2.csv"
bool is_called_like_evidence(fs::path const& file) {
    std::string const stem = compared_heading(file.stem().string());
    return std::ranges::any_of(evidence_table_names,
                               [&](std::string_view table) { return stem.starts_with(compared_heading(table)); });
}

bool is_one_of(std::string extension, std::span<std::string_view const> known) {
    std::ranges::transform(extension, extension.begin(), [](char c) { return c >= 'A' && c <= 'Z' ? char(c - 'A' + 'a') : c; });
    return std::ranges::find(known, extension) != known.end();
}

}  // namespace

EvidenceBeside evidence_beside(fs::path const& folder, std::span<fs::path const> others) {
    EvidenceBeside beside;
    auto const is_other = [&](fs::path const& file) {
        return std::ranges::any_of(others, [&](fs::path const& other) {
            std::error_code ignored;
            return fs::equivalent(file, other, ignored);
        });
    };
    for (fs::path const& file : files_in(folder)) {
        bool const is_table = is_one_of(file.extension().string(), tables), called = is_called_like_evidence(file);
        if ((!is_table && !(called && is_one_of(file.extension().string(), workbooks))) || is_other(file)) continue;
        bool const is_workbook = !is_table && is_one_of(file.extension().string(), std::span(workbooks).first(1));
        std::vector<std::string> const headings = is_table      ? headings_of(file)
                                                  : is_workbook ? headings_of_workbook(file)
                                                                : std::vector<std::string>{};
        if (!is_table && headings.empty()) {
            beside.alike.push_back({file.string(), "it is a workbook that cannot be read"});
            continue;
        }
        bool const in_weeks = has_heading(headings, "week");
        if (in_weeks && !tables_with(headings).empty())
            beside.files.push_back(file.string());
        else if (called || has_heading(headings, "logged_in"))
            beside.alike.push_back(
                {file.string(), in_weeks ? "its columns are those of no evidence" : "it has no column 'week'"});
    }
    return beside;
}

}  // namespace micropol
