import type { FrameLocator } from 'playwright-core';
import type { Screen } from './screens-to-look-at.ts';

/** A conference for which the school has begun to write. */
async function openConference(tab: FrameLocator): Promise<void> {
  await tab.getByRole('link', { name: 'Meetings' }).click();
  await tab.getByRole('link', { name: 'Initial child protection conference' }).click();
  await tab.getByText('Daniel Osei speaks for the school.').waitFor();
}

/** What the school brings to meetings. */
export const bringsScreens: readonly Screen[] = [
  {
    name: 'brings-writing',
    query: 'person=priya',
    ready: async (tab) => {
      await openConference(tab);
      await tab.getByRole('button', { name: 'Write: Ellie Marsden' }).click();
      await tab.getByRole('button', { name: 'Fill from the file' }).click();
      await tab
        .getByText(/^3 parts filled from the file/)
        .first()
        .waitFor();
    },
  },
  {
    name: 'brings-given',
    query: 'person=priya',
    ready: async (tab) => {
      await openConference(tab);
      await tab.getByRole('button', { name: 'It was given: Ellie Marsden' }).click();
      await tab.getByRole('radio', { name: 'They have not seen it' }).check();
      await tab.getByRole('form', { name: 'It was given' }).getByRole('button', { name: 'It was given' }).click();
      await tab.getByText('Write why they have not seen it.').waitFor();
    },
  },
  {
    name: 'brings-of-speaker',
    query: 'person=zoe',
    ready: async (tab) => {
      await tab.getByRole('link', { name: 'Meetings' }).click();
      await tab.getByRole('link', { name: 'What the school brings' }).click();
      await tab.getByText('She comes early to feed the fish.').waitFor();
    },
  },
  {
    name: 'agendas',
    query: 'person=priya',
    ready: async (tab) => {
      await tab.getByRole('link', { name: 'Meetings' }).click();
      await tab.getByRole('button', { name: 'Agendas' }).click();
      await tab.getByRole('textbox', { name: 'Point 1' }).waitFor();
      await tab.getByRole('button', { name: 'Add a point' }).click();
    },
  },
];
