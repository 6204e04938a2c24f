// Theme, masters and layout: colours, letters and places of everything on a slide stand here or on the slide itself.

#include "report/pptx_package.h"
#include "report/pptx_shapes.h"
#include "report/xml_writer.h"

namespace micropol {

namespace {

constexpr long long emu = 12'700;

// Told apart by those who do not see all colours, and on a projector; the first ones are those of the page's figures.
constexpr std::pair<char const*, char const*> colours[] = {
    {"a:dk1", "1B1F24"},     {"a:lt1", "FFFFFF"},     {"a:dk2", "22304A"},     {"a:lt2", "E3E7EC"},
    {"a:accent1", "2B6CA3"}, {"a:accent2", "C7662B"}, {"a:accent3", "3F8F6B"}, {"a:accent4", "8A5FA8"},
    {"a:accent5", "B88A1E"}, {"a:accent6", "7A828C"}, {"a:hlink", "2B6CA3"},   {"a:folHlink", "8A5FA8"}};

std::string theme() {
    XmlWriter xml;
    xml.open("a:theme", {{"xmlns:a", drawing_names}, {"name", "micropol"}}).open("a:themeElements");
    xml.open("a:clrScheme", {{"name", "micropol"}});
    for (auto const& [element, colour] : colours) xml.open(element).empty("a:srgbClr", {{"val", colour}}).close();
    xml.close().open("a:fontScheme", {{"name", "micropol"}});
    for (char const* use : {"a:majorFont", "a:minorFont"}) {
        xml.open(use).empty("a:latin", {{"typeface", "Arial"}});
        xml.empty("a:ea", {{"typeface", ""}}).empty("a:cs", {{"typeface", ""}}).close();
    }
    // The standard asks for three of each.
    xml.close().open("a:fmtScheme", {{"name", "micropol"}});
    auto const flat = [&] { xml.open("a:solidFill").empty("a:schemeClr", {{"val", "phClr"}}).close(); };
    xml.open("a:fillStyleLst");
    for (int k = 0; k < 3; ++k) flat();
    xml.close().open("a:lnStyleLst");
    for (int const width : {6'350, 12'700, 19'050}) {
        xml.open("a:ln", {{"w", width}});
        flat();
        xml.close();
    }
    xml.close().open("a:effectStyleLst");
    for (int k = 0; k < 3; ++k) xml.open("a:effectStyle").empty("a:effectLst").close();
    xml.close().open("a:bgFillStyleLst");
    for (int k = 0; k < 3; ++k) flat();
    return xml.document();
}

void begin_tree(XmlWriter& xml) {
    xml.open("p:spTree").open("p:nvGrpSpPr").empty("p:cNvPr", {{"id", 1}, {"name", ""}}).empty("p:cNvGrpSpPr").empty("p:nvPr");
    xml.close().empty("p:grpSpPr");
}

void background(XmlWriter& xml) {
    xml.open("p:bg").open("p:bgPr").open("a:solidFill").empty("a:schemeClr", {{"val", "bg1"}}).close().empty("a:effectLst");
    xml.close().close();
}

void colour_map(XmlWriter& xml) {
    xml.empty("p:clrMap", {{"bg1", "lt1"},
                           {"tx1", "dk1"},
                           {"bg2", "lt2"},
                           {"tx2", "dk2"},
                           {"accent1", "accent1"},
                           {"accent2", "accent2"},
                           {"accent3", "accent3"},
                           {"accent4", "accent4"},
                           {"accent5", "accent5"},
                           {"accent6", "accent6"},
                           {"hlink", "hlink"},
                           {"folHlink", "folHlink"}});
}

void placeholder(XmlWriter& xml, int id, std::string_view type, Box const& box) {
    xml.open("p:sp").open("p:nvSpPr").empty("p:cNvPr", {{"id", id}, {"name", type}}).open("p:cNvSpPr");
    xml.empty("a:spLocks", {{"noGrp", 1}}).close().open("p:nvPr");
    if (type == "sldImg" || type == "title")
        xml.empty("p:ph", {{"type", type}});
    else
        xml.empty("p:ph", {{"type", type}, {"idx", id}});
    xml.close().close().open("p:spPr").open("a:xfrm");
    xml.empty("a:off", {{"x", box.left * emu}, {"y", box.top * emu}});
    xml.empty("a:ext", {{"cx", box.width * emu}, {"cy", box.height * emu}});
    xml.close().open("a:prstGeom", {{"prst", "rect"}}).empty("a:avLst").close().close();
    if (type != "sldImg") xml.open("p:txBody").empty("a:bodyPr").empty("a:lstStyle").empty("a:p").close();
    xml.close();
}

void text_styles(XmlWriter& xml) {
    xml.open("p:txStyles");
    for (auto const& [element, size] : {std::pair{"p:titleStyle", 2600}, {"p:bodyStyle", 1400}, {"p:otherStyle", 1200}}) {
        xml.open(element).open("a:lvl1pPr", {{"algn", "l"}}).empty("a:buNone").open("a:defRPr", {{"sz", size}});
        xml.open("a:solidFill").empty("a:schemeClr", {{"val", "tx1"}}).close().empty("a:latin", {{"typeface", "+mn-lt"}});
        xml.close().close().close();
    }
    xml.close();
}

XmlWriter begun(std::string_view element) {
    XmlWriter xml;
    xml.open(element, {{"xmlns:a", drawing_names}, {"xmlns:r", relationship_names}, {"xmlns:p", slide_names}});
    return xml;
}

std::string master(std::string const& layout) {
    XmlWriter xml = begun("p:sldMaster");
    xml.open("p:cSld");
    background(xml);
    begin_tree(xml);
    placeholder(xml, 2, "title", {40, 26, 880, 40});
    xml.close().close();
    colour_map(xml);
    xml.open("p:sldLayoutIdLst").empty("p:sldLayoutId", {{"id", 2'147'483'649LL}, {"r:id", layout}}).close();
    text_styles(xml);
    return xml.document();
}

std::string layout() {
    XmlWriter xml;
    xml.open("p:sldLayout", {{"xmlns:a", drawing_names},
                             {"xmlns:r", relationship_names},
                             {"xmlns:p", slide_names},
                             {"type", "titleOnly"},
                             {"preserve", 1}});
    xml.open("p:cSld", {{"name", "micropol"}});
    begin_tree(xml);
    placeholder(xml, 2, "title", {40, 26, 880, 40});
    xml.close().close().open("p:clrMapOvr").empty("a:masterClrMapping");
    return xml.document();
}

std::string notes_master() {
    XmlWriter xml = begun("p:notesMaster");
    xml.open("p:cSld");
    background(xml);
    begin_tree(xml);
    placeholder(xml, 2, "sldImg", {54, 54, 432, 243});
    placeholder(xml, 3, "body", {54, 320, 432, 380});
    xml.close().close();
    colour_map(xml);
    return xml.document();
}

constexpr char const* core_properties = "http://schemas.openxmlformats.org/package/2006/metadata/core-properties";

// Without a time: the same results are the same bytes.
std::string properties(std::string_view title) {
    XmlWriter xml;
    xml.open("cp:coreProperties", {{"xmlns:cp", core_properties}, {"xmlns:dc", "http://purl.org/dc/elements/1.1/"}});
    xml.leaf("dc:title", title).leaf("dc:creator", "micropol");
    return xml.document();
}

}  // namespace

void add_templates(PptxPackage& package, std::string_view title, std::vector<std::string> const& slides) {
    std::string const master_part = "ppt/slideMasters/slideMaster1.xml", theme_part = "ppt/theme/theme1.xml",
                      notes_theme_part = "ppt/theme/theme2.xml", core_part = "docProps/core.xml", shown = presentation_part;
    package.relate("", "officeDocument", shown);
    package.relate("", "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties", core_part);
    package.add(core_part, "application/vnd.openxmlformats-package.core-properties+xml", properties(title));

    XmlWriter xml = begun("p:presentation");
    xml.open("p:sldMasterIdLst");
    xml.empty("p:sldMasterId", {{"id", 2'147'483'648LL}, {"r:id", package.relate(shown, "slideMaster", master_part)}}).close();
    xml.open("p:notesMasterIdLst")
        .empty("p:notesMasterId", {{"r:id", package.relate(shown, "notesMaster", notes_master_part)}})
        .close();
    xml.open("p:sldIdLst");
    for (std::size_t k = 0; k < slides.size(); ++k)
        xml.empty("p:sldId", {{"id", 256 + k}, {"r:id", package.relate(shown, "slide", slides[k])}});
    xml.close();
    xml.empty("p:sldSz", {{"cx", slide_width * emu}, {"cy", slide_height * emu}});
    xml.empty("p:notesSz", {{"cx", 540 * emu}, {"cy", 720 * emu}});
    package.relate(shown, "theme", theme_part);
    package.add(shown, "presentationml.presentation.main+xml", xml.document());

    package.add(master_part, "presentationml.slideMaster+xml", master(package.relate(master_part, "slideLayout", layout_part)));
    package.relate(master_part, "theme", theme_part);
    package.add(layout_part, "presentationml.slideLayout+xml", layout());
    package.relate(layout_part, "slideMaster", master_part);
    package.add(notes_master_part, "presentationml.notesMaster+xml", notes_master());
    package.relate(notes_master_part, "theme", notes_theme_part);
    package.add(theme_part, "theme+xml", theme());
    package.add(notes_theme_part, "theme+xml", theme());
}

}  // namespace micropol
