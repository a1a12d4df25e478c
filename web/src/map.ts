// The world by choice. Loaded only where a map is shown.
import { geoEqualEarth, geoPath } from "d3-geo";
import { feature } from "topojson-client";
import type { Topology, GeometryCollection } from "topojson-specification";
import world from "world-atlas/countries-110m.json";
import { textWidth } from "./axes";
import { codeOfNumber } from "./numeric_codes";
import type { Vote } from "./types";

const topology = world as unknown as Topology<{ countries: GeometryCollection<{ name: string }> }>;
const countries = feature(topology, topology.objects.countries).features;

function element(tag: string, attributes: Record<string, string | number>, ...children: Element[]): SVGElement {
  const made = document.createElementNS("http://www.w3.org/2000/svg", tag);
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, String(value));
  made.append(...children);
  return made;
}

// No has hatching, abstentions dots, so that the map can be read without its colours.
function patterns(): SVGElement {
  const pattern = (name: string, ...marks: Element[]) =>
    element("pattern", { id: `map-${name}`, width: 6, height: 6, patternUnits: "userSpaceOnUse" }, element("rect", { width: 6, height: 6, class: `map-${name}` }), ...marks);
  return element(
    "defs",
    {},
    pattern("no", element("path", { d: "M-1,1 l2,-2 M0,6 l6,-6 M5,7 l2,-2", class: "map-mark" })),
    pattern("abstain", element("circle", { cx: 3, cy: 3, r: 1.1, class: "map-dot" })),
  );
}

// In the picture, so that who takes it home has it, too.
function legend(width: number, top: number): SVGElement {
  const names = [["yes", "yes"], ["abstain", "abstain"], ["no", "no"], ["none", "absent, or no member"]];
  const box = 13, gap = 14;
  let x = 4;
  const parts = names.flatMap(([name, words]) => {
    const swatch = element("rect", { x, y: top, width: box, height: box, class: name === "yes" || name === "none" ? `map-${name}` : "map-filled" });
    if (name === "abstain" || name === "no") swatch.setAttribute("fill", `url(#map-${name})`);
    const text = element("text", { x: x + box + 5, y: top + box - 2, class: "map-words" });
    text.textContent = words;
    x += box + 5 + textWidth(words) + gap;
    return [swatch, text];
  });
  const scale = Math.min(1, width / x);
  return element("g", scale < 1 ? { transform: `translate(0 ${top * (1 - scale)}) scale(${scale})` } : {}, ...parts);
}

export function worldMap(width: number, rows: Vote["rows"]): Element {
  const height = Math.round(width * 0.49);
  const projection = geoEqualEarth().fitSize([width, height], { type: "Sphere" });
  const path = geoPath(projection);
  const of = new Map(rows.map((row) => [row.state, row]));
  const shapes = countries.map((country) => {
    const code = codeOfNumber[String(country.id).padStart(3, "0")] ?? "";
    const row = of.get(code);
    const fill = row?.choice === "no" || row?.choice === "abstain" ? `url(#map-${row.choice})` : "";
    const shape = element("path", { d: path(country) ?? "", class: row?.choice === "yes" ? "map-yes" : "map-none" });
    if (fill) shape.setAttribute("fill", fill), shape.setAttribute("class", "map-filled");
    const title = element("title", {});
    title.textContent = row ? `${row.name}: ${row.choice}` : `${country.properties?.name ?? ""}: not listed`;
    shape.append(title);
    return shape;
  });
  const whole = height + 26;
  return element("svg", { width, height: whole, viewBox: `0 0 ${width} ${whole}`, class: "world" }, patterns(), element("path", { d: path({ type: "Sphere" }) ?? "", class: "map-sea" }), ...shapes, legend(width, height + 8));
}
