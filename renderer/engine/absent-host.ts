import type { EngineHost, HostChannelState } from './api.ts';

const nowhere: HostChannelState = { network: null, name: '', reachable: false, accreditation: null, loweredTo: null };

/** Stands in until the interface has connected the real host: no network, no channel. */
export const absentHost: EngineHost = {
  configureChannel: async () => 'profile-refused',
  forgetChannel: async () => undefined,
  channelState: async () => nowhere,
  lowerChannel: async () => nowhere,
};
