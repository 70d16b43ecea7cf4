/** Every way in which Lantern says no, and what the person can do about it. The set is closed: doors map codes, never texts. */
export const problems = {
  'invalid-input': 'Something in the form needs another look. Correct it and send it again; nothing was lost.',
  'not-found': 'Lantern has nothing here that you may see. If you expected something, ask your safeguarding lead.',
  'changed-meanwhile': 'This was changed a moment ago by somebody else. Look at it as it is now, then decide again.',
  'already-done': 'This has been done already. Nothing more is needed.',
  'needs-another-person':
    'You did this yourself, so somebody else has to see that it is done. Ask another safeguarding lead to verify it.',
  'school-has-leads':
    'This school has safeguarding leads already, so nothing was changed: who leads first is said once, before anybody does.',
  'needs-second-person':
    'A second person has to confirm this: neither who gave the role nor who gets it. Ask another lead, or the head.',
  'last-lead':
    'This is the school’s only safeguarding lead, so the role was not ended. Give it to somebody else first, and have that confirmed.',
  'nobody-else-leads':
    'Nobody else who leads safeguarding at this school may see this child’s cases, so nothing was changed. Give the lead to somebody else first, or have the head appoint an acting lead.',
  'import-running':
    'A roster is being imported for this school already, so nothing was begun. Wait until it has ended, then look again at what would change.',
  'look-again':
    'What you looked at is no longer kept, or it has changed since. Choose the roster again and look at what would change.',
  'old-card': 'This card is too old to act on. Open the concern in Lantern and act there.',
  'not-our-card': 'Lantern did not make this card for you, so nothing was done. Write “help” to get one that works.',
  'upload-gone':
    'This upload is no longer here: it was given up, or it waited for longer than a day. Choose the file again.',
  'upload-incomplete': 'Not all of the file has arrived yet. Let the upload go on to its end.',
  'upload-another-file':
    'This is not the file that was begun: it begins with other bytes. Choose the one that was begun; or discard what has arrived and add this one by itself.',
  'file-too-large':
    'A file can have at most 100 MB. Add it in parts, or keep it where it is and write down where that is.',
  'file-not-accepted':
    'Lantern does not take files of this kind. Save it as PDF, Word (docx), Excel (xlsx), PowerPoint (pptx), a picture (jpg, png), text, e-mail (eml, msg), sound (mp3, m4a, wav) or film (mp4), and add that.',
  'file-not-what-it-says':
    'What is in this file does not fit the ending of its name. Open it, save it anew in the kind that it is, and add that.',
  'file-damaged': 'This file is damaged, so it cannot be read. Ask whoever made it for another copy.',
  'file-has-macros':
    'This file holds macros, which can do harm. Save it without them (docx, xlsx or pptx) or as PDF, and add that.',
  'file-locked':
    'This file is locked with a password, so nobody could read it later and no scan can look into it. Take the password off, or print it to PDF, and add that.',
  'file-is-archive': 'This is an archive of other files. Unpack it and add the files one by one.',
  'file-old-office':
    'This is a Word, Excel or PowerPoint file of the old kind, which can hide harmful parts. Save it as docx, xlsx or pptx, and add that.',
  'file-heic':
    'Pictures of this kind (HEIC) cannot be freed of the place where they were taken. Save it as JPEG, or choose it again as “most compatible”, and add that.',
  'file-there-already': 'This very file is there already. Add it again only if you mean to.',
  'file-waits': 'This file waits for its virus scan. You can open it as soon as that has found nothing.',
  'file-infected':
    'The virus scan found something in this file, so nobody can open it. Ask whoever made it for a clean copy and tell your IT lead.',
  'file-gone':
    'This file is not where Lantern put it. Tell your IT lead: SharePoint may have it in its recycle bin, or as an earlier version.',
  'not-signed-in':
    'You are not signed in, or your sign-in has run out. Close this tab, open it again, and try once more.',
  'wrong-organisation': 'Your account belongs to an organisation that does not use Lantern here.',
  'too-many':
    'That was more in a short time than one person needs, so Lantern makes a pause. Wait a minute and go on; a report is always taken.',
  'step-up':
    'Before anything leaves Lantern, Microsoft has to see once more that it is you. Open Lantern’s tab in Teams, try it there, and confirm it in the window that opens.',
  'channel-unknown':
    'Teams does not say just now who is in this channel, so Lantern shows nothing of it here. Try again in a moment; what was posted stands among the channel’s posts.',
  suspended:
    'Lantern is switched off for your organisation at present, so nothing was taken in. What was recorded before is kept. Tell your safeguarding lead in person or by telephone now; if a child is in danger, call 999.',
  busy: 'Lantern could not do this just now, and nothing was recorded. Try again in a moment; if a child is in danger, telephone.',
  broken:
    'Something went wrong in Lantern. Try again: nothing is taken twice. If it stays so, tell your IT lead the number shown; if a child is in danger, telephone.',
} as const;

export type ProblemCode = keyof typeof problems;

export interface Problem {
  readonly code: ProblemCode;
  /** Which fields, for `invalid-input`. */
  readonly fields?: readonly { readonly name: string; readonly message: string }[];
  /** The authentication context that is asked for, for `step-up`. */
  readonly context?: string;
  /** Seconds after which to try again, for `too-many`. */
  readonly wait?: number;
}

export type Result<O> = { readonly ok: true; readonly answer: O } | { readonly ok: false; readonly problem: Problem };

/** Refuses until the person has proved anew that it is them. */
export const askForProof = (context: string | undefined): { readonly ok: false; readonly problem: Problem } => ({
  ok: false,
  problem: { code: 'step-up', ...(context !== undefined && { context }) },
});

/** Refuses for so many seconds. */
export const tooMany = (wait: number): { readonly ok: false; readonly problem: Problem } => ({
  ok: false,
  problem: { code: 'too-many', wait },
});

export const refuse = (
  code: ProblemCode,
  fields?: Problem['fields'],
): { readonly ok: false; readonly problem: Problem } => ({
  ok: false,
  problem: { code, ...(fields && { fields }) },
});
