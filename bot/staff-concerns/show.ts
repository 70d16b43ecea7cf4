import type { Identity } from '../../src/access/types.ts';
import { readLado, readStaffAlert, readStaffReceipt } from '../../src/areas/staff-concerns/views.ts';
import type { Card } from '../../src/ports/card.ts';
import type { ShowEffect } from '../effects.ts';
import type { BotServices } from '../services.ts';
import { theirs } from '../theirs.ts';
import { matterCard, type MatterNotice } from './matter-card.ts';
import { staffReceiptCard } from './staff-receipt-card.ts';
import { staffReportCard } from './staff-report-card.ts';

/** A fresh form about an adult; it comes even when the LADO's number cannot be read. */
export async function showStaffForm({ read, seals }: BotServices, who: Identity, typed: string): Promise<Card> {
  const known = await read(readLado, who, {});
  return staffReportCard({
    lado: known.ok ? known.answer.answer.lado : undefined,
    typed,
    data: seals.seal(who, 'report-staff-concern'),
    child: seals.seal(who, 'open-report'),
  });
}

/** Calls somebody to a matter that they manage; nothing when it is not theirs (any more). */
export const showMatter =
  (notice: MatterNotice): ShowEffect =>
  async ({ read, linkTo }, who, about) => {
    const alert = theirs(await read(readStaffAlert, who, { id: about }));
    return alert && matterCard(notice, alert, linkTo(`m-${about}`, who));
  };

/** The reporter's receipt as things stand. */
export const showStaffReceipt: ShowEffect = async ({ read }, who, about) => {
  const receipt = theirs(await read(readStaffReceipt, who, { id: about }));
  return receipt && staffReceiptCard(receipt);
};
