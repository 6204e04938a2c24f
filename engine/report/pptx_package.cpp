#include "report/pptx_package.h"

#include <algorithm>

#include "report/xml_writer.h"

namespace micropol {

namespace {

std::string folder_of(std::string const& path) {
    auto const slash = path.rfind('/');
    return slash == std::string::npos ? "" : path.substr(0, slash + 1);
}

std::string relationships_of(std::string const& path) {
    std::string const folder = folder_of(path);
    return folder + "_rels/" + path.substr(folder.size()) + ".rels";
}

// "../charts/chart1.xml": every folder of presentations lies two deep, or one.
std::string seen_from(std::string const& from, std::string const& to) {
    std::string folder = folder_of(from), target;
    while (!to.starts_with(folder)) {
        folder.pop_back();
        folder = folder_of(folder);
        target += "../";
    }
    return target + to.substr(folder.size());
}

}  // namespace

void PptxPackage::add(std::string path, std::string_view type, std::string bytes) {
    if (!type.empty()) {
        bool const is_core = type.starts_with("application/");
        types_.emplace_back('/' + path, (is_core ? "" : "application/vnd.openxmlformats-officedocument.") + std::string(type));
    }
    parts_.push_back({std::move(path), std::move(bytes)});
}

std::string PptxPackage::relate(std::string const& from, std::string_view type, std::string const& to) {
    auto const so_far = std::ranges::count(relationships_, from, &Relationship::from);
    std::string id = "rId" + std::to_string(so_far + 1);
    std::string const full = type.starts_with("http") ? std::string(type) : relationship_names + ('/' + std::string(type));
    relationships_.push_back({from, id, full, seen_from(from, to)});
    return id;
}

std::string PptxPackage::bytes() const {
    XmlWriter types;
    types.open("Types", {{"xmlns", "http://schemas.openxmlformats.org/package/2006/content-types"}});
    constexpr std::pair<char const*, char const*> defaults[] = {
        {"rels", "application/vnd.openxmlformats-package.relationships+xml"},
        {"xml", "application/xml"},
        {"xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"}};
    for (auto const& [ending, type] : defaults) types.empty("Default", {{"Extension", ending}, {"ContentType", type}});
    for (auto const& [part, type] : types_) types.empty("Override", {{"PartName", part}, {"ContentType", type}});
    std::vector<ZipEntry> entries{{"[Content_Types].xml", types.document()}};
    std::vector<std::string> owners;
    for (Relationship const& one : relationships_)
        if (std::ranges::find(owners, one.from) == owners.end()) owners.push_back(one.from);
    for (std::string const& owner : owners) {
        XmlWriter xml;
        xml.open("Relationships", {{"xmlns", "http://schemas.openxmlformats.org/package/2006/relationships"}});
        for (Relationship const& one : relationships_)
            if (one.from == owner) xml.empty("Relationship", {{"Id", one.id}, {"Type", one.type}, {"Target", one.to}});
        entries.push_back({relationships_of(owner), xml.document()});
    }
    entries.insert(entries.end(), parts_.begin(), parts_.end());
    return zip_of(entries);
}

}  // namespace micropol
