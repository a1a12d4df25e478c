// Lines for the command line that give the numbers which a picture shows.

const quoted = (text: string): string => (/^[\w.:,/+-]+$/.test(text) ? text : `'${text.replaceAll("'", "'\\''")}'`);

// Words as the page takes them, alternatives parted by |, as the regular expression that the command
// line takes.
export const expression = (words: string | null): string | null => words && words.replace(/[\\^$.*+?()[\]{}]/g, "\\$&");

// "volteface agree ARG USA --since 2010": options without a value are left out.
export function command(name: string, arguments_: string | string[], options: Record<string, string | number | null | undefined> = {}): string {
  const given = Object.entries(options).filter(([, value]) => value !== null && value !== undefined && value !== "");
  return ["volteface", name, ...[arguments_].flat().map(quoted), ...given.flatMap(([option, value]) => [`--${option}`, quoted(String(value))])].join(" ");
}
