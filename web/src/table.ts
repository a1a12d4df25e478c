// Real tables, which can be read, copied and heard.
import { h, type Child } from "./dom";

export interface Column<Row> {
  title: string;
  of: (row: Row) => Child;
  right?: boolean; // numbers
  words?: boolean; // may be long: broken over lines, and below its row where the page is narrow
}

// What stands in a row below another where the page is narrow, in the width of the page.
export const narrowRow = (columns: number, ...words: Child[]): HTMLElement => h("tr", { class: "narrow" }, h("td", { colspan: columns }, h("div", { class: "words" }, ...words)));

export function table<Row>(caption: string, columns: Column<Row>[], rows: Row[], options: { most?: number; hidden?: boolean } = {}): HTMLElement {
  const most = options.most ?? 25;
  const body = h("tbody");
  const long = columns.findIndex((c, i) => i > 0 && c.words);
  const looks = (c: Column<Row>, i: number) => [c.right && "right", c.words && "words", i === long && "wide"].filter(Boolean).join(" ") || undefined;
  const cell = (c: Column<Row>, i: number, row: Row) => (i === 0 ? h("th", { scope: "row", class: looks(c, i) }, c.of(row)) : h("td", { class: looks(c, i) }, c.of(row)));
  const add = (some: Row[]) =>
    some.forEach((row) => {
      body.append(h("tr", {}, ...columns.map((c, i) => cell(c, i, row))));
      if (long > 0) body.append(narrowRow(columns.length - 1, columns[long].title === "title" ? null : `${columns[long].title}: `, columns[long].of(row)));
    });
  add(rows.slice(0, most));
  const whole = h(
    "table",
    {},
    h("caption", { class: options.hidden ? "unseen" : undefined }, caption),
    h("thead", {}, h("tr", {}, ...columns.map((c, i) => h("th", { scope: "col", class: looks(c, i) }, c.title)))),
    body,
  );
  // Focusable, so that it can be scrolled by keyboard where it is wider than the page.
  const frame = h("div", { class: "table", tabindex: 0, role: "region", "aria-label": caption }, whole);
  if (rows.length <= most) return frame;
  const more = h("button", { type: "button", class: "quiet" }, `Show all ${rows.length}`);
  more.addEventListener("click", () => {
    add(rows.slice(most));
    more.remove();
  });
  return h("div", {}, frame, more);
}
