// Leads from what a brief says to where it is said: from [n] to the words in the report, from symbols
// to the roll calls. In its one file these have nowhere to go; here they have.
import { append, h, link, type Child } from "../dom";
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
  const symbols = new Map(found<{ rollcall: string; symbol: string }>(answer.brief, ["rollcall", "symbol"]).map((v) => [v.symbol || v.rollcall, v.rollcall]));
  const evidence = (part: string, beside: Element | null): Child[] => {
    const rollcall = symbols.get(part);
    if (rollcall) return [link(voteAddress({ rollcall }), part)];
    return (/^\[\d+\]$/.test(part) && citation(answer, part, beside)) || wholeDays(part);
  };
  for (const mark of text.querySelectorAll("a.cite")) mark.replaceWith(mark.textContent ?? "");
  text.normalize();
  for (const one of texts(text)) {
    if (one.parentElement?.closest("a, svg, h1, h2")) continue;
    const parts = (one.textContent ?? "").split(/(\[\d+\]|[A-Z][A-Z]?\/[\w()/.-]*[\w)])/);
    const linked = document.createDocumentFragment();
    append(linked, parts.flatMap((part) => evidence(part, one.parentElement)));
    if (linked.childNodes.length > 1) one.replaceWith(linked);
  }
}

function texts(within: HTMLElement): Text[] {
  const walker = document.createTreeWalker(within, NodeFilter.SHOW_TEXT);
  const all: Text[] = [];
  while (walker.nextNode()) all.push(walker.currentNode as Text);
  return all;
}

// "[1]": to the words themselves where they stand beside the mark, or as a quotation below it, else
// to the first words cited of that report; in the list of sources to the report as a whole.
function citation(answer: BriefAnswer, mark: string, beside: Element | null): Child[] | null {
  const n = Number(mark.slice(1, -1));
  const source = answer.brief.press?.sources[n - 1];
  if (!source) return null;
  const block = beside?.closest("li, p, td, blockquote");
  const below = block?.closest("ul")?.nextElementSibling;
  const said = `${block?.textContent ?? ""} ${below?.localName === "blockquote" ? below.textContent : ""}`;
  const its = found<Cited>(answer.brief.press, ["source", "words", "begin"]).filter((c) => c.source === n);
  const words = block?.id === `source-${n}` ? undefined : its.find((c) => said.includes(c.words)) ?? its[0];
  const title = source.title || source.outlet || source.doc;
  return [h("a", { class: "cite", href: reportAddress(source.doc) + (words ? `?at=${words.begin}` : ""), title }, mark)];
}
