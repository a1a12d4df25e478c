import { ask, query } from "../api";
import { chart } from "../chart";
import { command, expression } from "../commands";
import { contactsList, nothing, stateLink, votesTable } from "../common";
import { h, link, section } from "../dom";
import { choice, count, floor, interval, plural, share } from "../format";
import { agreementLines } from "../plots";
import { picker } from "../picker";
import { go, withQuery, type MakePage } from "../router";
import { table } from "../table";
import type { Pair } from "../types";
import { agreementFields } from "./state";

export const pair: MakePage = async ({ path, query: asked }) => {
  const window = { since: asked.get("since"), until: asked.get("until"), subject: asked.get("subject") };
  const answer = await ask<Pair>(`/pairs/${encodeURIComponent(path[1])}/${encodeURIComponent(path[2])}` + query({ ...window, by: asked.get("by") }));
  const { a, b } = answer;
  const body = h(
    "div",
    {},
    h("h1", {}, a.name, " and ", b.name),
    h("p", { class: "covered" }, covered(answer)),
    h("p", {}, stateLink(a), ", ", stateLink(b), "; ", link(`/briefs/${a.state}?on=${b.state}`, `brief of ${a.name} on ${b.name}`), "."),
    windowForm(window),
    picker("In place of " + b.name, "", a.state, (code) => go(`/pairs/${a.state}/${code}${location.search}`), "Replace"),
    section("Agreement", agreement(answer, { ...window, by: asked.get("by") })),
    section("Choices", choices(answer)),
    section("Where they part", parted(answer)),
    section("Words against votes", words(answer)),
    section("Contacts that reports tell", answer.contacts.length ? contactsList(answer.contacts) : nothing("None is told in the reports read.")),
  );
  return { title: `${a.name} and ${b.name}`, body };
};

function covered(answer: Pair): string {
  const m = answer.measures;
  if (m.n < floor) return `${plural(m.n, "vote")} in common: too few votes to compare (${floor} at least).`;
  return `On ${plural(m.n, "vote")} in common their agreement is ${share(m.agreement)} [${interval(m.agreement_lo, m.agreement_hi)}], kappa ${share(m.kappa)} [${interval(m.kappa_lo, m.kappa_hi)}].`;
}

function windowForm(window: { since: string | null; until: string | null; subject: string | null }): HTMLElement {
  const field = (name: "since" | "until" | "subject", label: string, size: number) => h("label", {}, label, " ", h("input", { name, value: window[name] ?? "", placeholder: name === "subject" ? "any words" : "year", size }));
  const form = h("form", { class: "window", "aria-label": "Votes shown" }, field("since", "From", 10), field("until", "to", 10), field("subject", "on", 16), h("button", { type: "submit" }, "Show"));
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    const values = new FormData(form);
    go(withQuery({ since: String(values.get("since")), until: String(values.get("until")), subject: String(values.get("subject")) }));
  });
  return form;
}

interface Choice { since: string | null; until: string | null; subject: string | null; by: string | null }

function agreement(answer: Pair, choice: Choice): HTMLElement {
  const rows = answer.rows;
  const drawn = rows.filter((r) => r.n >= floor);
  if (drawn.length === 0) return nothing(`No year with ${floor} common votes: too few votes.`);
  const last = drawn.at(-1)!;
  return chart({
    title: `Agreement of ${answer.a.name} with ${answer.b.name}`,
    summary: `${drawn.length > 1 ? `${share(drawn[0].agreement)} [${interval(drawn[0].agreement_lo, drawn[0].agreement_hi)}] in ${drawn[0].period} (n ${drawn[0].n}), ` : ""}${share(last.agreement)} [${interval(last.agreement_lo, last.agreement_hi)}] in ${last.period} (n ${last.n}).`,
    note: `${choice.by === "session" ? "Sessions" : "Years"} with fewer than ${floor} common votes are not drawn.`,
    head: answer,
    command: command("agree", [answer.a.state, answer.b.state], { by: choice.by ?? "year", since: choice.since, until: choice.until, subject: expression(choice.subject) }) + " --csv",
    fields: agreementFields,
    rows,
    draw: (width) => agreementLines(width, rows),
  });
}

const names = ["yes", "abstain", "no"];

function choices(answer: Pair): HTMLElement {
  const all = answer.table.flat().reduce((sum, n) => sum + n, 0);
  return h(
    "div",
    {},
    table(
      `What ${answer.a.name} (rows) and ${answer.b.name} (columns) chose on the same ${plural(all, "roll call")}`,
      [{ title: answer.a.name, of: (i: number) => choice(names[i]) }, ...names.map((name, j) => ({ title: `${answer.b.name}: ${name}`, of: (i: number) => `${count(answer.table[i][j])}${all ? ` (${share(answer.table[i][j] / all)})` : ""}`, right: true }))],
      [0, 1, 2],
    ),
  );
}

function parted(answer: Pair): HTMLElement {
  if (answer.parted_total === 0) return nothing("On no roll call did one say yes and the other no.");
  return h(
    "div",
    {},
    h("p", {}, `One said yes and the other no on ${plural(answer.parted_total, "roll call")}${answer.parted_total > answer.parted.length ? `; the latest ${answer.parted.length}` : ""}.`),
    votesTable("Where they part", answer.parted, [
      { title: answer.a.name, of: (v) => choice(v.a) },
      { title: answer.b.name, of: (v) => choice(v.b) },
    ], { most: 10, hidden: true }),
  );
}

function words(answer: Pair): HTMLElement {
  if (answer.words.length === 0) return nothing("The reports read tell of no act between them whose year is known.");
  return table(
    "Acts told in reports, beside the votes of the year",
    [
      { title: "year", of: (w: Pair["words"][number]) => String(w.year) },
      { title: "warm", of: (w) => w.warm, right: true },
      { title: "cold", of: (w) => w.cold, right: true },
      { title: "acts", of: (w) => w.acts.join(", "), words: true },
      { title: "agreement", of: (w) => (w.n < floor ? "too few votes" : `${share(w.agreement)} [${interval(w.lo, w.hi)}]`), right: true },
      { title: "votes", of: (w) => w.n, right: true },
    ],
    answer.words,
  );
}
