#include "serve/archive_pool.h"

namespace sayso::serve {

ArchivePool::Lease::Lease(ArchivePool& pool, std::unique_ptr<Archive> archive)
    : pool_(&pool),
      archive_(std::move(archive)),
      deadline_(std::chrono::steady_clock::now() + pool.patience_) {
  archive_->set_deadline(deadline_);
}

ArchivePool::Lease::~Lease() {
  if (!archive_ || std::chrono::steady_clock::now() >= deadline_) return;
  const std::lock_guard lock(pool_->mutex_);
  pool_->idle_.push_back(std::move(archive_));
}

Result<ArchivePool::Lease> ArchivePool::lend() {
  {
    const std::lock_guard lock(mutex_);
    if (!idle_.empty()) {
      auto archive = std::move(idle_.back());
      idle_.pop_back();
      return Lease(*this, std::move(archive));
    }
  }
  auto opened = Archive::open(file_);
  if (!opened) return opened.error();
  return Lease(*this, std::make_unique<Archive>(*std::move(opened)));
}

std::uint64_t ArchivePool::state() {
  const std::lock_guard lock(watching_);
  if (!watch_) {
    auto opened = Archive::open(file_);
    if (!opened) return 0;
    watch_ = std::make_unique<Archive>(*std::move(opened));
  }
  std::uint64_t version = 0;
  (void)watch_->query("SELECT data_version FROM pragma_data_version", {}, [&](const SqlRow& row) {
    version = static_cast<std::uint64_t>(row.integer(0));
    return true;
  });
  return version;
}

}  // namespace sayso::serve
