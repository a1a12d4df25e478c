#include "reading/press_words.h"

#include <array>

namespace volteface {
namespace {

constexpr auto words = std::to_array<PressWord>({
    {"annexation", "territorial integrity", "Territorial integrity of Ukraine"},
    {"annexed", "territorial integrity", "Territorial integrity of Ukraine"},
    {"apartheid", "policies south", "The policies of apartheid of the Government of South Africa"},
    {"atomic", "nuclear", "Treaty on the Prohibition of Nuclear Weapons"},
    {"blockade", "embargo", "Necessity of ending the economic, commercial and financial embargo"},
    {"ceasefire", "civilians humanitarian", "Protection of civilians and upholding obligations"},
    {"colonies", "colonial independence", "Independence to Colonial Countries and Peoples"},
    {"colony", "colonial independence", "Independence to Colonial Countries and Peoples"},
    {"crimea", "ukraine territorial integrity", "Militarization of Crimea ... Ukraine"},
    {"executions", "death penalty", "Moratorium on the use of the death penalty"},
    {"fire", "civilians", "Protection of civilians and upholding obligations"},
    {"gaza", "palestinian civilians occupied", "Protection of the Palestinian civilian population"},
    {"invaded", "aggression territorial integrity", "Aggression against Ukraine"},
    {"invasion", "aggression territorial integrity", "Aggression against Ukraine"},
    {"malvinas", "falkland", "Question of the Falkland Islands (Malvinas)"},
    {"mercenary", "mercenaries", "Use of mercenaries as a means of violating human rights"},
    {"nukes", "nuclear", "Treaty on the Prohibition of Nuclear Weapons"},
    {"observer", "status", "Status of Palestine in the United Nations"},
    {"ousted", "suspension rights membership", "Suspension of the rights of membership"},
    {"expelled", "suspension rights membership", "Suspension of the rights of membership"},
    {"refugees", "displaced persons", "Persons displaced as a result of hostilities"},
    {"referendum", "integrity determination", "Territorial integrity of Ukraine"},
    {"rohingya", "myanmar", "Situation of human rights in Myanmar"},
    {"sanctions", "coercive measures", "Human rights and unilateral coercive measures"},
    {"settlers", "settlements", "Israeli settlements in the Occupied Palestinian Territory"},
    {"statehood", "status", "Status of Palestine in the United Nations"},
    {"truce", "civilians humanitarian", "Protection of civilians and upholding obligations"},
    {"war", "aggression peace", "Aggression against Ukraine"},
    {"withdrawal", "peace aggression", "Advancing a just and lasting peace"},
});

}  // namespace

std::span<const PressWord> press_words() { return words; }

}  // namespace volteface
