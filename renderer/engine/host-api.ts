import type { MarkingId } from '../../core/ids.ts';

/**
 * What the engine needs of the process around it. In the app this is the bridge to the main process,
 * which alone reaches the network: requests go to `app://rapporteur/sync/<database>/…`.
 */
export interface EngineHost {
  configureChannel(configuration: ChannelConfiguration): Promise<'configured' | 'profile-refused'>;
  forgetChannel(): Promise<void>;
  channelState(): Promise<HostChannelState>;
  lowerChannel(to: MarkingId | 'nothing' | null): Promise<HostChannelState>;
}

export interface ChannelConfiguration {
  /** The signed profile file, as it was opened. */
  readonly profile: Uint8Array;
  readonly credential: { readonly user: string; readonly password: string } | null;
  /** The level of each database; `null` for the directory. */
  readonly databases: readonly { readonly name: string; readonly marking: MarkingId | null }[];
  readonly ceiling: MarkingId;
}

export interface HostChannelState {
  readonly network: string | null;
  /** Why no network is recognised, where the main process knows: `server-absent`, `wrong-server`… */
  readonly obstacle?: string | null;
  readonly name: string;
  readonly reachable: boolean;
  readonly accreditation: string | null;
  readonly loweredTo: string | null;
}
