import type { Channel } from '../../../core/clearance/decision.ts';
import type { MarkingId, NetworkId } from '../../../core/ids.ts';
import type { MarkingScheme } from '../../../core/markings/marking.ts';
import { markingOf } from '../../../core/markings/scheme.ts';
import type { ChannelState, HostChannelState } from '../api.ts';

/** What the main process says of the network, in the organisation's markings. */
export function channelState(host: HostChannelState, scheme: MarkingScheme): ChannelState {
  const marking = (id: string | null) => (id === null ? null : markingOf(scheme, id as MarkingId));
  return {
    network: host.network as NetworkId | null,
    name: host.name,
    reachable: host.reachable,
    // A marking that the scheme does not name is above everything: as an accreditation it would open all doors.
    accreditation: host.accreditation !== null && knows(scheme, host.accreditation) ? marking(host.accreditation) : null,
    loweredTo: host.loweredTo === null ? null : lowered(host.loweredTo, scheme),
  };
}

/** The same for the policy, which does not care whether the server answers. */
export function policyChannel(state: ChannelState): Channel {
  return { network: state.network, name: state.name, accreditation: state.accreditation, loweredTo: state.loweredTo };
}

function knows(scheme: MarkingScheme, id: string): boolean {
  return scheme.markings.some((one) => one.id === id);
}

function lowered(to: string, scheme: MarkingScheme): ChannelState['loweredTo'] {
  return to === 'nothing' || !knows(scheme, to) ? 'nothing' : markingOf(scheme, to as MarkingId);
}
