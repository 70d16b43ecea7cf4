import type { GraphAnswer } from '../ports/graph.ts';
import { faultIn } from './answers.ts';

/** A list that Graph does not show. */
export class ListFault extends Error {
  /** @param answer what Graph said; without one, there is no such list */
  constructor(list: string, answer: GraphAnswer | undefined) {
    const why = answer
      ? `Graph answered ${answer.status} ${faultIn(answer).code}.`
      : 'it is not there. Run npm run provision.';
    super(`SharePoint does not show the list “${list}”: ${why}`);
    this.name = 'ListFault';
  }
}
