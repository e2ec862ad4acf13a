#include "intake/warc_reader.h"

#include <utility>

#include "intake/limits.h"
#include "intake/ratio_limit.h"
#include "intake/warc_page.h"
#include "intake/warc_records.h"

namespace sayso::intake {
namespace {

// What a server says of a page comes on top of the page.
constexpr std::uint64_t kRoomForHeader = 64 * 1024;

class WarcReader : public ArticleReader {
 public:
  WarcReader(InputSource source, std::string name, IntakeOptions options)
      : source_(std::move(source)),
        name_(std::move(name)),
        options_(std::move(options)),
        records_(*source_.bytes, source_.unpacked_buffer.get(), byte_limit(options_) + kRoomForHeader,
                 may_hold_page) {}

  Result<std::optional<Article>> next() override {
    while (std::optional<WarcRecord> record = done_ ? std::nullopt : records_.next()) {
      const std::string place = name_ + ":" + std::to_string(record->number);
      if (record->fault == WarcRecord::Fault::too_large) return too_large(options_, place);
      if (record->fault == WarcRecord::Fault::bomb) return damage_error(Damage::bomb, place);
      Result<std::optional<Article>> article = read_page_record(record->bytes, place, options_);
      if (!article) return article;
      if (!*article) continue;
      warn_of(*record, **article);
      raw_ = {InputFormat::warc, place, std::move(record->bytes), options_};
      return article;
    }
    return end();
  }

  RawInput take_raw() override { return std::exchange(raw_, {}); }

 private:
  static void warn_of(const WarcRecord& record, Article& article) {
    if (record.wrong_length) article.warn("wrong_length");
    if (record.cut_off) article.warn("cut_off");
    if (record.bad_checksum) article.warn("bad_checksum");
  }

  // Damage in records that nobody was told of.
  Result<std::optional<Article>> end() {
    if (std::exchange(done_, true)) return std::optional<Article>();
    if (source_.failed()) return failed_read(name_);
    if (records_.count() == 0) {
      if (auto fault = source_.find_fault(name_)) return *fault;
      return Error{ErrorCode::malformed, "there is no WARC record in it", name_, std::nullopt};
    }
    if (const std::uint64_t places = records_.unseen_damage()) {
      return Error{ErrorCode::malformed,
                   "its compression is damaged in " + std::to_string(places) +
                       (places == 1 ? " place" : " places") + " where no page was read",
                   name_, std::nullopt};
    }
    return std::optional<Article>();
  }

  InputSource source_;
  std::string name_;
  IntakeOptions options_;
  WarcRecords records_;
  RawInput raw_;
  bool done_ = false;
};

}  // namespace

std::unique_ptr<ArticleReader> make_warc_reader(InputSource source, const std::string& name,
                                                const IntakeOptions& options) {
  return std::make_unique<WarcReader>(std::move(source), name, options);
}

}  // namespace sayso::intake
