#include "organisation/zip_archive.h"

#include <zip.h>

namespace micropol {

ZipArchive::ZipArchive(std::string_view bytes) {
    zip_error_t failure;
    zip_error_init(&failure);
    if (zip_source_t* const source = zip_source_buffer_create(bytes.data(), bytes.size(), 0, &failure); source != nullptr) {
        archive_.reset(zip_open_from_source(source, ZIP_RDONLY, &failure));
        if (!archive_) zip_source_free(source);
    }
    zip_error_fini(&failure);
}

void ZipArchive::Close::operator()(zip* archive) const { zip_discard(archive); }

bool ZipArchive::has(std::string const& path) const { return zip_name_locate(archive_.get(), path.c_str(), 0) >= 0; }

bool ZipArchive::read(std::string const& path, std::function<bool(std::string_view piece, bool is_last)> const& take) {
    std::unique_ptr<zip_file_t, int (*)(zip_file_t*)> const file(zip_fopen(archive_.get(), path.c_str(), 0), zip_fclose);
    if (!file) return false;
    std::string piece(1u << 18, '\0');
    for (;;) {
        zip_int64_t const length = zip_fread(file.get(), piece.data(), piece.size());
        if (length < 0 || (unpacked_ += std::size_t(length)) > most_unpacked) return false;
        if (!take(std::string_view(piece).substr(0, std::size_t(length)), length == 0)) return false;
        if (length == 0) return true;
    }
}

}  // namespace micropol
