#pragma once
// A zip archive in memory, whose files are read piece by piece.

#include <functional>
#include <memory>
#include <string>
#include <string_view>

struct zip;

namespace micropol {

class ZipArchive {
  public:
    // bytes: must live as long.
    explicit ZipArchive(std::string_view bytes);

    [[nodiscard]] bool is_open() const { return archive_ != nullptr; }
    [[nodiscard]] bool has(std::string const& path) const;
    // Gives the file's pieces to `take`, which says whether it wants more. False where the file is not there, is damaged or
    // encrypted, goes beyond what all files together may unpack to, or was not wanted to its end.
    [[nodiscard]] bool read(std::string const& path, std::function<bool(std::string_view piece, bool is_last)> const& take);

    static constexpr std::size_t most_unpacked = 512u << 20;  // bytes, all files together

  private:
    struct Close {
        void operator()(zip* archive) const;
    };
    std::unique_ptr<zip, Close> archive_;
    std::size_t unpacked_ = 0;
};

}  // namespace micropol
