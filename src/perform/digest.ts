export { sha256 } from '../journal/chain.ts';
