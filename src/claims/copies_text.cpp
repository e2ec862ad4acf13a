#include "claims/copies_text.h"

#include <algorithm>
#include <map>

#include "claims/byte_codec.h"
#include "claims/common_names.h"
#include "claims/content_stems.h"
#include "claims/key_hash.h"
#include "claims/publishers.h"
#include "intake/utf8.h"
#include "reading/anonymous.h"
#include "reading/names.h"

namespace sayso::claims {
namespace {

constexpr std::uint64_t kVersion = 1;
constexpr std::size_t kMostWords = 4000;
constexpr std::size_t kMostNames = 16;
constexpr std::size_t kTopicNames = 6;

bool is_told(BlockKind kind) {
  return kind == BlockKind::paragraph || kind == BlockKind::quote || kind == BlockKind::list;
}

// The words of a paragraph, with what stands in quotation marks marked. Straight marks open and close in
// turn.
class WordTaker {
 public:
  explicit WordTaker(std::vector<TextWord>& words) : words_(words) {}

  void take(std::string_view paragraph) {
    quoted_ = false;
    std::size_t begin = 0;
    for (std::size_t at = 0; at < paragraph.size();) {
      const std::size_t before = at;
      const char32_t c = intake::next_code_point(paragraph, at);
      const bool opens = c == 0x201C || c == 0xAB || c == 0x201E || (c == '"' && !quoted_);
      const bool closes = c == 0x201D || c == 0xBB || (c == '"' && quoted_);
      if (!opens && !closes) continue;
      add(paragraph.substr(begin, before - begin));
      quoted_ = opens;
      begin = at;
    }
    add(paragraph.substr(begin));
  }

 private:
  void add(std::string_view piece) {
    for (const std::string& word : small_words(piece)) {
      if (words_.size() == kMostWords) return;
      const bool content = !content_stems(word).empty();
      words_.emplace_back(content ? stem_of(word) : word, quoted_, content);
    }
  }

  std::vector<TextWord>& words_;
  bool quoted_ = false;
};

// The most frequent first, ties in the order of the alphabet.
std::vector<CopyText::Name> by_frequency(const std::map<std::string, std::uint32_t>& counts) {
  std::vector<CopyText::Name> names;
  for (const auto& [name, count] : counts) names.push_back({name, count});
  std::stable_sort(names.begin(), names.end(),
                   [](const CopyText::Name& a, const CopyText::Name& b) { return a.count > b.count; });
  if (names.size() > kMostNames) names.resize(kMostNames);
  return names;
}

std::string last_word(std::string_view name) {
  std::vector<std::string> words = small_words(reading::normal_form(name));
  return words.empty() ? std::string() : std::move(words.back());
}

bool in_body(const Record& record, const Attribution& attribution) {
  const std::uint32_t at = attribution.cue.spans.empty() ? 0 : attribution.cue.spans.front().begin;
  return std::any_of(record.document.blocks.begin(), record.document.blocks.end(), [&](const Block& block) {
    return is_told(block.kind) && block.span.begin <= at && at < block.span.end;
  });
}

void read_names(const Record& record, CopyText& text) {
  std::map<std::string, std::uint32_t> carriers, sources;
  const auto carry = [&](const std::string& name) {
    if (!name.empty() && !name.starts_with("anonymous") && !same_outlet(name, text.outlet)) ++carriers[name];
  };
  for (const Attribution& attribution : record.attributions) {
    if (!in_body(record, attribution)) continue;
    for (std::size_t i = 1; i < attribution.chain.size(); ++i) carry(attribution.chain[i].name);
    if (attribution.addressee && attribution.addressee->entity) {
      carry(record.entities[*attribution.addressee->entity].name);
    }
    if (!attribution.origin) continue;
    const std::string& name = record.entities[*attribution.origin].name;
    if (name == reading::kUnspecified) continue;
    ++text.attributions;
    if (!name.starts_with("anonymous")) ++sources[last_word(name)];
  }
  text.carriers = by_frequency(carriers);
  text.sources = by_frequency(sources);
}

void read_topic(const Record& record, CopyText& text) {
  std::map<std::string, std::uint32_t> counts;
  for (const EntityMention& mention : record.mentions) {
    if (mention.form != MentionForm::name || mention.entity >= record.entities.size()) continue;
    const Entity& entity = record.entities[mention.entity];
    if (!entity.catalog.empty() || same_outlet(entity.name, text.outlet)) continue;
    for (const std::string& word : small_words(reading::normal_form(mention.span.of(record.document.text)))) {
      if (word.size() > 2 && !is_common_name(word) && !content_stems(word).empty()) ++counts[word];
    }
  }
  for (const CopyText::Name& name : by_frequency(counts)) {
    if (text.names.size() < kTopicNames) text.names.push_back(name.name);
  }
}

}  // namespace

TextWord::TextWord(std::string_view stem, bool quoted, bool content)
    : bits_((static_cast<std::uint32_t>(Hash().add(stem).value()) & ~3U) | (content ? 2U : 0U) |
            (quoted ? 1U : 0U)) {}

CopyText make_copy_text(const Record& record) {
  const Article& article = record.document;
  CopyText text;
  text.outlet = article.outlet;
  text.published = article.published;
  for (const std::string* credit : {&article.syndicated_from, &article.agency}) {
    if (credit->empty()) continue;
    const bool own = same_outlet(*credit, article.outlet);
    text.own_wire |= own && credit == &article.agency;
    const auto known = std::find(text.credits.begin(), text.credits.end(), *credit);
    if (!own && known == text.credits.end()) text.credits.push_back(*credit);
  }
  read_names(record, text);
  read_topic(record, text);
  WordTaker taker(text.words);
  for (const Block& block : article.blocks) {
    if (is_told(block.kind)) taker.take(block.span.of(article.text));
  }
  return text;
}

std::string encode(const CopyText& text) {
  ByteWriter bytes;
  const auto names = [&](const std::vector<CopyText::Name>& list) {
    bytes.list(list, [&](const CopyText::Name& name) {
      bytes.text(name.name);
      bytes.number(name.count);
    });
  };
  bytes.number(kVersion);
  bytes.text(text.outlet);
  bytes.text(text.published);
  bytes.texts(text.credits);
  bytes.number(text.own_wire ? 1 : 0);
  names(text.carriers);
  names(text.sources);
  bytes.texts(text.names);
  bytes.number(text.attributions);
  std::string words;
  for (const TextWord& word : text.words) {
    for (int shift = 0; shift < 32; shift += 8) words += static_cast<char>(word.bits() >> shift);
  }
  bytes.text(words);
  return bytes.take();
}

std::optional<CopyText> decode_copy_text(std::string_view payload) {
  ByteReader bytes(payload);
  if (bytes.number() != kVersion) return std::nullopt;
  const auto names = [&] {
    return bytes.list<CopyText::Name>([&] {
      std::string name = bytes.text();
      return CopyText::Name{std::move(name), static_cast<std::uint32_t>(bytes.number())};
    });
  };
  CopyText text;
  text.outlet = bytes.text();
  text.published = bytes.text();
  text.credits = bytes.texts();
  text.own_wire = bytes.one_of<int>(2) == 1;
  text.carriers = names();
  text.sources = names();
  text.names = bytes.texts();
  text.attributions = static_cast<std::uint32_t>(bytes.number());
  const std::string words = bytes.text();
  if (!bytes.ok() || !bytes.at_end() || words.size() % 4 != 0 || words.size() / 4 > kMostWords) {
    return std::nullopt;
  }
  for (std::size_t at = 0; at < words.size(); at += 4) {
    std::uint32_t bits = 0;
    for (std::size_t i = 0; i < 4; ++i)
      bits |= std::uint32_t{static_cast<unsigned char>(words[at + i])} << (8 * i);
    text.words.emplace_back(bits);
  }
  return text;
}

}  // namespace sayso::claims
