import { refuse, type Result } from '../perform/problem.ts';

const shape = /^[0-9a-f]{32}$/;

/** The form key in a body (`form`): 128 bits as 32 lower-case hexadecimal digits. */
export function formKeyOf(body: unknown): Result<string> {
  const form = typeof body === 'object' && body !== null && 'form' in body ? body.form : undefined;
  if (typeof form === 'string' && shape.test(form)) return { ok: true, answer: form };
  return refuse('invalid-input', [
    { name: 'form', message: 'The form’s key is missing or damaged. Open the form again and send it once more.' },
  ]);
}
