// Articles on their way into an archive, stored some at a time.
#pragma once

#include <chrono>
#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "sayso/archive.h"

namespace sayso::cli {

struct ArchiveCounts {
  std::size_t added = 0;
  std::size_t replaced = 0;
  std::size_t unchanged = 0;
};

// Not thread-safe. A batch that could not be stored is gone; add() and flush() then give the reason.
class ArchiveBatch {
 public:
  using Time = std::chrono::steady_clock::time_point;

  // The archive outlives it.
  explicit ArchiveBatch(Archive& archive) : archive_(archive) {}

  // Stores the batch when it is large enough, or has waited for ten seconds.
  std::optional<Error> add(ArchiveArticle article, Time now);
  std::optional<Error> flush_if_due(Time now);
  std::optional<Error> flush();

  // Whether a document of this id waits to be stored.
  bool has(const std::string& id) const;
  void count_unchanged() { ++counts_.unchanged; }
  // Of what is stored.
  const ArchiveCounts& counts() const { return counts_; }

 private:
  Archive& archive_;
  std::vector<ArchiveArticle> articles_;
  std::size_t bytes_ = 0;
  Time first_{};
  ArchiveCounts counts_;
};

}  // namespace sayso::cli
