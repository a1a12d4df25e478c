// Light or dark: as the system has it, until the button is pressed.
const name = "volteface-theme";
const order = ["system", "light", "dark"] as const;
type Theme = (typeof order)[number];

const kept = (): Theme => {
  const value = localStorage.getItem(name);
  return order.find((theme) => theme === value) ?? "system";
};

export function startTheme(button: HTMLElement): void {
  const apply = (theme: Theme) => {
    if (theme === "system") document.documentElement.removeAttribute("data-theme");
    else document.documentElement.dataset.theme = theme;
    button.textContent = { system: "◐", light: "☀", dark: "☾" }[theme];
    button.setAttribute("aria-label", `Colours: ${theme}. Press to change`);
    button.title = `Colours: ${theme}`;
  };
  apply(kept());
  button.addEventListener("click", () => {
    const next = order[(order.indexOf(kept()) + 1) % order.length];
    localStorage.setItem(name, next);
    apply(next);
  });
}
