import { Button, Menu, Modal } from '@mantine/core';
import { useState } from 'react';
import type { MarkingId } from '../../../../core/ids.ts';
import type { RecordKind } from '../../../../core/records/kinds.ts';
import { useSurroundings } from '../../engine-client/engine-context.tsx';
import { useWords } from '../../words/words.ts';
import { MarkingPicker } from '../marking-picker.tsx';
import { RecordFormProvider } from '../record-fields/form-context.tsx';
import { RecordField } from '../record-fields/record-field.tsx';
import { useRecordForm, type AnyForm } from '../record-page/record-form.ts';
import { useBulk, type Bulk } from './bulk.ts';
import { useFieldName } from './field-name.ts';
import type { RecordListParts } from './list-parts.ts';
import type { Selection } from './selection.ts';
import classes from './record-list.module.css';

export interface BulkBarProps<Kind extends RecordKind> {
  readonly props: RecordListParts<Kind> & { readonly kind: Kind };
  readonly selection: Selection;
  readonly binned: boolean;
}

/** What can be done with the rows that were chosen. Not there while none are. */
export function BulkBar<Kind extends RecordKind>({ props, selection, binned }: BulkBarProps<Kind>) {
  const say = useWords('kit');
  const bulk = useBulk(props.kind, selection);
  const fieldName = useFieldName(props.kind);
  const [setting, setSetting] = useState<string | null>(null);
  const count = selection.chosen.size;
  if (count === 0) return null;
  return (
    <div className={classes['bulk']} role="toolbar" aria-label={say('bulk.label')}>
      <span role="status">{bulk.progress === null ? say('bulk.count', { count }) : say('bulk.running', bulk.progress)}</span>
      {bulk.progress !== null ? (
        <Button onClick={bulk.stop}>{say('bulk.stop')}</Button>
      ) : binned ? (
        <Button onClick={() => void bulk.move('restore')}>{say('bulk.restore')}</Button>
      ) : (
        <>
          <Menu position="top-start">
            <Menu.Target>
              <Button>{say('bulk.set')}</Button>
            </Menu.Target>
            <Menu.Dropdown>
              {(props.bulk ?? []).map((field) => (
                <Menu.Item key={field} onClick={() => setSetting(field)}>{fieldName(field)}</Menu.Item>
              ))}
              <Menu.Item onClick={() => setSetting('level')}>{say('bulk.raise')}</Menu.Item>
            </Menu.Dropdown>
          </Menu>
          <Button onClick={() => void bulk.move('bin')}>{say('bulk.bin')}</Button>
        </>
      )}
      <Button variant="subtle" onClick={selection.clear}>{say('bulk.clear')}</Button>
      {setting === null ? null : <SetField kind={props.kind} field={setting} count={count} bulk={bulk} onClose={() => setSetting(null)} />}
    </div>
  );
}

interface SetFieldProps {
  readonly kind: RecordKind;
  readonly field: string;
  readonly count: number;
  readonly bulk: Bulk;
  readonly onClose: () => void;
}

/** One value for all of them, in the input that the field has in its form. */
function SetField({ kind, field, count, bulk, onClose }: SetFieldProps) {
  const say = useWords('kit');
  const fieldName = useFieldName(kind);
  const lowest = useSurroundings()?.markings[0]?.id ?? ('UNCLASSIFIED' as MarkingId);
  const [level, setLevel] = useState(lowest);
  const form = useRecordForm(kind, {}) as unknown as AnyForm;
  const set = async () => {
    if (field !== 'level' && !(await form.trigger(field))) return;
    onClose();
    await bulk.set(field === 'level' ? { level } : { fields: { [field]: form.getValues(field) as unknown } });
  };
  return (
    <Modal opened onClose={onClose} title={field === 'level' ? say('bulk.raise') : say('bulk.setField', { field: fieldName(field) })} closeButtonProps={{ 'aria-label': say('close') }}>
      <div className={classes['setField']}>
        <RecordFormProvider kind={kind} form={form} level={level}>
          {field === 'level' ? <MarkingPicker level={level} onChange={setLevel} /> : <RecordField name={field} autoFocus />}
        </RecordFormProvider>
        {field === 'level' ? <p>{say('bulk.levelStays')}</p> : null}
        <div className={classes['setActs']}>
          <Button variant="subtle" onClick={onClose}>{say('cancel')}</Button>
          <Button variant="filled" onClick={() => void set()}>{say('bulk.confirm', { count })}</Button>
        </div>
      </div>
    </Modal>
  );
}
