// Uses a piece of each part of the library, so that all that it stands on must be linked.
#include <volteface/agreement.h>
#include <volteface/record.h>
#include <volteface/version.h>

#include <cstdio>
#include <cstring>

int main() {
  const volteface::Record record = volteface::embedded_record();
  const auto argentina = record.state("ARG");
  const auto vote = record.roll_call("A/RES/ES-11/7");
  const volteface::Tally tally = record.tally(vote);
  std::printf("%s %u-%u-%u ARG %s\n", volteface::version(), tally.yes, tally.no, tally.abstain,
              volteface::choice_name(record.votes.at(argentina, vote)).data());
  return tally.yes == 93 && tally.no == 18 && tally.abstain == 65 &&
                 record.votes.at(argentina, vote) == volteface::Choice::abstain &&
                 std::strcmp(volteface::version(), VOLTEFACE_VERSION) == 0
             ? 0
             : 1;
}
