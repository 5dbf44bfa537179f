import { MultiSelect, NumberInput, Select, Switch } from '@mantine/core';
import { useState } from 'react';
import type { NetworkId } from '../../../../core/ids.ts';
import type { Settings } from '../../../engine/api.ts';
import { useEngineQuery } from '../../engine-client/engine-context.tsx';
import { useWords } from '../../words/words.ts';
import { useChangeSettings } from './change-settings.ts';
import classes from './settings.module.css';

type Budget = NonNullable<Settings['dataBudget']>;

/** As sizes are shown elsewhere, by 1024. */
const megabyte = 1024 * 1024;
const most = 100_000;
const usual: Budget = { bytes: 50 * megabyte, per: 'month', networks: [] };

/** A limit to what goes and comes without being asked: for lines that are paid by the megabyte. */
export function DataBudgetSettings({ budget }: { budget: Budget | null }) {
  const say = useWords('pouch');
  const change = useChangeSettings();
  return (
    <>
      <Switch label={say('budget.limit')} description={say('budget.about')} checked={budget !== null} onChange={(event) => void change({ dataBudget: event.currentTarget.checked ? usual : null })} />
      {budget === null ? null : <Limits budget={budget} onChange={(next) => void change({ dataBudget: { ...budget, ...next } })} />}
    </>
  );
}

function Limits({ budget, onChange }: { budget: Budget; onChange: (change: Partial<Budget>) => void }) {
  const say = useWords('pouch');
  const networks = useEngineQuery(['surroundings', 'profile'], (engine) => engine.organisation.profile()).data?.networks ?? [];
  const [typed, setTyped] = useState<number | null>(null);
  const shown = typed ?? Math.round(budget.bytes / megabyte);
  const settle = () => {
    if (typed !== null && typed >= 1 && typed <= most) onChange({ bytes: Math.round(typed) * megabyte });
    setTyped(null);
  };
  return (
    <div className={classes['limits']}>
      <NumberInput
        label={say('budget.megabytes')}
        value={shown}
        min={1}
        max={most}
        allowDecimal={false}
        allowNegative={false}
        hideControls
        onChange={(value) => setTyped(typeof value === 'number' ? value : null)}
        onBlur={settle}
        onKeyDown={(event) => event.key === 'Enter' && settle()}
      />
      <Select
        label={say('budget.per')}
        data={(['day', 'month'] as const).map((value) => ({ value, label: say(`budget.per-${value}`) }))}
        value={budget.per}
        onChange={(value) => value !== null && onChange({ per: value })}
      />
      <MultiSelect
        label={say('budget.networks')}
        placeholder={budget.networks.length === 0 ? say('budget.all-networks') : ''}
        data={networks.map(({ id, name }) => ({ value: id as string, label: name }))}
        value={[...budget.networks]}
        onChange={(chosen) => onChange({ networks: chosen as NetworkId[] })}
      />
    </div>
  );
}
