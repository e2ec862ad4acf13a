#include "publish/page_style.h"

#include "sayso/markup.h"

namespace sayso::publish {
namespace {

constexpr const char* kHead =
    "<!doctype html>\n<html lang=\"en\"><head><meta charset=\"utf-8\">"
    "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">"
    "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">";

constexpr const char* kStyle =
    "<style>\n:root{color-scheme:light dark}\nbody{font:1.05rem/1.55 Georgia,serif;margin:2rem "
    "auto;max-width:44rem;"
    "padding:0 "
    "1rem}\nh1,h2,h3,th{font-family:system-ui,sans-serif;line-height:1.25}\n.text{white-space:pre-wrap}\n"
    "mark{color:#000;border-radius:.15em;padding:0 .1em}\nmark.source{background:#cfe3ff;border-bottom:2px "
    "solid #1d5fbf}\n"
    "mark.cue{background:#ffe2b8;font-style:italic}\nmark.content{background:#e4f3da}\n"
    "mark.denied{background:#f9d5d5;text-decoration:underline wavy #a01010}\n.facts{color:#555}\n"
    "table{border-collapse:collapse;width:100%}\nth,td{border-top:1px solid #999;padding:.3rem "
    ".5rem;text-align:left;"
    "vertical-align:top}\nnav li{margin:.2rem 0}\n@media (prefers-color-scheme:dark){.facts{color:#bbb}}\n"
    "@media "
    "print{body{margin:0;max-width:none;font-size:10.5pt}nav{display:none}article,section{break-before:page}"
    "section:first-of-type,article:first-of-type{break-before:auto}tr,h2,h3{break-inside:avoid;break-after:"
    "avoid}"
    "a{color:inherit;text-decoration:none}a[href^=http]::after{content:' <' attr(href) "
    "'>';font-size:80%}}\n</style>";

}  // namespace

std::string page_begin(const std::string& title) {
  return std::string(kHead) + "<title>" + escape_markup(title) + "</title>" + kStyle +
         "</head>\n<body><main>\n<h1>" + escape_markup(title) + "</h1>\n";
}

std::string page_end() {
  return "</main></body></html>\n";
}

}  // namespace sayso::publish
