import { expect, it } from 'vitest';
import { roleEffects } from '../../../bot/roles/effects.ts';
import type { BotServices } from '../../../bot/services.ts';
import { people } from '../../support/kernel.ts';

const link = 'https://teams.microsoft.com/l/entity/app/desk?context=roles';

/** What is sent to somebody of whom the role is read so. */
async function sent(answer: object | null) {
  const services = {
    read: async () => ({ ok: true, answer: { answer, json: '' } }),
    linkTo: (record: string) => `${link}&at=${record}`,
  } as unknown as BotServices;
  return JSON.stringify(await roleEffects['role-to-confirm']?.(services, people.tom, 'r1'));
}

it('says that a role waits, neither whose nor which, and leads to the page of roles', async () => {
  const waiting = await sent({ waits: true, acting: false });
  expect(waiting).toContain('A role waits for your yes');
  expect(waiting).toContain('takes effect when a second person confirms it');
  expect(waiting).toContain(`${link}&at=roles`);
  expect(await sent({ waits: true, acting: true })).toContain('acts as safeguarding lead');
});

it('is not sent of what waits no longer', async () => {
  expect(await sent({ waits: false, acting: false })).toBeUndefined();
  expect(await sent(null)).toBeUndefined();
});
