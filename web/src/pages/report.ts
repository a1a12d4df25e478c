import { ask } from "../api";
import { sourceName, verdict } from "../common";
import { h, link, section, type Child } from "../dom";
import { choice, days, plural } from "../format";
import { marked, type Mark } from "../marked_text";
import type { MakePage } from "../router";
import type { ReadRecord, Report } from "../types";

const kinds = { vote: "Votes", event: "Acts", statement: "Words", explanation: "Reasons" } as const;

export const report: MakePage = async ({ path, query }) => {
  const answer = await ask<Report>("/reports/" + path.slice(1).map(encodeURIComponent).join("/"));
  const marks: Mark[] = [
    ...answer.records.map((r) => ({ id: r.id, kind: r.kind, begin: r.begin, end: r.end, loud: r.check?.verdict === "contradicts" })),
    ...answer.tallies.map((t, i) => ({ id: `t${i}`, kind: "tally", begin: t.begin, end: t.end, loud: t.verdict === "contradicts" })),
  ];
  const text = answer.text ? marked(answer.text, marks) : h("p", { class: "remark" }, "The text of this report was not given, only what was read in it.");
  const body = h(
    "div",
    {},
    h("h1", {}, sourceName(answer)),
    h("p", { class: "covered" }, [answer.outlet, answer.date ?? "date not known"].filter(Boolean).join(", "), /^https?:/.test(answer.url) ? [", ", h("a", { href: answer.url, rel: "noreferrer noopener", target: "_blank" }, "where it stands")] : null),
    contradictions(answer),
    h("div", { class: "beside" }, h("article", { class: "report", "aria-label": "Text" }, text), h("div", { class: "read" }, ...Object.entries(kinds).map(([kind, title]) => ofKind(answer, kind as keyof typeof kinds, title)), tallies(answer))),
  );
  const at = Number(query.get("at") ?? NaN);
  if (!Number.isNaN(at)) setTimeout(() => lookAt(body, marksAt(marks, at)), 0);
  return { title: sourceName(answer), body };
};

// Those that begin there, else those that lie over it.
function marksAt(marks: Mark[], at: number): Mark[] {
  const begun = marks.filter((m) => m.begin === at);
  return begun.length ? begun : marks.filter((m) => m.begin <= at && at < m.end);
}

function lookAt(body: HTMLElement, marks: Mark[]): void {
  const pieces = marks.flatMap((m) => [...body.querySelectorAll(`[data-record~="${CSS.escape(m.id)}"]`)]);
  for (const piece of pieces) piece.classList.add("here");
  pieces[0]?.scrollIntoView({ block: "center" });
}

function contradictions(answer: Report): HTMLElement | null {
  const votes = answer.records.filter((r) => r.check?.verdict === "contradicts");
  const counts = answer.tallies.filter((t) => t.verdict === "contradicts");
  if (votes.length + counts.length === 0) return null;
  return h(
    "section",
    { class: "contradictions" },
    h("h2", {}, `The record contradicts ${plural(votes.length + counts.length, "claim")}`),
    h(
      "ul",
      {},
      ...votes.map((r) => h("li", {}, h("q", {}, r.words), `: ${r.name}, `, choice(r.choice), ". On ", link(`/votes/${encodeURIComponent(r.check!.rollcall)}`, r.check!.symbol || r.check!.title), " it chose ", choice(r.check!.recorded), ".")),
      ...counts.map((t) => h("li", {}, h("q", {}, t.words), `: ${t.bound === "exactly" ? "" : t.bound + " "}${t.count} `, choice(t.choice), ". On ", link(`/votes/${encodeURIComponent(t.rollcall)}`, t.symbol || t.title), ` the record has ${t.recorded}.`)),
    ),
  );
}

function ofKind(answer: Report, kind: keyof typeof kinds, title: string): HTMLElement | null {
  const own = answer.records.filter((r) => r.kind === kind);
  if (own.length === 0) return null;
  return section(title, h("ol", { class: "records" }, ...own.map((r) => h("li", { id: r.id, class: `kind-${kind}` }, ...line(r), " ", h("a", { class: "where", href: `#mark-${r.id}`, "aria-label": `Where it says so: ${r.words}` }, "“", r.words, "”")))));
}

const side = (name = "", person = "") => (person ? `${name} (${person})` : name);

function line(r: ReadRecord): Child[] {
  if (r.kind === "vote") {
    const check = r.check!;
    return [`${r.name} `, choice(r.choice), r.status === "cast" ? "" : ` (${r.status})`, r.body ? `, ${r.body}` : "", check.rollcall ? [", ", link(`/votes/${encodeURIComponent(check.rollcall)}`, check.symbol || check.rollcall)] : "", ". ", verdict(check.verdict, check.recorded), "."];
  }
  if (r.kind === "event") return [`${side(r.source_name, r.source_person)} ${r.symmetric ? "–" : "→"} ${side(r.target_name, r.target_person)}: ${r.mode || r.type!.toLowerCase()}${r.modality === "asserted" ? "" : ` (${r.modality})`}, ${days(r.from!, r.to!)}.`];
  const speaker = `${r.speaker || "The report"}${r.role ? `, ${r.role}` : ""}${r.speaker_state_name ? ` (${r.speaker_state_name})` : ""}`;
  if (r.kind === "statement") return [speaker, r.via ? `, via ${r.via}` : "", ":"];
  return [`${speaker}, why ${r.name} acted so: ${r.theme}${r.cause_name ? `, ${r.cause_name}` : ""}.`];
}

function tallies(answer: Report): HTMLElement | null {
  if (answer.tallies.length === 0) return null;
  return section("Counts", h("ol", { class: "records" }, ...answer.tallies.map((t, i) => h("li", { id: `t${i}`, class: "kind-tally" }, `${t.bound === "exactly" ? "" : t.bound + " "}${t.count} `, choice(t.choice), ". ", verdict(t.verdict, null), t.recorded !== null ? ` (${t.recorded})` : "", ". ", h("a", { class: "where", href: `#mark-t${i}`, "aria-label": `Where it says so: ${t.words}` }, "“", t.words, "”")))));
}
