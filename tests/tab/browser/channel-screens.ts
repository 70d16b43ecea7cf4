import type { Screen } from './screens-to-look-at.ts';

/** The tab of a channel, and the page on which it is put there. */
export const channelScreens: readonly Screen[] = [
  {
    name: 'channel-tab',
    query: 'person=daniel&channel=priya',
    ready: async (tab) => {
      await tab.getByRole('button', { name: 'Show older minutes' }).click();
      await tab.getByText('Overdue').waitFor();
    },
  },
  {
    name: 'channel-tab-empty',
    query: 'person=daniel&channel=daniel',
    ready: (tab) => tab.getByRole('heading', { name: 'No minutes stand here yet' }).waitFor(),
  },
  {
    name: 'channel-tab-elsewhere',
    query: 'person=daniel&channel=priya',
    before: (stub) => void stub.mishaps.push({ on: 'GET /api/channels/', code: 'not-found', status: 404 }),
    ready: (tab) => tab.getByRole('heading', { name: 'Nothing is shown here' }).waitFor(),
  },
  {
    name: 'channel-settings',
    query: 'person=priya&channel=priya&add=yes',
    ready: (tab) => tab.getByText('All is ready: save the tab.').first().waitFor(),
  },
  {
    name: 'channel-settings-not-set-up',
    query: 'person=priya&channel=daniel&add=yes',
    ready: (tab) => tab.getByText('You can add the tab already').first().waitFor(),
  },
];
