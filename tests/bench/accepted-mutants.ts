import type { VerifyToken } from '../../src/identity/token-verifier.ts';
import { activity, channelClaims, openBotDoor, type OpenDoor } from '../support/bot-door.ts';
import { unknownKey } from '../support/bot-framework-keys.ts';
import { activityMutants, botTokens, channelTokenMutants, spoofedActivities } from '../support/bot-mutants.ts';
import { foreignUrls } from '../support/foreign-urls.ts';
import { genuineClaims, newKey, sign } from '../support/entra-keys.ts';
import { startTabApi } from '../support/tab-api.ts';
import { changedClaims, forgedTokens, type Changes } from '../support/token-mutants.ts';
import type { Measured } from './figure.ts';

export interface MutantOptions {
  /** Put round the tab's token check, to see that a check that is gone is noticed. */
  readonly around?: (verify: VerifyToken) => VerifyToken;
  /** What the bot's door is opened with beside the usual. */
  readonly door?: Parameters<typeof openBotDoor>[0];
}

/** Whether the genuine one was let in, and which of the others were. */
interface Round {
  readonly door: 'tab' | 'bot';
  readonly tried: number;
  readonly genuine: boolean;
  readonly accepted: readonly string[];
}

async function tabRound(around: (verify: VerifyToken) => VerifyToken): Promise<Round> {
  const [attacker, api] = await Promise.all([newKey('first'), startTabApi({}, around)]);
  const claims = (changes: Changes = {}) => ({ ...genuineClaims(api.clock.seconds()), ...changes });
  const letIn = async (authorization: string) => {
    api.looks.length = 0;
    const { status } = await fetch(`${api.origin}/api/desk`, { headers: { authorization } });
    return status < 400 || api.looks.length > 0;
  };
  try {
    const genuine = await letIn(api.authorization);
    const accepted: string[] = [];
    for (const [what, changes] of changedClaims) {
      const token = await sign(api.key, claims(changes(api.clock.seconds())));
      if (await letIn(`Bearer ${token}`)) accepted.push(what);
    }
    for (const [what, token] of forgedTokens)
      if (await letIn(`Bearer ${await token({ key: api.key, attacker, claims })}`)) accepted.push(what);
    return { door: 'tab', tried: changedClaims.length + forgedTokens.length, genuine, accepted };
  } finally {
    await api.close();
  }
}

async function botRound(parts: MutantOptions['door']): Promise<Round> {
  const [stranger, door] = await Promise.all([unknownKey(), openBotDoor(parts)]);
  const tokens = botTokens(door.keys, stranger);
  const letIn = async (body: unknown, header: string | undefined) => {
    for (const list of [door.events, door.sent] as OpenDoor['events' | 'sent'][]) list.length = 0;
    const { status } = await door.post(body, header);
    return status < 400 || door.events.length > 0 || door.sent.length > 0;
  };
  const mutants: readonly (readonly [what: string, body: unknown, header: Promise<string | undefined>])[] = [
    ...channelTokenMutants.map(([what, , header]) => [what, activity(), Promise.resolve(header(tokens))] as const),
    ...activityMutants.map(([what, , body]) => [what, body(), tokens.bearer()] as const),
    ...foreignUrls.map((url) => [url, activity({ serviceUrl: url }), tokens.bearer({ serviceurl: url })] as const),
    ...spoofedActivities.map(([what, claims, body]) => [what, body(), tokens.signed(claims(tokens))] as const),
  ];
  try {
    const genuine = await letIn(activity(), await tokens.signed(channelClaims()));
    const accepted: string[] = [];
    for (const [what, body, header] of mutants) if (await letIn(body, await header)) accepted.push(what);
    return { door: 'bot', tried: mutants.length, genuine, accepted };
  } finally {
    await door.close();
  }
}

/** Tokens and activities with one thing wrong, at both doors: how many are let in. Counts only where the genuine one is. */
export async function measureAcceptedMutants({
  around = (verify) => verify,
  door,
}: MutantOptions = {}): Promise<Measured> {
  const rounds = [await tabRound(around), await botRound(door)];
  const shut = rounds.filter(({ genuine }) => !genuine).map((round) => round.door);
  const why = shut.length > 0 ? `the genuine one is refused too: ${shut.join(', ')}` : undefined;
  return {
    figures: [
      {
        metric: 'tokens.accepted_mutants',
        value: rounds.reduce((sum, { accepted }) => sum + accepted.length, 0),
        unit: `tokens and activities let in, of ${rounds.reduce((sum, { tried }) => sum + tried, 0)} with one thing wrong`,
        yardstick: null,
        ratio: null,
        ...(why !== undefined && { why }),
      },
    ],
    rounds,
  };
}
