import { describe, expect, it } from 'vitest';
import { faultOf } from '../../../bot/framework/fault.ts';

describe('a fault for the log', () => {
  it('names the class and the place', () => {
    const { error, at } = faultOf(new TypeError('Ellie said something'));
    expect(error).toBe('TypeError');
    expect(at).toMatch(/^fault\.test\.ts:\d+$/);
  });

  it('names a code', () => {
    expect(faultOf(Object.assign(new Error('x'), { code: 'SQLITE_BUSY' })).code).toBe('SQLITE_BUSY');
  });

  it('holds nothing of the message, also when that looks like a stack', () => {
    const message = 'Uncle Ray\n    at Ellie (/home/ray:1:2)\nand more';
    expect(JSON.stringify(faultOf(new Error(message)))).not.toMatch(/Ray|ray|Ellie/);
  });

  it('names the kind of anything else that was thrown', () => {
    expect(faultOf('Ellie')).toEqual({ error: 'string' });
  });
});
