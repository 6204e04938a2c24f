#include "organisation/zip_writer.h"

#include <zip.h>

#include <memory>
#include <new>

namespace micropol {

namespace {

constexpr zip_uint16_t first_day = 1 << 5 | 1, midnight = 0;  // of the clock of zip archives, which begins in 1980

void require(bool holds) {
    if (!holds) throw std::bad_alloc();
}

struct FreeSource {
    void operator()(zip_source_t* source) const { zip_source_free(source); }
};
using Source = std::unique_ptr<zip_source_t, FreeSource>;

struct Discard {
    void operator()(zip_t* archive) const { zip_discard(archive); }
};

void add(zip_t* archive, ZipEntry const& entry) {
    Source source(zip_source_buffer(archive, entry.bytes.data(), entry.bytes.size(), 0));
    require(source != nullptr);
    zip_int64_t const index = zip_file_add(archive, entry.path.c_str(), source.get(), ZIP_FL_ENC_UTF_8);
    require(index >= 0);
    (void)source.release();  // the archive's now
    auto const position = zip_uint64_t(index);
    require(zip_set_file_compression(archive, position, ZIP_CM_STORE, 0) == 0);
    require(zip_file_set_dostime(archive, position, midnight, first_day, 0) == 0);
    require(zip_file_set_external_attributes(archive, position, 0, ZIP_OPSYS_DOS, 0) == 0);
}

std::string content_of(zip_source_t* source) {
    zip_stat_t facts;
    require(zip_source_stat(source, &facts) == 0 && (facts.valid & ZIP_STAT_SIZE) != 0);
    std::string bytes(facts.size, '\0');
    require(zip_source_open(source) == 0);
    for (std::size_t read = 0; read < bytes.size();) {
        zip_int64_t const length = zip_source_read(source, bytes.data() + read, bytes.size() - read);
        require(length > 0);
        read += std::size_t(length);
    }
    zip_source_close(source);
    return bytes;
}

}  // namespace

std::string zip_of(std::vector<ZipEntry> const& entries) {
    zip_error_t failure;
    zip_error_init(&failure);
    Source const memory(zip_source_buffer_create(nullptr, 0, 0, &failure));
    require(memory != nullptr);
    std::unique_ptr<zip_t, Discard> archive(zip_open_from_source(memory.get(), ZIP_TRUNCATE, &failure));
    zip_error_fini(&failure);
    require(archive != nullptr);
    zip_source_keep(memory.get());  // once for us, once for the archive
    for (ZipEntry const& entry : entries) add(archive.get(), entry);
    require(zip_close(archive.get()) == 0);
    (void)archive.release();  // closed
    return content_of(memory.get());
}

}  // namespace micropol
