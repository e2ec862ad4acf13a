#include "claims/copies_runs.h"

#include <algorithm>
#include <utility>

#include "claims/key_hash.h"

namespace sayso::claims {
namespace {

using Words = std::vector<TextWord>;

constexpr std::size_t kPlaces = 16;  // looked at for each word

// The first words of runs in a text, by what stands there.
class Places {
 public:
  explicit Places(const Words& words) {
    for (std::size_t at = 0; at + kShortestRun <= words.size(); ++at) {
      places_.emplace_back(hash_at(words, at), static_cast<std::uint32_t>(at));
    }
    std::sort(places_.begin(), places_.end());
  }

  static std::uint64_t hash_at(const Words& words, std::size_t at) {
    std::uint64_t hash = 0;
    for (std::size_t i = 0; i < kShortestRun; ++i) hash = (hash + words[at + i].hash()) * 0x9E3779B97F4A7C15U;
    return hash;
  }

  // Where in `a` the longest run begins that begins at b's word, and its length; of equals the first.
  std::pair<std::uint32_t, std::uint32_t> longest_run(const Words& a, const Words& b, std::size_t at) const {
    if (at + kShortestRun > b.size()) return {0, 0};
    std::pair<std::uint32_t, std::uint32_t> best{0, 0};  // place, length
    const std::uint64_t hash = hash_at(b, at);
    auto place = std::lower_bound(places_.begin(), places_.end(), std::pair{hash, std::uint32_t{0}});
    for (std::size_t looked = 0; place != places_.end() && place->first == hash && looked < kPlaces;
         ++place, ++looked) {
      std::uint32_t length = 0;
      while (place->second + length < a.size() && at + length < b.size() &&
             a[place->second + length].hash() == b[at + length].hash())
        ++length;
      if (length > best.second) best = {place->second, length};
    }
    return best;
  }

 private:
  std::vector<std::pair<std::uint64_t, std::uint32_t>> places_;
};

// The longest run that each word stands in.
void mark(std::vector<std::uint32_t>& runs, std::size_t begin, std::uint32_t length) {
  for (std::size_t i = begin; i < begin + length; ++i) runs[i] = std::max(runs[i], length);
}

Coverage count(const Words& words, const std::vector<std::uint32_t>& runs) {
  Coverage coverage;
  coverage.words = static_cast<std::uint32_t>(words.size());
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (runs[i] < kShortestRun) continue;
    ++coverage.in_runs;
    coverage.own_in_runs += !words[i].quoted();
    if (runs[i] < kLongRun) continue;
    ++coverage.in_long_runs;
    coverage.own_in_long_runs += !words[i].quoted();
  }
  return coverage;
}

std::vector<std::uint32_t> content_of(const Words& words) {
  std::vector<std::uint32_t> content;
  for (const TextWord& word : words) {
    if (word.content()) content.push_back(word.hash());
  }
  std::sort(content.begin(), content.end());
  content.erase(std::unique(content.begin(), content.end()), content.end());
  return content;
}

void compare_content(const Words& a, const Words& b, CommonText& common) {
  const std::vector<std::uint32_t> x = content_of(a), y = content_of(b);
  std::vector<std::uint32_t> both;
  std::set_intersection(x.begin(), x.end(), y.begin(), y.end(), std::back_inserter(both));
  common.shared_content = static_cast<std::uint32_t>(both.size());
  common.all_content = static_cast<std::uint32_t>(x.size() + y.size() - both.size());
}

}  // namespace

CommonText compare_texts(const CopyText& a, const CopyText& b) {
  const Places places(a.words);
  std::vector<std::uint32_t> runs_a(a.words.size()), runs_b(b.words.size());
  CommonText common;
  for (std::size_t at = 0; at < b.words.size();) {
    const auto [place, length] = places.longest_run(a.words, b.words, at);
    const auto begin = b.words.begin() + static_cast<std::ptrdiff_t>(at);
    const auto content = std::count_if(begin, begin + length, [](const TextWord& w) { return w.content(); });
    if (length < kShortestRun || content < 2) {
      ++at;
      continue;
    }
    mark(runs_a, place, length);
    mark(runs_b, at, length);
    common.longest = std::max(common.longest, length);
    at += length;
  }
  common.a = count(a.words, runs_a);
  common.b = count(b.words, runs_b);
  compare_content(a.words, b.words, common);
  return common;
}

}  // namespace sayso::claims
