#include "reading/chains.h"

#include <algorithm>
#include <array>
#include <optional>
#include <string>

#include "intake/ascii.h"
#include "reading/carriers.h"
#include "reading/head_nouns.h"
#include "reading/names.h"

namespace sayso::reading {
namespace {

using Words = std::string_view;

// A speaker's next words come from the same occasion while no more paragraphs than these lie between.
constexpr std::uint32_t kOccasionParagraphs = 3;

constexpr std::array kFirstPerson = {Words("i"),   Words("me"), Words("my"),
                                     Words("our"), Words("us"), Words("we")};
constexpr std::array kSecondPerson = {Words("you"), Words("your")};
// Cues without a source by which the article speaks itself: "it is unclear", "he appeared to".
constexpr std::array kOwnVoice = {Words("appear"),  Words("clear"),     Words("evident"),
                                  Words("known"),   Words("obvious"),   Words("seem"),
                                  Words("unclear"), Words("uncertain"), Words("unknown")};

class ChainBuilder {
 public:
  ChainBuilder(const Article& article, const Layers& layers, const Dependents& dependents,
               const Catalog& catalog, EntityReading& entities, std::vector<Attribution>& attributions)
      : article_(article),
        layers_(layers),
        dependents_(dependents),
        catalog_(catalog),
        entities_(entities),
        attributions_(attributions) {}

  void run() {
    agency_ = find_agency();
    for (Attribution& attribution : attributions_) build(attribution);
  }

 private:
  // Who spoke last, through whom, and in which block.
  struct Occasion {
    std::optional<std::uint32_t> origin;
    std::vector<Carrier> carriers;
    std::uint32_t block = 0;
  };

  void build(Attribution& a) {
    const Attribution* outer = a.within ? &attributions_[*a.within] : nullptr;
    a.origin = origin_of(a, outer);
    if (outer != nullptr) {
      a.chain = outer->chain;
    } else {
      a.chain.push_back({article_.outlet, {}, {}, {}});
      if (!agency_.name.empty()) a.chain.push_back(agency_);
    }
    for (const Carrier& carrier : carriers_of(a)) append_carrier(a.chain, carrier);
    if (!a.origin) return;
    ChainLink last{entities_.entities[*a.origin].name, a.origin, a.cue.text, {}};
    if (a.source) last.spans = a.source->spans;
    append(a.chain, std::move(last));
  }

  // The wire agency of dateline or byline, under its full name: "TAP" by the article's own "TransAsia Press",
  // since several agencies share their letters, "AP" by the catalog.
  ChainLink find_agency() const {
    ChainLink agency{article_.agency, {}, {}, {}};
    if (agency.name.empty() || same_outlet(agency.name, article_.outlet, catalog_)) return {};
    const auto name = medium_name(agency.name, catalog_);
    for (std::uint32_t e = 0; e < entities_.entities.size(); ++e) {
      const Entity& entity = entities_.entities[e];
      const bool called = std::ranges::find(entity.aliases, article_.agency) != entity.aliases.end();
      const bool spelt_out = is_acronym(article_.agency) && abbreviates(article_.agency, entity.name);
      // Against the catalog only a medium's name counts: "AP" is not the Alder Party.
      if (name ? spelt_out && is_media_name(entity.name) : called || spelt_out) {
        agency.name = entity.name;
        agency.entity = e;
        return agency;
      }
    }
    if (name) agency.name = *name;
    return agency;
  }

  // Whether the last word is one of the trade: "TransAsia Press".
  static bool is_media_name(std::string_view name) {
    const std::size_t blank = name.rfind(' ');
    return blank != std::string_view::npos && is_media_word(intake::ascii_lower(name.substr(blank + 1)));
  }

  void append_carrier(std::vector<ChainLink>& chain, const Carrier& carrier) {
    ChainLink link{carrier.name, {}, {}, {carrier.span}};
    if (!link.name.empty()) {
      link.entity = entity_named(carrier.span);
    } else {
      link.entity = entities_.entity_of_source(carrier.span, article_, layers_);
      link.name = entities_.entities[*link.entity].name;
      const bool unnamed = intake::starts_nocase(link.name, "anonymous:");
      if (carrier.medium && unnamed) return;  // "told a radio reporter"
      if (same_outlet(link.name, article_.outlet, catalog_)) return;
    }
    append(chain, std::move(link));
  }

  std::optional<std::uint32_t> origin_of(Attribution& a, const Attribution* outer) {
    if (!a.source) return is_own_voice(a) ? std::nullopt : std::optional(unspecified());
    std::optional<std::uint32_t> origin;
    const std::string words = intake::ascii_lower(a.source->text);
    if (outer != nullptr && std::ranges::binary_search(kFirstPerson, Words(words))) origin = outer->origin;
    if (outer != nullptr && std::ranges::binary_search(kSecondPerson, Words(words)) && outer->addressee) {
      origin = outer->addressee->entity;
    }
    const Span span = a.source->spans.front();
    if (!origin) origin = entities_.entity_of_source(span, article_, layers_);
    a.source->mention = entities_.mention_of(span, layers_);
    a.source->entity = origin;
    a.source->anonymous = intake::starts_nocase(entities_.entities[*origin].name, "anonymous:");
    a.source->named = !a.source->anonymous;
    return origin;
  }

  bool is_own_voice(const Attribution& a) const {
    return std::ranges::any_of(kOwnVoice,
                               [&](Words word) { return intake::contains_nocase(a.cue.text, word); });
  }

  std::uint32_t unspecified() {
    static constexpr Words kName = "anonymous: unspecified";
    const auto found = std::ranges::find(entities_.entities, kName, &Entity::name);
    if (found != entities_.entities.end())
      return static_cast<std::uint32_t>(found - entities_.entities.begin());
    Entity entity;
    entity.id = "e" + std::to_string(entities_.entities.size() + 1);
    entity.name = kName;
    entities_.entities.push_back(std::move(entity));
    return static_cast<std::uint32_t>(entities_.entities.size() - 1);
  }

  std::optional<std::uint32_t> entity_named(Span span) const {
    const auto mention = entities_.mention_of(span, layers_);
    return mention ? std::optional(entities_.mentions[*mention].entity) : std::nullopt;
  }

  // Those of its own clause, else those of the occasion on which its speaker was just heard, with nobody in
  // between.
  std::vector<Carrier> carriers_of(const Attribution& a) {
    std::vector<Carrier> carriers =
        find_carriers(article_.text, layers_, dependents_, catalog_, a, article_.outlet);
    if (!a.origin || a.within) return carriers;
    const std::uint32_t block = block_of(a.cue.spans.front());
    const bool goes_on = occasion_.origin == a.origin && block - occasion_.block <= kOccasionParagraphs &&
                         !a.place && !a.time && !a.addressee;
    if (carriers.empty() && goes_on) carriers = occasion_.carriers;
    occasion_ = {a.origin, carriers, block};
    return carriers;
  }

  std::uint32_t block_of(Span span) const {
    const WordRange words = words_in(layers_, span);
    if (words.size() == 0) return 0;
    return layers_.sentences[layers_.words[words.begin].sentence].block;
  }

  // The same actor twice in a row is written once, with the later link's cue.
  void append(std::vector<ChainLink>& chain, ChainLink link) const {
    ChainLink& last = chain.back();
    const bool same =
        (link.entity && link.entity == last.entity) || same_outlet(link.name, last.name, catalog_);
    if (!same) {
      chain.push_back(std::move(link));
    } else if (chain.size() > 1) {
      last = std::move(link);
    }
  }

  const Article& article_;
  const Layers& layers_;
  const Dependents& dependents_;
  const Catalog& catalog_;
  EntityReading& entities_;
  std::vector<Attribution>& attributions_;
  ChainLink agency_;
  Occasion occasion_;
};

}  // namespace

void build_chains(const Article& article, const Layers& layers, const Dependents& dependents,
                  const Catalog& catalog, EntityReading& entities, std::vector<Attribution>& attributions) {
  ChainBuilder(article, layers, dependents, catalog, entities, attributions).run();
}

}  // namespace sayso::reading
