#include "behaviour/table.h"

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <fstream>
#include <optional>
#include <stdexcept>

#include "base/trimmed.h"

namespace micropol::behaviour {

namespace {

using Lines = std::vector<std::string>;

Lines lines_of(std::filesystem::path const& page) {
    std::ifstream stream(page);
    if (!stream) throw std::runtime_error("cannot read " + page.string());
    Lines lines;
    for (std::string line; std::getline(stream, line);) lines.push_back(line);
    return lines;
}

// Of "| a | b |": a, b.
std::vector<std::string_view> cells_of(std::string_view line) {
    std::vector<std::string_view> cells;
    while (line.starts_with('|') && line.size() > 1) {
        std::size_t const end = std::min(line.find('|', 1), line.size());
        cells.push_back(trimmed(line.substr(1, end - 1)));
        line.remove_prefix(end);
    }
    return cells;
}

constexpr std::string_view heading = "claim";
constexpr std::size_t item = 0, text = 1, first_of_people = 5;

// Positions of the rows of the table whose second column has that heading.
std::vector<std::size_t> rows_of(Lines const& lines) {
    std::size_t at = 0;
    while (at < lines.size() && (cells_of(lines[at]).size() < first_of_people || cells_of(lines[at])[text] != heading)) ++at;
    std::vector<std::size_t> rows;
    for (at += 2; at < lines.size() && lines[at].starts_with('|'); ++at) rows.push_back(at);
    return rows;
}

bool is_of(std::string const& row, Claim const& claim) {
    auto const cells = cells_of(row);
    return cells.size() >= first_of_people && cells[item] == claim.item && cells[text] == claim.text;
}

std::string_view in_words(Verdict verdict) {
    switch (verdict) {
        case Verdict::holds: return "holds";
        case Verdict::open: return "open";
        case Verdict::fails: return "fails";
    }
    return "";
}

std::string number(double value, Claim const& claim) {
    if (std::isnan(value)) return "–";
    char shown[32];
    static_cast<void>(
        std::snprintf(shown, sizeof shown, claim.shown_times == 100 ? "%+.1f" : "%+.3f", value * claim.shown_times));
    return shown;
}

}  // namespace

Finding judge(Claim const& claim, BlockValues effect) {
    std::erase_if(effect, [](double value) { return std::isnan(value); });
    if (effect.size() < 2) return {&claim, {.mean = NAN, .low = NAN, .high = NAN}, Verdict::open};
    Estimate const found = estimate_of_blocks(effect);
    Verdict verdict = Verdict::open;
    if (found.low >= claim.low && found.high <= claim.high) verdict = Verdict::holds;
    if (found.low > claim.high || found.high < claim.low) verdict = Verdict::fails;
    return {&claim, found, verdict};
}

std::string row_of(Finding const& finding) {
    Claim const& claim = *finding.claim;
    std::string const unit = claim.unit.empty() ? "" : ' ' + std::string(claim.unit);
    return "| " + std::string(claim.item) + " | " + std::string(claim.text) + " | " + number(finding.effect.mean, claim) + unit +
           " | " + number(finding.effect.low, claim) + " to " + number(finding.effect.high, claim) + " | " +
           std::string(in_words(finding.verdict)) + " |";
}

std::vector<std::string> problems_of(std::filesystem::path const& page, std::vector<Claim> const& claims) {
    Lines const lines = lines_of(page);
    auto const rows = rows_of(lines);
    std::vector<std::string> problems;
    for (std::size_t k = 0; k < std::max(rows.size(), claims.size()); ++k)
        if (k >= claims.size())
            problems.push_back("a row without a claim: " + lines[rows[k]]);
        else if (k >= rows.size() || !is_of(lines[rows[k]], claims[k]))
            problems.push_back("row " + std::to_string(k + 1) + " should begin with: | " + std::string(claims[k].item) + " | " +
                               std::string(claims[k].text) + " |");
    return problems;
}

namespace {

// [finding] its row, in the order of the page, since claims that begin with "…" may share their words; nothing for one without a row.
std::vector<std::optional<std::size_t>> rows_for(std::vector<Finding> const& findings, Lines const& lines) {
    std::vector<std::optional<std::size_t>> found;
    auto const rows = rows_of(lines);
    auto next = rows.begin();
    for (Finding const& finding : findings) {
        auto const row = std::find_if(next, rows.end(), [&](std::size_t at) { return is_of(lines[at], *finding.claim); });
        found.push_back(row == rows.end() ? std::nullopt : std::optional(*row));
        if (row != rows.end()) next = row + 1;
    }
    return found;
}

}  // namespace

std::vector<Finding> differing(std::filesystem::path const& page, std::vector<Finding> const& findings) {
    Lines const lines = lines_of(page);
    auto const rows = rows_for(findings, lines);
    std::vector<Finding> found;
    for (std::size_t k = 0; k < findings.size(); ++k)
        if (!rows[k] || !lines[*rows[k]].starts_with(row_of(findings[k]))) found.push_back(findings[k]);
    return found;
}

void update(std::filesystem::path const& page, std::vector<Finding> const& findings) {
    Lines lines = lines_of(page);
    auto const rows = rows_for(findings, lines);
    for (std::size_t k = 0; k < findings.size(); ++k) {
        if (!rows[k]) continue;
        std::string row = row_of(findings[k]);
        auto const cells = cells_of(lines[*rows[k]]);
        for (std::size_t of_people = first_of_people; of_people < cells.size(); ++of_people)
            row += ' ' + std::string(cells[of_people]) + " |";
        lines[*rows[k]] = row;
    }
    std::ofstream written(page, std::ios::binary);
    for (std::string const& line : lines) written << line << '\n';
    if (!written.flush()) throw std::runtime_error("cannot write " + page.string());
}

}  // namespace micropol::behaviour
