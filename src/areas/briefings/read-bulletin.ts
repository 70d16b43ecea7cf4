import { z } from 'zod';
import { sha256 } from '../../perform/digest.ts';
import type { View } from '../../perform/types.ts';
import { bulletinById, type BulletinRow } from './bulletin-queries.ts';
import type { Bulletin } from './contract.ts';
import { createChildFinder, wordsOfAddress } from './names-a-child.ts';
import { isOut } from './rules.ts';
import { isHttps } from './values.ts';

const byId = z.strictObject({ id: z.string() });

/** A briefing as it stands in a channel, and what it comes to. */
export interface ReadBulletin {
  readonly bulletin: Bulletin;
  readonly digest: string;
  /** How many of its texts name a child of the school. */
  readonly names: number;
  readonly out: boolean;
  readonly mayPost: boolean;
}

/** A briefing as it would be posted to a channel. Whether it names a child is looked at anew: the roll and the list in SharePoint change. */
export const readBulletin: View<z.infer<typeof byId>, BulletinRow, ReadBulletin> = {
  verb: 'read-bulletin',
  shape: 'one',
  fields: ['heading', 'words', 'policyUrl', 'readBy', 'status', 'sentByName', 'sentAt'],
  params: byId,
  query: bulletinById,
  values: ({ id }) => ({ id }),
  present(rows, { may }) {
    const [row] = rows;
    if (!row) throw new Error('a view of one record was asked to present none');
    const { id, heading, words, policyUrl, readBy, sentByName, sentAt } = row;
    const bulletin: Bulletin = {
      ...{ id, heading, words, readBy, sentByName, sentAt },
      ...(policyUrl !== null && isHttps(policyUrl) && { policyUrl }),
    };
    const find = createChildFinder(
      rows.flatMap(({ sort, givenName, familyName, knownAs, formerNames }) =>
        sort === 'child' ? [{ givenName: givenName ?? '', familyName: familyName ?? '', knownAs, formerNames }] : [],
      ),
      rows.flatMap(({ sort, familyName }) => (sort === 'colleague' && familyName !== null ? [familyName] : [])),
    );
    const texts = [heading, words, wordsOfAddress(policyUrl ?? '')];
    const answer = {
      ...{
        bulletin,
        digest: sha256(JSON.stringify([id, heading, words, policyUrl, readBy])),
        out: isOut(row),
        mayPost: may('post-bulletin', row),
      },
      names: texts.filter((text) => find(text) !== undefined).length,
    };
    return { answer, ids: [id] };
  },
};
