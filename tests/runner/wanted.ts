/** What was asked of the runner: the tiers in their order, or what was wrong with the question. */
export type Wanted =
  { readonly ok: true; readonly names: readonly string[] } | { readonly ok: false; readonly why: string };

/**
 * Reads the runner's arguments: `--tier unit`, `--tier unit,security` and repetitions; none means every tier.
 * @param args what follows the script's name
 * @param known names of the tiers in the order of running
 */
export function wanted(args: readonly string[], known: readonly string[]): Wanted {
  const asked: string[] = [];
  for (let at = 0; at < args.length; at += 2) {
    const value = args[at + 1];
    if (args[at] !== '--tier' || value === undefined) {
      return { ok: false, why: `Usage: npm test -- --tier NAME[,NAME], with the names ${known.join(', ')}` };
    }
    asked.push(...value.split(','));
  }
  const unknown = asked.find((name) => !known.includes(name));
  if (unknown !== undefined) return { ok: false, why: `There is no tier “${unknown}”. There are ${known.join(', ')}.` };
  return { ok: true, names: asked.length === 0 ? known : known.filter((name) => asked.includes(name)) };
}
