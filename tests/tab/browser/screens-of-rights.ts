import type { Screen } from './screens-to-look-at.ts';

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
    name: 'matter-stopped',
    query: `person=margaret&sub=m-${'9'.repeat(32)}`,
    ready: async (tab) => {
      await tab.getByRole('button', { name: 'Let this stand and file it' }).click();
      await tab.getByText('Choose one of the two.').first().waitFor();
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
    name: 'receipt-adult',
    query: 'person=daniel',
    ready: async (tab) => {
      await tab.getByRole('link', { name: 'Report a concern' }).click();
      await tab.getByRole('radio', { name: 'An adult who works or volunteers here' }).check();
      await tab.getByRole('radio', { name: 'Yes, about the headteacher' }).check();
      await tab.getByLabel('Which adult?').fill('Mrs Eaves');
      await tab.getByLabel('What did you see or hear?').fill('She shouted.');
      await tab.getByRole('button', { name: 'Send report' }).click();
      await tab.getByText('S-7K3Q-9RTD').waitFor();
    },
  },
  {
    name: 'roles',
    query: 'person=margaret',
    ready: async (tab) => {
      await tab.getByRole('link', { name: 'Roles' }).click();
      await tab.getByText('Over (1)').click();
      await tab.getByRole('button', { name: 'End: Nisha Bakshi' }).click();
      await tab.getByRole('button', { name: 'Give a role' }).click();
      await tab.getByRole('button', { name: 'Give the role' }).click();
      await tab.getByText('Choose a role.').waitFor();
    },
  },
  {
    name: 'trust-lead',
    query: 'person=colm',
    ready: async (tab) => {
      await tab.getByRole('link', { name: 'Roles' }).click();
      await tab.getByRole('button', { name: 'Give a role' }).click();
      await tab.getByLabel('School').selectOption('Every school I answer for (2)');
      await tab.getByRole('combobox', { name: 'Role' }).selectOption('Trust safeguarding lead');
      await tab.getByRole('searchbox').fill('Mary Ashdown');
      await tab.getByRole('button', { name: 'Look up' }).click();
      await tab.getByText('Several bear this name.').first().waitFor();
    },
  },
  {
    name: 'role-days',
    query: 'person=margaret',
    ready: async (tab) => {
      await tab.getByRole('link', { name: 'Roles' }).click();
      await tab.getByRole('button', { name: /^Change days: Tom/ }).click();
      await tab.getByRole('button', { name: 'Save the days' }).waitFor();
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
];
