import type { FrameLocator } from 'playwright-core';
import type { Screen } from './screens-to-look-at.ts';

/** Opens the meeting of today and the way to its minutes. */
async function openMinutes(tab: FrameLocator): Promise<void> {
  await tab.getByRole('link', { name: 'Meetings' }).click();
  await tab.getByRole('link', { name: 'Safeguarding team' }).first().click();
  await tab.getByRole('link', { name: 'Start the minutes' }).click();
  await tab.getByRole('button', { name: 'Start the minutes' }).waitFor();
}
/** And writes a little into them. */
async function writeMinutes(tab: FrameLocator): Promise<void> {
  await openMinutes(tab);
  await tab.getByRole('button', { name: 'Start the minutes' }).click();
  const action = tab.getByRole('region', { name: /Ask the nurse/ });
  await action.getByLabel('Discussion').fill('The note has not come. Tom rang twice.');
  await action.getByLabel('Decision').fill('Ring the nurse once more @Sheila Brandt by Friday\n@Zoe sees to the coat');
  await action.getByRole('button', { name: 'Goes on next time' }).click();
  await action.getByText('Action for Sheila Brandt').waitFor();
  await action.getByRole('button', { name: /^Disagreement/ }).click();
}

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
    name: 'meetings-figures',
    query: 'person=priya',
    ready: async (tab) => {
      await tab.getByRole('link', { name: 'Meetings' }).click();
      await tab.getByText('How it goes').click();
      await tab.getByText('Held 6 times').scrollIntoViewIfNeeded();
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
    name: 'minutes-to-read',
    query: 'person=daniel&sub=minutes-g8',
    ready: (tab) => tab.getByRole('button', { name: 'I have read them' }).waitFor(),
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
  {
    name: 'minutes-attendance',
    query: 'person=priya',
    ready: async (tab) => {
      await openMinutes(tab);
      await tab.getByRole('button', { name: 'Everybody came' }).click();
    },
  },
  {
    name: 'minutes-writing',
    query: 'person=priya',
    ready: async (tab) => {
      await writeMinutes(tab);
      await tab.getByLabel('Decision').first().fill('@');
      await tab.getByRole('listbox').waitFor();
    },
  },
  {
    name: 'minutes-lost-connection',
    query: 'person=priya',
    before: (stub) => {
      for (let i = 0; i < 20; i++)
        stub.mishaps.push({ on: 'POST /api/meetings/g3/minutes', code: 'busy', status: 503 });
    },
    ready: async (tab) => {
      await tab.getByRole('link', { name: 'Meetings' }).click();
      await tab.getByRole('link', { name: 'Core group' }).click();
      await tab.getByRole('link', { name: 'Write the minutes' }).click();
      await tab.getByLabel('Discussion').first().fill('The school said that she is calmer.');
      await tab
        .getByText(/^Not saved yet/)
        .first()
        .waitFor();
    },
  },
  {
    name: 'minutes-agreeing',
    query: 'person=priya',
    ready: async (tab) => {
      await writeMinutes(tab);
      await tab.getByRole('button', { name: 'Look at what becomes of it' }).click();
      await tab.getByText('become actions.').waitFor();
    },
  },
  {
    name: 'minutes-transcript',
    query: 'person=priya',
    ready: async (tab) => {
      await writeMinutes(tab);
      await tab.getByRole('button', { name: 'Look at the transcript for point 1' }).click();
      await tab.getByRole('checkbox', { name: /sends her apologies/ }).check();
      await tab.getByRole('button', { name: 'Take 1 line into this point' }).click();
      await tab.getByText('From the Teams transcript, 15:46, not checked').waitFor();
      await tab.getByRole('searchbox', { name: 'Search in it' }).fill('nurse');
      await tab.getByRole('checkbox', { name: /The nurse has not written/ }).check();
    },
  },
  {
    name: 'minutes-only-a-source',
    query: 'person=priya',
    ready: async (tab) => {
      await writeMinutes(tab);
      await tab.getByRole('button', { name: 'Look at the transcript for point 1' }).click();
      await tab.getByRole('checkbox', { name: /sends her apologies/ }).check();
      await tab.getByRole('button', { name: 'Take 1 line into this point' }).click();
      await tab.getByRole('button', { name: 'Close the transcript' }).click();
      await tab.getByText('All saved').waitFor();
      await tab.getByRole('button', { name: 'Look at what becomes of it' }).click();
      await tab
        .getByText(/^Point 1: only lines of the transcript/)
        .first()
        .waitFor();
    },
  },
  {
    name: 'minutes-agreed',
    query: 'person=priya',
    ready: async (tab) => {
      await writeMinutes(tab);
      await tab.getByRole('button', { name: 'Look at what becomes of it' }).click();
      await tab.getByRole('button', { name: 'Agree the minutes' }).click();
      await tab.getByText('Agreed. 1 action was set.').first().waitFor();
      await tab.getByRole('button', { name: 'Add an addendum' }).click();
      await tab.getByRole('textbox', { name: 'Addendum' }).fill('The nurse rang at five.');
    },
  },
  {
    name: 'official-minutes',
    query: 'person=priya',
    ready: async (tab) => {
      await tab.getByRole('link', { name: 'Meetings' }).click();
      await tab.getByRole('link', { name: 'Initial child protection conference' }).click();
      await tab.getByRole('button', { name: 'They came' }).click();
      await tab.getByRole('radio', { name: 'Something in them is wrong' }).check();
      await tab.getByRole('button', { name: 'Save' }).click();
      await tab.getByText('Write what is wrong.').waitFor();
    },
  },
  {
    name: 'note-keeping',
    query: 'person=priya',
    ready: async (tab) => {
      await tab.getByRole('link', { name: 'Meetings' }).click();
      await tab.getByRole('link', { name: 'Core group' }).click();
      await tab.getByRole('link', { name: 'Write the minutes' }).click();
      const action = tab.getByRole('region', { name: /Ask the nurse/ });
      await action.getByLabel('Decision').fill('Ring the nurse @Sheila Brandt by Friday');
      await tab.getByText('Action for Sheila Brandt').first().waitFor();
      await tab.getByLabel(/^If the school did not agree/).fill('We saw no change at home.');
    },
  },
  {
    name: 'note-kept',
    query: 'person=priya',
    ready: async (tab) => {
      await tab.getByRole('link', { name: 'Meetings' }).click();
      await tab.getByRole('link', { name: 'Core group' }).click();
      await tab.getByRole('link', { name: 'Write the minutes' }).click();
      await tab.getByLabel('Discussion').first().fill('The school said that she is calmer.');
      await tab.getByLabel(/^If the school did not agree/).fill('We saw no change at home.');
      await tab.getByRole('button', { name: 'Keep as the school’s note' }).click();
      await tab.getByText('Kept. 0 actions were set.').first().waitFor();
    },
  },
  {
    name: 'minutes-sent-outside',
    query: 'person=priya',
    ready: async (tab) => {
      await writeMinutes(tab);
      await tab.getByRole('button', { name: 'Look at what becomes of it' }).click();
      await tab.getByRole('button', { name: 'Agree the minutes' }).click();
      await tab.getByRole('button', { name: 'Send by link to Ama Boateng' }).click();
      await tab.getByRole('heading', { name: 'Shown once, for Ama Boateng' }).waitFor();
    },
  },
  {
    name: 'minutes-beside-a-meeting',
    query: 'person=priya&meeting=beside',
    ready: writeMinutes,
  },
  {
    name: 'minutes-on-stage',
    query: 'person=priya&meeting=stage&sub=meeting-g1',
    ready: (tab) => tab.getByText('A concern about Child B').waitFor(),
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
