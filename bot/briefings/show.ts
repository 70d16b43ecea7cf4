import type { OwnBriefing } from '../../src/areas/briefings/contract.ts';
import { listBriefingsToRead, readOwnBriefing } from '../../src/areas/briefings/views.ts';
import type { Identity } from '../../src/access/types.ts';
import { schoolDay } from '../../src/records/school-day.ts';
import type { BotReply } from '../framework/events.ts';
import type { ShowEffect } from '../effects.ts';
import { sayProblem } from '../own-card.ts';
import type { BotServices } from '../services.ts';
import { theirs } from '../theirs.ts';
import { briefingCard, type BriefingView } from './briefing-card.ts';
import { briefingsCard } from './briefings-card.ts';

/** The page of the tab with what one has to read, as a deep link names it. */
const page = 'briefings';

/** Of whoever was asked: as it stands; nothing when they were not (any more). */
export const showBriefing =
  (message: BriefingView['message']): ShowEffect =>
  async ({ read, seals, clock, linkTo }, who, about) => {
    const briefing = theirs(await read(readOwnBriefing, who, { id: about }));
    if (!briefing) return undefined;
    return briefingCard({
      ...{ briefing, message, today: schoolDay(clock.now()) },
      // The form is sealed with the briefing; how one was asked is read again when the button is pressed.
      confirm: seals.seal(who, 'confirm-read', about),
      link: linkTo(`briefing-${about}`, who),
    });
  };

/** What one was asked to read and has not read. */
export async function showBriefings({ read, seals, linkTo }: BotServices, who: Identity): Promise<BotReply> {
  const toRead = await read(listBriefingsToRead, who, {});
  if (!toRead.ok) return sayProblem(toRead.problem);
  const open = toRead.answer.answer.filter(({ readAt }: OwnBriefing) => readAt === undefined);
  const seal = (id: string) => seals.seal(who, 'open-briefing', id);
  return { kind: 'card', card: briefingsCard({ briefings: open, open: seal, link: linkTo(page, who) }) };
}
