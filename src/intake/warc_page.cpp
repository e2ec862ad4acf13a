#include "intake/warc_page.h"

#include <openssl/evp.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <memory>
#include <utility>

#include "intake/ascii.h"
#include "intake/charset.h"
#include "intake/content_coding.h"
#include "intake/html_article.h"
#include "intake/item_article.h"
#include "intake/limits.h"
#include "intake/ratio_limit.h"

namespace sayso::intake {
namespace {

// What a server sent, with its codings undone.
struct Payload {
  std::string_view type;     // as the header says, perhaps ""
  std::string_view charset;  // likewise
  std::string_view bytes;
  std::string owned;  // where `bytes` lies if it is not part of the record
  bool damaged = false;
};

// --- HTTP ---

int status_of(std::string_view first_line) {
  const std::size_t blank = first_line.find(' ');
  int status = 0;
  if (blank == std::string_view::npos) return status;
  std::from_chars(first_line.data() + blank + 1, first_line.data() + first_line.size(), status);
  return status;
}

void replace_bytes(Payload& payload, std::string bytes) {
  payload.owned = std::move(bytes);
  payload.bytes = payload.owned;
}

// Codings stand in the order in which they were applied.
std::optional<Error> undo_codings(std::string_view codings, const IntakeOptions& options,
                                  const std::string& name, Payload& payload) {
  constexpr int kMostCodings = 4;  // nobody compresses a page more often, but for a bomb
  for (int round = 0; round < kMostCodings; ++round) {
    const std::size_t comma = codings.rfind(',');
    const std::string_view coding =
        media_type(codings.substr(comma == std::string_view::npos ? 0 : comma + 1));
    codings = codings.substr(0, comma == std::string_view::npos ? 0 : comma);
    std::optional<UndoneCoding> undone = undo_coding(payload.bytes, coding, byte_limit(options));
    using Fault = UndoneCoding::Fault;
    if (undone && undone->fault == Fault::too_large) return too_large(options, name);
    if (undone && undone->fault == Fault::bomb) {
      return Error{
          ErrorCode::too_large,
          "the page is more than " + std::to_string(kMostRatio) + " times as long as its compressed form",
          name, std::nullopt};
    }
    if (undone) {
      payload.damaged = payload.damaged || undone->fault == Fault::damaged;
      replace_bytes(payload, std::move(undone->bytes));
    } else if (codings.empty()) {
      break;
    }
  }
  return std::nullopt;
}

// nullopt for a response that is no page of its own.
Result<std::optional<Payload>> read_response(std::string_view block, const std::string& name,
                                             const IntakeOptions& options) {
  Payload payload{.bytes = block};
  if (!starts_nocase(block, "http/")) return std::optional<Payload>(std::move(payload));
  const std::optional<HeaderFields> head = parse_header(block);
  if (!head) return std::optional<Payload>();
  const int status = status_of(head->first_line);
  if (status != 200 && status != 203) return std::optional<Payload>();
  payload.bytes = block.substr(head->size);
  payload.type = head->find("Content-Type");
  // Many crawlers keep the header as it was sent and the body without its chunks.
  if (head->find("Transfer-Encoding").find("hunked") != std::string_view::npos) {
    if (std::optional<Chunks> chunks = join_chunks(payload.bytes)) {
      payload.damaged = chunks->cut_off;
      replace_bytes(payload, std::move(chunks->bytes));
    }
  }
  if (auto error = undo_codings(head->find("Content-Encoding"), options, name, payload)) return *error;
  return Result<std::optional<Payload>>(std::move(payload));
}

// --- what it is ---

enum class Kind { none, page, text };

Kind kind_of(const Payload& payload, std::string_view address) {
  const std::string type = ascii_lower(media_type(payload.type));
  if (type == "text/html" || type == "application/xhtml+xml") return Kind::page;
  const bool unknown = type.empty() || type == "application/octet-stream" || type == "application/http" ||
                       type == "unknown/unknown";
  if (type != "text/plain" && !unknown) return Kind::none;
  if (detect_format("", payload.bytes.substr(0, 4096)) == InputFormat::html) return Kind::page;
  if (address.substr(0, address.find('?')).ends_with("/robots.txt")) return Kind::none;
  return type == "text/plain" ? Kind::text : Kind::none;
}

// --- digests ---

std::string base32_of(std::string_view bytes) {
  std::string text;
  std::uint32_t held = 0;
  int bits = 0;
  for (char c : bytes) {
    held = held << 8 | static_cast<unsigned char>(c);
    for (bits += 8; bits >= 5; bits -= 5)
      text.push_back("abcdefghijklmnopqrstuvwxyz234567"[held >> (bits - 5) & 31]);
  }
  if (bits > 0) text.push_back("abcdefghijklmnopqrstuvwxyz234567"[held << (5 - bits) & 31]);
  return text;
}

std::string hex_of(std::string_view bytes) {
  std::string text;
  for (char c : bytes) {
    text.push_back("0123456789abcdef"[static_cast<unsigned char>(c) >> 4]);
    text.push_back("0123456789abcdef"[c & 15]);
  }
  return text;
}

// Whether the block is what "sha1:3I42H3S6..." says. A digest of another kind says nothing.
bool fits_digest(std::string_view block, std::string_view digest) {
  const std::size_t colon = digest.find(':');
  if (colon == std::string_view::npos) return true;
  const std::string method = ascii_lower(digest.substr(0, colon));
  const EVP_MD* const kind = method == "sha1" || method == "sha-1"       ? EVP_sha1()
                             : method == "sha256" || method == "sha-256" ? EVP_sha256()
                             : method == "md5"                           ? EVP_md5()
                                                                         : nullptr;
  if (!kind) return true;
  std::array<unsigned char, EVP_MAX_MD_SIZE> sum;
  unsigned int size = 0;
  if (!EVP_Digest(block.data(), block.size(), sum.data(), &size, kind, nullptr)) return true;
  const std::string_view bytes(reinterpret_cast<const char*>(sum.data()), size);
  std::string given = ascii_lower(digest.substr(colon + 1));
  while (given.ends_with('=')) given.pop_back();
  return given == base32_of(bytes) || given == hex_of(bytes);
}

// --- articles ---

Result<Article> read_payload(const Payload& payload, Kind kind, const std::string& name,
                             const IntakeOptions& options) {
  if (exceeds(payload.bytes.size(), options)) return too_large(options, name);
  if (kind == Kind::text) return read_plain_text(payload.bytes, name, options);
  Result<Decoded> decoded = decode(payload.bytes, Markup::html, charset_of(payload.type));
  if (!decoded) {
    Error error = std::move(decoded).error();
    error.input = name;
    return error;
  }
  Result<Article> article = article_from_page(decoded->text, name, {});
  if (!article) return article;
  warn_of(*decoded, *article);
  apply_options(options, *article);
  return article;
}

// "<urn:uuid:...>" without its brackets, which WARC 0.17 to 1.1 put around ids and some tools around
// addresses.
std::string_view without_brackets(std::string_view text) {
  if (text.starts_with('<') && text.ends_with('>')) text = text.substr(1, text.size() - 2);
  return text;
}

void add_record_facts(const HeaderFields& header, std::string_view block, const Payload& payload,
                      Article& article) {
  const std::string_view address = without_brackets(header.find("WARC-Target-URI"));
  if (article.url.empty()) article.url = address;
  if (article.canonical_url.empty()) article.canonical_url = clean_link(address, {});
  if (article.external_id.empty()) article.external_id = without_brackets(header.find("WARC-Record-ID"));
  if (!fits_digest(block, header.find("WARC-Block-Digest"))) article.warn("wrong_digest");
  if (!header.find("WARC-Truncated").empty()) article.warn("cut_off");
  if (payload.damaged) article.warn("damaged_payload");
}

}  // namespace

bool may_hold_page(const HeaderFields& header) {
  const std::string_view type = header.find("WARC-Type");
  for (const std::string_view kind : {"response", "resource", "conversion"}) {
    if (same_nocase(type, kind)) return true;
  }
  return false;
}

Result<std::optional<Article>> read_page_record(std::string_view bytes, const std::string& name,
                                                const IntakeOptions& options) {
  const std::optional<HeaderFields> header = parse_header(bytes);
  if (!header) return Error{ErrorCode::malformed, "the record's header has no end", name, std::nullopt};
  if (!may_hold_page(*header)) return std::optional<Article>();
  const std::string_view block = bytes.substr(header->size);
  Result<std::optional<Payload>> payload = read_response(block, name, options);
  if (!payload) return std::move(payload).error();
  if (!*payload) return std::optional<Article>();
  if ((*payload)->type.empty()) (*payload)->type = header->find("Content-Type");
  // A short owned string lies inside the payload that was moved.
  if (!(*payload)->owned.empty()) (*payload)->bytes = (*payload)->owned;
  const Kind kind = kind_of(**payload, without_brackets(header->find("WARC-Target-URI")));
  if (kind == Kind::none) return std::optional<Article>();
  Result<Article> article = read_payload(**payload, kind, name, options);
  if (!article) return std::move(article).error();
  add_record_facts(*header, block, **payload, *article);
  return std::optional<Article>(*std::move(article));
}

}  // namespace sayso::intake

namespace sayso {

Result<Article> read_warc_record(std::string_view bytes, const std::string& name,
                                 const IntakeOptions& options) {
  Result<std::optional<Article>> article = intake::read_page_record(bytes, name, options);
  if (!article) return std::move(article).error();
  if (!*article) return Error{ErrorCode::empty_input, "the record holds no page", name, std::nullopt};
  return **std::move(article);
}

}  // namespace sayso
