#pragma once
// Results for people (text, Markdown) and programs (JSON, CSV).

#include <optional>
#include <string>
#include <string_view>

#include "study/optimise/optimum.h"
#include "study/run/summary.h"
#include "study/sweep/sweep.h"
#include "words/language.h"

namespace micropol {

enum class Format { text, json, csv, markdown };
[[nodiscard]] std::optional<Format> format_named(std::string_view name);
[[nodiscard]] std::string_view name_of(Format format);

struct ShowOptions {
    bool colour = false;  // text only
    int width = 100;      // columns, text only
    Language language = Language::english;
    bool everything = false;  // every outcome, not only those that tell the story; text and Markdown
};

[[nodiscard]] std::string show(RunSummary const& run, Format format, ShowOptions const& options = {});
[[nodiscard]] std::string show(Comparison const& comparison, Format format, ShowOptions const& options = {});
[[nodiscard]] std::string show(Optimum const& optimum, Format format, ShowOptions const& options = {});
[[nodiscard]] std::string show(Sweep const& sweep, Format format, ShowOptions const& options = {});

}  // namespace micropol
