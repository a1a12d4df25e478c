// A text with marks in it, which may overlap. Offsets are bytes of UTF-8, as the interface has them;
// the text is cut wherever a mark begins or ends, and each piece carries all marks over it.
import { h } from "./dom";

export interface Mark { id: string; kind: string; begin: number; end: number; loud: boolean }

export function marked(text: string, marks: Mark[]): HTMLElement {
  const bytes = new TextEncoder().encode(text);
  const decoder = new TextDecoder();
  const sound = marks.filter((m) => m.begin < m.end && m.end <= bytes.length);
  const cuts = [...new Set([0, bytes.length, ...sound.flatMap((m) => [m.begin, m.end])])].sort((a, b) => a - b);
  const seen = new Set<string>();
  const whole = h("div", {});
  let paragraph = h("p");
  for (let i = 0; i + 1 < cuts.length; ++i) {
    const over = sound.filter((m) => m.begin <= cuts[i] && m.end >= cuts[i + 1]);
    decoder
      .decode(bytes.slice(cuts[i], cuts[i + 1]))
      .split(/\n+/)
      .forEach((piece, n) => {
        if (n > 0) {
          if (paragraph.hasChildNodes()) whole.append(paragraph);
          paragraph = h("p");
        }
        if (piece) paragraph.append(...(over.length ? mark(piece, over, seen, cuts[i + 1]) : [document.createTextNode(piece)]));
      });
  }
  if (paragraph.hasChildNodes()) whole.append(paragraph);
  return whole;
}

// Links to the first of its records; each other has a link of its own behind its last piece. The
// first piece of each mark is where the record's own link goes.
function mark(piece: string, over: Mark[], seen: Set<string>, end: number): Node[] {
  const names = over.map((m) => `${m.kind} ${m.id}`).join(", ");
  const anchors = over.filter((m) => !seen.has(m.id)).map((m) => (seen.add(m.id), h("span", { id: `mark-${m.id}` })));
  const main = h("a", { href: `#${over[0].id}`, class: ["mark", ...over.map((m) => `kind-${m.kind}`), over.some((m) => m.loud) ? "loud" : ""].filter(Boolean).join(" "), "data-record": over.map((m) => m.id).join(" "), title: names }, ...anchors, piece);
  const others = over.slice(1).filter((m) => m.end === end);
  return [main, ...others.map((m) => h("a", { href: `#${m.id}`, class: "mark-also", "data-kind": m.kind, "aria-label": `also ${m.kind} ${m.id}` }))];
}
