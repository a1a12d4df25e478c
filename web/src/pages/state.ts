import { ask, query } from "../api";
import { chart } from "../chart";
import { command } from "../commands";
import { cited, contactsList, nothing, statesList, turnAddress, verdict, votesTable } from "../common";
import { h, link, section } from "../dom";
import { choice, count, fixed, floor, interval, plural, probability, reportAddress, share, signed, tooFew } from "../format";
import { agreementLines, fromTo, idealPoints } from "../plots";
import { peersChart, type Years } from "./peers";
import { picker } from "../picker";
import { withQuery, go, type MakePage } from "../router";
import type { AgreementRow, Head, Neighbour, Neighbours, PeerRow, Point, Press, StateAnswer, Surprise, Turn } from "../types";

export const state: MakePage = async ({ path, query: asked }) => {
  const base = "/states/" + encodeURIComponent(path[1]);
  const window = { since: asked.get("since"), until: asked.get("until") };
  const chosen = asked.get("with") ?? "";
  const [answer, near, agreement, surprises, peers, press] = await Promise.all([
    ask<StateAnswer>(base + query(window)),
    ask<Neighbours>(base + "/neighbours" + query({ now: asked.get("now"), then: asked.get("then") })),
    ask<Head & { rows: AgreementRow[] }>(base + "/agreement" + query({ with: chosen, ...window })),
    ask<Head & { n: number; rows: Surprise[] }>(base + "/surprises" + query({ limit: 40, ...window })),
    ask<Head & { rows: PeerRow[] }>(base + "/predictability" + query(window)),
    ask<Press>(base + "/press"),
  ]);
  const body = h(
    "div",
    {},
    h("h1", {}, answer.name),
    h("p", { class: "covered" }, covered(answer)),
    h("p", {}, link(`/briefs/${answer.state}`, "The brief"), ": all of this as one page of sentences."),
    windowForm(window),
    section("Where it stood", pointsChart(answer, window), turnsOf(answer, !window.since && !window.until)),
    section("With whom", neighboursChart(answer, near), agreementChart(answer, agreement, chosen, window)),
    section("Unusual votes", unusual(answer, surprises)),
    section("How predictable", peersChart(answer, peers, window)),
    section("What reports say", ...pressPart(press)),
  );
  return { title: answer.name, body };
};

function covered(a: StateAnswer): string {
  const spans = a.spans.map((s) => `${s.first} to ${s.last}`).join(", ");
  const latest = a.latest === null ? "" : a.latest.point.n < floor ? ` In ${a.latest.year} it cast ${plural(a.latest.point.n, "vote")}: too few votes to place it (${floor} at least).` : ` In ${a.latest.year} its ideal point was ${fixed(a.latest.point.value)} [${fixed(a.latest.point.lo)}, ${fixed(a.latest.point.hi)}] on ${plural(a.latest.point.n, "vote")}; ${a.latest.higher} of ${a.latest.states} states stood higher.`;
  return `In the record ${spans}: ${plural(a.votes, "vote")} cast, ${count(a.absent)} times absent.${latest}`;
}

function windowForm(window: Years): HTMLElement {
  const field = (name: "since" | "until", label: string) => h("label", {}, label, " ", h("input", { name, value: window[name] ?? "", placeholder: "year", inputmode: "numeric", pattern: "[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?", size: 10 }));
  const form = h("form", { class: "window", "aria-label": "Years shown" }, field("since", "From"), field("until", "to"), h("button", { type: "submit" }, "Show"));
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    const values = new FormData(form);
    go(withQuery({ since: String(values.get("since")), until: String(values.get("until")) }));
  });
  return form;
}

// Those of the years drawn: another would stretch the axis to itself.
const turnsIn = (answer: StateAnswer, years: number[]): Turn[] =>
  answer.turns.filter((t) => Number(t.date.slice(0, 4)) >= Math.min(...years) && Number(t.date.slice(0, 4)) <= Math.max(...years));

const pointText = (p: Point): string => `${fixed(p.mean)} [${fixed(p.lo)}, ${fixed(p.hi)}] in ${p.year} (n ${p.n})`;

function placed(points: Point[]): string {
  const enough = points.filter((p) => p.n >= floor);
  if (enough.length === 0) return `No year with ${floor} votes: too few votes to place it`;
  return `By year with 90 % intervals: ${[...new Set([enough[0], enough.at(-1)!])].map(pointText).join(", ")}`;
}

function pointsChart(answer: StateAnswer, window: Years): HTMLElement {
  const points = answer.rows;
  if (points.length === 0) return nothing("It cast no vote in these years.");
  const turns = turnsIn(answer, points.map((p) => p.year));
  const end = points.at(-1)!;
  return chart({
    title: `Ideal points of ${answer.name}`,
    summary: `${placed(answer.rows)}; ${plural(turns.length, "turn")} marked.`,
    note: `Up: with the USA of the Cold War. Hollow: fewer than ${floor} votes. Vertical lines: turns, with the 90 % interval of their day.`,
    head: answer,
    command: command("ideal", answer.state, { by: "year", from: window.since && points[0].year, to: window.until && end.year }) + " --csv",
    fields: [
      { name: "year", title: "year", of: (p) => p.year },
      { name: "mean", title: "ideal point", of: (p) => p.mean },
      { name: "lo", title: "5 %", of: (p) => p.lo },
      { name: "hi", title: "95 %", of: (p) => p.hi },
      { name: "sd", title: "sd", of: (p) => p.sd },
      { name: "n", title: "votes", of: (p) => p.n },
      { name: "note", title: "note", of: (p) => tooFew(p.n) },
    ],
    rows: points,
    draw: (width) => idealPoints(width, points, turns),
  });
}

function turnsOf(answer: StateAnswer, isWhole: boolean): HTMLElement {
  if (answer.turns.length === 0) return nothing(`No turn with a probability of .85 or more${isWhole ? "" : " in these years"}.`);
  return h(
    "ul",
    {},
    ...answer.turns
      .slice()
      .reverse()
      .map((t) =>
        h("li", {}, link(turnAddress(t), `Turn of ${t.date}`), ` (90 %: ${t.from} to ${t.to}; probability ${probability(t.probability)}), ${t.size === null ? "" : signed(t.size) + " ideal points, "}`, t.toward.length ? ["towards ", ...statesList(t.toward)] : "towards nobody beyond doubt", t.subjects.length ? `; on ${t.subjects.join(", ")}` : "", "."),
      ),
  );
}

const nowText = (r: Neighbour): string => `${share(r.now)} [${interval(r.now_lo, r.now_hi)}], n ${r.now_n}`;

function neighboursChart(answer: StateAnswer, near: Neighbours): HTMLElement {
  const both = near.rows.filter((r) => r.now !== null && r.then !== null);
  if (both.length === 0) return nothing(`No state shares ${floor} votes with it in both ${near.then} and ${near.now}: too few votes.`);
  const shown = [...both.slice(0, 8), ...both.slice(-4)].filter((r, i, all) => all.indexOf(r) === i);
  return chart({
    title: `Neighbours of ${answer.name}, ${near.then} and ${near.now}`,
    summary: `It agreed most with ${both[0].name} in ${near.now} (${nowText(both[0])}; ${share(both[0].then)} [${interval(both[0].then_lo, both[0].then_hi)}] in ${near.then}, n ${both[0].then_n}), least with ${both.at(-1)!.name} (${nowText(both.at(-1)!)}).`,
    note: [`Hollow ${near.then}, full ${near.now}, with its 95 % interval: the eight that agreed most and the four that agreed least, of ${both.length} with at least ${floor} common votes in both years. The table has all.`],
    head: near,
    command: [near.then, near.now].map((year) => command("agree", answer.state, { since: year, until: year }) + " --csv").join(" && "),
    fields: [
      { name: "state", title: "code", of: (r) => r.state },
      { name: "name", title: "state", of: (r) => r.name },
      ...(["then", "then_lo", "then_hi", "then_n", "now", "now_lo", "now_hi", "now_n", "change"] as const).map((name) => ({ name, title: name.replace("then", String(near.then)).replace("now", String(near.now)).replace("_", " "), of: (r: Neighbours["rows"][number]) => r[name] })),
    ],
    rows: both,
    draw: (width) => fromTo(width, shown.map((r) => ({ name: r.name, from: r.then, to: r.now, lo: r.now_lo, hi: r.now_hi, note: `${share(r.then)} (n ${r.then_n}) to ${share(r.now)} [${interval(r.now_lo, r.now_hi)}] (n ${r.now_n})` })), "agreement"),
  });
}

// Without years of the reader's choice, those that can be told apart in a picture.
const usualYears = 20;

function latestYears(rows: AgreementRow[]): AgreementRow[] {
  const last = Math.max(...rows.map((r) => Number(r.period)));
  return rows.filter((r) => Number(r.period) > last - usualYears);
}

function agreementChart(answer: StateAnswer, agreement: Head & { rows: AgreementRow[] }, chosen: string, window: Years): HTMLElement {
  const isWhole = !window.since && !window.until;
  const choose = picker("Compare with", chosen, answer.state, (codes) => go(withQuery({ with: codes })));
  const rows = isWhole ? latestYears(agreement.rows) : agreement.rows;
  if (rows.length === 0) return h("div", {}, choose, nothing("They cast no common votes in these years."));
  const first = rows[0].period;
  return h(
    "div",
    {},
    choose,
    chart({
      title: `Agreement of ${answer.name} with others`,
      summary: `By year since ${first}, with 95 % intervals: ${[...new Set(rows.map((r) => r.name))].map((name) => { const last = rows.filter((r) => r.name === name && r.n >= floor).at(-1); return last ? `${name} ${share(last.agreement)} [${interval(last.agreement_lo, last.agreement_hi)}] in ${last.period} (n ${last.n})` : `${name} too few votes`; }).join("; ")}.`,
      note: `Years with fewer than ${floor} common votes are not drawn. An abstention beside a yes or no counts as half.${isWhole ? ` The last ${usualYears} years; choose others above.` : ""}`,
      head: agreement,
      command: command("agree", [answer.state, ...new Set(rows.map((r) => r.state))], { by: "year", since: window.since ?? (isWhole ? first : null), until: window.until }) + " --csv",
      fields: agreementFields,
      rows,
      draw: (width) => agreementLines(width, rows, turnsIn(answer, rows.map((r) => Number(r.period)))),
    }),
    h("p", {}, "Pairs: ", ...[...new Map(rows.map((r) => [r.state, r.name]))].flatMap(([code, name], i) => [i > 0 ? ", " : "", link(`/pairs/${answer.state}/${code}`, `${answer.name} and ${name}`)])),
  );
}

export const agreementFields = [
  { name: "period", title: "period", of: (r: AgreementRow) => r.period },
  { name: "state", title: "code", of: (r: AgreementRow) => r.state },
  { name: "name", title: "state", of: (r: AgreementRow) => r.name },
  { name: "n", title: "votes", of: (r: AgreementRow) => r.n },
  { name: "agreement", title: "agreement", of: (r: AgreementRow) => r.agreement },
  { name: "agreement_lo", title: "lo", of: (r: AgreementRow) => r.agreement_lo },
  { name: "agreement_hi", title: "hi", of: (r: AgreementRow) => r.agreement_hi },
  { name: "note", title: "note", of: (r: AgreementRow) => tooFew(r.n) },
];

function unusual(answer: StateAnswer, surprises: Head & { n: number; rows: Surprise[] }): HTMLElement {
  if (surprises.n === 0) return nothing("It cast no vote in these years.");
  return h(
    "div",
    {},
    h("p", {}, `The votes that its own past explains least, given how the others voted on the same roll call; of ${plural(surprises.n, "vote")}. `, link(`/states/${answer.state}/surprises.csv?limit=20000`, "All as CSV"), "."),
    votesTable(
      `Unusual votes of ${answer.name}`,
      surprises.rows,
      [
        { title: "chose", of: (v) => choice(v.choice) },
        { title: "expected", of: (v) => choice(v.likeliest) },
        { title: "bits", of: (v) => fixed(v.bits, 1), right: true },
      ],
      { most: 10, hidden: true },
    ),
  );
}

function pressPart(press: Press): (HTMLElement | null)[] {
  const { contacts, statements, votes, explanations } = press;
  if (contacts.length + statements.length + votes.length + explanations.length === 0) return [nothing("No report read tells of it. Reports are read where the program is started with --news PATH.")];
  return [
    votes.length ? h("div", {}, h("h3", {}, "Its votes, as told"), h("ul", {}, ...votes.map((v) => h("li", {}, choice(v.choice), v.status === "cast" ? "" : ` (${v.status})`, v.symbol ? [" on ", link(`/votes/${encodeURIComponent(v.rollcall)}`, v.symbol)] : "", ": ", verdict(v.verdict, v.recorded), cited(v))))) : null,
    contacts.length ? h("div", {}, h("h3", {}, "Contacts"), contactsList(contacts)) : null,
    statements.length ? h("div", {}, h("h3", {}, "Words"), h("ul", {}, ...statements.map((s) => h("li", {}, `${s.speaker}${s.role ? `, ${s.role}` : ""}: `, h("q", {}, s.quote), " (", link(`${reportAddress(s.doc)}?at=${s.begin}`, s.title || s.outlet || s.doc), ")")))) : null,
    explanations.length ? h("div", {}, h("h3", {}, "Reasons given for what it did"), h("ul", {}, ...explanations.map((x) => h("li", {}, `${x.speaker || "The report"}${x.role ? ` (${x.role})` : ""}: ${x.theme}${x.cause_name ? `, ${x.cause_name}` : ""}`, cited(x))))) : null,
  ];
}
