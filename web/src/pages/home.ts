import { ask } from "../api";
import { stateLink, turnsTable, voteLink } from "../common";
import { h, link, section } from "../dom";
import { choice, plural, probability, share, tally } from "../format";
import type { MakePage } from "../router";
import type { Home } from "../types";

export const home: MakePage = async () => {
  const answer = await ask<Home>("/home");
  const body = h(
    "div",
    {},
    h("h1", {}, "Who stands with whom, and since when"),
    h("p", { class: "covered" }, "From what states vote in the United Nations and what the press reports. Press ", h("kbd", {}, "/"), " to look for a state, a vote or a person."),
    turnsPart(answer),
    section("Last votes, and what was unexpected in them", h("p", { class: "remark" }, "With the probability that a state's past, and what the others chose, gave its choice; told below 1 in 8."), h("ul", { class: "votes" }, ...answer.latest_votes.map(latest))),
    section("Reports", reportsPart(answer)),
  );
  return { title: "volteface", body };
};

function reportsPart(answer: Home): HTMLElement {
  if (answer.reports > 0) return h("p", {}, link("/reports", `${plural(answer.reports, "report")} read`), ", set beside the record.");
  return h("p", {}, "None was given, so that pages tell of votes alone. Started with ", h("code", {}, "volteface serve --news PATH"), ", they tell what reports say as well, and what of it the record contradicts.");
}

function turnsPart(answer: Home): HTMLElement {
  if (!answer.turns_ready) return waiting(answer.turns_share);
  return h(
    "div",
    {},
    section("Latest turns", turnsTable("The latest turns of any state", answer.rows, { hidden: true }), h("p", {}, link("/turns", "All turns"))),
    section("Largest turns", turnsTable("The turns that changed a state's votes most, in bits a vote", answer.largest, { hidden: true })),
  );
}

// The turns of all states take some seconds after the start of the program.
function waiting(share: number): HTMLElement {
  const bar = h("progress", { max: 1, value: share, "aria-label": "Finding the turns of all states" });
  const part = section("Latest turns", h("p", { role: "status" }, "The turns of all states are being found. "), bar);
  const again = () =>
    setTimeout(async () => {
      if (!part.isConnected) return;
      const answer = await ask<Home>("/home").catch(() => null);
      if (answer?.turns_ready) part.replaceWith(turnsPart(answer));
      else {
        if (answer) bar.value = answer.turns_share;
        again();
      }
    }, 700);
  again();
  return part;
}

function latest(vote: Home["latest_votes"][number]): HTMLElement {
  return h(
    "li",
    {},
    voteLink(vote),
    ` ${vote.date}: `,
    h("span", { class: "title" }, vote.title),
    ` (${tally(vote)}). `,
    vote.unexpected.length === 0
      ? h("span", { class: "remark" }, "Nothing unexpected.")
      : vote.unexpected.map((one, i) => [i > 0 ? "; " : "Unexpected: ", stateLink(one), " ", choice(one.choice), ` (probability ${one.probability < 0.01 ? probability(one.probability) : share(one.probability)})`]),
  );
}
