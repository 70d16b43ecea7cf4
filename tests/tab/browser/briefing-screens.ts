import type { Screen } from './screens-to-look-at.ts';

/** The pages on briefings and local procedures. */
export const briefingScreens: readonly Screen[] = [
  {
    name: 'briefings',
    query: 'person=priya',
    ready: async (tab) => {
      await tab.getByRole('link', { name: 'Briefings' }).click();
      await tab.getByText('17 of 41 have read it').waitFor();
    },
  },
  {
    name: 'briefings-to-read',
    query: 'person=daniel',
    ready: async (tab) => {
      await tab.getByRole('link', { name: 'Briefings' }).click();
      await tab.getByText('The day has passed').waitFor();
    },
  },
  {
    name: 'send-briefing',
    query: 'person=priya',
    ready: async (tab) => {
      await tab.getByRole('link', { name: 'Briefings' }).click();
      await tab.getByRole('button', { name: 'Send a briefing' }).click();
      await tab.getByRole('radio', { name: 'Whoever holds certain roles' }).check();
      await tab.getByRole('button', { name: 'Send the briefing' }).click();
      await tab.getByText('Choose a role.').waitFor();
    },
  },
  {
    name: 'briefing',
    query: 'person=daniel',
    ready: async (tab) => {
      await tab.getByRole('link', { name: 'Briefings' }).click();
      await tab.getByRole('link', { name: /^Keeping Children Safe/ }).click();
      await tab.getByRole('button', { name: 'I have read it' }).waitFor();
    },
  },
  {
    name: 'receipts',
    query: 'person=priya',
    ready: async (tab) => {
      await tab.getByRole('link', { name: 'Briefings' }).click();
      await tab.getByRole('link', { name: /^Keeping Children Safe/ }).click();
      await tab.getByRole('heading', { name: 'Could not be reached in Teams (3)' }).waitFor();
    },
  },
  {
    name: 'post-bulletin',
    query: 'person=priya',
    ready: async (tab) => {
      await tab.getByRole('link', { name: 'Briefings' }).click();
      await tab.getByRole('link', { name: /^Keeping Children Safe/ }).click();
      await tab.getByLabel('Channel', { exact: true }).selectOption({ index: 2 });
      await tab.getByText('names no child, so it may be posted all the same').first().waitFor();
      await tab.getByRole('button', { name: /^Post to/ }).focus();
    },
  },
  {
    name: 'procedures',
    query: 'person=priya',
    ready: async (tab) => {
      await tab.getByRole('link', { name: 'Procedures' }).click();
      await tab.getByText('Review overdue').waitFor();
    },
  },
  {
    name: 'procedure-form',
    query: 'person=priya',
    ready: async (tab) => {
      await tab.getByRole('link', { name: 'Procedures' }).click();
      await tab.getByRole('button', { name: 'Add a procedure' }).click();
      await tab.getByLabel('Show it in the chat’s help').check();
      await tab.getByRole('button', { name: 'Add', exact: true }).click();
      await tab.getByText('What stands in the chat’s help needs a telephone number.').waitFor();
    },
  },
];
