import { Button } from '@mantine/core';
import type { RecordKind } from '../../../../core/records/kinds.ts';
import { useKindWords } from '../../words/kind-words.ts';
import { useNewRecord, type NewRecordOptions } from '../new-record.ts';
import { tellFailure } from '../tell-failure.tsx';

/** Begins a record of the kind; its draft exists before the page opens. */
export function NewRecordButton({ kind, prominent, options }: { kind: RecordKind; prominent?: boolean; options?: NewRecordOptions }) {
  const words = useKindWords(kind);
  const newRecord = useNewRecord();
  const begin = async () => {
    const failure = await newRecord(kind, options);
    if (failure !== null) tellFailure(failure);
  };
  return (
    <Button {...(prominent === true ? { variant: 'filled' } : {})} onClick={() => void begin()}>
      {words.make}
    </Button>
  );
}
