#include "cli/completions.h"

#include <algorithm>
#include <sstream>
#include <vector>

namespace sayso::cli {
namespace {

bool is_folder(const std::string& value) {
  return value == "DIR";
}

bool is_file(const std::string& value) {
  return value.find("FILE") != value.npos || value == "ARCHIVE";
}

std::string joined(const std::vector<std::string>& words, const char* between = " ") {
  std::string line;
  for (const std::string& word : words) line += (line.empty() ? "" : between) + word;
  return line;
}

std::vector<std::string> names_of(const std::vector<VerbDescription>& verbs) {
  std::vector<std::string> names;
  for (const VerbDescription& verb : verbs) names.push_back(verb.name);
  return names;
}

// Each verb, and those within it, with the verbs that lead to it: "catalog import".
template <typename Visit>
void visit(const VerbDescription& verb, const std::string& path, const Visit& each) {
  each(verb, path);
  for (const VerbDescription& inner : verb.verbs)
    visit(inner, path.empty() ? inner.name : path + " " + inner.name, each);
}

// For a double-quoted word of bash's.
std::string words_of(const VerbDescription& verb) {
  std::vector<std::string> words = names_of(verb.verbs);
  for (const OptionDescription& option : verb.options)
    words.insert(words.end(), option.names.begin(), option.names.end());
  for (const OptionDescription& place : verb.places)
    words.insert(words.end(), place.choices.begin(), place.choices.end());
  return joined(words);
}

// Between single quotes; `also` are characters that need a backslash besides.
std::string quoted(const std::string& text, std::string_view also = {}) {
  std::string out = "'";
  for (const char c : text) {
    if (c == '\'') {
      out += "'\\''";
    } else {
      if (also.find(c) != also.npos) out += '\\';
      out += c == '\n' ? ' ' : c;
    }
  }
  return out + "'";
}

void put_bash_value(std::ostream& out, const OptionDescription& option) {
  if (!option.choices.empty()) {
    out << "COMPREPLY=($(compgen -W \"" << joined(option.choices) << "\" -- \"$word\"))";
  } else if (is_folder(option.value)) {
    out << "compopt -o filenames; COMPREPLY=($(compgen -d -- \"$word\"))";
  } else if (is_file(option.value)) {
    out << "compopt -o filenames; COMPREPLY=($(compgen -f -- \"$word\"))";
  } else {
    out << "COMPREPLY=()";
  }
  out << "; return ;;\n";
}

std::string zsh_function(const std::string& path) {
  std::string name = "_sayso";
  if (!path.empty()) name += "_" + path;
  std::ranges::replace(name, ' ', '_');
  return name;
}

std::string zsh_value(const OptionDescription& option) {
  std::string value = ":" + option.value;
  std::ranges::replace(value, ':', ' ');
  value.front() = ':';
  if (!option.choices.empty()) return value + ":(" + joined(option.choices) + ")";
  if (is_folder(option.value)) return value + ":_files -/";
  return value + (is_file(option.value) ? ":_files" : ": ");
}

void put_zsh_function(std::ostream& out, const VerbDescription& verb, const std::string& path) {
  constexpr std::string_view kSpecial = "[]:";
  out << zsh_function(path) << "() {\n  local context state state_descr line\n  typeset -A opt_args\n"
      << "  _arguments -C";
  for (const OptionDescription& option : verb.options) {
    for (const std::string& name : option.names) {
      std::string about = quoted(option.text, kSpecial);
      about = about.substr(1, about.size() - 2);
      out << " \\\n    '" << (option.repeats ? "*" : "") << name << "[" << about << "]"
          << (option.value.empty() ? "" : zsh_value(option)) << "'";
    }
  }
  std::size_t place = 1;
  for (const OptionDescription& argument : verb.places) {
    out << " \\\n    '" << (argument.repeats ? "*" : std::to_string(place)) << zsh_value(argument) << "'";
    ++place;
  }
  if (!verb.verbs.empty()) out << " \\\n    '" << place << ":verb:->verb' \\\n    '*::argument:->argument'";
  out << "\n";
  if (!verb.verbs.empty()) {
    out << "  case $state in\n    verb)\n      local -a verbs=(";
    for (const VerbDescription& inner : verb.verbs)
      out << "\n        " << quoted(inner.name + ":" + inner.text);
    out << ")\n      _describe verb verbs ;;\n    argument)\n      case $line[" << place << "] in\n";
    for (const VerbDescription& inner : verb.verbs)
      out << "        " << inner.name << ") "
          << zsh_function(path.empty() ? inner.name : path + " " + inner.name) << " ;;\n";
    out << "      esac ;;\n  esac\n";
  }
  out << "}\n\n";
}

std::string fish_condition(const std::string& path) {
  std::string condition;
  std::istringstream words(path);
  for (std::string word; words >> word;)
    condition += (condition.empty() ? "" : "; and ") + ("__fish_seen_subcommand_from " + word);
  return condition;
}

void put_fish_verb(std::ostream& out, const VerbDescription& verb, const std::string& path) {
  const std::string here = path.empty() ? "__fish_use_subcommand" : fish_condition(path);
  const std::string inside =
      verb.verbs.empty() || path.empty()
          ? here
          : here + "; and not __fish_seen_subcommand_from " + joined(names_of(verb.verbs));
  for (const VerbDescription& inner : verb.verbs)
    out << "complete -c sayso -n " << quoted(inside) << " -f -a " << inner.name << " -d "
        << quoted(inner.text) << "\n";
  for (const OptionDescription& place : verb.places) {
    if (!place.choices.empty())
      out << "complete -c sayso -n " << quoted(inside) << " -f -a " << quoted(joined(place.choices)) << "\n";
  }
  for (const OptionDescription& option : verb.options) {
    out << "complete -c sayso -n " << quoted(inside);
    for (const std::string& name : option.names)
      out << (name.starts_with("--") ? " -l " : " -s ") << name.substr(name.find_first_not_of('-'));
    if (!option.choices.empty()) {
      out << " -x -a " << quoted(joined(option.choices));
    } else if (is_folder(option.value)) {
      out << " -x -a '(__fish_complete_directories)'";
    } else if (is_file(option.value)) {
      out << " -r -F";
    } else if (!option.value.empty()) {
      out << " -x";
    }
    out << " -d " << quoted(option.text) << "\n";
  }
}

}  // namespace

std::string bash_completions(const VerbDescription& program) {
  std::ostringstream out;
  std::vector<std::string> paths;
  visit(program, "", [&](const VerbDescription&, const std::string& path) {
    // What is asked is the verbs so far and the next word.
    if (!path.empty()) paths.push_back('"' + (path.find(' ') == path.npos ? " " + path : path) + '"');
  });
  out << "# bash completion for sayso, printed by `sayso completions bash`\n"
         "_sayso() {\n"
         "  local word=${COMP_WORDS[COMP_CWORD]} before=${COMP_WORDS[COMP_CWORD-1]} verb= i\n"
         "  for ((i = 1; i < COMP_CWORD; ++i)); do\n"
         "    case \"$verb ${COMP_WORDS[i]}\" in\n"
         "      "
      << joined(paths, "|")
      << ") verb=${verb:+$verb }${COMP_WORDS[i]} ;;\n"
         "    esac\n"
         "  done\n"
         "  case \"$verb $before\" in\n";
  visit(program, "", [&](const VerbDescription& verb, const std::string& path) {
    for (const OptionDescription& option : verb.options) {
      if (option.value.empty()) continue;
      std::vector<std::string> asked;
      for (const std::string& name : option.names) asked.push_back('"' + path + " " + name + '"');
      out << "    " << joined(asked, "|") << ") ";
      put_bash_value(out, option);
    }
  });
  out << "  esac\n  case \"$verb\" in\n";
  visit(program, "", [&](const VerbDescription& verb, const std::string& path) {
    out << "    \"" << path << "\") COMPREPLY=($(compgen -W \"" << words_of(verb) << "\" -- \"$word\")) ;;\n";
  });
  out << "  esac\n"
         "  if [[ -n $verb && $word != -* ]]; then\n"
         "    compopt -o filenames\n"
         "    COMPREPLY+=($(compgen -f -- \"$word\"))\n"
         "  fi\n"
         "}\n"
         "complete -F _sayso sayso\n";
  return out.str();
}

std::string zsh_completions(const VerbDescription& program) {
  std::ostringstream out;
  out << "#compdef sayso\n# zsh completion for sayso, printed by `sayso completions zsh`\n\n";
  visit(program, "",
        [&](const VerbDescription& verb, const std::string& path) { put_zsh_function(out, verb, path); });
  out << "if [ \"$funcstack[1]\" = _sayso ]; then\n  _sayso \"$@\"\nelse\n  compdef _sayso sayso\nfi\n";
  return out.str();
}

std::string fish_completions(const VerbDescription& program) {
  std::ostringstream out;
  out << "# fish completion for sayso, printed by `sayso completions fish`\n";
  visit(program, "",
        [&](const VerbDescription& verb, const std::string& path) { put_fish_verb(out, verb, path); });
  return out.str();
}

}  // namespace sayso::cli
