import { Button } from '@mantine/core';
import { useState } from 'react';
import type { DeviceId, RecordId } from '../../../../core/ids.ts';
import type { RecordKind } from '../../../../core/records/kinds.ts';
import { useEngine, useEngineQuery } from '../../engine-client/engine-context.tsx';
import { useConfirm } from '../../kit/confirm-dialog.tsx';
import { tellFailure } from '../../kit/tell-failure.tsx';
import { tell } from '../../kit/undo.ts';
import { useWords } from '../../words/words.ts';
import classes from './conflicts.module.css';
import { settleMany, type Preference } from './settle-many.ts';

/** The person's own laptops: what they wrote, wherever they wrote it. */
export function useMyDevices(): ReadonlyMap<DeviceId, 'this' | 'other'> {
  const rows = useEngineQuery(['pouch', 'devices'], (engine) => engine.devices.list()).data ?? [];
  return new Map(rows.map((row) => [row.device, row.current ? 'this' : 'other'] as const));
}

/** Settles all conflicts of these records the same way, after asking. */
export function SettleActs({ rows, fields }: { rows: readonly { readonly kind: RecordKind; readonly record: RecordId }[]; fields: number }) {
  const say = useWords('conflicts');
  const engine = useEngine();
  const confirm = useConfirm();
  const mine = useMyDevices();
  const [working, setWorking] = useState(false);
  const settle = async (preference: Preference) => {
    const title = say(`many.${preference}`);
    if (!(await confirm({ title, body: say(`many.${preference}-about`, { count: fields }), confirm: say('many.act') }))) return;
    setWorking(true);
    const settled = await settleMany(engine.notebook, rows, preference, new Set(mine.keys()));
    setWorking(false);
    if (settled.failure !== null) tellFailure({ code: settled.failure });
    tell([say('many.done', { count: settled.fields }), settled.left === 0 ? '' : say('many.left', { count: settled.left })].join(' ').trim());
  };
  const isIdle = rows.length === 0 || working;
  return (
    <div className={classes['acts']}>
      <Button disabled={isIdle} onClick={() => void settle('latest')}>
        {say('many.latest')}
      </Button>
      <Button disabled={isIdle} onClick={() => void settle('mine')}>
        {say('many.mine')}
      </Button>
      <span role="status">{working ? say('many.working') : ''}</span>
    </div>
  );
}
