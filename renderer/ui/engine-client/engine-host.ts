import type { Bridge } from '../../../electron/preload/bridge.ts';
import type { EngineHost } from '../../engine/api.ts';

/** What the engine needs of the machine, fetched through the bridge. */
export function engineHost(bridge: Bridge): EngineHost {
  return {
    configureChannel: (configuration) =>
      bridge.call('channel:configure', {
        profile: new Uint8Array(configuration.profile),
        credential: configuration.credential,
        databases: configuration.databases.map((one) => ({ ...one })),
        ceiling: configuration.ceiling,
      }),
    forgetChannel: async () => {
      await bridge.call('channel:forget', undefined);
    },
    channelState: () => bridge.call('channel:state', undefined),
    lowerChannel: (to) => bridge.call('channel:lower', { to }),
  };
}
