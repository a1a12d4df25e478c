// Puts the page of the address into the frame that index.html has.
import { ask, Refusal } from "./api";
import { sourceLine } from "./chart";
import { h, link } from "./dom";
import { plural } from "./format";
import { brief } from "./pages/brief";
import { home } from "./pages/home";
import { pair } from "./pages/pair";
import { report } from "./pages/report";
import { reports } from "./pages/reports";
import { search } from "./pages/search";
import { state } from "./pages/state";
import { states } from "./pages/states";
import { turn } from "./pages/turn";
import { turns } from "./pages/turns";
import { vote } from "./pages/vote";
import { votes } from "./pages/votes";
import { currentAddress, startRouter, type Address, type MakePage, type Page } from "./router";
import { searchBox } from "./search_box";
import { startTheme } from "./theme";
import type { Status } from "./types";

const content = document.getElementById("content")!;

function pageOf({ path }: Address): MakePage | null {
  const [part] = path;
  if (path.length === 0 || (part === "home" && path.length === 1)) return home;
  if (path.length === 1) return { states, votes, turns, reports, search }[part as string] ?? null;
  if (part === "votes") return vote;
  if (part === "reports") return report;
  if (part === "states" && path.length === 2) return state;
  if (part === "briefs" && path.length === 2) return brief;
  if (part === "pairs" && path.length === 3) return pair;
  if (part === "turns" && path.length === 3) return turn;
  return null;
}

let shown = 0;

async function render(moved: boolean): Promise<void> {
  const mine = ++shown;
  const address = currentAddress();
  content.setAttribute("aria-busy", "true");
  const made = await madePage(address);
  if (mine !== shown) return;
  content.replaceChildren(...[passedOver(address), made.body].filter((part) => part !== null));
  content.removeAttribute("aria-busy");
  document.title = made.title === "volteface" ? made.title : `${made.title} · volteface`;
  markCurrent();
  if (!moved) return;
  scrollTo(0, 0);
  // A reader by ear begins at the new page's heading.
  const heading = content.querySelector("h1");
  heading?.setAttribute("tabindex", "-1");
  heading?.focus({ preventScroll: true });
}

async function madePage(address: Address): Promise<Page> {
  const make = pageOf(address);
  if (!make) return { title: "Nothing here", body: failure("Nothing is at this address", "Search, or begin at the first page.") };
  try {
    return await make(address);
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    if (error.status === 503) return waiting(error);
    return { title: failureName(error.status), body: failure(error.message, error.expected) };
  }
}

// A query that is not understood is no page that is not there.
const failureName = (status: number): string => (status === 404 ? "Not found" : status === 400 ? "Not understood" : status === 0 ? "No answer" : "Failed");

// Of each page what its address may carry; for others the page says that it passed them over.
const taken: Record<string, string[]> = {
  state: ["since", "until", "with", "now", "then"],
  pair: ["since", "until", "subject", "by"],
  votes: ["q", "state", "choice", "since", "until", "offset"],
  turns: ["state", "since", "until", "order"],
  report: ["at"],
  brief: ["on", "since", "until", "matter"],
  search: ["q"],
};

function passedOver({ path, query }: Address): HTMLElement | null {
  const [part = "home"] = path;
  const names = taken[path.length > 1 ? part.replace(/s$/, "") : part] ?? [];
  const unknown = [...query.keys()].filter((name) => !names.includes(name));
  if (unknown.length === 0) return null;
  return h("p", { class: "remark passed-over", role: "note" }, `Passed over in the address, since it is not known here: ${unknown.join(", ")}. This page takes ${names.length ? names.join(", ") : "nothing behind its path"}.`);
}

function failure(message: string, expected: string): HTMLElement {
  return h("div", { role: "alert" }, h("h1", {}, message.charAt(0).toUpperCase() + message.slice(1)), h("p", {}, expected ? `Expected: ${expected}` : ""), h("p", {}, link("/", "The first page"), ", ", link("/states", "all states"), ", ", link("/votes", "all votes"), "."));
}

// The program is still finding turns: the page comes by itself when it has.
function waiting(error: Refusal): Page {
  setTimeout(() => void render(false), 1500);
  const body = h("div", {}, h("h1", {}, "One moment"), h("p", { role: "status" }, error.message + "."), h("progress", { max: 1, value: error.share ?? 0, "aria-label": error.message }));
  return { title: "One moment", body };
}

function markCurrent(): void {
  const part = "/" + (currentAddress().path[0] ?? "");
  for (const anchor of document.querySelectorAll("nav a")) {
    if (anchor.getAttribute("href") === part) anchor.setAttribute("aria-current", "page");
    else anchor.removeAttribute("aria-current");
  }
}

async function freshness(): Promise<void> {
  const footer = document.getElementById("freshness")!;
  const status = await ask<Status>("/status").catch(() => null);
  if (!status) return;
  footer.append(h("p", {}, `${sourceLine(status)}: ${plural(status.roll_calls, "roll call")} since ${status.first_date}, ${plural(status.states, "state")}; ${plural(status.reports, "report")} read. Nothing is asked of any other machine. `, h("a", { href: "/api/v1/openapi" }, "Interface"), "."));
}

document.getElementById("search")!.append(searchBox());
startTheme(document.getElementById("theme")!);
startRouter(render);
void render(false).then(freshness);
