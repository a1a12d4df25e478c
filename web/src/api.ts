// Asks the program that served this page; nothing else is ever asked.
import type { Head } from "./types";

export class Refusal extends Error {
  constructor(
    readonly status: number,
    message: string,
    readonly expected: string,
    readonly share: number | null,
  ) {
    super(message);
  }
}

const kept = new Map<string, Promise<unknown>>();

export function ask<T extends Head>(address: string): Promise<T> {
  const known = kept.get(address);
  if (known) return known as Promise<T>;
  const answer = fetched<T>(address);
  kept.set(address, answer);
  // What changes, or failed, is asked again the next time.
  if (/^\/(home|status)/.test(address)) answer.finally(() => kept.delete(address)).catch(() => undefined);
  answer.catch(() => kept.delete(address));
  return answer;
}

async function fetched<T>(address: string): Promise<T> {
  let response: Response;
  try {
    response = await fetch("/api/v1" + address);
  } catch {
    throw new Refusal(0, "The program does not answer.", "Is `volteface serve` still running?", null);
  }
  const body = await response.json().catch(() => null);
  if (response.ok && body) return body as T;
  const error = body?.error ?? {};
  throw new Refusal(response.status, error.message ?? `Status ${response.status}`, error.expected ?? "", error.share ?? null);
}

// A query of what is given; empty values are left out.
export function query(values: Record<string, string | number | null | undefined>): string {
  const given = new URLSearchParams();
  for (const [name, value] of Object.entries(values)) {
    if (value !== null && value !== undefined && value !== "") given.set(name, String(value));
  }
  const text = given.toString().replaceAll("%2C", ",");
  return text ? "?" + text : "";
}
