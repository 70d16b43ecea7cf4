import type { FrameLocator } from 'playwright-core';
import type { Screen } from './screens-to-look-at.ts';

/** Opens the meeting of today, which has letters. */
export async function openLetters(tab: FrameLocator): Promise<void> {
  await tab.getByRole('link', { name: 'Meetings' }).click();
  await tab.getByRole('link', { name: 'Safeguarding team' }).first().click();
  await tab.getByRole('heading', { name: 'Letters (2)' }).waitFor();
}
/** And fills in the invitation of a parent. */
export async function fillInvitation(tab: FrameLocator): Promise<void> {
  await openLetters(tab);
  await tab.getByRole('button', { name: 'Write a letter' }).click();
  await tab.getByLabel('It goes to').selectOption('Claire Marsden, Family');
  await tab.getByLabel('It concerns').selectOption('Ellie Marsden, Year 7');
  await tab.getByLabel('Template').selectOption('Invitation of a parent or carer to a meeting');
  await tab.getByRole('button', { name: 'Fill in the template' }).click();
  await tab.getByLabel('The letter').waitFor();
}

/** The pages on letters. */
export const letterScreens: readonly Screen[] = [
  {
    name: 'letters-of-meeting',
    query: 'person=priya',
    ready: async (tab) => {
      await openLetters(tab);
      await tab.getByRole('button', { name: 'Write a letter' }).scrollIntoViewIfNeeded();
    },
  },
  {
    name: 'write-letter',
    query: 'person=priya',
    ready: async (tab) => {
      await fillInvitation(tab);
      await tab.getByRole('button', { name: 'Keep it as sent' }).click();
      await tab.getByText('Choose how it goes.').waitFor();
    },
  },
  {
    name: 'letter',
    query: 'person=priya',
    ready: async (tab) => {
      await openLetters(tab);
      await tab.getByRole('link', { name: 'Request for a report L-2026-0002' }).click();
      await tab.getByRole('button', { name: 'Copy the text' }).waitFor();
    },
  },
  {
    name: 'letter-templates',
    query: 'person=priya',
    ready: async (tab) => {
      await tab.getByRole('link', { name: 'Meetings' }).click();
      await tab.getByRole('button', { name: 'Letter templates' }).click();
      await tab.getByText('Please ring Harrowmere').or(tab.getByText('Please ring {{school.name}}')).click();
    },
  },
  {
    name: 'letter-template-form',
    query: 'person=priya',
    ready: async (tab) => {
      await tab.getByRole('link', { name: 'Meetings' }).click();
      await tab.getByRole('button', { name: 'Letter templates' }).click();
      await tab.getByRole('button', { name: 'Change: Letter home: please ring us' }).click();
      await tab.getByLabel('Subject').fill('From {{addressee.agency}}');
      await tab.getByRole('button', { name: 'Save as a new version' }).click();
      await tab.getByText('may not go into a letter to a family').first().waitFor();
    },
  },
];
