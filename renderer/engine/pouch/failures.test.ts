import { expect, test } from 'vitest';
import { WireFailure } from './answers.ts';
import { failureOfStop, StorageStop, stopOfReplication } from './failures.ts';

test('an exchange ends with the code that the screen has a sentence for', () => {
  expect(failureOfStop(new WireFailure('garbled'))).toEqual({ code: 'server-garbled' });
  expect(failureOfStop(new StorageStop('storage-full'))).toEqual({ code: 'storage-full' });
  expect(failureOfStop(new StorageStop('vault-locked'))).toEqual({ code: 'cancelled' });
  expect(failureOfStop(new DOMException('', 'QuotaExceededError'))).toEqual({ code: 'storage-full' });
  expect(failureOfStop(new DOMException('', 'UnknownError'))).toEqual({ code: 'storage-failed' });
  expect(failureOfStop({ error: true, status: 500, name: 'indexed_db_went_bad', reason: 'QuotaExceededError' })).toEqual({ code: 'storage-full' });
  expect(failureOfStop({ error: true, status: 500, name: 'indexed_db_went_bad', reason: 'unknown' })).toEqual({ code: 'storage-failed' });
});

test('a defect is thrown on', () => {
  expect(() => failureOfStop(new TypeError('defect'))).toThrow('defect');
});

test('what stops a replication is the wire’s, the server’s or the disk’s', () => {
  expect(stopOfReplication(new WireFailure('absent'))).toMatchObject({ code: 'absent' });
  expect(stopOfReplication(new Error('There was a problem getting docs.'))).toMatchObject({ code: 'faulty' });
  expect(stopOfReplication({ error: true, status: 500, reason: 'QuotaExceededError' })).toMatchObject({ failure: { code: 'storage-full' } });
});
