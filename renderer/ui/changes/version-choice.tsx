import { SegmentedControl } from '@mantine/core';
import { useWords } from '../words/words.ts';

/** Which text of a locked record is read: the signed one, or the one with what was amended since. */
export type VersionShown = 'signed' | 'amended';

export interface VersionChoiceProps {
  readonly shown: VersionShown;
  readonly amendments: number;
  readonly onChange: (shown: VersionShown) => void;
}

export function VersionChoice({ shown, amendments, onChange }: VersionChoiceProps) {
  const say = useWords('records');
  if (amendments === 0) return null;
  return (
    <SegmentedControl
      mb="md"
      aria-label={say('versions.label')}
      value={shown}
      onChange={(next) => onChange(next === 'signed' ? 'signed' : 'amended')}
      data={[
        { value: 'amended', label: say('versions.amended', { count: amendments }) },
        { value: 'signed', label: say('versions.signed') },
      ]}
    />
  );
}
