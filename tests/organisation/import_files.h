#pragma once
// Small files in a folder of a test's own, and what an import makes of them.

#include <gmock/gmock.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <string>
#include <vector>

#include "organisation/import.h"
#include "words/german.h"

namespace micropol {

class ImportFiles : public testing::Test {
  protected:
    void SetUp() override {
        auto const* const test = testing::UnitTest::GetInstance()->current_test_info();
        folder_ = std::filesystem::path(testing::TempDir()) /
                  ("micropol_" + std::string(test->test_suite_name()) + "_" + test->name());
        std::filesystem::remove_all(folder_);
        std::filesystem::create_directories(folder_);
    }
    void TearDown() override { std::filesystem::remove_all(folder_); }

    std::filesystem::path write(std::string const& name, std::string_view text) const {
        std::ofstream(folder_ / name, std::ios::binary) << text;
        return folder_ / name;
    }
    ImportPlan plan_of(std::string_view people, std::string_view ties = "") const {
        ImportPlan plan;
        plan.people = write("people.csv", people);
        if (!ties.empty()) plan.ties = {write("ties.csv", ties)};
        return plan;
    }
    static ImportPlan dropping(ImportPlan plan, std::vector<Misfit> const& misfits) {
        for (Misfit const misfit : misfits) plan.drop.set(std::size_t(misfit));
        return plan;
    }
    ImportPlan of_graph(std::string_view text) const {
        ImportPlan plan;
        plan.people = write("firm.graphml", text);
        return plan;
    }

    // What is said of an import, a line each; every sentence of it has its German.
    static std::string said_of(ImportPlan const& plan) {
        DataQuality const quality = import_organisation(plan, 0.5f).quality;
        std::string text;
        for (auto const* const phrases : {&quality.remarks, &quality.warnings, &quality.guesses}) {
            EXPECT_THAT(untranslated(*phrases), testing::IsEmpty());
            for (Phrase const& phrase : *phrases) text += to_text(phrase, Language::english) + '\n';
        }
        return text;
    }
    // Problems of an import, without the folder before the file's name; "nothing" where there are none.
    std::string problems_of(ImportPlan const& plan, Misfits* corrected = nullptr) const {
        try {
            (void)import_organisation(plan, 0.5f);
        } catch (InvalidInput const& invalid) {
            if (auto const* wrong = dynamic_cast<Correctable const*>(&invalid); wrong != nullptr && corrected != nullptr)
                *corrected = wrong->drop();
            EXPECT_THAT(untranslated(invalid.problems()), testing::IsEmpty());
            std::string text = invalid.what(), folder = folder_.string() + "/";
            for (std::size_t at = text.find(folder); at != std::string::npos; at = text.find(folder))
                text.erase(at, folder.size());
            return text;
        }
        return "nothing";
    }
    // The ids of the managers: "-" for nobody.
    static std::vector<std::string> managers_of(ImportPlan const& plan) {
        Organisation const base = import_organisation(plan, 0.5f).base;
        std::vector<std::string> managers;
        for (std::uint32_t const boss : base.manager) managers.push_back(boss == nobody ? "-" : base.id[boss]);
        return managers;
    }
    static std::vector<std::string> departments_of(ImportPlan const& plan) {
        Organisation const base = import_organisation(plan, 0.5f).base;
        std::vector<std::string> names;
        for (std::uint16_t const d : base.department) names.push_back(base.departments[d].name);
        return names;
    }

    std::filesystem::path folder_;
};

}  // namespace micropol
