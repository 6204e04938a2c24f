#include "organisation/xlsx.h"

#include <zip.h>

#include <map>
#include <random>

#include "organisation/import_files.h"

namespace micropol {
namespace {

using testing::ElementsAre;
using testing::FloatNear;
using testing::HasSubstr;

using Parts = std::map<std::string, std::string>;

constexpr char const* workbook =
    R"(<workbook xmlns:r="http://r"><sheets><sheet name="Notes" sheetId="1" state="hidden" r:id="r1"/>
<sheet name="Staff" sheetId="2" r:id="r2"/><sheet name="Talks" sheetId="3" r:id="r3"/></sheets></workbook>)";
constexpr char const* relations =
    R"(<Relationships><Relationship Id="r1" Target="worksheets/sheet1.xml"/><Relationship Id="r2" Target="/xl/worksheets/sheet2.xml"/>
<Relationship Id="r3" Target="worksheets/sheet3.xml"/></Relationships>)";
constexpr char const* strings =
    R"(<sst><si><t>Badge no.</t></si><si><t>Name</t></si><si><r><t>Ada </t></r><r><t>Kern</t></r><rPh><t>KANA</t></rPh></si></sst>)";
constexpr char const* styles =
    R"(<styleSheet><numFmts><numFmt numFmtId="170" formatCode="dd\.mm\.yyyy"/><numFmt numFmtId="171" formatCode="0.0\ &quot;days&quot;"/></numFmts>
<cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="170"/><xf numFmtId="171"/></cellXfs></styleSheet>)";
constexpr char const* staff =
    R"(<worksheet><sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>Staff as of today</t></is></c></row>
<row r="3"><c r="A3" t="s"><v>0</v></c><c r="B3" t="s"><v>1</v></c><c r="C3" t="str"><v>Manager</v></c><c r="D3" t="inlineStr"><is><t>Hire date</t></is></c></row>
<row r="4"><c r="A4"><v>1001</v></c><c r="B4" t="s"><v>2</v></c><c r="D4" s="1"><v>42064</v></c></row>
<row r="5"><c r="A5"><v>1002</v></c><c r="C5"><v>1001</v></c><c r="D5" s="2"><v>45717</v></c><c r="F5" s="1"/></row></sheetData></worksheet>)";
constexpr char const* talks =
    R"(<worksheet><sheetData><row><c t="inlineStr"><is><t>from</t></is></c><c t="inlineStr"><is><t>to</t></is></c><c t="inlineStr"><is><t>weight</t></is></c></row>
<row><c><v>1001</v></c><c><v>1002</v></c><c s="3"><v>0.10000000000000001</v></c></row></sheetData></worksheet>)";

class Xlsx : public ImportFiles {
  protected:
    static Parts usual_parts() {
        return {
            {"xl/workbook.xml", workbook},      {"xl/_rels/workbook.xml.rels", relations},    {"xl/sharedStrings.xml", strings},
            {"xl/styles.xml", styles},          {"xl/worksheets/sheet1.xml", "<worksheet/>"}, {"xl/worksheets/sheet2.xml", staff},
            {"xl/worksheets/sheet3.xml", talks}};
    }
    std::filesystem::path write_workbook(Parts const& parts, std::string const& called = "staff.xlsx") const {
        std::filesystem::path const file = folder_ / called;
        int failure = 0;
        zip_t* const archive = zip_open(file.c_str(), ZIP_CREATE | ZIP_TRUNCATE, &failure);
        for (auto const& [path, text] : parts)
            EXPECT_GE(
                zip_file_add(archive, path.c_str(), zip_source_buffer(archive, text.data(), text.size(), 0), ZIP_FL_OVERWRITE),
                0);
        EXPECT_EQ(zip_close(archive), 0);
        return file;
    }
    ImportPlan of_parts(Parts const& parts) const {
        ImportPlan plan;
        plan.people = write_workbook(parts);
        return plan;
    }
};

TEST_F(Xlsx, is_read_like_any_other_table) {
    ImportPlan plan = of_parts(usual_parts());
    ImportedOrganisation const found = import_organisation(plan, 0.5f);
    EXPECT_THAT(found.base.id, ElementsAre("1001", "1002"));
    EXPECT_THAT(found.base.person, ElementsAre("Ada Kern", "1002"));
    EXPECT_THAT(found.base.manager, ElementsAre(nobody, 0));
    EXPECT_THAT(found.base.tenure_years, ElementsAre(FloatNear(10, 0.01f), 0)) << "2015-03-01 to 2025-03-01";
    std::string const said = said_of(plan);
    EXPECT_THAT(said, HasSubstr("'Staff' was read; --sheet names another"));
    EXPECT_THAT(said, HasSubstr("named in line 3"));
}

TEST_F(Xlsx, has_the_sheet_that_is_asked_for) {
    ImportPlan plan = of_parts(usual_parts());
    plan.ties = {plan.people};
    plan.sheets = {"Staff", "Talks"};
    ImportedOrganisation const found = import_organisation(plan, 0.5f);
    EXPECT_EQ(found.quality.ties, 1u);
    EXPECT_THAT(found.base.ties.strength[0], FloatNear(0.1f, 1e-6f));
    plan.sheets = {"Stuff"};
    EXPECT_THAT(problems_of(plan),
                HasSubstr("staff.xlsx: no sheet 'Stuff' (it has Notes, Staff and Talks); did you mean 'Staff'?"));
}

TEST_F(Xlsx, counts_days_as_the_program_that_wrote_it) {
    Parts parts = usual_parts();
    parts["xl/workbook.xml"] =
        R"(<workbook xmlns:r="http://r"><workbookPr date1904="1"/><sheets><sheet name="Staff" r:id="r2"/></sheets></workbook>)";
    EXPECT_THAT(said_of(of_parts(parts)), HasSubstr("to 2029-03-02"));
}

TEST_F(Xlsx, has_joined_cells_hidden_rows_and_formulas) {
    Parts parts = usual_parts();
    parts["xl/worksheets/sheet2.xml"] = R"(<worksheet><sheetData>
<row r="1"><c r="A1" t="str"><v>id</v></c><c r="B1" t="str"><v>department</v></c></row>
<row r="2"><c r="A2"><v>1</v></c><c r="B2" t="str"><v>Sales</v></c></row><row r="3" hidden="1"><c r="A3"><v>2</v></c></row>
<row r="4"><c r="A4"><f>A3+1</f><v>3</v></c><c r="B4" t="str"><v>IT</v></c></row></sheetData>
<mergeCells><mergeCell ref="B2:B3"/></mergeCells></worksheet>)";
    ImportPlan const plan = of_parts(parts);
    EXPECT_THAT(departments_of(plan), ElementsAre("Sales", "Sales", "IT"));
    EXPECT_THAT(said_of(plan), HasSubstr("1 row of"));
    EXPECT_THAT(said_of(plan), HasSubstr("is hidden there and was read like the others (line 3)"));
    std::string& sheet = parts["xl/worksheets/sheet2.xml"];
    sheet.erase(sheet.find("<v>3</v>"), 8);
    EXPECT_THAT(problems_of(of_parts(parts)), HasSubstr("staff.xlsx:4:1: 1 formula has no value in the file"));
}

TEST_F(Xlsx, may_have_notes_on_a_sheet_before_the_table) {
    Parts parts = usual_parts();
    parts["xl/workbook.xml"] = R"(<workbook xmlns:r="http://r"><sheets><sheet name="Notes" sheetId="1" r:id="r1"/>
<sheet name="Staff" sheetId="2" r:id="r2"/></sheets></workbook>)";
    EXPECT_THAT(said_of(of_parts(parts)), HasSubstr("has 2 sheets: 'Staff' was read"));
}

TEST_F(Xlsx, is_not_believed) {
    Parts parts = usual_parts();
    parts["xl/worksheets/sheet2.xml"] = "<!DOCTYPE x [<!ENTITY a \"aaaa\">]><worksheet/>";
    EXPECT_THAT(problems_of(of_parts(parts)), HasSubstr("an entity declaration"));
    parts["xl/worksheets/sheet2.xml"] =
        "<worksheet><sheetData><row r=\"1\"><c r=\"ZZZ1\"><v>1</v></c></row></sheetData></worksheet>";
    EXPECT_THAT(problems_of(of_parts(parts)), HasSubstr("too many columns"));
    std::string bomb = "<worksheet><sheetData>";
    bomb.append(std::size_t(600) << 20, ' ');
    parts["xl/worksheets/sheet2.xml"] = std::move(bomb);
    std::filesystem::path const file = write_workbook(parts);
    EXPECT_LT(std::filesystem::file_size(file), 2u << 20) << "small on disk";
    ImportPlan plan;
    plan.people = file;
    EXPECT_THAT(problems_of(plan), HasSubstr("a damaged workbook"));
    EXPECT_THAT(problems_of(of_parts({{"word/document.xml", "<w/>"}})), HasSubstr("not an Excel workbook"));
    EXPECT_THAT(problems_of(plan_of("\xd0\xcf\x11\xe0 and more")), HasSubstr("an old or encrypted workbook"));
}

TEST_F(Xlsx, has_bytes_changed) {
    std::filesystem::path const file = write_workbook(usual_parts());
    std::ifstream stream(file, std::ios::binary);
    std::string const whole((std::istreambuf_iterator<char>(stream)), {});
    std::mt19937 random(20250301);
    int outcomes[2] = {0, 0};
    for (int round = 0; round < 400; ++round) {
        std::string bytes = whole;
        for (auto changes = 1 + random() % 3; changes > 0; --changes) {
            if (random() % 3 == 0)
                bytes.resize(4 + random() % (bytes.size() - 4));
            else
                bytes[4 + random() % (bytes.size() - 4)] = char(random() % 256);
        }
        ImportPlan plan;
        plan.people = write("changed.xlsx", bytes);
        ++outcomes[problems_of(plan) == "nothing"];
    }
    EXPECT_GT(outcomes[0], 50);
}

}  // namespace
}  // namespace micropol
