#pragma once
// A presentation as the files of its package: ECMA-376, part 2.

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "organisation/zip_writer.h"

namespace micropol {

inline constexpr char const* drawing_names = "http://schemas.openxmlformats.org/drawingml/2006/main";
inline constexpr char const* slide_names = "http://schemas.openxmlformats.org/presentationml/2006/main";
inline constexpr char const* relationship_names = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

class PptxPackage {
  public:
    // path: "ppt/slides/slide1.xml"; type: behind "application/vnd.openxmlformats-officedocument."; empty: known by its ending.
    void add(std::string path, std::string_view type, std::string bytes);
    // From one part, or from the package (""), to another; how the first calls it: "rId1".
    std::string relate(std::string const& from, std::string_view type, std::string const& to);
    [[nodiscard]] std::string bytes() const;

  private:
    struct Relationship {
        std::string from, id, type, to;
    };
    std::vector<ZipEntry> parts_;
    std::vector<std::pair<std::string, std::string>> types_;  // of parts
    std::vector<Relationship> relationships_;
};

// What every presentation has: theme, master, layout of slides and of notes. The layout is called layout_part.
inline constexpr char const* layout_part = "ppt/slideLayouts/slideLayout1.xml";
inline constexpr char const* notes_master_part = "ppt/notesMasters/notesMaster1.xml";
inline constexpr char const* presentation_part = "ppt/presentation.xml";
// title: of the presentation; slides: paths of its slides, in order.
void add_templates(PptxPackage& package, std::string_view title, std::vector<std::string> const& slides);

}  // namespace micropol
