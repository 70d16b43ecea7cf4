import type { Screen } from './screens-to-look-at.ts';

/** The journal's screens. */
export const journalScreens: readonly Screen[] = [
  {
    name: 'journal',
    query: 'person=margaret',
    ready: async (tab) => {
      await tab.getByRole('link', { name: 'Journal' }).click();
      await tab.getByRole('button', { name: 'Prove it now' }).click();
      await tab.getByText('Entry 1204').waitFor();
      await tab.getByRole('button', { name: 'Take out as a CSV file' }).click();
      await tab.getByText('1,204 entries.').waitFor();
    },
  },
  {
    name: 'unusual-reading',
    query: 'person=margaret',
    ready: async (tab) => {
      await tab.getByRole('link', { name: 'Journal' }).click();
      await tab.getByRole('link', { name: 'Unusual reading in the last seven days' }).click();
      await tab.getByText('23 different cases').waitFor();
      await tab.getByText('What is looked for').click();
    },
  },
  {
    name: 'nothing-unusual',
    query: 'person=priya',
    ready: async (tab) => {
      await tab.getByRole('link', { name: 'Journal' }).click();
      await tab.getByRole('link', { name: 'Unusual reading in the last seven days' }).click();
      await tab.getByText('Nothing was unusual.').waitFor();
    },
  },
  {
    name: 'seen',
    query: 'person=margaret',
    ready: async (tab) => {
      await tab.getByRole('link', { name: 'Journal' }).click();
      await tab.getByRole('link', { name: 'Who has seen it' }).first().click();
      await tab.getByText('One by one').first().click();
    },
  },
];
