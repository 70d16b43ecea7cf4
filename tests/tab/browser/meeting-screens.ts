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
    name: 'call-series',
    query: 'person=priya',
    ready: async (tab) => {
      await tab.getByRole('link', { name: 'Meetings' }).click();
      await tab.getByRole('button', { name: 'Call a meeting' }).click();
      await tab.getByLabel('Kind').selectOption('Pastoral meeting');
      await tab.getByRole('textbox', { name: 'Day' }).fill('2027-03-08');
      await tab.getByLabel('Held again').selectOption('Every week');
      await tab.getByLabel('Until').fill('2027-05-10');
      await tab.getByLabel('Chair').selectOption('Zoe Lund, Supply teacher');
      await tab.getByLabel('Staff').selectOption('Daniel Osei, Teacher');
      await tab.getByRole('button', { name: 'Ask them' }).click();
      await tab.getByRole('button', { name: 'When are they free?' }).click();
      await tab.getByRole('button', { name: /^11:00/ }).click();
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
];
