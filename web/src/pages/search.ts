import { ask, query } from "../api";
import { nothing } from "../common";
import { h, link } from "../dom";
import { plural } from "../format";
import type { MakePage } from "../router";
import type { Head, SearchRow } from "../types";

export const search: MakePage = async ({ query: asked }) => {
  const q = asked.get("q") ?? "";
  const answer = await ask<Head & { rows: SearchRow[] }>("/search" + query({ q, limit: 200 }));
  const body = h(
    "div",
    {},
    h("h1", {}, q ? `Found for “${q}”` : "Search"),
    h("p", { role: "status" }, answer.rows.length === 200 ? "The first 200." : plural(answer.rows.length, "thing") + "."),
    answer.rows.length ? h("ul", { class: "found" }, ...answer.rows.map((r) => h("li", {}, link(r.address, r.label), " ", h("span", { class: "remark" }, `${r.kind}, ${r.note}`)))) : nothing("Nothing has these words. Names are found by their beginnings, votes by words of their titles and by symbols."),
  );
  return { title: q || "Search", body };
};
