#include "micropol/answer_evidence.h"

#include "findings/calibrated.h"
#include "micropol/log.h"
#include "micropol/wording.h"
#include "observation/evidence_beside.h"

namespace micropol::app {

namespace {

namespace fs = std::filesystem;

Listing names_of(std::vector<std::string> const& files) {
    Listing listing;
    for (std::string const& file : files) listing.items.push_back(name(file));
    return listing;
}

}  // namespace

std::vector<std::string> evidence_for(Arguments const& arguments, fs::path const& given) {
    std::vector<std::string> named = arguments.values("evidence");
    bool const leaves_out = arguments.has("no-evidence");
    if (leaves_out && !named.empty()) throw WrongUsage("--evidence and --no-evidence exclude each other");
    std::vector<fs::path> others{given};
    for (char const* option : {"ties", "reports-to", "evidence"})
        for (std::string const& file : arguments.values(option)) others.emplace_back(file);
    fs::path const folder = given.has_parent_path() ? given.parent_path() : ".";
    EvidenceBeside const beside = leaves_out ? EvidenceBeside{} : evidence_beside(folder, others);
    for (EvidenceBeside::Alike const& one : beside.alike)
        log::warning(Message("{0} looks like evidence and is not read: {1}; see {2}",
                             {name(one.file), one.why_not, name("micropol describe evidence")}));
    if (named.empty()) return beside.files;
    if (!beside.files.empty())
        log::warning(Message("evidence that is not read, for --evidence names what is: {0}", {names_of(beside.files)}));
    return named;
}

void say_what_was_learned(Calibrated const& calibrated, std::vector<std::string> const& evidence, fs::path const& posterior) {
    log::print(Message("Learned   from {0}, {1} of {2}: {3}",
                       {names_of(evidence), counted("{0} observations", calibrated.evidence.cells.size()),
                        counted("{0} weeks", std::uint64_t(calibrated.evidence.weeks())), name(posterior.string())}));
    for (Phrase const& sentence : verdict_on(calibrated))
        log::print(Listing{{"         ", sentence}, Listing::Joined::by_spaces});
    if (calibrated.posterior.misfit.flagged)
        log::warning(
            "the evidence does not fit the model, and what this answer makes of it is not to be relied on; --no-evidence leaves it out");
}

}  // namespace micropol::app
