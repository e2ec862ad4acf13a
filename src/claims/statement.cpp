#include "claims/statement.h"

#include <algorithm>
#include <chrono>
#include <cmath>

#include "claims/byte_codec.h"
#include "claims/key_hash.h"
#include "reading/calendar.h"

namespace sayso::claims {
namespace {

// Counts up with every change of the encoding, so that an archive knows which payloads to make again.
constexpr std::uint64_t kVersion = 2;

constexpr std::uint64_t kEntityKinds = 7;
constexpr std::uint64_t kBounds = 4;
constexpr std::uint64_t kStances = 3;

constexpr std::size_t kMostDimensions = 65536;  // whose products fit in 32 bits, summed

void write(ByteWriter& out, const Party& party) {
  out.text(party.name);
  out.number(party.entity ? *party.entity + std::uint64_t{1} : 0);
  out.text(party.catalog);
  out.number(static_cast<std::uint64_t>(party.kind));
  out.number(party.anonymous);
  out.list(party.offices, [&](const Party::Office& office) {
    out.text(office.title);
    out.text(office.of);
  });
}

Party read_party(ByteReader& in) {
  Party party;
  party.name = in.text();
  if (const std::uint64_t entity = in.number()) party.entity = static_cast<std::uint32_t>(entity - 1);
  party.catalog = in.text();
  party.kind = in.one_of<EntityKind>(kEntityKinds);
  party.anonymous = in.number() != 0;
  party.offices = in.list<Party::Office>([&] {
    Party::Office office;
    office.title = in.text();
    office.of = in.text();
    return office;
  });
  return party;
}

void write(ByteWriter& out, const Figure& figure) {
  out.real(figure.value);
  out.text(figure.unit);
  out.number(static_cast<std::uint64_t>(figure.bound));
}

Figure read_figure(ByteReader& in) {
  Figure figure;
  figure.value = in.real();
  figure.unit = in.text();
  figure.bound = in.one_of<Bound>(kBounds);
  return figure;
}

std::optional<std::int64_t> day_of(std::string_view iso) {
  const auto day = reading::parse_iso_day(iso);
  if (!day) return std::nullopt;
  return std::chrono::sys_days(*day).time_since_epoch().count();
}

template <typename Strings>
std::vector<std::uint64_t> hashes_of(const Strings& strings) {
  std::vector<std::uint64_t> hashes;
  hashes.reserve(strings.size());
  for (const auto& string : strings) hashes.push_back(Hash().add(std::string_view(string)).value());
  std::ranges::sort(hashes);
  return hashes;
}

}  // namespace

std::string encode(const Statement& s) {
  ByteWriter out;
  out.number(kVersion);
  // First what a pair is judged by: see compared_of().
  out.raw(s.meaning);
  out.text(s.published);
  out.texts(s.stems);
  out.texts(s.name_stems);
  for (const std::string* text : {&s.attribution, &s.proposition}) out.text(*text);
  out.number(s.span.begin);
  out.number(s.span.end);
  out.text(s.quote);
  out.number(s.origin.has_value());
  if (s.origin) write(out, *s.origin);
  out.list(s.via, [&](const Party& party) { write(out, party); });
  for (const std::string* text : {&s.outlet, &s.credited, &s.said}) out.text(*text);
  out.real(s.confidence);
  out.number(static_cast<std::uint64_t>(s.stance));
  out.number(s.own_voice);
  out.text(s.predicate);
  for (const auto* texts : {&s.actors, &s.shown, &s.names, &s.common_names}) out.texts(*texts);
  out.list(s.figures, [&](const Figure& figure) { write(out, figure); });
  out.texts(s.dates);
  return out.take();
}

std::optional<Statement> decode_statement(std::string_view bytes) {
  ByteReader in(bytes);
  if (in.number() != kVersion) return std::nullopt;
  Statement s;
  const auto meaning = in.raw();
  s.meaning.assign(meaning.begin(), meaning.end());
  s.published = in.text();
  s.stems = in.texts();
  s.name_stems = in.texts();
  for (std::string* text : {&s.attribution, &s.proposition}) *text = in.text();
  s.span.begin = static_cast<std::uint32_t>(in.number());
  s.span.end = static_cast<std::uint32_t>(in.number());
  s.quote = in.text();
  if (in.number() != 0) s.origin = read_party(in);
  s.via = in.list<Party>([&] { return read_party(in); });
  for (std::string* text : {&s.outlet, &s.credited, &s.said}) *text = in.text();
  s.confidence = in.real();
  s.stance = in.one_of<Stance>(kStances);
  s.own_voice = in.number() != 0;
  s.predicate = in.text();
  for (auto* texts : {&s.actors, &s.shown, &s.names, &s.common_names}) *texts = in.texts();
  s.figures = in.list<Figure>([&] { return read_figure(in); });
  s.dates = in.texts();
  if (!in.ok() || !in.at_end()) return std::nullopt;
  return s;
}

Compared compared_of(const Statement& s) {
  return {s.meaning, day_of(s.published), hashes_of(s.stems), hashes_of(s.name_stems)};
}

std::optional<Compared> compared_of(std::string_view bytes) {
  ByteReader in(bytes);
  if (in.number() != kVersion) return std::nullopt;
  Compared c;
  const auto meaning = in.raw();
  c.meaning.assign(meaning.begin(), meaning.end());
  c.day = day_of(in.view());
  for (auto* stems : {&c.stems, &c.name_stems})
    *stems = hashes_of(in.list<std::string_view>([&] { return in.view(); }));
  if (!in.ok()) return std::nullopt;
  return c;
}

std::vector<std::int8_t> to_bytes(const std::vector<float>& vector) {
  float largest = 0;
  for (const float x : vector) largest = std::max(largest, std::abs(x));
  if (!(largest > 0) || !std::isfinite(largest)) return {};
  std::vector<std::int8_t> bytes;
  bytes.reserve(vector.size());
  for (const float x : vector) bytes.push_back(static_cast<std::int8_t>(std::lround(x / largest * 127)));
  return bytes;
}

double cosine(std::span<const std::int8_t> a, std::span<const std::int8_t> b) {
  if (a.empty() || a.size() != b.size() || a.size() > kMostDimensions) return 0;
  std::int32_t ab = 0, aa = 0, bb = 0;
  for (std::size_t i = 0; i < a.size(); ++i) {
    ab += a[i] * b[i];
    aa += a[i] * a[i];
    bb += b[i] * b[i];
  }
  if (aa == 0 || bb == 0) return 0;
  return ab / std::sqrt(static_cast<double>(aa) * static_cast<double>(bb));
}

}  // namespace sayso::claims
