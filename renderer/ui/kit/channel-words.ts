import type { TFunction } from 'i18next';
import type { ChannelState } from '../../engine/api.ts';

/** What the laptop is on, and what that is trusted with. */
export function channelInWords(channel: ChannelState, say: TFunction<'kit'>): string {
  const { name } = channel;
  if (name === '') return say('channel.nowhere');
  if (channel.loweredTo === 'nothing') return say('channel.lowered-nothing', { name });
  if (channel.loweredTo !== null) return say('channel.lowered', { name, level: channel.loweredTo.short });
  if (channel.accreditation === null) return say('channel.accredited-nothing', { name });
  if (!channel.reachable) return say('channel.unreachable', { name });
  return say('channel.accredited', { name, level: channel.accreditation.short });
}
