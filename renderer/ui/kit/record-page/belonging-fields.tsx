import type { JwgId } from '../../../../core/ids.ts';
import { natureOf } from '../../../../core/records/field-nature.ts';
import type { RecordKind } from '../../../../core/records/kinds.ts';
import { safeguardsForm } from '../../safeguards/safeguards-form.ts';
import { SafeguardsSection } from '../../safeguards/safeguards-section.tsx';
import { DraftedForField } from '../drafted-for-field.tsx';
import { MarkingPicker } from '../marking-picker.tsx';
import { FormColumns, FormFields } from '../record-fields/form-grid.tsx';
import { RecordField } from '../record-fields/record-field.tsx';
import type { RecordEditing } from './record-editing.ts';
import type { AnyForm } from './record-form.ts';

export interface CommonFieldsProps<Kind extends RecordKind> {
  readonly editing: RecordEditing<Kind>;
  /** Those that the room's own form has already. */
  readonly without?: readonly ('case' | 'jwg' | 'level' | 'safeguards')[];
}

/** What every record has: where it belongs, its level, its safeguards. */
export function CommonFields<Kind extends RecordKind>({ editing, without = [] }: CommonFieldsProps<Kind>) {
  const { kind, level, setLevel, opened, problems } = editing;
  const form = editing.form as unknown as AnyForm;
  const [jwg, safeguards] = form.watch(['jwg', 'safeguards']) as [JwgId | null | undefined, unknown];
  const places = (['case', 'jwg'] as const).filter((name) => !without.includes(name) && natureOf(kind, name) !== null);
  return (
    <FormFields>
      {places.length === 0 ? null : (
        <FormColumns>
          {places.map((name) => (
            <RecordField key={name} name={name} />
          ))}
        </FormColumns>
      )}
      {natureOf(kind, 'draftedFor') === null ? null : <DraftedForField control={form.control} name="draftedFor" jwg={jwg ?? null} />}
      {without.includes('level') ? null : <MarkingPicker level={level} onChange={setLevel} {...(opened.atLeast === null ? {} : { atLeast: opened.atLeast })} />}
      {without.includes('safeguards') ? null : (
        <SafeguardsSection value={safeguardsForm(safeguards)} jwg={jwg ?? null} problems={problems} onChange={(next) => form.setValue('safeguards', next, { shouldDirty: true })} />
      )}
    </FormFields>
  );
}
