import { openChat, openForms } from './chat.ts';
import type { Measured } from './figure.ts';
import { inScene } from './in-scene.ts';
import type { Scene } from './scene.ts';
import { quantile } from './statistics.ts';

export interface InvokeTimeOptions {
  readonly submits?: number;
  /** One that runs already. It is left running, with a Graph that hardly answers. */
  readonly scene?: Scene;
}

/** A busy morning: so many people press at the same moment. */
const atOnce = 4;
/** Graph answers each call after so many milliseconds. */
const slowly = 30_000;

/** Takes the time from a press of the form's button to its receipt while Graph hardly answers. */
export function measureInvokeTime({ submits = 300, scene: given }: InvokeTimeOptions = {}): Promise<Measured> {
  const measure = async (scene: Scene): Promise<Measured> => {
    const chat = openChat(scene);
    await slowDown(scene);
    const forms = [...(await openForms(chat, submits))];
    const times: number[] = [];
    const refs = new Set<string>();
    const person = async () => {
      for (let form = forms.pop(); form; form = forms.pop()) {
        const began = performance.now();
        refs.add(await chat.submit(form));
        times.push(performance.now() - began);
      }
    };
    await Promise.all(Array.from({ length: atOnce }, person));

    const round = (ms: number) => Math.round(ms * 10) / 10;
    const about = { unit: 'ms', yardstick: null, ratio: null } as const;
    const lost = submits - refs.size;
    return {
      figures: [
        {
          ...{ metric: 'invoke.p99_ms', value: round(quantile(times, 0.99)), ...about },
          ...(lost > 0 && { why: `${lost} of ${submits} submits have no reference of their own` }),
        },
        { metric: 'invoke.p50_ms', value: round(quantile(times, 0.5)), ...about },
      ],
      rounds: times,
    };
  };
  // Its calls to Graph would go on for half a minute, and there is nothing left to learn from them.
  return inScene(given, {}, measure, 'at-once');
}

/** Once what was under way has ended. A Graph that is slow already never lets it end. */
async function slowDown({ tenant, settled }: Scene): Promise<void> {
  if (tenant.faults.current().kind === 'slow') return;
  await settled();
  tenant.faults.set({ kind: 'slow', ms: slowly });
}
