// Which page an address is, and going from one to the next. The address is the state of the view.

export interface Address { path: string[]; query: URLSearchParams }
export interface Page { title: string; body: Node }
export type MakePage = (address: Address) => Promise<Page>;

export function currentAddress(): Address {
  const path = location.pathname.split("/").filter(Boolean).map(decodeURIComponent);
  return { path, query: new URLSearchParams(location.search) };
}

let show: () => void = () => undefined;

export function startRouter(render: (moved: boolean) => Promise<void>): void {
  show = () => void render(true);
  history.scrollRestoration = "manual";
  addEventListener("popstate", (event) => {
    void render(false).then(() => scrollTo(0, (event.state as { scroll?: number } | null)?.scroll ?? 0));
  });
  document.addEventListener("click", (event) => {
    const anchor = (event.target as Element).closest?.("a");
    if (!anchor || event.defaultPrevented || event.button !== 0) return;
    if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
    if (anchor.target || anchor.hasAttribute("download") || anchor.origin !== location.origin) return;
    if (anchor.getAttribute("href")?.startsWith("#")) return;
    if (/^\/api\/|\.(json|csv|html|md|txt)$/.test(anchor.pathname)) return;
    event.preventDefault();
    go(anchor.pathname + anchor.search);
  });
}

function keepScroll(): void {
  history.replaceState({ scroll: scrollY }, "");
}

export function go(address: string): void {
  keepScroll();
  history.pushState({ scroll: 0 }, "", address);
  show();
}

// The same page with other values in its query: kept in the history, so that Back undoes it.
export function withQuery(changes: Record<string, string | null>): string {
  const query = new URLSearchParams(location.search);
  for (const [name, value] of Object.entries(changes)) {
    if (value === null || value === "") query.delete(name);
    else query.set(name, value);
  }
  const text = query.toString().replaceAll("%2C", ",");
  return location.pathname + (text ? "?" + text : "");
}
