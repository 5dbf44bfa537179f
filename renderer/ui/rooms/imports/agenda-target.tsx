import { Select, TextInput } from '@mantine/core';
import { dayInWords } from '../../words/dates.ts';
import { useWords } from '../../words/words.ts';
import { changeImport } from './import-state.ts';
import type { ImportNow } from './use-import.ts';
import classes from './imports.module.css';

const aNewOne = 'new';

/** The meeting that the items are for: one whose minutes are not approved, or a new one. */
export function AgendaTarget({ now: { state, meetings, preview } }: { now: ImportNow }) {
  const say = useWords('imports');
  const offered = meetings.map((row) => ({
    value: row.record as string,
    label: [row.title, row.value.day === null || row.value.day === undefined ? '' : dayInWords(row.value.day)].filter((one) => one !== '').join(' · '),
  }));
  return (
    <>
      <Select
        className={classes['wide'] ?? ''}
        label={say('meeting')}
        description={state.into === null ? null : say('meetingHelp')}
        data={[{ value: aNewOne, label: say('newMeeting') }, ...offered]}
        value={state.into ?? aNewOne}
        onChange={(value) => changeImport({ into: meetings.find((row) => row.record === value)?.record ?? null, failure: null })}
        allowDeselect={false}
        searchable={offered.length > 8}
      />
      {state.into !== null ? null : (
        <TextInput
          className={classes['wide'] ?? ''}
          label={say('meetingTitle')}
          maxLength={300}
          withAsterisk
          value={state.meetingTitle ?? preview?.agendaTitle ?? ''}
          onChange={(event) => changeImport({ meetingTitle: event.currentTarget.value })}
        />
      )}
    </>
  );
}
