import { readStaffNotice } from '../../src/areas/staff-concerns/read-staff-notice.ts';
import type { Card } from '../../src/ports/card.ts';
import type { ShowEffect } from '../effects.ts';
import { theirs } from '../theirs.ts';
import { staffChangedCard, staffStoppedCard } from './notice-cards.ts';

type Notice = { readonly ref: string; readonly stopped: boolean };

const show =
  (cardOf: (notice: Notice, link: string) => Card): ShowEffect =>
  async ({ read, linkTo }, who, about) => {
    const notice = theirs(await read(readStaffNotice, who, { id: about }));
    return notice ? cardOf(notice, linkTo(`m-${about}`, who)) : undefined;
  };

/** How messages look about what has happened to a concern about an adult past Lantern, or to its filing. */
export const staffNotices: Readonly<Record<string, ShowEffect>> = {
  'staff-concern-changed': show(staffChangedCard),
  'staff-filing-stopped': show(staffStoppedCard),
};
