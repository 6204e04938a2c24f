#pragma once
// A package of an office program as its files, read by libraries that had no part in writing it.

#include <expat.h>
#include <zip.h>

#include <map>
#include <memory>
#include <stdexcept>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace micropol::package {

using Parts = std::map<std::string, std::string>;  // path -> bytes

inline Parts parts_of(std::string const& bytes) {
    zip_error_t failure;
    zip_error_init(&failure);
    zip_source_t* const source = zip_source_buffer_create(bytes.data(), bytes.size(), 0, &failure);
    std::unique_ptr<zip_t, void (*)(zip_t*)> const archive(zip_open_from_source(source, ZIP_RDONLY | ZIP_CHECKCONS, &failure),
                                                           zip_discard);
    if (!archive) throw std::runtime_error("no zip archive");
    Parts parts;
    for (zip_int64_t k = 0; k < zip_get_num_entries(archive.get(), 0); ++k) {
        zip_stat_t facts;
        zip_stat_index(archive.get(), zip_uint64_t(k), 0, &facts);
        std::unique_ptr<zip_file_t, int (*)(zip_file_t*)> const file(zip_fopen_index(archive.get(), zip_uint64_t(k), 0),
                                                                     zip_fclose);
        std::string content(facts.size, '\0');
        if (!file || zip_fread(file.get(), content.data(), content.size()) != zip_int64_t(content.size()))
            throw std::runtime_error(std::string("damaged: ") + facts.name);
        if (!parts.emplace(facts.name, std::move(content)).second) throw std::runtime_error(std::string("twice: ") + facts.name);
    }
    return parts;
}

struct Element {
    std::string name;
    std::map<std::string, std::string> attributes;
    std::string text;                  // its own
    std::vector<std::string> parents;  // the outermost first

    [[nodiscard]] bool is_within(std::string_view parent) const {
        for (std::string const& one : parents)
            if (one == parent) return true;
        return false;
    }
};

// In the order in which they begin. Throws std::runtime_error where it is not well-formed.
inline std::vector<Element> elements_of(std::string const& xml) {
    struct Reading {
        std::vector<Element> all;
        std::vector<std::size_t> open;
    } reading;
    std::unique_ptr<XML_ParserStruct, void (*)(XML_Parser)> const parser(XML_ParserCreate(nullptr), XML_ParserFree);
    XML_SetUserData(parser.get(), &reading);
    XML_SetElementHandler(
        parser.get(),
        [](void* data, char const* name, char const** attributes) {
            auto& now = *static_cast<Reading*>(data);
            Element element{name, {}, {}, {}};
            for (std::size_t const k : now.open) element.parents.push_back(now.all[k].name);
            for (; *attributes != nullptr; attributes += 2) element.attributes[attributes[0]] = attributes[1];
            now.open.push_back(now.all.size());
            now.all.push_back(std::move(element));
        },
        [](void* data, char const*) { static_cast<Reading*>(data)->open.pop_back(); });
    XML_SetCharacterDataHandler(parser.get(), [](void* data, char const* text, int length) {
        auto& now = *static_cast<Reading*>(data);
        now.all[now.open.back()].text.append(text, std::size_t(length));
    });
    if (XML_Parse(parser.get(), xml.data(), int(xml.size()), 1) != XML_STATUS_OK)
        throw std::runtime_error(XML_ErrorString(XML_GetErrorCode(parser.get())));
    return std::move(reading.all);
}

// "ppt/charts/chart1.xml" for "../charts/chart1.xml" of "ppt/slides/slide1.xml".
inline std::string resolved(std::string const& owner, std::string target) {
    std::string folder = owner.substr(0, owner.rfind('/') == std::string::npos ? 0 : owner.rfind('/') + 1);
    while (target.starts_with("../")) {
        target = target.substr(3);
        folder.pop_back();
        folder = folder.substr(0, folder.rfind('/') == std::string::npos ? 0 : folder.rfind('/') + 1);
    }
    return folder + target;
}

// Everything that is wrong with it: parts that do not parse, that nobody says what they are, relationships into nothing.
inline std::vector<std::string> faults_of(std::string const& bytes) {
    std::vector<std::string> faults;
    Parts const parts = parts_of(bytes);
    std::map<std::string, std::string> by_ending, by_path;
    for (auto const& [path, content] : parts) {
        if (path.ends_with(".xlsx")) {
            for (std::string const& fault : faults_of(content)) faults.push_back(path + ": " + fault);
            continue;
        }
        std::vector<Element> elements;
        try {
            elements = elements_of(content);
        } catch (std::runtime_error const& why) {
            faults.push_back(path + ": " + why.what());
            continue;
        }
        std::map<std::string, int> ids;
        for (Element const& one : elements) {
            if (one.name == "Default") by_ending[one.attributes.at("Extension")] = one.attributes.at("ContentType");
            if (one.name == "Override") by_path[one.attributes.at("PartName")] = one.attributes.at("ContentType");
            if (one.name == "Relationship") {
                auto const rels = path.find("_rels/");
                std::string const owner = path.substr(0, rels) + path.substr(rels + 6, path.size() - rels - 6 - 5);
                std::string const target = resolved(owner, one.attributes.at("Target"));
                if (!parts.contains(target)) faults.push_back(path + " leads to " + target);
                if (!owner.empty() && !owner.ends_with('/') && !parts.contains(owner)) faults.push_back(path + " has no owner");
                if (++ids[one.attributes.at("Id")] > 1) faults.push_back(path + " has an id twice");
            }
            for (char const* reference : {"r:id", "r:embed"})
                if (auto const id = one.attributes.find(reference); id != one.attributes.end()) {
                    auto const slash = path.rfind('/') + 1;
                    auto const rels = parts.find(path.substr(0, slash) + "_rels/" + path.substr(slash) + ".rels");
                    if (rels == parts.end() || rels->second.find('"' + id->second + '"') == std::string::npos)
                        faults.push_back(path + " refers to " + id->second);
                }
        }
    }
    for (auto const& [path, content] : parts)
        if (!by_path.contains('/' + path) && !by_ending.contains(path.substr(path.rfind('.') + 1)))
            if (path != "[Content_Types].xml") faults.push_back("nobody says what " + path + " is");
    for (auto const& [path, type] : by_path)
        if (!parts.contains(path.substr(1))) faults.push_back(path + " is missing");
    return faults;
}

}  // namespace micropol::package
