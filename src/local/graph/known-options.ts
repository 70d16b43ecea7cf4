import { notModelled } from './graph-fault.ts';

/**
 * Refuses what a call's query asks for beyond what is modelled: an option that is left aside without a word would be half an answer.
 * @param known names without their dollar sign
 * @throws GraphFault 501 for another one
 */
export function onlyOptions(query: URLSearchParams, known: readonly string[]): void {
  const other = [...query.keys()].find((name) => !known.includes(name.replace(/^\$/, '')));
  if (other !== undefined) throw notModelled(`the query option ${other} here`);
}
