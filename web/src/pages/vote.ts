import { ask } from "../api";
import { chart } from "../chart";
import { command } from "../commands";
import { cited, nothing, stateLink, verdict, votesTable } from "../common";
import { h, section } from "../dom";
import { choice, fixed, plural, share, subjectName, symbolOf, tally } from "../format";
import type { MakePage } from "../router";
import { table } from "../table";
import type { Vote } from "../types";

const choices = ["yes", "abstain", "no", "absent"];

export const vote: MakePage = async ({ path }) => {
  const answer = await ask<Vote>("/votes/" + path.slice(1).map(encodeURIComponent).join("/"));
  const of = answer.roll_call;
  const map = h("div", { class: "map" });
  void import("../map").then(({ worldMap }) => map.replaceWith(mapChart(answer, worldMap)));
  const body = h(
    "div",
    {},
    h("h1", {}, symbolOf(of)),
    h("p", { class: "lead" }, of.title),
    h("p", { class: "covered" }, `${of.date_exact ? of.date : of.date.slice(0, 7) + " (the day is not sure)"}, session ${of.session}: ${tally(of)}, ${of.absent} absent.`, of.important ? " Flagged as important by the US State Department." : "", of.note ? ` ${of.note}` : ""),
    of.subjects.length ? h("p", { class: "covered" }, of.subjects.map(subjectName).join("; ")) : null,
    section("Who chose what", map, h("div", { class: "by-choice" }, ...choices.map((name) => byChoice(answer, name)))),
    section("How expected", surprises(answer)),
    section("The same text in other sessions", answer.same_text.length ? votesTable("The same text", answer.same_text, [], { hidden: true }) : nothing("No other session voted on this text, as far as titles tell.")),
    answer.same_symbol.length ? section("Other roll calls with this symbol", votesTable("The same symbol", answer.same_symbol, [], { hidden: true })) : null,
    section("What reports tell of it", told(answer)),
  );
  return { title: symbolOf(of), body };
};

function byChoice(answer: Vote, name: string): HTMLElement {
  const own = answer.rows.filter((r) => r.choice === name).sort((a, b) => a.name.localeCompare(b.name));
  return h("div", {}, h("h3", {}, choice(name), ` ${own.length}`), h("ul", { class: "plain" }, ...own.map((r) => h("li", {}, stateLink(r)))));
}

function mapChart(answer: Vote, worldMap: (width: number, rows: Vote["rows"]) => Element): HTMLElement {
  const of = answer.roll_call;
  return chart({
    title: `${symbolOf(of)} on the map`,
    summary: `${tally(of)}. The lists below name every state; small ones cannot be seen on the map.`,
    note: "Within today's borders; states that are gone are in the lists alone.",
    head: answer,
    command: command("rollcall", answer.same_symbol.length ? of.rollcall : symbolOf(of)) + " --expected --csv",
    fields: [
      { name: "state", title: "code", of: (r) => r.state },
      { name: "name", title: "state", of: (r) => r.name },
      { name: "choice", title: "choice", of: (r) => r.choice },
      ...(["p_yes", "p_abstain", "p_no", "bits"] as const).map((name) => ({ name, title: name.replace("_", " "), of: (r: Vote["rows"][number]) => r[name] })),
    ],
    rows: answer.rows,
    draw: (width) => worldMap(width, answer.rows),
  });
}

function surprises(answer: Vote): HTMLElement {
  const rows = answer.rows.filter((r) => r.bits !== null).sort((a, b) => b.bits! - a.bits!);
  if (rows.length === 0) return nothing("Nothing was predicted for this roll call: it repeats another, or nobody voted.");
  const mean = rows.reduce((sum, r) => sum + r.bits!, 0) / rows.length;
  return h(
    "div",
    {},
    h("p", {}, `Surprising by ${fixed(mean)} bits a vote on average, over ${plural(rows.length, "vote")}; each given the state's own past and how the others voted here.`),
    table(
      "Least expected choices",
      [
        { title: "state", of: (r: Vote["rows"][number]) => stateLink(r) },
        { title: "chose", of: (r) => choice(r.choice) },
        { title: "expected", of: (r) => choice(r.likeliest) },
        { title: "p yes", of: (r) => share(r.p_yes), right: true },
        { title: "p abstain", of: (r) => share(r.p_abstain), right: true },
        { title: "p no", of: (r) => share(r.p_no), right: true },
        { title: "bits", of: (r) => fixed(r.bits, 1), right: true },
      ],
      rows,
      { most: 10, hidden: true },
    ),
  );
}

function told(answer: Vote): HTMLElement {
  if (answer.told.length === 0) return nothing("No report read tells of it.");
  return h("ul", {}, ...answer.told.map((t) => h("li", {}, stateLink(t), ": ", choice(t.choice), t.status === "cast" ? "" : ` (${t.status})`, ". ", verdict(t.verdict, t.recorded), cited(t))));
}
