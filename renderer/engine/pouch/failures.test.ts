import { expect, test } from 'vitest';
import { WireFailure } from './answers.ts';
import { failureOfStop, StorageStop, stopOfReplication } from './failures.ts';

test('an exchange ends with the code that the screen has a sentence for', async () => {
  expect(await failureOfStop(new WireFailure('garbled'))).toEqual({ code: 'server-garbled' });
  expect(await failureOfStop(new StorageStop('storage-full'))).toEqual({ code: 'storage-full' });
  expect(await failureOfStop(new StorageStop('vault-locked'))).toEqual({ code: 'cancelled' });
  expect(await failureOfStop(new DOMException('', 'QuotaExceededError'))).toEqual({ code: 'storage-full' });
  expect(await failureOfStop(new DOMException('', 'UnknownError'))).toEqual({ code: 'storage-failed' });
  expect(await failureOfStop({ error: true, status: 500, name: 'indexed_db_went_bad', reason: 'QuotaExceededError' })).toEqual({ code: 'storage-full' });
  expect(await failureOfStop({ error: true, status: 500, name: 'indexed_db_went_bad', reason: 'unknown' })).toEqual({ code: 'storage-failed' });
});

test('a defect is thrown on', async () => {
  await expect(failureOfStop(new TypeError('defect'))).rejects.toThrow('defect');
});

test('what stops a replication is the wire’s, the server’s or the disk’s', async () => {
  expect(await stopOfReplication(new WireFailure('absent'))).toMatchObject({ code: 'absent' });
  expect(await stopOfReplication(new Error('There was a problem getting docs.'))).toMatchObject({ code: 'faulty' });
  expect(await stopOfReplication({ error: true, status: 500, reason: 'QuotaExceededError' })).toMatchObject({ failure: { code: 'storage-full' } });
});
