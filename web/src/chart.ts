// A picture with all that belongs to it: a sentence that says what it shows, the same as a table,
// the files that one takes home, where the numbers are from, and the command that gives them again.
import { h, type Child } from "./dom";
import { wholeDays } from "./format";
import { table } from "./table";
import type { Head } from "./types";

export interface Field { name: string; title: string; of: (row: any) => string | number | null }

export interface ChartOptions {
  title: string;
  summary: string; // the text alternative, one sentence
  note?: Child;
  head: Head;
  command: string; // of the command line, that gives the same numbers
  commandNote?: string; // where it gives others, or wants something put in
  fields: Field[];
  rows: unknown[];
  scrolls?: boolean; // drawn in one width, and moved where the page is narrower
  draw: (width: number) => Element;
}

export function chart(options: ChartOptions): HTMLElement {
  const picture = h("div", options.scrolls ? { class: "picture scrolls", tabindex: 0, role: "group", "aria-label": `Picture: ${options.title}` } : { class: "picture" });
  const list = h("div", { class: "as-table", hidden: true });
  const figure = h(
    "figure",
    {},
    h("figcaption", {}, h("h3", {}, ...wholeDays(options.title)), h("p", {}, ...wholeDays(options.summary))),
    picture,
    list,
    options.note ? h("p", { class: "note" }, options.note) : null,
    tools(options, picture, list),
  );
  drawWhenSized(options, picture);
  return figure;
}

function drawWhenSized(options: ChartOptions, picture: HTMLElement): void {
  let drawn = 0;
  const draw = () => {
    const width = Math.round(picture.clientWidth);
    if (width < 50 || Math.abs(width - drawn) < 8) return;
    drawn = width;
    const element = options.draw(Math.min(width, 900));
    const svg = element instanceof SVGElement ? element : element.querySelector("svg");
    svg?.setAttribute("role", "img");
    // The picture is one thing with one text; the names that the library gives its groups say nothing.
    svg?.querySelectorAll("[aria-label]").forEach((part) => part.removeAttribute("aria-label"));
    svg?.setAttribute("aria-label", `${options.title}. ${options.summary}`);
    picture.replaceChildren(element);
  };
  new ResizeObserver(draw).observe(picture);
}

// --- What can be done with it

function tools(options: ChartOptions, picture: HTMLElement, list: HTMLElement): HTMLElement {
  const status = h("span", { class: "done", role: "status" });
  const button = (name: string, act: () => void | Promise<void>) =>
    h("button", { type: "button", class: "quiet", "aria-label": `${name}: ${options.title}`, click: () => void act() }, name);
  const copy = async (text: string, what: string, remark = "") => {
    status.textContent = [(await copied(text)) ? `${what} copied: ${text}` : text, remark].filter(Boolean).join(" · ");
  };
  const toggle = h("button", { type: "button", class: "quiet", "aria-expanded": "false", "aria-label": `Table: ${options.title}` }, "Table");
  toggle.addEventListener("click", () => {
    list.hidden = !list.hidden;
    toggle.setAttribute("aria-expanded", String(!list.hidden));
    if (!list.hasChildNodes()) list.append(asTable(options));
  });
  const file = fileName(options.title);
  return h(
    "div",
    { class: "tools" },
    toggle,
    button("SVG", () => keep(new Blob([svgText(options, picture)], { type: "image/svg+xml" }), file + ".svg")),
    button("PNG", async () => keep(await png(svgText(options, picture)), file + ".png")),
    button("CSV", () => keep(new Blob([csv(options)], { type: "text/csv" }), file + ".csv")),
    button("Cite", () => copy(citation(options), "Citation")),
    button("Command", () => copy(options.command, "Command", options.commandNote)),
    status,
  );
}

function asTable(options: ChartOptions): HTMLElement {
  return table(
    options.title,
    options.fields.map((f) => ({ title: f.title, of: (row: unknown) => shown(f.of(row)), right: options.rows.some((row) => typeof f.of(row) === "number"), words: options.rows.some((row) => String(f.of(row) ?? "").length > 40) })),
    options.rows,
    { most: 1000 },
  );
}

const shown = (x: string | number | null): string => (x === null ? "–" : typeof x === "number" && !Number.isInteger(x) ? String(Number(x.toPrecision(4))) : String(x));

async function copied(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
}

export function sourceLine(head: Head): string {
  return `UN General Assembly roll calls to ${head.record.last_date} (record ${head.record.hash}); volteface ${head.volteface}`;
}

function citation(options: ChartOptions): string {
  return `${options.title}. ${sourceLine(options.head)}. ${options.command}`;
}

const fileName = (title: string) => title.toLowerCase().replace(/[^a-z0-9]+/g, "-").replace(/^-|-$/g, "");

function keep(blob: Blob, name: string): void {
  const address = URL.createObjectURL(blob);
  h("a", { href: address, download: name }).click();
  // A browser with much to do takes its time to begin.
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}

// What is shown, with the record and version on every row, so that the file stays a plain table.
function csv(options: ChartOptions): string {
  const quoted = (x: string | number | null) => {
    const text = x === null ? "" : String(x);
    return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
  };
  const { record, volteface } = options.head;
  const lines = [[...options.fields.map((f) => f.name), "record_last_date", "record_hash", "volteface"]];
  for (const row of options.rows) lines.push([...options.fields.map((f) => f.of(row)), record.last_date, record.hash, volteface] as string[]);
  return lines.map((line) => line.map(quoted).join(",")).join("\n") + "\n";
}

// --- The picture as a file: styles of the page written into it, title and source as text.

const taken = ["fill", "fill-opacity", "stroke", "stroke-opacity", "stroke-width", "stroke-dasharray", "font-size", "font-weight", "font-family", "text-anchor", "opacity"];

function svgText(options: ChartOptions, picture: HTMLElement): string {
  const own = picture.querySelector("svg");
  if (!own) return "";
  const [, , boxWidth, boxHeight] = (own.getAttribute("viewBox") ?? "").split(/[ ,]+/).map(Number);
  const width = Number(own.getAttribute("width")) || boxWidth, height = Number(own.getAttribute("height")) || boxHeight;
  const copy = own.cloneNode(true) as SVGSVGElement;
  const originals = own.querySelectorAll("*"), copies = copy.querySelectorAll("*");
  originals.forEach((element, i) => {
    const style = getComputedStyle(element);
    for (const name of taken) copies[i].setAttribute(name, style.getPropertyValue(name));
    copies[i].removeAttribute("style");
  });
  copy.querySelectorAll("style").forEach((style) => style.remove());
  copy.setAttribute("viewBox", `0 0 ${width} ${height}`);
  const page = getComputedStyle(document.body);
  const head = 34, foot = 26;
  const space = "http://www.w3.org/2000/svg";
  const make = (tag: string, attributes: Record<string, string | number>, text = "") => {
    const element = document.createElementNS(space, tag);
    for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, String(value));
    element.textContent = text;
    return element;
  };
  const whole = make("svg", { xmlns: space, width, height: height + head + foot, viewBox: `0 0 ${width} ${height + head + foot}` });
  const words = { "font-family": "system-ui, sans-serif", fill: page.color };
  copy.setAttribute("x", "0");
  copy.setAttribute("y", String(head));
  copy.setAttribute("width", String(width));
  copy.setAttribute("height", String(height));
  whole.append(
    make("title", {}, options.title),
    make("desc", {}, `${options.summary} ${sourceLine(options.head)}`),
    make("rect", { width: "100%", height: "100%", fill: page.backgroundColor }),
    make("text", { ...words, x: 8, y: 21, "font-size": 15, "font-weight": 600 }, options.title),
    copy,
    make("text", { ...words, x: 8, y: height + head + 17, "font-size": 10.5 }, sourceLine(options.head)),
  );
  return new XMLSerializer().serializeToString(whole);
}

function png(svg: string): Promise<Blob> {
  const scale = 2;
  return new Promise((resolve, reject) => {
    const image = new Image();
    const address = URL.createObjectURL(new Blob([svg], { type: "image/svg+xml" }));
    image.onload = () => {
      const canvas = h("canvas");
      canvas.width = image.width * scale;
      canvas.height = image.height * scale;
      canvas.getContext("2d")?.drawImage(image, 0, 0, canvas.width, canvas.height);
      URL.revokeObjectURL(address);
      canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error("no picture"))), "image/png");
    };
    image.onerror = () => reject(new Error("no picture"));
    image.src = address;
  });
}
