// Connections to the archive for many threads: one for each request at work.
#pragma once

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
  explicit ArchivePool(std::filesystem::path file) : file_(std::move(file)) {}

  // Comes back to the pool when it is destroyed.
  class Lease {
   public:
    Lease(ArchivePool& pool, std::unique_ptr<Archive> archive) : pool_(&pool), archive_(std::move(archive)) {}
    ~Lease();
    Lease(Lease&&) noexcept = default;
    Lease& operator=(Lease&&) = delete;
    Archive& operator*() const { return *archive_; }
    Archive* operator->() const { return archive_.get(); }

   private:
    ArchivePool* pool_;
    std::unique_ptr<Archive> archive_;
  };

  // Errors: as of Archive::open.
  Result<Lease> lend();

  // Another number whenever the archive has changed. Cost: a look at the file's index.
  std::uint64_t state();

 private:
  std::filesystem::path file_;
  std::mutex mutex_;
  std::vector<std::unique_ptr<Archive>> idle_;
  std::mutex watching_;
  std::unique_ptr<Archive> watch_;  // one connection, since each counts by itself
};

}  // namespace sayso::serve
