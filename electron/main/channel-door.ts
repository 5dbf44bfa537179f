import { app, powerMonitor } from 'electron';
import { join } from 'node:path';
import type { BridgeChannelState } from '../preload/bridge.ts';
import type { Channel } from './channel/channel.ts';
import { refusal } from './channel/refusal.ts';
import type { Handle } from './ipc.ts';

/** How often the laptop's own addresses are compared, and how often the server is asked, in milliseconds. */
const addressesEvery = 5_000;
const serverEvery = 60_000;

const unknownChannel: BridgeChannelState = { network: null, obstacle: null, name: '', reachable: false, accreditation: null, loweredTo: null, clockAhead: null };

export interface ChannelDoor {
  forward(request: Request): Promise<Response>;
  forget(): void;
}

/**
 * The channel as the rest of the main process sees it. What it is made of (schemas, cryptography)
 * is loaded when a notebook that has joined is opened, so that starting does not wait for it.
 */
export function openChannelDoor(handle: Handle, tell: (state: BridgeChannelState) => void): ChannelDoor {
  let channel: Promise<Channel> | null = null;
  const opened = () => (channel ??= loadChannel(tell));
  handle('channel:configure', async ({ profile, ...claims }) => (await opened()).configure(profile, claims));
  handle('channel:state', async () => (await channel)?.state() ?? unknownChannel);
  handle('channel:lower', async ({ to }) => (await opened()).lower(to));
  const forget = () => void channel?.then((open) => open.forget());
  handle('channel:forget', () => {
    forget();
    return null;
  });
  return {
    forget,
    forward: async (request) => (await channel)?.forward(request) ?? refusal('no-channel'),
  };
}

async function loadChannel(tell: (state: BridgeChannelState) => void): Promise<Channel> {
  const [{ Channel }, { joinedOrganisation }, { localNetwork }, { probeServer }] = await Promise.all([
    import('./channel/channel.ts'),
    import('./channel/joined-organisation.ts'),
    import('./channel/local-network.ts'),
    import('./channel/pinned-server.ts'),
  ]);
  const channel = new Channel({
    joined: joinedOrganisation(join(app.getPath('userData'), 'organisation.json')),
    now: () => Date.now(),
    local: localNetwork,
    probe: probeServer,
    tell,
  });
  setInterval(() => void channel.look('when-moved'), addressesEvery).unref();
  setInterval(() => void channel.look(), serverEvery).unref();
  powerMonitor.on('resume', () => void channel.look());
  return channel;
}
