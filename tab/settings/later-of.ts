import type { HealthDesk } from '../../src/areas/settings/contract.ts';

/** For how long one instance is believed to examine while another, asked in its place, knows nothing of it. */
const trustMs = 120_000;

/**
 * What to show of two answers. Each instance of a fleet knows only its own examinations, and the next answer may come from another
 * one: what was found later stays, and so does for a while an examination of which nobody has said that it ended.
 */
export function laterOf(shown: HealthDesk | undefined, answer: HealthDesk): HealthDesk {
  if (!shown) return answer;
  const health = (shown.health?.at ?? '') > (answer.health?.at ?? '') ? shown.health : answer.health;
  const running = answer.running ?? (stillRuns(shown, answer) ? shown.running : undefined);
  const { health: _health, running: _running, ...rest } = answer;
  return { ...rest, ...(health && { health }), ...(running && { running }) };
}

function stillRuns({ running }: HealthDesk, { now, health, brokeOffAt = '' }: HealthDesk): boolean {
  if (!running) return false;
  const ended = (health?.at ?? '') >= running.since || brokeOffAt >= running.since;
  return !ended && Date.parse(now) - Date.parse(running.since) < trustMs;
}
