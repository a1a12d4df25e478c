// The brief as the program writes it in its one-file form, taken into the page: the same sentences
// and pictures, so that there is one text of it. Its markup is the program's own; what came from
// reports is text in it, and scripts would be neither run nor let through here.
import { ask, query, Refusal } from "../api";
import { h, link } from "../dom";
import { picker } from "../picker";
import { go, withQuery, type MakePage } from "../router";
import { command, expression } from "../commands";
import { narrowRow } from "../table";
import type { BriefAnswer, Status } from "../types";
import { linkEvidence } from "./brief_links";
import { withTools } from "./brief_pictures";

const allowed = new Set("main header section div p h1 h2 h3 ul ol li table thead tbody tr th td blockquote figure figcaption a em strong svg g path line polyline polygon circle rect text tspan title desc".split(" "));

export const brief: MakePage = async ({ path, query: asked }) => {
  const values = { on: asked.get("on"), since: asked.get("since"), until: asked.get("until"), matter: asked.get("matter") };
  const address = "/briefs/" + encodeURIComponent(path[1]);
  const [answer, status, response] = await Promise.all([ask<BriefAnswer>(address + query(values)), ask<Status>("/status"), fetch("/api/v1" + address + ".html" + query(values))]);
  const state = answer.brief;
  if (!response.ok) {
    const error = (await response.json().catch(() => null))?.error;
    throw new Refusal(response.status, error?.message ?? "No brief", error?.expected ?? "", null);
  }
  // Its own style stays behind: the page has one for it, and lets no other in.
  const markup = (await response.text()).replace(/<style>[^<]*<\/style>/, "");
  const whole = new DOMParser().parseFromString(markup, "text/html").querySelector("main");
  const text = h("div", { class: "brief" });
  if (whole) text.append(...[...whole.childNodes].map(taken).filter((n): n is Node => n !== null));
  const same = command("brief", state.state, { on: values.on, since: values.since, until: values.until, matter: expression(values.matter), news: status.reports > 0 ? "PATH" : null }) + " --json";
  text.querySelectorAll("td.below").forEach(alsoBelow);
  linkEvidence(text, answer);
  text.querySelectorAll("figure").forEach((figure) => withTools(figure, answer, same));
  const file = (ending: string, name: string) => h("a", { href: `${address}.${ending}${query({ ...values, download: 1 })}`, download: `volteface-${state.state}.${ending}` }, name);
  const body = h(
    "div",
    {},
    h(
      "div",
      { class: "brief-tools" },
      picker("On matters of", values.on ?? "", state.state, (codes) => go(withQuery({ on: codes.split(",").at(-1) ?? "" })), values.on ? "Replace" : "Show"),
      h("p", {}, "Keep it: ", file("html", "one file"), ", ", file("md", "Markdown"), ", ", file("txt", "text"), ", ", file("json", "JSON"), ", ", file("csv", "CSV"), ". ", link(`/states/${state.state}`, "The state's page"), "."),
    ),
    text,
  );
  return { title: text.querySelector("h1")?.textContent ?? state.name, body };
};

// Titles at the ends of rows stand below these where the page is narrow, as in all its tables.
function alsoBelow(cell: Element): void {
  const row = cell.parentElement!;
  const copies = [...cell.childNodes].map((node) => node.cloneNode(true));
  row.after(narrowRow(row.children.length - 1, ...copies));
  cell.classList.add("wide");
  row.closest("table")?.querySelector("thead th:last-child")?.classList.add("wide");
}

// A copy of a node with what is allowed alone: elements of the list, classes and shapes, links to
// the web and within the brief. Its footer says what the page's own says.
function taken(node: Node): Node | null {
  if (node.nodeType === Node.TEXT_NODE) return document.createTextNode(node.textContent ?? "");
  if (!(node instanceof Element) || !allowed.has(node.localName)) return null;
  const copy = document.createElementNS(node.namespaceURI, node.localName);
  for (const { name, value } of node.attributes) {
    if (name.startsWith("on") || name === "style") continue;
    if (name === "href" && !/^(https?:|#)/.test(value)) continue;
    copy.setAttribute(name, value);
  }
  if (node.localName === "div" && node.classList.contains("table")) copy.setAttribute("tabindex", "0"), copy.setAttribute("role", "region"), copy.setAttribute("aria-label", "Table");
  for (const child of node.childNodes) {
    const inner = taken(child);
    if (inner) copy.append(inner);
  }
  return copy;
}
