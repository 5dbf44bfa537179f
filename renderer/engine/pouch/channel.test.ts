import { expect, test } from 'vitest';
import { defaultScheme } from '../../../core/markings/default-scheme.ts';
import type { HostChannelState } from '../api.ts';
import { channelState, policyChannel } from './channel.ts';

const office: HostChannelState = { network: 'office', name: 'Office', reachable: true, accreditation: 'SENSITIVE', loweredTo: null };
const state = (changed: Partial<HostChannelState> = {}) => channelState({ ...office, ...changed }, defaultScheme);

test('markings stand for their names', () => {
  expect(state().accreditation?.rank).toBe(10);
  expect(state({ loweredTo: 'UNCLASSIFIED' }).loweredTo).toMatchObject({ id: 'UNCLASSIFIED' });
  expect(state({ loweredTo: 'nothing' }).loweredTo).toBe('nothing');
  expect(policyChannel(state())).toMatchObject({ network: 'office', name: 'Office', loweredTo: null });
});

test('an accreditation that nobody knows accredits to nothing', () => {
  expect(state({ accreditation: 'COSMIC' }).accreditation).toBeNull();
  expect(state({ accreditation: null }).accreditation).toBeNull();
});

test('a lowering that nobody knows lowers to nothing', () => {
  expect(state({ loweredTo: 'COSMIC' }).loweredTo).toBe('nothing');
});
