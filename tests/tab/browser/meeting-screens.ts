import type { FrameLocator } from 'playwright-core';
import type { Screen } from './screens-to-look-at.ts';

/** The pages on meetings. */
export const meetingScreens: readonly Screen[] = [
  {
    name: 'meetings',
    query: 'person=priya',
    ready: async (tab) => {
      await tab.getByRole('link', { name: 'Meetings' }).click();
      await tab.getByText('Before (1)').click();
      await tab.getByRole('link', { name: 'Core group' }).waitFor();
    },
  },
  {
    name: 'meetings-asked',
    query: 'person=daniel',
    ready: async (tab) => {
      await tab.getByRole('link', { name: 'Meetings' }).click();
      await tab.getByText('called by Tom Whitlock').waitFor();
    },
  },
  {
    name: 'call-meeting',
    query: 'person=priya',
    ready: async (tab) => {
      await tab.getByRole('link', { name: 'Meetings' }).click();
      await tab.getByRole('button', { name: 'Call a meeting' }).click();
      await tab.getByLabel('Kind').selectOption('Core group');
      await tab.getByRole('button', { name: 'Add a guest' }).click();
      await tab.getByRole('searchbox').fill('Ellie Marsden');
      await tab.getByRole('button', { name: 'Look up' }).click();
      await tab.getByRole('button', { name: /^Add .*7B$/ }).click();
      await tab.getByRole('button', { name: 'Call the meeting' }).click();
      await tab.getByText('Write who holds it.').waitFor();
    },
  },
  {
    name: 'meeting',
    query: 'person=priya',
    ready: async (tab) => {
      await tab.getByRole('link', { name: 'Meetings' }).click();
      await tab.getByRole('link', { name: 'Team around the family' }).click();
      await tab.getByRole('button', { name: 'Bring up to date' }).click();
      await tab.getByRole('list', { name: 'Came on' }).waitFor();
      await tab.getByLabel('Minutes for point 3').fill('25');
      await tab.getByRole('button', { name: 'Take off: point 2' }).click();
      await tab.getByText('Taken off when you save.').waitFor();
    },
  },
  {
    name: 'move-meeting',
    query: 'person=priya',
    ready: async (tab) => {
      await tab.getByRole('link', { name: 'Meetings' }).click();
      await tab.getByRole('link', { name: 'Team around the family' }).click();
      await tab.getByRole('button', { name: 'Change time or place' }).click();
      await tab.getByLabel('From').fill('15:30');
      await tab.getByRole('button', { name: 'Save the change' }).click();
      await tab.getByText('Choose an end after the beginning.').waitFor();
    },
  },
  {
    name: 'post-blocked',
    query: 'person=priya',
    ready: async (tab) => {
      await openPosting(tab);
      await tab.getByLabel('Channel', { exact: true }).selectOption({ index: 2 });
      await tab.getByText('There is a guest in the channel.').first().waitFor();
    },
  },
  {
    name: 'post-minutes',
    query: 'person=priya',
    ready: async (tab) => {
      await openPosting(tab);
      await tab.getByLabel('Channel', { exact: true }).selectOption({ index: 3 });
      await tab.getByRole('button', { name: 'Post to Briefings' }).click();
      await tab.getByText('Write why.', { exact: true }).waitFor();
    },
  },
  {
    name: 'channels',
    query: 'person=priya',
    ready: async (tab) => {
      await tab.getByRole('link', { name: 'Meetings' }).click();
      await tab.getByRole('button', { name: 'Channels' }).click();
      await tab.getByRole('button', { name: 'Set up General' }).click();
      await tab.getByRole('button', { name: 'Save' }).click();
      await tab.getByText('Choose for whom it is.').waitFor();
    },
  },
];

/** The page of a meeting whose minutes are published. */
async function openPosting(tab: FrameLocator): Promise<void> {
  await tab.getByRole('link', { name: 'Meetings' }).click();
  await tab.getByText('Before (1)').click();
  await tab.getByRole('link', { name: 'Safeguarding team' }).last().click();
  await tab.getByRole('heading', { name: 'Post to a channel' }).waitFor();
}
