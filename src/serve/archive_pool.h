// Connections to the archive for many threads: one for each request at work.
#pragma once

#include <chrono>
#include <filesystem>
#include <memory>
#include <mutex>
#include <vector>

#include "sayso/archive.h"
#include "sayso/result.h"

namespace sayso::serve {

// May be used from many threads at once; outlives what it lends.
class ArchivePool {
 public:
  // Whoever borrows a connection may ask for so long.
  explicit ArchivePool(std::filesystem::path file,
                       std::chrono::milliseconds patience = std::chrono::seconds(20))
      : file_(std::move(file)), patience_(patience) {}

  // Comes back to the pool when it is destroyed, unless its time was over.
  class Lease {
   public:
    Lease(ArchivePool& pool, std::unique_ptr<Archive> archive);
    ~Lease();
    Lease(Lease&&) noexcept = default;
    Lease& operator=(Lease&&) = delete;
    Archive& operator*() const { return *archive_; }
    Archive* operator->() const { return archive_.get(); }

   private:
    ArchivePool* pool_;
    std::unique_ptr<Archive> archive_;
    std::chrono::steady_clock::time_point deadline_;
  };

  // Errors: as of Archive::open.
  Result<Lease> lend();

  // Another number whenever the archive has changed. Cost: a look at the file's index.
  std::uint64_t state();

 private:
  std::filesystem::path file_;
  std::chrono::milliseconds patience_;
  std::mutex mutex_;
  std::vector<std::unique_ptr<Archive>> idle_;
  std::mutex watching_;
  std::unique_ptr<Archive> watch_;  // one connection, since each counts by itself
};

}  // namespace sayso::serve
