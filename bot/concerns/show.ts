import type { Identity } from '../../src/access/types.ts';
import type { DutyContact } from '../../src/areas/alerts/contract.ts';
import { readDuty } from '../../src/areas/alerts/views.ts';
import { readRouted } from '../../src/areas/concerns/routed-views.ts';
import { listCandidates, readAlert, readReceipt } from '../../src/areas/concerns/views.ts';
import type { Card } from '../../src/ports/card.ts';
import type { ShowEffect } from '../effects.ts';
import type { BotServices } from '../services.ts';
import { theirs } from '../theirs.ts';
import { alertCard } from './alert-card.ts';
import { childCard, childSettledCard } from './child-card.ts';
import { noticeCard, type Notice } from './notice-card.ts';
import { receiptCard } from './receipt-card.ts';
import { routedCard } from './routed-card.ts';
import { stoppedCard } from './stopped-card.ts';
import { reportCard } from './report-card.ts';

/** Whom this person may telephone; nothing when it cannot be read: the form must come all the same. */
export async function dutyFor({ read }: BotServices, who: Identity): Promise<DutyContact> {
  const duty = await read(readDuty, who, {});
  return duty.ok ? duty.answer.answer : {};
}

/** Bytes. */
const mostAlong = 4_000;

/** A fresh form of one's own, with its own key. */
export async function showForm(services: BotServices, who: Identity, typed?: string): Promise<Card> {
  const duty = await dutyFor(services, who);
  // What was typed to the bot goes along to the other form, where the card does not become too large by it.
  const along = typed !== undefined && Buffer.byteLength(typed) <= mostAlong ? { typed } : {};
  return reportCard({
    duty,
    ...(typed !== undefined && { typed }),
    data: services.seals.seal(who, 'report-concern'),
    adult: { ...services.seals.seal(who, 'open-staff-report'), ...along },
  });
}

/** The lead's card as things stand; undefined when they may not see it (any more). */
export async function showAlert(
  services: BotServices,
  who: Identity,
  about: string,
  child?: string,
): Promise<Card | undefined> {
  const { read, seals, linkTo } = services;
  const alert = theirs(await read(readAlert, who, { id: about }));
  if (!alert) return undefined;
  const sealed = (verb: string) => seals.seal(who, verb, about);
  return alertCard({
    alert,
    ...(child !== undefined && { child }),
    take: sealed('take-concern'),
    show: sealed('show-child'),
    hide: sealed('hide-child'),
    link: linkTo(about, who),
  });
}

/** That filing has stopped, or goes on. */
export async function showStopped(
  { read, linkTo }: BotServices,
  who: Identity,
  about: string,
): Promise<Card | undefined> {
  const alert = theirs(await read(readAlert, who, { id: about }));
  return alert && stoppedCard(alert, linkTo(about, who));
}

/** That a lead is called to a concern, and why. */
export const showNotice =
  (notice: Notice): ShowEffect =>
  async ({ read, linkTo }, who, about) => {
    const alert = theirs(await read(readAlert, who, { id: about }));
    return alert && noticeCard(notice, alert, linkTo(about, who));
  };

/** That a line waits for one's team, or that somebody has seen it. */
export const showRouted: ShowEffect = async ({ read }, who, about) => {
  const routed = theirs(await read(readRouted, who, { id: about }));
  return routed && routedCard(routed);
};

/** The reporter's receipt as things stand. */
export async function showReceipt(services: BotServices, who: Identity, about: string): Promise<Card | undefined> {
  const receipt = theirs(await services.read(readReceipt, who, { id: about }));
  return receipt && receiptCard({ ...receipt, duty: await dutyFor(services, who) });
}

/** The question which child is meant, or thanks once it is settled. */
export async function showChildQuestion(
  services: BotServices,
  who: Identity,
  about: string,
): Promise<Card | undefined> {
  const { read, seals } = services;
  const receipt = theirs(await read(readReceipt, who, { id: about }));
  if (!receipt) return undefined;
  const { ref, childSettled } = receipt;
  if (childSettled) return childSettledCard(ref);
  const found = theirs(await read(listCandidates, who, { id: about }));
  if (!found) return undefined;
  const { items: candidates, together, withheld } = found;
  return childCard({ ref, candidates, together, withheld, data: seals.seal(who, 'resolve-child', about) });
}
