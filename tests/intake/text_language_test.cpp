#include "intake/text_language.h"

#include <gmock/gmock.h>

#include "sayso/intake.h"

namespace sayso::intake {
namespace {

const std::string kEnglish =
    "The ferry across the Esk will make its last crossing on Sunday, its owner told the council, because the "
    "bridge has "
    "taken her passengers and fuel has become too dear.";
const std::string kGerman =
    "Die Fähre über die Esk wird am Sonntag zum letzten Mal fahren, sagte die Besitzerin dem Rat, weil die "
    "Brücke ihr die "
    "Fahrgäste genommen hat und der Treibstoff zu teuer geworden ist.";

struct Sample {
  const char* tag;
  const char* text;
};

void PrintTo(const Sample& sample, std::ostream* out) {
  *out << sample.tag;
}

class OtherLanguage : public testing::TestWithParam<Sample> {};

TEST_P(OtherLanguage, IsSurelyFound) {
  const FoundLanguage found = find_language(GetParam().text);
  EXPECT_EQ(found.tag, GetParam().tag);
  EXPECT_TRUE(found.sure);
}

INSTANTIATE_TEST_SUITE_P(
    Languages, OtherLanguage,
    testing::Values(
        Sample{"de", kGerman.c_str()},
        Sample{"fr",
               "Le bac qui traverse la rivière fera son dernier voyage dimanche, a déclaré sa propriétaire "
               "au conseil, car "
               "le pont lui a pris ses passagers et le carburant est devenu trop cher."},
        Sample{"es",
               "El transbordador hará su último viaje el domingo, dijo su dueña al consejo, porque el puente "
               "le ha quitado "
               "los pasajeros y el combustible se ha vuelto demasiado caro."},
        Sample{"ru",
               "Паром через реку в последний раз выйдет в воскресенье, сообщила его владелица совету, потому "
               "что мост "
               "забрал пассажиров, а топливо стало слишком дорогим."},
        Sample{"he",
               "המעבורת תצא להפלגה האחרונה שלה ביום ראשון, אמרה בעלת המעבורת למועצה, כי הגשר לקח ממנה את "
               "הנוסעים "
               "והדלק התייקר מדי."},
        Sample{"ja",
               "渡し船の最後の便は日曜日になると、持ち主の女性が議会に話した。橋ができて乗客がいなくなり、"
               "燃料も高くなりすぎたためだという。"}));

TEST(TextLanguage, EnglishIsEnglish) {
  EXPECT_EQ(find_language(kEnglish).tag, "en");
}

TEST(TextLanguage, ShortTextsAreNotSure) {
  for (const char* text : {"", "Jakarta", "Carlos Ibarra / Nordwire.", "Mohammed Saleh Zayada, 62",
                           "La dolce vita", "Die Welt, Le Monde, El Mundo"}) {
    EXPECT_FALSE(find_language(text).sure && find_language(text).tag != "en") << text;
  }
}

TEST(TextLanguage, EnglishThatQuotesAnotherLanguageIsEnglish) {
  EXPECT_EQ(find_language(kEnglish + " " + kEnglish + " " + kGerman).tag, "en");
}

TEST(TextLanguage, ASureTextBeatsTheDeclaration) {
  EXPECT_EQ(settle_language("en-US", {"pt", true}), "pt");
  EXPECT_EQ(settle_language("de", {"en", true}), "en");
  EXPECT_EQ(settle_language("", {"pt", true}), "pt");
}

TEST(TextLanguage, ADeclarationKeepsItsRegion) {
  EXPECT_EQ(settle_language("en-GB", {"en", true}), "en-GB");
  EXPECT_EQ(settle_language("nb-NO", {"no", true}), "nb-NO");
  EXPECT_EQ(settle_language("en-GB", {"en", false}), "en-GB");
}

TEST(TextLanguage, WithoutCertaintyOnlyEnglishIsBelieved) {
  EXPECT_EQ(settle_language("en", {"pt", false}), "en");
  EXPECT_EQ(settle_language("de", {"en", false}), "");
  EXPECT_EQ(settle_language("de", {"", false}), "");
  EXPECT_EQ(settle_language("", {"pt", false}), "");
}

TEST(TextLanguage, EveryFormatGetsOne) {
  EXPECT_EQ(read_plain_text(kGerman, "a", {})->language, "de");
  EXPECT_EQ(read_plain_text(kEnglish, "a", {})->language, "en");
  EXPECT_EQ(read_html("<html lang=en><p>" + kGerman + "</p>", "a", {})->language, "de");
  EXPECT_EQ(read_html("<html lang=en-GB><p>" + kEnglish + "</p>", "a", {})->language, "en-GB");
  EXPECT_EQ(read_json_line("{\"text\":\"" + kGerman + "\"}", "a", {})->language, "de");
}

TEST(TextLanguage, TheMenusOfAPageDoNotCount) {
  std::string menu;
  for (int i = 0; i < 50; ++i) menu += "<li><a href=x>" + kGerman + "</a></li>";
  EXPECT_EQ(read_html("<nav><ul>" + menu + "</ul></nav><article><p>" + kEnglish + "</p></article>", "a", {})
                ->language,
            "en");
}

}  // namespace
}  // namespace sayso::intake
