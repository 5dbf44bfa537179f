import { describe, expect, test } from 'vitest';
import { admittedRequests, refusedRequests } from '../../test/builders/gateway-requests.ts';
import { admit } from './allow-list.ts';

describe('the allow-list', () => {
  test.each(admittedRequests)('lets %s %s through', (method, target) => expect(admit({ method, target }).admitted).toBe(true));
  test.each(refusedRequests)('stops %s %s', (method, target) => expect(admit({ method, target }).admitted).toBe(false));
});
