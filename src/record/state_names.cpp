#include "record/state_names.h"

#include <string>

#include "record/text.h"

namespace volteface {
namespace {

struct OtherName {
  std::string_view name;  // without full stops
  std::string_view code;
};

constexpr OtherName other_names[] = {
    {"America", "USA"},
    {"Bolivia, Plurinational State of", "BOL"},
    {"Britain", "GBR"},
    {"Brunei Darussalam", "BRN"},
    {"Burma", "MMR"},
    {"Byelorussian SSR", "BLR"},
    {"Cape Verde", "CPV"},
    {"Ceylon", "LKA"},
    {"Congo-Brazzaville", "COG"},
    {"Congo-Kinshasa", "COD"},
    {"Cote d'Ivoire", "CIV"},
    {"Czech Republic", "CZE"},
    {"Dahomey", "BEN"},
    {"Democratic People's Republic of Korea", "PRK"},
    {"DPRK", "PRK"},
    {"DR Congo", "COD"},
    {"DRC", "COD"},
    {"East Germany", "DDR"},
    {"East Timor", "TLS"},
    {"FYROM", "MKD"},
    {"GDR", "DDR"},
    {"Great Britain", "GBR"},
    {"Guinea Bissau", "GNB"},
    {"Holland", "NLD"},
    {"Iran, Islamic Republic of", "IRN"},
    {"Ivory Coast", "CIV"},
    {"Kampuchea", "KHM"},
    {"KSA", "SAU"},
    {"Lao PDR", "LAO"},
    {"Lao People's Democratic Republic", "LAO"},
    {"Macedonia", "MKD"},
    {"Malaya", "MYS"},
    {"Micronesia, Federated States of", "FSM"},
    {"Moldova, Republic of", "MDA"},
    {"North Yemen", "YAR"},
    {"People's Republic of China", "CHN"},
    {"PRC", "CHN"},
    {"Republic of Korea", "KOR"},
    {"Republic of Moldova", "MDA"},
    {"Republic of the Congo", "COG"},
    {"Rhodesia", "ZWE"},
    {"ROC", "TWN"},
    {"ROK", "KOR"},
    {"Russian Federation", "RUS"},
    {"South Yemen", "YMD"},
    {"Swaziland", "SWZ"},
    {"Syrian Arab Republic", "SYR"},
    {"São Tomé and Príncipe", "STP"},
    {"Taiwan", "TWN"},
    {"Turkey", "TUR"},
    {"Turkiye", "TUR"},
    {"UAE", "ARE"},
    {"UAR", "EGY"},
    {"UK", "GBR"},
    {"Ukrainian SSR", "UKR"},
    {"United Arab Republic", "EGY"},
    {"United Kingdom of Great Britain and Northern Ireland", "GBR"},
    {"United Republic of Tanzania", "TZA"},
    {"United States of America", "USA"},
    {"Upper Volta", "BFA"},
    {"US", "USA"},
    {"USSR", "SUN"},
    {"Venezuela, Bolivarian Republic of", "VEN"},
    {"Viet Nam", "VNM"},
    {"West Germany", "GFR"},
    {"Western Samoa", "WSM"},
    {"Zaire", "COD"},
};

std::string plain_name(std::string_view name) {
  std::string plain;
  for (char c : name) {
    if (c != '.') plain += c;
  }
  if (plain.size() > 4 && equal_ignoring_case(plain.substr(0, 4), "the ")) plain.erase(0, 4);
  return plain;
}

}  // namespace

std::optional<std::string_view> code_of_other_name(std::string_view name) {
  const std::string plain = plain_name(name);
  for (const OtherName& other : other_names) {
    if (equal_ignoring_case(plain, other.name)) return other.code;
  }
  return std::nullopt;
}

std::vector<std::string_view> other_names_of(std::string_view code) {
  std::vector<std::string_view> names;
  for (const OtherName& other : other_names) {
    if (other.code == code) names.push_back(other.name);
  }
  return names;
}

}  // namespace volteface
