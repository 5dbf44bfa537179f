import { Checkbox, Radio, Select, TextInput } from '@mantine/core';
import type { JwgId } from '../../../../core/ids.ts';
import type { TextEncoding } from '../../../engine/api.ts';
import { CaseSelect } from '../../kit/case-select.tsx';
import { useSurroundings } from '../../engine-client/engine-context.tsx';
import { MarkingPicker } from '../../kit/marking-picker.tsx';
import { Section } from '../../kit/section.tsx';
import { useWords } from '../../words/words.ts';
import { AgendaTarget } from './agenda-target.tsx';
import { changeImport, isText, type Becomes } from './import-state.ts';
import type { ImportNow } from './use-import.ts';
import classes from './imports.module.css';

const becoming: readonly Becomes[] = ['contact', 'note', 'agenda', 'files'];
const encodings = ['utf-8', 'windows-1250', 'windows-1251', 'windows-1252', 'utf-16le', 'utf-16be'] as const satisfies readonly TextEncoding[];
const asFound = 'as-found';

/** What the files become, where that belongs, and how they are read. */
export function ImportChoicesForm({ now }: { now: ImportNow }) {
  const say = useWords('imports');
  const { state, becomes } = now;
  return (
    <>
      <Section title={say('become')}>
        <Radio.Group aria-label={say('become')} value={becomes} onChange={(value) => changeImport({ becomes: becoming.find((one) => one === value) ?? null, failure: null })}>
          <div className={classes['radios']}>{becoming.map((one) => <Radio key={one} value={one} label={say(`as.${one}`)} />)}</div>
        </Radio.Group>
        {becomes === 'files' ? <TextInput className={classes['wide'] ?? ''} label={say('noteTitle')} maxLength={300} value={state.title} withAsterisk onChange={(event) => changeImport({ title: event.currentTarget.value })} /> : null}
        {becomes === 'contact' ? <Checkbox className={classes['wide'] ?? ''} label={say('leaveOutKnown')} checked={state.leaveOutKnown} onChange={(event) => changeImport({ leaveOutKnown: event.currentTarget.checked })} /> : null}
        {becomes === 'agenda' ? <AgendaTarget now={now} /> : null}
        <EncodingChoice now={now} />
      </Section>
      {becomes === 'agenda' && state.into !== null ? null : <WhereTheyBelong now={now} />}
    </>
  );
}

function WhereTheyBelong({ now: { state, level } }: { now: ImportNow }) {
  const say = useWords('imports');
  const groups = useSurroundings()?.jwgs ?? [];
  return (
    <Section title={say('where')}>
      <div className={classes['fields']}>
        <Select label={say('group')} data={groups.map((one) => ({ value: one.id as string, label: one.name }))} value={state.jwg} onChange={(jwg) => changeImport({ jwg: jwg as JwgId | null })} clearable searchable={groups.length > 8} />
        <CaseSelect label={say('case')} value={state.case} onChange={(chosen) => changeImport({ case: chosen })} />
      </div>
      {level === null ? null : <MarkingPicker level={level} onChange={(next) => changeImport({ level: next })} />}
    </Section>
  );
}

function EncodingChoice({ now: { state, becomes, fitting, preview } }: { now: ImportNow }) {
  const say = useWords('imports');
  if (becomes === 'files' || !fitting.some(({ name }) => isText(name))) return null;
  const found = preview?.encoding ?? null;
  const first = state.encoding !== null || found === null ? say('encodingAsFound') : say('encodingFound', { encoding: say(`encodings.${found}`) });
  return (
    <Select
      className={classes['wide'] ?? ''}
      label={say('encoding')}
      description={say('encodingHelp')}
      data={[{ value: asFound, label: first }, ...encodings.map((value) => ({ value, label: say(`encodings.${value}`) }))]}
      value={state.encoding ?? asFound}
      onChange={(value) => changeImport({ encoding: encodings.find((one) => one === value) ?? null, without: [] })}
      allowDeselect={false}
    />
  );
}
