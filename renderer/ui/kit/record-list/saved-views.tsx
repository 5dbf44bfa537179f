import { ActionIcon, Button, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { RecordKind } from '../../../../core/records/kinds.ts';
import type { ListView, SavedView } from '../../../engine/api.ts';
import { useSettings } from '../../engine-client/engine-context.tsx';
import { useKeepSettings } from '../../engine-client/keep-settings.ts';
import { useWords } from '../../words/words.ts';
import { offerUndo } from '../undo.ts';
import classes from './record-list.module.css';

export interface SavedViewsProps {
  readonly kind: RecordKind;
  readonly view: ListView;
  readonly onTake: (view: ListView) => void;
}

/** Ways to look at the list that the person has named; kept sealed with the settings. */
export function SavedViews({ kind, view, onTake }: SavedViewsProps) {
  const say = useWords('kit');
  const [name, setName] = useState('');
  const { views, keep } = useSavedViews();
  const own = views.filter((one) => one.kind === kind);
  const save = async () => {
    const named = name.trim();
    if (named === '') return;
    const others = views.filter((one) => one.kind !== kind || one.name !== named);
    if (await keep([...others, { id: crypto.randomUUID(), kind, name: named, view }])) setName('');
  };
  const remove = async (gone: SavedView) => {
    if (await keep(views.filter((one) => one.id !== gone.id))) offerUndo(say('list.viewRemoved'), () => void keep(views));
  };
  return (
    <div className={classes['views']} role="group" aria-label={say('list.views')}>
      {own.map((one) => (
        <div key={one.id} className={classes['savedView']}>
          <Button variant="subtle" justify="start" fullWidth onClick={() => onTake(one.view)}>{one.name}</Button>
          <ActionIcon variant="subtle" aria-label={say('list.removeView', { name: one.name })} onClick={() => void remove(one)}>×</ActionIcon>
        </div>
      ))}
      <div className={classes['savedView']}>
        <TextInput aria-label={say('list.nameView')} placeholder={say('list.nameView')} maxLength={120} value={name} onChange={(event) => setName(event.currentTarget.value)} onKeyDown={(event) => event.key === 'Enter' && void save()} />
        <Button disabled={name.trim() === ''} onClick={() => void save()}>{say('list.saveView')}</Button>
      </div>
    </div>
  );
}

function useSavedViews() {
  const keepSettings = useKeepSettings();
  const views = useSettings()?.views ?? [];
  return { views, keep: (next: readonly SavedView[]) => keepSettings({ views: next }) };
}
