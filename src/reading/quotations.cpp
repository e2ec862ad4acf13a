#include "reading/quotations.h"

#include <unicode/uchar.h>
#include <unicode/utf8.h>

#include <algorithm>

namespace sayso::reading {
namespace {

enum class Mark {
  none,
  double_typed,
  single_typed,
  double_open,
  double_close,
  single_open,
  single_close,
  angle_open,
  angle_close
};

Mark mark_of(UChar32 c) {
  switch (c) {
    case U'"':
      return Mark::double_typed;
    case U'\'':
      return Mark::single_typed;
    case 0x201C:
    case 0x201E:
      return Mark::double_open;
    case 0x201D:
      return Mark::double_close;
    case 0x2018:
      return Mark::single_open;
    case 0x2019:
      return Mark::single_close;
    case 0x00AB:
      return Mark::angle_open;
    case 0x00BB:
      return Mark::angle_close;
    default:
      return Mark::none;
  }
}

struct Character {
  UChar32 code = 0;
  Span span;
};

bool is_word(UChar32 c) {
  return c > 0 && u_isalnum(c);
}
bool is_blank(UChar32 c) {
  return c <= 0 || u_isUWhiteSpace(c);
}
// Behind these a quotation may open: a blank, the paragraph's start, a bracket or a dash.
bool opens_behind(UChar32 c) {
  return is_blank(c) || c == '(' || c == '[' || c == '-' || c == 0x2013 || c == 0x2014 ||
         mark_of(c) != Mark::none;
}

class Finder {
 public:
  Finder(std::string_view text, Span paragraph) : text_(text), paragraph_(paragraph) {}

  std::vector<Quotation> run() {
    const auto end = static_cast<std::int32_t>(paragraph_.end);
    for (auto i = static_cast<std::int32_t>(paragraph_.begin); i < end;) {
      const auto begin = static_cast<std::uint32_t>(i);
      UChar32 c;
      U8_NEXT(text_.data(), i, end, c);
      shift({c, {begin, static_cast<std::uint32_t>(i)}});
    }
    shift({0, {paragraph_.end, paragraph_.end}});
    if (opened_by_ != Mark::none && opened_by_ != Mark::single_typed && opened_by_ != Mark::single_open) {
      found_.push_back({{opened_at_, paragraph_.end}, false});
    }
    return std::move(found_);
  }

 private:
  // Looks at a character once its neighbours are known.
  void shift(const Character& next) {
    const Mark mark = mark_of(current_.code);
    if (mark != Mark::none) look_at(mark, next.code);
    before_ = current_.code;
    current_ = next;
  }

  void look_at(Mark mark, UChar32 after) {
    if (opened_by_ == Mark::none) {
      if (opens(mark, after)) open(mark);
    } else if (closes(mark, after)) {
      found_.push_back({{opened_at_, current_.span.end}, true});
      opened_by_ = Mark::none;
    } else if (is_single(opened_by_) && is_double(mark) && opens(mark, after)) {
      open(mark);  // a single mark without its partner was an apostrophe
    }
  }

  bool opens(Mark mark, UChar32 after) const {
    switch (mark) {
      case Mark::double_open:
      case Mark::angle_open:
        return true;
      case Mark::double_typed:
        return !is_blank(after);
      case Mark::single_open:
        return !is_blank(after);
      case Mark::single_typed:
        return opens_behind(before_) && is_word(after) && !u_isdigit(after);
      default:
        return false;
    }
  }

  bool closes(Mark mark, UChar32 after) const {
    switch (opened_by_) {
      case Mark::double_open:
        return mark == Mark::double_close || (mark == Mark::double_typed && !is_blank(before_));
      case Mark::double_typed:
        return mark == Mark::double_close ||
               (mark == Mark::double_typed && (is_blank(after) || !opens_behind(before_)));
      case Mark::angle_open:
        return mark == Mark::angle_close;
      case Mark::single_open:
        return mark == Mark::single_close && !is_word(after);
      case Mark::single_typed:
        return mark == Mark::single_typed && !is_blank(before_) && !is_word(after);
      default:
        return false;
    }
  }

  static bool is_single(Mark mark) { return mark == Mark::single_open || mark == Mark::single_typed; }
  static bool is_double(Mark mark) { return mark == Mark::double_open || mark == Mark::double_typed; }

  void open(Mark mark) {
    opened_by_ = mark;
    opened_at_ = current_.span.begin;
  }

  std::string_view text_;
  Span paragraph_;
  UChar32 before_ = 0;  // 0 at the paragraph's borders
  Character current_;
  Mark opened_by_ = Mark::none;
  std::uint32_t opened_at_ = 0;
  std::vector<Quotation> found_;
};

}  // namespace

std::vector<Quotation> find_quotations(std::string_view text, Span paragraph) {
  return Finder(text, paragraph).run();
}

std::span<const Quotation>::iterator first_behind(std::span<const Quotation> quotations, std::uint32_t byte) {
  return std::ranges::partition_point(quotations, [&](const Quotation& q) { return q.span.end <= byte; });
}

}  // namespace sayso::reading
