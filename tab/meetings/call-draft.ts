import type { CallMeetingRequest, Guest, KindOffered } from '../../src/areas/meetings/contract.ts';
import type { ChildByName } from '../../src/areas/need-to-know/contract.ts';
import { alsoOn, type RhythmDraft } from './rhythm-field.tsx';
import { schoolInstant } from './school-instant.ts';

/** A guest as far as they are written. */
export interface GuestDraft {
  /** Tells the lines of the form apart. */
  readonly key: number;
  readonly as: Guest['as'];
  readonly name: string;
  readonly agency: string;
  readonly email: string;
}

/** What stands in the form of a new meeting. */
export interface CallDraft extends RhythmDraft {
  readonly school: string;
  readonly kind: KindOffered['id'] | '';
  /** `YYYY-MM-DD`, and `HH:MM` of a clock at the school. */
  readonly day: string;
  readonly from: string;
  readonly to: string;
  readonly location: string;
  readonly online: boolean;
  readonly heldBy: string;
  readonly chair: string;
  readonly minuteTaker: string;
  readonly staff: readonly string[];
  readonly guests: readonly GuestDraft[];
  readonly children: readonly ChildByName[];
}

export const emptyCall = (school: string): CallDraft => ({
  ...{ school, kind: '', day: '', from: '', to: '', location: '', online: false, heldBy: '', chair: '' },
  ...{ minuteTaker: '', staff: [], guests: [], children: [], rhythm: '', until: '', turned: [] },
});

const email = /^\S+@\S+\.\S+$/;

/** What is missing of one guest; each line of the form has names of its own. */
const missingOf = ({ key, name, email: address }: GuestDraft): Readonly<Record<string, string>> => ({
  ...(name.trim() === '' && { [`guest-${key}-name`]: 'Write their name.' }),
  ...(address.trim() !== '' &&
    !email.test(address.trim()) && { [`guest-${key}-email`]: 'Write an e-mail address, or leave it empty.' }),
});

/** What is still missing, by the field that says so. @param kind the rules of the kind that is chosen */
export function missingIn(draft: CallDraft, kind: KindOffered | undefined): Readonly<Record<string, string>> {
  const { day, from, to, heldBy, chair, guests, children } = draft;
  const backwards = from !== '' && to !== '' && to <= from;
  return {
    ...(!kind && { kind: 'Choose a kind.' }),
    ...(day === '' && { startsAt: 'Choose a day.' }),
    ...(from === '' && { from: 'Choose when it begins.' }),
    ...((to === '' || backwards) && { endsAt: to === '' ? 'Choose an end.' : 'Choose an end after the beginning.' }),
    ...(draft.rhythm !== '' &&
      (draft.until === '' || draft.until <= day) && { until: 'Choose a day after the first meeting.' }),
    ...(kind?.byOtherBody && heldBy.trim() === '' && { heldBy: 'Write who holds it.' }),
    ...(kind && !kind.byOtherBody && chair === '' && { chair: 'Choose who chairs it.' }),
    ...(kind?.about === 'child' && children.length === 0 && { children: 'Choose the child it is about.' }),
    ...guests.map(missingOf).reduce((all, one) => ({ ...all, ...one }), {}),
  };
}

const guestOf = ({ as, name, agency, email: address }: GuestDraft): Guest => ({
  ...{ as, name: name.trim() },
  ...(as === 'professional' && agency.trim() !== '' && { agency: agency.trim() }),
  ...(address.trim() !== '' && { email: address.trim() }),
});

/** The meeting to be sent, with what its kind asks for and nothing else; nothing is missing in it. */
export function callOf(draft: CallDraft, { id, byOtherBody, about }: KindOffered): Omit<CallMeetingRequest, 'form'> {
  const { school, day, from, to, location, online, heldBy, chair, minuteTaker, staff, guests, children } = draft;
  const again = alsoOn(draft, day);
  return {
    ...{ school, kind: id, startsAt: schoolInstant(day, from) ?? '', endsAt: schoolInstant(day, to) ?? '' },
    ...(location.trim() !== '' && { location: location.trim() }),
    ...(online && { online }),
    ...(byOtherBody ? { heldBy: heldBy.trim() } : { chair }),
    ...(minuteTaker !== '' && { minuteTaker }),
    ...(again.length > 0 && { alsoOn: again }),
    ...{ staff, guests: guests.map(guestOf), children: about === 'work' ? [] : children.map((child) => child.id) },
  };
}
