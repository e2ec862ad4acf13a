#include "cli/archive_batch.h"

#include <algorithm>
#include <utility>

namespace sayso::cli {
namespace {

constexpr std::size_t kMostArticles = 128;
constexpr std::size_t kMostBytes = 16'000'000;  // of text; long documents are stored in smaller batches
constexpr std::chrono::seconds kLongestWait{10};

}  // namespace

std::optional<Error> ArchiveBatch::add(ArchiveArticle article, Time now) {
  if (articles_.empty()) first_ = now;
  bytes_ += article.record.document.text.size();
  articles_.push_back(std::move(article));
  if (articles_.size() >= kMostArticles || bytes_ >= kMostBytes) return flush();
  return flush_if_due(now);
}

std::optional<Error> ArchiveBatch::flush_if_due(Time now) {
  if (articles_.empty() || now - first_ < kLongestWait) return std::nullopt;
  return flush();
}

std::optional<Error> ArchiveBatch::flush() {
  if (articles_.empty()) return std::nullopt;
  const Result<std::vector<ArchiveChange>> changes = archive_.add(articles_);
  articles_.clear();
  bytes_ = 0;
  if (!changes) return changes.error();
  for (const ArchiveChange change : *changes) {
    std::size_t& count = change == ArchiveChange::added      ? counts_.added
                         : change == ArchiveChange::replaced ? counts_.replaced
                                                             : counts_.unchanged;
    ++count;
  }
  return std::nullopt;
}

bool ArchiveBatch::has(const std::string& id) const {
  return std::any_of(articles_.begin(), articles_.end(),
                     [&](const ArchiveArticle& article) { return article.record.id == id; });
}

}  // namespace sayso::cli
