import type { Identity } from '../access/types.ts';
import { formFrom } from '../perform/digest.ts';
import { problems, refuse, type Result } from '../perform/problem.ts';
import type { PerformFn } from './parts.ts';
import type { ManyRoute, RouteRequest } from './route.ts';

/** As many as one press may do. */
const most = 50;

/** What became of one of them. */
interface Outcome {
  readonly id: string;
  readonly done: boolean;
  /** Why not, and what to do about it. */
  readonly message?: string;
}

/** Each has a key of its own, made from the form's, so that a second arrival of the form finds each of them done. */
const keyOf = (form: string, id: string) => formFrom(`${form}:${id}`);

/**
 * Performs one use case once for each of several records. Each is an act of its own, whole or not at all, and one that is
 * refused does not keep the others from being done.
 */
export async function performMany(
  route: ManyRoute,
  request: RouteRequest,
  caller: Identity,
  perform: PerformFn,
  form: string,
): Promise<Result<string>> {
  const inputs = route.inputs(request);
  if (inputs.length === 0 || inputs.length > most) return refuse('invalid-input');
  const results: Outcome[] = [];
  for (const { id, input } of inputs) {
    const result = await perform(route.useCase, caller, input, keyOf(form, id));
    if (result.ok) results.push({ id, done: true });
    else {
      const { code, fields } = result.problem;
      results.push({ id, done: false, message: fields?.[0]?.message ?? problems[code] });
    }
  }
  return { ok: true, answer: JSON.stringify({ results }) };
}
