#include "report/page.h"

#include <nlohmann/json.hpp>

#include "report/assets.h"

namespace micropol {

namespace {

using Json = nlohmann::ordered_json;

std::string tagged(std::string_view tag, std::string_view text, std::string_view attributes = "") {
    return '<' + std::string(tag) + std::string(attributes) + '>' + html_escaped(text) + "</" + std::string(tag) + ">\n";
}

std::string words_for_the_script(Language language) {
    Json words = Json::object();
    for (PageWords const& entry : all_words())
        if (entry.key.starts_with("chart.")) words[std::string(entry.key.substr(6))] = word(language, entry.key);
    words["thousand_euros"] = word(language, "thousand_euros");
    return words.dump();
}

std::string policy() {
    std::string const script = page_script().empty() ? "'none'" : "'" + policy_hash(page_script_hash) + "'";
    return "default-src 'none'; script-src " + script + "; style-src '" + policy_hash(page_style_hash) +
           "'; base-uri 'none'; form-action 'none'";
}

}  // namespace

void Page::set_title(std::string_view title, std::string_view question) {
    if (title_.empty()) title_ = title, question_ = question;
}

void Page::add_headline(std::string_view sentence, std::string_view detail) {
    headlines_ += "<p class=\"headline\">" + html_breakable(sentence) + "</p>\n";
    if (!detail.empty()) headlines_ += tagged("p", detail, " class=\"detail\"");
}

void Page::stamp(std::string_view warning) { stamp_ = tagged("p", warning, " class=\"stamp\" role=\"note\""); }

void Page::begin_section(std::string_view key, std::string_view heading) {
    sections_.push_back({std::string(key) + '-' + std::to_string(sections_.size() + 1), std::string(heading), ""});
}

void Page::say(std::string_view text) { sections_.back().body += tagged("p", text); }

void Page::subheading(std::string_view text) { sections_.back().body += tagged("h3", text); }

void Page::list(std::vector<std::string> const& items, bool in_english) {
    std::string const text = html_list(items);
    sections_.back().body += in_english && language() != Language::english ? "<div lang=\"en\">" + text + "</div>\n" : text;
}

void Page::folded_list(std::string_view title, std::vector<std::string> const& items) {
    sections_.back().body += "<details class=\"numbers\" open><summary>" + html_escaped(title) + "</summary>\n";
    list(items, true);
    sections_.back().body += "</details>\n";
}

void Page::table(PageTable const& table) { sections_.back().body += html_of(table); }

void Page::folded_table(PageTable const& table) {
    sections_.back().body += "<details class=\"numbers\" open><summary>" + html_escaped(word("numbers")) + ": " +
                             html_escaped(table.caption) + "</summary>\n" + html_of(table) + "</details>\n";
}

void Page::figure(std::string_view kind, std::string_view data, std::string_view description, PageTable const& table) {
    std::string const id = "figure-" + std::to_string(figures_.size() + 1);
    figures_.push_back("{\"id\":\"" + id + "\",\"kind\":\"" + std::string(kind) + "\",\"data\":" + std::string(data) + '}');
    if (!page_script().empty())
        sections_.back().body += "<figure id=\"" + id + "\" class=\"drawn " + std::string(kind) +
                                 "\" role=\"img\" aria-label=\"" + html_escaped(description) + "\"></figure>\n";
    folded_table(table);
}

std::string Page::header() const {
    std::string text = stamp_ + tagged("p", "micropol", " class=\"brand\"") + tagged("h1", title_);
    if (!question_.empty()) text += tagged("p", question_, " class=\"question\"");
    if (page_script().empty() && !figures_.empty())
        text += tagged("p", word("figures_missing"), " class=\"caution\" role=\"note\"");
    return "<header>\n" + text + headlines_ + tagged("p", word("no_forecast"), " class=\"caution\"") + "</header>\n";
}

std::string Page::contents() const {
    std::string text = "<nav aria-label=\"" + html_escaped(word("contents")) + "\"><ol>\n";
    for (Section const& section : sections_)
        text += "<li><a href=\"#" + section.id + "\">" + html_escaped(section.heading) + "</a></li>\n";
    return text + "</ol></nav>\n";
}

std::string Page::html() const {
    std::string text = "<!doctype html>\n<html lang=\"" + std::string(code_of(language())) +
                       "\">\n<head>\n<meta charset=\"utf-8\">\n<meta http-equiv=\"Content-Security-Policy\" content=\"" +
                       policy() + "\">\n<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n" +
                       "<meta name=\"color-scheme\" content=\"light dark\">\n" + tagged("title", title_ + " – micropol") +
                       "<style>" + std::string(page_style()) + "</style>\n</head>\n<body>\n<a class=\"skip\" href=\"#main\">" +
                       html_escaped(word("skip")) + "</a>\n" + header() + contents() + "<main id=\"main\">\n";
    for (Section const& section : sections_)
        text += "<section id=\"" + section.id + "\" aria-labelledby=\"" + section.id + "-h\">\n<h2 id=\"" + section.id + "-h\">" +
                html_escaped(section.heading) + "</h2>\n" + section.body + "</section>\n";
    text += "</main>\n<footer>" + tagged("p", phrase(language(), "made_by", {options_.version})) + "</footer>\n";
    if (!page_script().empty()) {
        std::string figures;
        for (std::string const& one : figures_) figures += (figures.empty() ? "" : ",\n") + one;
        std::string const data = "{\"language\":\"" + std::string(code_of(language())) +
                                 "\",\"words\":" + words_for_the_script(language()) + ",\"figures\":[" + figures + "]}";
        text += "<script type=\"application/json\" id=\"data\">" + script_escaped(data) + "</script>\n<script>" +
                std::string(page_script()) + "</script>\n";
    }
    return text + "</body>\n</html>\n";
}

}  // namespace micropol
