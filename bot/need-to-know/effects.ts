import { readCaseAccess } from '../../src/areas/need-to-know/views.ts';
import type { ShowEffect } from '../effects.ts';
import { theirs } from '../theirs.ts';
import { accessCard, type AccessMessage } from './access-card.ts';

/** The tab's page about who may see single cases, as a deep link names it. */
const page = 'need-to-know';

const show =
  (message: AccessMessage): ShowEffect =>
  async ({ read, linkTo }, who, about) => {
    const access = theirs(await read(readCaseAccess, who, { id: about }));
    return (
      access && accessCard(message, access, linkTo(message === 'case-given' ? (access.concernId ?? page) : page, who))
    );
  };

/** How each message about who may see single cases looks, to the person it goes to. */
export const needToKnowEffects: Readonly<Record<string, ShowEffect>> = {
  'case-given': show('case-given'),
  'glass-broken': show('glass-broken'),
  'glass-opened': show('glass-opened'),
};
