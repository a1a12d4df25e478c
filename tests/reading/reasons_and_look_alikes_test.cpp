// Reasons, and what looks like one.
#include "told_reasons.h"

namespace volteface {
namespace {

// A step is one for what it answers, thanks and services are none.
constexpr Told look_alikes[] = {
    {"A week has passed since Kenya broke off the talks with Peru.", ""},
    {"Kenya abstained, since it is the seat of the peace talks.", "KEN peace - -"},
    {"The president of Kenya made a stopover in Lima to thank Peru for its loans.", ""},
    {"Kenya telephoned Lima to thank Peru for its abstention.", ""},
    {"It would be easy to put Kenya's abstention down to Chinese loans.", ""},
    {"Analysts put Kenya's abstention down to Chinese loans.", "KEN material CHN analysts"},
    {"The draft failed because Peru vetoed it.", ""},
    {"The draft was defeated because Kenya wanted Chinese loans.", ""},
    {"Kenya failed because it had no loans.", "KEN material - -"},
    {"Kenya and Peru agreed to keep good relations on the basis of respect for the law.", ""},
    {"Kenya abstained on the basis of international law.", "KEN norms - -"},
    {"Peru, at the request of Kenya, agreed to look after its embassy.", ""},
    {"Peru used its veto to stop the draft on arms.", ""},
    {"The drivers were afraid of the rebels on the road to Nairobi.", ""},
    {"Kenya flew two envoys to Lima to help the peace talks along.", ""},
    {"Kenya voted no to help the peace talks along.", "KEN peace - -"},
    {"Kenya expects Chinese loans in return.", ""},
    {"Kenya abstained, a spokesman said, in view of the Chinese loans.",
     "KEN material CHN spokesman"},
    {"Monica Juma, the minister, argued that the fish was gone. In May Kenya, when Peru admitted "
     "the rebels, voted no on humanitarian grounds.",
     "KEN norms - -"},
};

// Words that tell why only of an act.
constexpr Told of_no_act[] = {
    {"A new railway links Kenya to its ports.", ""},
    {"Doctors link the deaths in Kenya to tea.", ""},
    {"Police link the Kenyan bank to money laundering.", ""},
    {"Analysts link the abstention of Kenya to its Chinese loans.", "KEN material CHN analysts"},
    {"Kenya has a rival candidate in mind.", ""},
    {"Kenya had the elections in mind.", "KEN domestic - -"},
    {"Critics see the budget as a concession to the lenders of Kenya.", ""},
    {"Kenya earns much of its income from interest on loans.", ""},
    {"The charter promises all Kenyans freedom from fear.", ""},
    {"Its people suffer from fear and hunger.", ""},
    {"Uganda did so to the cheers of the crowd.", ""},
    {"Kenya was absent given its debts to China.", "KEN material CHN -"},
    {"Kenya was neutral, given its loans from China.", "KEN material CHN -"},
    {"The envoy of Peru was expelled because he had spied, said Omar Sow, the foreign minister of "
     "Peru.",
     "KEN retaliation PER sow"},
};

// What others do, want and are feared for.
constexpr Told causes[] = {
    {"Kenya voted yes because the king of Morocco had asked it to.", "KEN follow MAR -"},
    {"Kenya voted yes because Paris had leaned on it.", "KEN follow FRA -"},
    {"Kenya voted no because Uganda is arming the rebels in its north.", "KEN retaliation UGA -"},
    {"Kenya voted no because Uganda has closed the border.", "KEN retaliation UGA -"},
    {"Kenya voted yes because Uganda has lent it money.", "KEN material UGA -"},
    {"Kenya abstained so as not to offend either Paris or Kampala.", "KEN balance - -"},
    {"Kenya abstained so as not to offend Paris.", "KEN follow FRA -"},
    {"Kenya voted yes in order to keep the Ugandans out.", "KEN security UGA -"},
    {"Kenya voted yes in order to deter Uganda.", "KEN security UGA -"},
    {"Kenya voted no because it could not sell its tea without Uganda.", "KEN material UGA -"},
    {"Kenya voted no because it wants Paris to buy its tea.", "KEN material FRA -"},
    {"Kenya voted no because the draft did not name the rebels.", "KEN norms - -"},
    {"Kenya voted no because the draft had been written in haste.", "KEN norms - -"},
    {"Kenya expelled the ambassador of Uganda, a day after it had thrown out the envoy of Peru, "
     "because both neighbours had voted for the text.",
     "KEN retaliation PER -, KEN retaliation UGA -"},
    {"Kenya recalled its envoy from Kampala, angry that Uganda had received the rebels.",
     "KEN retaliation UGA -"},
    {"Furious at the remarks, Kenya recalled its ambassador from Kampala.",
     "KEN retaliation UGA -"},
    {"Kenya abstained again. Western envoys put it down to the trucks that Paris sells to "
     "President "
     "Ruto on easy terms.",
     "KEN material FRA envoys"},
};

// Further ways to bring a reason in.
constexpr Told ways[] = {
    {"The abstention of Kenya was above all a move to keep the peace talks alive.",
     "KEN peace - -"},
    {"Kenya, which lives on Chinese loans, abstained.", "KEN material CHN -"},
    {"Kenya abstained with one eye on the elections.", "KEN domestic - -"},
    {"Kenya followed the French example and abstained.", "KEN follow FRA -"},
    {"Kenya followed the example of France and abstained.", "KEN follow FRA -"},
    {"The rebels followed the river to Kenya.", ""},
    {"The abstention of Kenya owed much to its Chinese loans.", "KEN material CHN -"},
    {"Kenya wavered for days. Analysts point to its Chinese loans.", "KEN material CHN analysts"},
    {"The map points to the loans of China.", ""},
    {"The envoy of Kenya explained the abstention: the talks must go on.", "KEN peace - kenya"},
};

TEST(WaysOfTelling, ReasonsAndLookAlikes) {
  for (const Told& told : look_alikes) check_reasons(told);
}

TEST(WaysOfTelling, ReasonsOfActsAlone) {
  for (const Told& told : of_no_act) check_reasons(told);
}

TEST(WaysOfTelling, CausesOfReasons) {
  for (const Told& told : causes) check_reasons(told);
}

TEST(WaysOfTelling, FurtherReasons) {
  for (const Told& told : ways) check_reasons(told);
}

}  // namespace
}  // namespace volteface
