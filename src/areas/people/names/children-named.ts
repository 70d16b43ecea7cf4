import { fold, matchChild, squash, type Named } from '../match-child.ts';

/** Between two children. A comma may also stand inside one's name: "Marsden, Ellie 7B". */
const between = /\s+(?:and|with)\s+|[&+;/\n]+/iu;

/**
 * The children whom somebody named one after the other: "Leo Tarrant and Ellie Marsden", "Ellie and Leo Marsden".
 * @param typed letter for letter as it was written
 * @param roll those who may be meant; who has left is only meant when somebody says so
 * @returns in the order in which they were written; empty unless there are several and each name fits exactly one child
 */
export function childrenNamed<T extends Named & { readonly id: string }>(typed: string, roll: readonly T[]) {
  const present = roll.filter(({ leftAt }) => !leftAt);
  const parts = typed.split(between).filter((part) => fold(part).length > 0);
  const found = parts.map((part) => namedIn(part, present));
  const families = new Set(found.flat().map((fitting) => fitting[0]?.familyName ?? ''));
  // The family name stands once: "Ellie and Leo Marsden".
  const whole = parts.flatMap((part, i) => {
    const here = found[i] ?? [];
    if (here.length > 0) return here;
    const lent = [...families].flatMap((family) => namedIn(`${part} ${family}`, present)).flat();
    return lent.length > 0 ? [lent] : [];
  });
  if (whole.some((fitting) => fitting.length !== 1)) return [];
  const children = [...new Set(whole.flat())];
  return children.length > 1 ? children : [];
}

/** For each name in a piece of text, whom it fits. */
function namedIn<T extends Named>(part: string, roll: readonly T[]): readonly (readonly T[])[] {
  const forms = new Set(fold(part));
  const byComma = part.split(',').flatMap((piece) => {
    const fitting = matchChild(piece, roll);
    const inForm = fitting.filter(({ formGroup }) => forms.has(squash(formGroup)));
    const meant = fitting.length > 1 && inForm.length > 0 ? inForm : fitting;
    return meant.length > 0 ? [meant] : [];
  });
  if (byComma.length > 0) return byComma;
  const fitting = matchChild(part, roll);
  return fitting.length > 0 ? [fitting] : [];
}
