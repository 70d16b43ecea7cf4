import { noAbilities } from '../../support/stub-concerns.ts';
import type { Screen } from './screens-to-look-at.ts';

const ellie = '0'.repeat(31) + '1';
const onlyAdding = { ...noAbilities, lead: false, addAddendum: true } as const;

/** Who may see a single case, and what goes out of it. */
export const caseScreens: readonly Screen[] = [
  {
    name: 'circle',
    query: `person=priya&sub=${ellie}`,
    ready: async (tab) => {
      await tab.getByRole('button', { name: 'Give somebody this case' }).click();
      await tab.getByRole('button', { name: 'Give the case' }).click();
      await tab.getByText('Choose somebody.').waitFor();
      await tab.getByRole('combobox', { name: 'Who' }).selectOption('Daniel Osei, Teacher');
      await tab.getByText('It goes to Daniel Osei').scrollIntoViewIfNeeded();
    },
  },
  {
    name: 'given-case',
    query: `person=kayleigh&sub=${ellie}`,
    before: ({ concerns: [first] }) => Object.assign(first!, { abilities: onlyAdding }),
    ready: (tab) => tab.getByText('gave you this case').waitFor(),
  },
  {
    name: 'file-leaving',
    query: `person=priya&sub=${ellie}`,
    ready: async (tab) => {
      await tab.getByRole('button', { name: /^Download Letter from the GP/ }).click();
      await tab.getByText('It goes to this device').waitFor();
      await tab.getByRole('heading', { level: 2, name: 'Files' }).evaluate((title) => title.scrollIntoView());
    },
  },
  {
    name: 'judge-adult',
    query: `person=priya&sub=${ellie}`,
    ready: async (tab) => {
      await tab.getByRole('button', { name: 'Judge this concern' }).click();
      await tab.getByLabel('What does this need?').selectOption('Concern about an adult in school');
      await tab.getByRole('button', { name: 'Save this judgement' }).click();
      await tab.getByText('Write what is said about them.').waitFor();
    },
  },
];
