#include "cli/manual.h"

#include <sstream>

namespace sayso::cli {
namespace {

// What stands for itself in roff.
std::string escaped(const std::string& text) {
  std::string out;
  bool line_begins = true;
  for (const char c : text) {
    if (line_begins && (c == '.' || c == '\'')) out += "\\&";
    if (c == '\\') {
      out += "\\e";
    } else if (c == '-') {
      out += "\\-";
    } else if (c == '\'') {
      out += "\\(aq";
    } else if (c == '`') {
      out += "\\(ga";
    } else {
      out += c;
    }
    line_begins = c == '\n';
  }
  return out;
}

std::string bold(const std::string& text) {
  return "\\fB" + escaped(text) + "\\fR";
}

std::string italic(const std::string& text) {
  return "\\fI" + escaped(text) + "\\fR";
}

class ManualPage {
 public:
  ManualPage(const VerbDescription& program, const std::string& version) {
    out_ << ".TH SAYSO 1 \"\" \"sayso " << escaped(version) << "\" \"User Commands\"\n"
         << ".SH NAME\nsayso \\- " << escaped(one_line(program.text)) << "\n"
         << ".SH SYNOPSIS\n"
         << ".B sayso\n.I VERB\n.RI [ OPTIONS ]\n.RI [ ARGUMENTS ]\n"
         << ".SH DESCRIPTION\n"
         << escaped(program.text) << "\n";
    put_options(program.options);
    out_ << ".SH VERBS\n";
    for (const VerbDescription& verb : program.verbs) put_verb(verb, "sayso");
    out_ << ".SH ENVIRONMENT\n"
         << ".TP\n.B SAYSO_MODEL\nFolder of the model, where\n.B \\-\\-model\nnames none.\n"
         << ".TP\n.B NO_COLOR\nPrint without colours.\n";
  }

  std::string text() const { return out_.str(); }

 private:
  // The part of NAME behind the dash has no full stop.
  static std::string one_line(std::string text) {
    if (text.ends_with('.')) text.pop_back();
    return text.starts_with("sayso ") ? text.substr(6) : text;
  }

  void put_verb(const VerbDescription& verb, const std::string& before) {
    const std::string name = before + " " + verb.name;
    out_ << ".SS " << bold(name);
    if (!verb.options.empty()) out_ << " [" << italic("OPTIONS") << "]";
    for (const OptionDescription& place : verb.places) {
      const std::string value = italic(place.value) + (place.repeats ? "..." : "");
      out_ << " " << (place.required ? value : "[" + value + "]");
    }
    if (!verb.verbs.empty()) out_ << " " << italic("VERB");
    out_ << "\n" << escaped(verb.text) << ".\n";
    put_options(verb.places);
    put_options(verb.options);
    if (!verb.footer.empty()) out_ << ".PP\n.nf\n" << escaped(verb.footer) << "\n.fi\n";
    for (const VerbDescription& inner : verb.verbs) put_verb(inner, name);
  }

  void put_options(const std::vector<OptionDescription>& options) {
    for (const OptionDescription& option : options) {
      out_ << ".TP\n";
      for (const std::string& name : option.names)
        out_ << (&name == &option.names.front() ? "" : ", ") << bold(name);
      if (!option.value.empty()) out_ << (option.names.empty() ? "" : " ") << italic(option.value);
      out_ << "\n" << escaped(option.text) << "\n";
    }
  }

  std::ostringstream out_;
};

}  // namespace

std::string manual_page(const VerbDescription& program, const std::string& version) {
  return ManualPage(program, version).text();
}

}  // namespace sayso::cli
