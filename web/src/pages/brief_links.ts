// Leads from what a brief says to where it is said: from [n] to the words in the report, from symbols
// to the roll calls. In its one file these have nowhere to go; here they have.
import { append, link, type Child } from "../dom";
import { reportAddress, voteAddress, wholeDays } from "../format";
import type { BriefAnswer } from "../types";

interface Cited { source: number; words: string; begin: number }

// All objects within the answer that have these fields, wherever they stand.
function found<T>(within: unknown, fields: string[]): T[] {
  if (typeof within !== "object" || within === null) return [];
  const own = fields.every((name) => name in within) ? [within as T] : [];
  return [...own, ...Object.values(within).flatMap((value) => found<T>(value, fields))];
}

export function linkEvidence(text: HTMLElement, answer: BriefAnswer): void {
  linkCitations(text, answer);
  linkSymbols(text, answer);
}

// To the words themselves where they stand beside the mark, else to the first words cited of that
// report; the list of sources at the end stays as it is, and leads to the reports as wholes.
function linkCitations(text: HTMLElement, answer: BriefAnswer): void {
  const sources = answer.brief.press?.sources ?? [];
  const cited = found<Cited>(answer.brief.press, ["source", "words", "begin"]);
  for (const mark of text.querySelectorAll<HTMLAnchorElement>("a.cite")) {
    const n = Number(mark.getAttribute("href")?.replace("#source-", ""));
    const source = sources[n - 1];
    if (!source) continue;
    const said = mark.parentElement?.textContent ?? "";
    const its = cited.filter((c) => c.source === n);
    const words = its.find((c) => said.includes(c.words)) ?? its[0];
    mark.setAttribute("href", reportAddress(source.doc) + (words ? `?at=${words.begin}` : ""));
    mark.setAttribute("title", source.title || source.outlet || source.doc);
  }
  sources.forEach((source, i) => text.querySelector(`#source-${i + 1}`)?.append(" ", link(reportAddress(source.doc), "what was read in it")));
}

function linkSymbols(text: HTMLElement, answer: BriefAnswer): void {
  const known = new Map(found<{ rollcall: string; symbol: string }>(answer.brief, ["rollcall", "symbol"]).map((v) => [v.symbol || v.rollcall, v.rollcall]));
  const walker = document.createTreeWalker(text, NodeFilter.SHOW_TEXT);
  const texts: Text[] = [];
  while (walker.nextNode()) texts.push(walker.currentNode as Text);
  for (const one of texts) {
    if (one.parentElement?.closest("a, svg, h1, h2")) continue;
    const parts = (one.textContent ?? "").split(/([A-Z][A-Z]?\/[\w()/.-]*[\w)])/);
    const linked = parts.flatMap((part): Child[] => (known.has(part) ? [link(voteAddress({ rollcall: known.get(part)! }), part)] : wholeDays(part)));
    if (linked.length === 1) continue;
    const whole = document.createDocumentFragment();
    append(whole, linked);
    one.replaceWith(whole);
  }
}
