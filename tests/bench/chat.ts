import { randomUUID } from 'node:crypto';
import { castMember, demo } from '../../src/local/cast.ts';
import type { Scene } from './scene.ts';

/** A form as it came: what its button carries. */
export type Form = Readonly<Record<string, unknown>>;

/** A teacher's own chat with Lantern, as Teams speaks to the bot: signed activities over HTTP. */
export interface Chat {
  openForm(): Promise<Form>;
  /** Sends a form in. @returns the concern's reference, from its receipt. @throws Error when no receipt comes back */
  submit(form: Form): Promise<string>;
}

const serviceUrl = 'https://smba.trafficmanager.net/daniel/';
const words =
  'Ellie was very quiet today. She said, “Uncle Ray gets angry when Mum is out.” Then she asked me not to tell.';
const report = { who: 'Ellie Marsden 7B', words, safeNow: 'not-sure', when: 'just now' };

interface CardAnswer {
  readonly value?: { readonly actions?: readonly { readonly verb?: string; readonly data?: Form }[] };
}

export function openChat({ tenant, lantern }: Pick<Scene, 'tenant' | 'lantern'>): Chat {
  const daniel = castMember('daniel');
  const token = tenant.signChannelToken({ serviceUrl, audience: demo.botAppId });

  async function press(verb: string, data: Form): Promise<string> {
    const answer = await fetch(`${lantern.origin}/api/messages`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
      body: JSON.stringify({
        ...{ type: 'invoke', name: 'adaptiveCard/action', id: randomUUID(), channelId: 'msteams', serviceUrl },
        from: { id: '29:daniel', name: daniel.name, aadObjectId: daniel.id },
        recipient: { id: `28:${demo.botAppId}`, name: 'Lantern' },
        conversation: { id: 'a:personal-daniel', tenantId: demo.tenantId, conversationType: 'personal' },
        channelData: { tenant: { id: demo.tenantId } },
        value: { action: { type: 'Action.Execute', verb, data }, trigger: 'manual' },
      }),
    });
    if (!answer.ok) throw new Error(`the bot answered ${answer.status} to ${verb}`);
    return answer.text();
  }

  return {
    async openForm() {
      const { value } = JSON.parse(await press('open-report', {})) as CardAnswer;
      const data = value?.actions?.find(({ verb }) => verb === 'report-concern')?.data;
      if (!data) throw new Error('no form came back');
      return data;
    },
    async submit(form) {
      const answer = await press('report-concern', { ...form, ...report });
      // A card may write a reference with Markdown's signs escaped.
      const ref = /\bC-\d{4}-\d{4,}\b/.exec(answer.replaceAll('\\', ''))?.[0];
      if (ref === undefined) throw new Error(`no receipt came back: ${answer.slice(0, 300)}`);
      return ref;
    },
  };
}

/** Opens forms a few at a time. */
export async function openForms(chat: Chat, count: number): Promise<readonly Form[]> {
  const forms: Form[] = [];
  while (forms.length < count) {
    const some = Math.min(4, count - forms.length);
    forms.push(...(await Promise.all(Array.from({ length: some }, () => chat.openForm()))));
  }
  return forms;
}
