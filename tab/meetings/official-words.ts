import type { OfficialMinutes } from '../../src/areas/meetings/contract.ts';
import { schoolDate } from '../actions/school-date.ts';

/** What has to be done next about the official minutes, in a few words. */
export function officialText({ step, dueOn, receivedOn, check }: OfficialMinutes): string {
  const [due, received] = [dueOn && schoolDate(dueOn), receivedOn && schoolDate(receivedOn)];
  switch (step) {
    case 'say-when':
      return 'Say by when they are expected.';
    case 'wait':
      return `Expected by ${due}.`;
    case 'chase':
      return `They were expected by ${due}. Ask for them.`;
    case 'check':
      return `They came on ${received}. Read them against what you know.`;
    case 'send':
      return `They came on ${received}, and something in them is wrong. Send it on.`;
    case 'done':
      return check === 'accurate'
        ? `They came on ${received}, and they are right.`
        : `They came on ${received}; what is wrong in them was sent on.`;
  }
}
