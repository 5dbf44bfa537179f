import { Autocomplete } from '@mantine/core';
import type { UseFormReturn } from 'react-hook-form';
import { Link } from 'wouter';
import { useEngineQuery } from '../../engine-client/engine-context.tsx';
import { useSuggestions } from '../../kit/suggestions.ts';
import { pathOfRecord } from '../../kit/paths.ts';
import { useWords } from '../../words/words.ts';
import type { MeetingForm } from './meeting-form.ts';

/** The series by its name: one that is written down, one that earlier meetings name, or a new one. */
export function SeriesField({ form }: { form: UseFormReturn<MeetingForm> }) {
  const say = useWords('meetings');
  const series = useEngineQuery(['records', 'series', 'list'], (engine) => engine.notebook.list('series')).data ?? [];
  const written = useSuggestions('meeting', 'series');
  const names = [...series.map((row) => row.title), ...written].filter((name) => name !== '');
  const ofSeries = form.watch('ofSeries');
  const choose = (name: string) => {
    const same = series.filter((row) => row.title.trim().toLowerCase() === name.trim().toLowerCase());
    form.setValue('series', name, { shouldDirty: true });
    form.setValue('ofSeries', same.length === 1 ? (same[0]?.record ?? null) : null, { shouldDirty: true });
  };
  return (
    <Autocomplete
      label={say('fields.series')}
      description={ofSeries === null ? say('fields.seriesHelp') : <Link href={pathOfRecord('series', ofSeries)}>{say('fields.seriesOpen')}</Link>}
      maxLength={300}
      data={[...new Set(names)]}
      value={form.watch('series')}
      onChange={choose}
    />
  );
}
