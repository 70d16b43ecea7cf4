import type { Screen } from './screens-to-look-at.ts';

/** Reports to meetings, and papers of them. */
export const reportScreens: readonly Screen[] = [
  {
    name: 'reports-asking',
    query: 'person=priya',
    ready: async (tab) => {
      await tab.getByRole('link', { name: 'Meetings' }).click();
      await tab.getByRole('link', { name: 'Team around the family' }).click();
      await tab.getByRole('button', { name: 'Ask no more' }).last().click();
      await tab.getByRole('button', { name: 'Ask for a report' }).click();
      await tab.getByRole('button', { name: 'Ask for it' }).click();
      await tab.getByText('Choose somebody.').waitFor();
    },
  },
  {
    name: 'papers-choosing',
    query: 'person=priya',
    ready: async (tab) => {
      await tab.getByRole('link', { name: 'Meetings' }).click();
      await tab.getByRole('link', { name: 'Team around the family' }).click();
      await tab.getByRole('button', { name: 'Add a file' }).click();
      await tab.getByRole('combobox', { name: 'File' }).selectOption({ label: 'Letter from the GP, C-2026-0145' });
      await tab.getByRole('checkbox', { name: /^Sheila Brandt/ }).check();
      await tab.getByRole('checkbox', { name: /^Sheila Brandt/ }).focus();
    },
  },
  {
    name: 'papers-and-reports',
    query: 'person=priya',
    ready: async (tab) => {
      await tab.getByRole('link', { name: 'Meetings' }).click();
      await tab.getByRole('link', { name: 'Team around the family' }).click();
      await tab.getByRole('button', { name: 'Add a file' }).focus();
    },
  },
  {
    name: 'papers-to-read',
    query: 'person=daniel',
    ready: async (tab) => {
      await tab.getByRole('link', { name: 'Meetings' }).click();
      await tab.getByText('1 paper for you').click();
      await tab.getByRole('button', { name: 'Download School report' }).click();
      await tab.getByText(/It is confidential/).waitFor();
    },
  },
];
