import { noAbilities } from '../../support/stub-concerns.ts';
import type { Screen } from './screens-to-look-at.ts';

const ellie = '0'.repeat(31) + '1';

/** What somebody may do with a case that they were given. */
const onlyAdding = { ...noAbilities, lead: false, addAddendum: true } as const;

/** The pages on who may see what, who has seen it, and concerns about adults. */
export const screensOfRights: readonly Screen[] = [
  {
    name: 'matters',
    query: 'person=margaret',
    ready: async (tab) => {
      await tab.getByRole('link', { name: 'Concerns about adults' }).click();
      await tab.getByText('S-7K3Q-9RTD').waitFor();
    },
  },
  {
    name: 'matter',
    query: `person=margaret&sub=m-${'7'.repeat(32)}`,
    ready: async (tab) => {
      await tab.getByRole('button', { name: 'Judge this' }).click();
      await tab.getByRole('button', { name: 'Save the judgement' }).click();
      await tab.getByText('Choose what it is.').waitFor();
    },
  },
  {
    name: 'report-adult',
    query: 'person=daniel',
    ready: async (tab) => {
      await tab.getByRole('link', { name: 'Report a concern' }).click();
      await tab.getByRole('radio', { name: 'An adult who works or volunteers here' }).check();
      await tab.getByRole('button', { name: 'Send report' }).click();
      await tab.getByText('3 questions need an answer.').first().waitFor();
    },
  },
  {
    name: 'roles',
    query: 'person=margaret',
    ready: async (tab) => {
      await tab.getByRole('link', { name: 'Roles' }).click();
      await tab.getByText('Over (1)').click();
      await tab.getByRole('button', { name: 'End: Tom Whitlock' }).click();
      await tab.getByRole('button', { name: 'Give a role' }).click();
      await tab.getByRole('button', { name: 'Give the role' }).click();
      await tab.getByText('Choose a role.').waitFor();
    },
  },
  {
    name: 'need-to-know',
    query: 'person=priya',
    ready: async (tab) => {
      await tab.getByRole('link', { name: 'Need to know' }).click();
      await tab.getByText('Over (1)').click();
      await tab.getByRole('button', { name: /^End: Tom Whitlock/ }).click();
      await tab.getByRole('button', { name: 'Keep it' }).waitFor();
    },
  },
  {
    name: 'conflict',
    query: 'person=priya',
    ready: async (tab) => {
      await tab.getByRole('link', { name: 'Need to know' }).click();
      await tab.getByRole('button', { name: 'Declare a conflict of interest' }).click();
      await tab.getByRole('searchbox').fill('Mia Hughes');
      await tab.getByRole('button', { name: 'Look up' }).click();
      await tab.getByRole('radio').first().waitFor();
      await tab.getByRole('button', { name: 'Declare', exact: true }).click();
      await tab.getByText('Choose somebody.').waitFor();
    },
  },
  {
    name: 'break-glass',
    query: 'person=kayleigh',
    ready: async (tab) => {
      await tab.getByRole('link', { name: 'Need to know' }).click();
      await tab.getByRole('button', { name: 'Open a child’s file by break-glass' }).click();
      await tab.getByRole('searchbox').fill('Ellie Marsden');
      await tab.getByRole('button', { name: 'Look up' }).click();
      await tab.getByRole('radio').first().check();
      await tab.getByRole('button', { name: 'Break the glass' }).click();
      await tab.getByText('Confirm that the leads are told.').waitFor();
    },
  },
  {
    name: 'circle',
    query: `person=priya&sub=${ellie}`,
    ready: async (tab) => {
      await tab.getByRole('button', { name: 'Give somebody this case' }).click();
      await tab.getByRole('button', { name: 'Give the case' }).click();
      await tab.getByText('Choose somebody.').waitFor();
    },
  },
  {
    name: 'given-case',
    query: `person=kayleigh&sub=${ellie}`,
    before: ({ concerns: [first] }) => Object.assign(first!, { abilities: onlyAdding }),
    ready: (tab) => tab.getByText('gave you this case').waitFor(),
  },
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
    name: 'seen',
    query: 'person=margaret',
    ready: async (tab) => {
      await tab.getByRole('link', { name: 'Journal' }).click();
      await tab.getByRole('link', { name: 'Who has seen it' }).first().click();
      await tab.getByText('One by one').first().click();
    },
  },
];
