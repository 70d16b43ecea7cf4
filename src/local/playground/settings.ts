import type { CastMember } from '../cast.ts';

export interface PlaygroundPeople {
  /** Whose window it is. */
  readonly person: CastMember;
  /** At least five further people; a Playground has room for exactly five, so the rest stay away. */
  readonly others: readonly CastMember[];
}

export interface PlaygroundIds {
  readonly tenantId: string;
  readonly botAppId: string;
  /** Microsoft 365 group behind the team, a GUID. */
  readonly teamGroupId: string;
}

/** Id of the team in somebody's window, and of its general channel. */
export const teamOf = (key: string): string => `team-${key}`;
/** Its channel beside that. */
export const triageOf = (key: string): string => `channel-triage-${key}`;
export const triageName = 'Triage';

/** Id of a person's own chat with the bot. */
export const personalChat = (key: string): string => `personal-${key}`;

/** Spelling of the Playground's own, where it looks odd. */
const user = ({ key, id, name, userPrincipalName }: CastMember) => {
  const [givenName = name, surname = ''] = name.split(' ');
  return {
    id: `29:${key}`,
    aadObjectId: id,
    name,
    givenName,
    surname,
    userPrincipleName: userPrincipalName,
    email: userPrincipalName,
  };
};

/**
 * The settings of one person's Playground, in the shape that version 0.2.28 reads from `.m365agentsplayground.yml`.
 * Ids stay the same from start to start, so that what Lantern keeps about a conversation stays true.
 */
export const playgroundSettings = (
  { person, others }: PlaygroundPeople,
  { tenantId, botAppId, teamGroupId }: PlaygroundIds,
) => ({
  version: '0.1.1',
  tenantId,
  bot: { id: `28:${botAppId}`, name: 'Lantern' },
  currentUser: user(person),
  users: others.slice(0, 5).map(user),
  personalChat: { id: personalChat(person.key) },
  groupChat: { id: `group-${person.key}`, name: 'Group chat' },
  team: {
    id: teamOf(person.key),
    name: `Safeguarding team (${person.name}’s window)`,
    aadGroupId: teamGroupId,
    channels: [{ id: triageOf(person.key), name: triageName }],
  },
});
