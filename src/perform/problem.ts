/** Every way in which Lantern says no, and what the person can do about it. The set is closed: doors map codes, never texts. */
export const problems = {
  'invalid-input': 'Something in the form needs another look. Correct it and send it again; nothing was lost.',
  'not-found': 'Lantern has nothing here that you may see. If you expected something, ask your safeguarding lead.',
  'changed-meanwhile': 'This was changed a moment ago by somebody else. Look at it as it is now, then decide again.',
  'already-done': 'This has been done already. Nothing more is needed.',
  'needs-another-person':
    'You did this yourself, so somebody else has to see that it is done. Ask another safeguarding lead to verify it.',
  'import-running':
    'A roster is being imported for this school already, so nothing was begun. Wait until it has ended, then look again at what would change.',
  'look-again':
    'What you looked at is no longer kept, or it has changed since. Choose the roster again and look at what would change.',
  'old-card': 'This card is too old to act on. Open the concern in Lantern and act there.',
  'not-our-card': 'Lantern did not make this card for you, so nothing was done. Write “help” to get one that works.',
  'not-signed-in':
    'You are not signed in, or your sign-in has run out. Close this tab, open it again, and try once more.',
  'wrong-organisation': 'Your account belongs to an organisation that does not use Lantern here.',
  busy: 'Lantern could not do this just now, and nothing was recorded. Try again in a moment; if a child is in danger, telephone.',
  broken:
    'Something went wrong in Lantern. Try again: nothing is taken twice. If it stays so, tell your IT lead the number shown; if a child is in danger, telephone.',
} as const;

export type ProblemCode = keyof typeof problems;

export interface Problem {
  readonly code: ProblemCode;
  /** Which fields, for `invalid-input`. */
  readonly fields?: readonly { readonly name: string; readonly message: string }[];
}

export type Result<O> = { readonly ok: true; readonly answer: O } | { readonly ok: false; readonly problem: Problem };

export const refuse = (
  code: ProblemCode,
  fields?: Problem['fields'],
): { readonly ok: false; readonly problem: Problem } => ({
  ok: false,
  problem: { code, ...(fields && { fields }) },
});
