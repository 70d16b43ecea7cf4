import type { ValuesOf } from '../../records/fields.ts';
import type { decisionFields } from './fields.ts';

type Decided = Required<ValuesOf<typeof decisionFields>>;

/** What a lead says when they judge a concern. Which parts an outcome asks for stands in `triageRules`. */
export type Judgement = Pick<Decided, 'outcome' | 'urgency' | 'reason' | 'parents'> &
  Partial<Pick<Decided, 'levelOfNeed' | 'nextStep' | 'actionRef' | 'parentsReason' | 'childVoice'>> & {
    /** For the team that it is passed to. */
    readonly line?: string;
  };
