import type { FrameLocator } from 'playwright-core';
import type { StubApi } from '../../support/stub-api.ts';
import { noAbilities } from '../../support/stub-concerns.ts';
import { screensOfRights } from './screens-of-rights.ts';
import { bringsScreens } from './brings-screens.ts';
import { caseScreens } from './case-screens.ts';
import { channelScreens } from './channel-screens.ts';
import { briefingScreens } from './briefing-screens.ts';
import { letterScreens } from './letter-screens.ts';
import { meetingScreens } from './meeting-screens.ts';
import { reportScreens } from './report-screens.ts';
import { journalScreens } from './journal-screens.ts';

const ellie = '0'.repeat(31) + '1';
const mia = '0'.repeat(31) + '2';
/** A screen of the tab in the state in which it is looked at. */
export interface Screen {
  readonly name: string;
  readonly query: string;
  readonly before?: (stub: StubApi) => void;
  readonly ready: (tab: FrameLocator) => Promise<void>;
}

const stopped = { filed: 'stopped', abilities: { ...noAbilities, resolve: true, settle: true } } as const;

const judged = {
  status: 'routed-elsewhere',
  triageOutcome: 'route-pastoral',
  triagedAt: '2026-12-10T08:10:00.000Z',
  decisions: 2,
  addenda: [{ at: '2026-12-10T08:09:00.000Z', by: 'Daniel Osei', words: 'She is with me now.', filed: 'received' }],
} as const;

/** Ellie's entry is put under another child, on the screen, and the register is opened. */
async function moveEllie(tab: FrameLocator): Promise<void> {
  await tab.getByRole('button', { name: 'Wrong child' }).click();
  await tab.getByRole('radio').first().check();
  await tab.getByLabel('How do you know?').fill('She was away that day.');
  await tab.getByRole('button', { name: 'Put it under this child' }).click();
  await tab.getByText('C-2026-0148').first().waitFor();
  await tab.getByRole('link', { name: 'Concerns' }).first().click();
  await tab.getByRole('link', { name: 'Misfiled entries' }).click();
}

/** Every page of meetings, letters, briefings and channels, and what opens on it. */
export const screensOfMeetings: readonly Screen[] = [
  ...meetingScreens,
  ...reportScreens,
  ...bringsScreens,
  ...briefingScreens,
  ...letterScreens,
  ...channelScreens,
];

/** Every other page there is, and what opens on it. */
export const screens: readonly Screen[] = [
  ...screensOfRights,
  ...caseScreens,
  ...journalScreens,
  { name: 'list', query: 'person=priya', ready: (tab) => tab.getByText('Ellie Marsden').waitFor() },
  {
    name: 'filtered',
    query: 'person=priya',
    ready: async (tab) => {
      await tab.getByRole('link', { name: 'Mine 1' }).click();
      await tab.getByRole('link', { name: 'Immediate danger 1' }).click();
      await tab.getByRole('heading', { name: 'Nothing matches this filter' }).waitFor();
    },
  },
  {
    name: 'misfile',
    query: `person=priya&sub=${ellie}`,
    ready: async (tab) => {
      await tab.getByRole('button', { name: 'Wrong child' }).click();
      await tab.getByRole('button', { name: 'Put it under this child' }).click();
      await tab.getByText('Choose or write one.').waitFor();
    },
  },
  {
    name: 'misfiled',
    query: `person=priya&sub=${ellie}`,
    ready: async (tab) => {
      await moveEllie(tab);
      await tab.getByText('Goes on as').waitFor();
    },
  },
  {
    name: 'misfiled-entry',
    query: `person=priya&sub=${ellie}`,
    ready: async (tab) => {
      await moveEllie(tab);
      await tab.getByRole('link', { name: 'C-2026-0146' }).click();
      await tab.getByText('Stood under').waitFor();
    },
  },
  {
    name: 'report',
    query: 'person=daniel',
    ready: async (tab) => {
      await tab.getByRole('link', { name: 'Report a concern' }).click();
      await tab.getByRole('button', { name: 'Send report' }).click();
      await tab.getByText('3 questions need an answer.').first().waitFor();
    },
  },
  {
    name: 'receipt',
    query: 'person=daniel',
    ready: async (tab) => {
      await tab.getByRole('link', { name: 'Report a concern' }).click();
      await tab.getByLabel('Which child?').fill('Mia H');
      await tab.getByLabel('What was seen or heard?').fill('She had no coat.');
      await tab.getByRole('radio', { name: 'Not sure' }).check();
      await tab.getByRole('button', { name: 'Send report' }).click();
      await tab.getByRole('radio', { name: 'Mia Hartley' }).waitFor();
    },
  },
  {
    name: 'keys',
    query: 'person=priya',
    ready: async (tab) => {
      await tab.getByText('Ellie Marsden').waitFor();
      await tab.getByRole('button', { name: 'Keys' }).click();
      await tab.getByRole('dialog').waitFor();
    },
  },
  { name: 'reports', query: 'person=daniel', ready: (tab) => tab.getByText('C-2026-0143').waitFor() },
  { name: 'concern', query: `person=priya&sub=${ellie}`, ready: (tab) => tab.getByText('Uncle Ray').waitFor() },
  {
    name: 'child',
    query: `person=priya&sub=${ellie}`,
    ready: async (tab) => {
      await tab.getByRole('link', { name: 'More about Ellie Marsden' }).click();
      await tab.getByText('C-2026-0102').waitFor();
    },
  },
  {
    name: 'child-left',
    query: `person=priya&sub=${ellie}`,
    ready: async (tab) => {
      await tab.getByRole('link', { name: 'More about Ellie Marsden' }).click();
      await tab.getByRole('link', { name: 'Tom Marsden' }).click();
      await tab.getByText('No concern that you may see').waitFor();
    },
  },
  {
    name: 'agencies',
    query: 'person=priya',
    ready: async (tab) => {
      await tab.getByRole('link', { name: 'Agencies' }).click();
      await tab.getByText('Retired (1)').click();
      await tab.getByRole('button', { name: 'Add an agency' }).click();
      await tab.getByRole('button', { name: 'Add', exact: true }).click();
      await tab.getByText('Write its name.').waitFor();
    },
  },
  {
    name: 'health',
    query: 'person=leila',
    ready: async (tab) => {
      await tab.getByRole('button', { name: 'Look now' }).click();
      await tab.getByText('2 faults, 1 warning', { exact: true }).waitFor();
      await tab.getByText('SharePoint 2 in order').click();
    },
  },
  {
    name: 'which-child',
    query: `person=priya&sub=${mia}`,
    ready: async (tab) => {
      await tab.getByRole('button', { name: 'Which child is this?' }).click();
      await tab.getByRole('radio').first().waitFor();
    },
  },
  {
    name: 'filing-stopped',
    query: `person=priya&sub=${ellie}`,
    before: ({ concerns: [first] }) => Object.assign(first!, stopped),
    ready: async (tab) => {
      await tab.getByRole('button', { name: 'Let this stand and file it' }).click();
      await tab.getByText('Choose one of the two').first().waitFor();
    },
  },
  {
    name: 'changed-outside',
    query: `person=priya&sub=${ellie}`,
    before: ({ concerns: [first] }) => Object.assign(first!, { outside: 2, removedAt: '2026-12-10T08:14:00.000Z' }),
    ready: (tab) => tab.getByText('Changed outside Lantern: Urgency').waitFor(),
  },
  {
    name: 'unchecked',
    query: 'person=priya',
    before: (stub) => (stub.checked = '400 late'),
    ready: (tab) => tab.getByText('could last check SharePoint 6 min ago').waitFor(),
  },
  {
    name: 'judge',
    query: `person=priya&sub=${ellie}`,
    ready: async (tab) => {
      await tab.getByRole('button', { name: 'Judge this concern' }).click();
      await tab.getByLabel('What does this need?').selectOption('Pass to the pastoral team');
      await tab.getByRole('button', { name: 'Save this judgement' }).click();
      await tab.getByText('Write the reason.').waitFor();
    },
  },
  {
    name: 'low-level',
    query: `person=priya&sub=${ellie}`,
    ready: async (tab) => {
      await tab.getByRole('button', { name: 'File as low-level' }).click();
      await tab.getByText('C-2026-0139').waitFor();
    },
  },
  {
    name: 'judged',
    query: `person=priya&sub=${ellie}`,
    before: ({ concerns: [first] }) => Object.assign(first!, judged),
    ready: (tab) => tab.getByText('a delivery').waitFor(),
  },
  {
    name: 'passed-to-team',
    query: 'person=kayleigh',
    ready: (tab) => tab.getByText('meet him at the gate').waitFor(),
  },
  {
    name: 'found',
    query: 'person=priya',
    ready: async (tab) => {
      await tab.getByRole('searchbox').fill('nobody at all');
      await tab.getByRole('button', { name: 'Find' }).click();
      await tab.getByText('Nothing found').waitFor();
    },
  },
  {
    name: 'not-found',
    query: `person=priya&sub=${'a'.repeat(32)}`,
    ready: (tab) => tab.getByText('ask your safeguarding lead').waitFor(),
  },
];
