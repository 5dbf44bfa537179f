import { Select } from '@mantine/core';
import type { MarkingId } from '../../../../core/ids.ts';
import type { ChannelState } from '../../../engine/api.ts';
import { useQueryClient } from '@tanstack/react-query';
import { bridge } from '../../engine-client/bridge.ts';
import { useEngine, useEngineQuery } from '../../engine-client/engine-context.tsx';
import { ClockNotice } from '../../kit/clock-notice.tsx';
import { useMarkings } from '../../kit/marking-band.ts';
import { useWords } from '../../words/words.ts';
import classes from './pouch.module.css';

const asAccredited = 'as-accredited';
const nothing = 'nothing';

/** What the laptop is on, and how far the person wants to trust it: lower, never higher. */
export function Channel({ channel }: { channel: ChannelState }) {
  const say = useWords('pouch');
  return (
    <div className={classes['channel']}>
      <p>
        {say('channel.title')} <span className={classes['network']}>{channel.name === '' ? say('channel.nowhere') : channel.name}</span>.{' '}
        {channel.accreditation === null ? say('channel.accredited-nothing') : say('channel.accredited', { level: channel.accreditation.short })}{' '}
        {channel.loweredTo === null ? null : say('channel.lowered')}{' '}
        {channel.network !== null && !channel.reachable ? say('channel.unreachable') : null} <Obstacle />
      </p>
      <ClockNotice />
      {channel.accreditation === null ? null : <Trust channel={channel} accreditation={channel.accreditation} />}
    </div>
  );
}

/** Why no network is recognised, as far as the main process knows. */
function Obstacle() {
  const say = useWords('pouch');
  const obstacle = useEngineQuery(['pouch', 'obstacle'], () => bridge().call('channel:state', undefined)).data?.obstacle;
  return obstacle === undefined || obstacle === null ? null : say(`channel.obstacle.${obstacle}`);
}

function Trust({ channel, accreditation }: { channel: ChannelState; accreditation: NonNullable<ChannelState['accreditation']> }) {
  const say = useWords('pouch');
  const engine = useEngine();
  const client = useQueryClient();
  const lower = useMarkings()
    .filter((one) => one.rank < accreditation.rank)
    .toSorted((one, other) => other.rank - one.rank);
  const choices = [
    { value: asAccredited, label: say('channel.as-accredited', { level: accreditation.short }) },
    ...lower.map((one) => ({ value: one.id as string, label: say('channel.up-to', { level: one.short }) })),
    { value: nothing, label: say('channel.nothing') },
  ];
  const now = channel.loweredTo === null ? asAccredited : channel.loweredTo === 'nothing' ? nothing : channel.loweredTo.id;
  const choose = async (value: string | null) => {
    if (value === null) return;
    await engine.pouch.lower(value === asAccredited ? null : value === nothing ? 'nothing' : (value as MarkingId));
    await Promise.all([client.invalidateQueries({ queryKey: ['pouch'] }), client.invalidateQueries({ queryKey: ['today'] })]);
  };
  return (
    <div className={classes['trust']}>
      <span>{say('channel.trust')}</span>
      <Select aria-label={say('channel.label')} data={choices} value={now} onChange={(value) => void choose(value)} />
    </div>
  );
}
