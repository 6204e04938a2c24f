#pragma once
// What somebody does who changes a file of results on purpose, checksums and all.

#include <filesystem>

#include "store/block_tables.h"
#include "store/checksums.h"
#include "store/database.h"
#include "store/store_file.h"
#include "store/study_record.h"

namespace micropol::stored {

// Checksums that fit what is there, as far as it can be read at all.
inline void seal(std::filesystem::path const& file) {
    Database database(file, Database::Access::write);
    auto const trying = [](auto const& step) {
        try {
            step();
        } catch (std::exception const&) {
        }
    };
    auto const set = [&](std::string const& name, std::string const& checksum) {
        Statement(database, "UPDATE checksum SET value = ? WHERE name = ?")
            .run(std::string_view(checksum), std::string_view(name));
    };
    trying([&] { set("provenance", checksum_of_table(database, file, "main", "provenance", {})); });
    trying([&] {
        StudyRecord const record = record_of(read_facts(database, file), file.string());
        for (std::string_view const table : study_tables)
            trying([&] { set(std::string(table), checksum_of_table(database, file, "main", std::string(table), record.facts)); });
        BlockTables tables(database, file, record);
        Statement blocks(database, "SELECT unit, variant, block, key, state_hash, drawn, horizon, department, person FROM block");
        blocks.start();
        while (blocks.next_row())
            trying([&] {
                Hash own;
                add_row(own, blocks);
                Task const task{std::uint32_t(blocks.integer(1)), std::uint32_t(blocks.integer(2))};
                std::string const checksum = tables.checksums().of_unit(std::uint64_t(blocks.integer(0)), task, own);
                Statement(database, "UPDATE block SET checksum = ? WHERE unit = ?")
                    .run(std::string_view(checksum), blocks.integer(0));
            });
    });
    trying([&] { set(std::string(seal_name), seal_of(database, "main")); });
}

}  // namespace micropol::stored
