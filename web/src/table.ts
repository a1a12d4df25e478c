// Real tables, which can be read, copied and heard.
import { h, type Child } from "./dom";

export interface Column<Row> {
  title: string;
  of: (row: Row) => Child;
  right?: boolean; // numbers
}

export function table<Row>(caption: string, columns: Column<Row>[], rows: Row[], options: { most?: number; hidden?: boolean } = {}): HTMLElement {
  const most = options.most ?? 25;
  const body = h("tbody");
  const add = (some: Row[]) =>
    some.forEach((row) =>
      body.append(h("tr", {}, ...columns.map((c, i) => (i === 0 ? h("th", { scope: "row", class: c.right ? "right" : undefined }, c.of(row)) : h("td", { class: c.right ? "right" : undefined }, c.of(row)))))),
    );
  add(rows.slice(0, most));
  const whole = h(
    "table",
    {},
    h("caption", { class: options.hidden ? "unseen" : undefined }, caption),
    h("thead", {}, h("tr", {}, ...columns.map((c) => h("th", { scope: "col", class: c.right ? "right" : undefined }, c.title)))),
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
