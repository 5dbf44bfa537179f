import { Textarea, TextInput } from '@mantine/core';
import { useRef, useState } from 'react';
import type { FieldPath, FieldValue } from '../../../../core/ledger/change.ts';
import { natureOf } from '../../../../core/records/field-nature.ts';
import type { RecordKind } from '../../../../core/records/kinds.ts';
import type { PlannedField } from '../../../engine/api.ts';
import { RichTextInput, type RichTextHandle } from '../../rich-text/rich-text-editor.tsx';
import { languageNow } from '../../words/language.ts';
import classes from './lowering.module.css';

interface TakenTextProps {
  readonly kind: RecordKind;
  readonly part: PlannedField;
  /** What it is called for those who hear it. */
  readonly label: string;
  /** Shown above it; `null` where the box beside it says so. */
  readonly shown: string | null;
  readonly value: FieldValue;
  readonly onWrite: (path: FieldPath, value: FieldValue) => void;
}

/** A text that goes, in the words in which it will go. */
export function TakenText({ kind, part: { path }, label, shown, value, onWrite }: TakenTextProps) {
  const type = natureOf(kind, path)?.type;
  const rich = useRef<RichTextHandle>(null);
  // Read once by the editor: what was written before it was left out for a while is there again.
  const [begun] = useState(value);
  if (type === 'rich-text') {
    return (
      <div className={classes['rich']}>
        <RichTextInput
          ref={rich}
          initial={begun}
          label={label}
          placeholder=""
          language={languageNow()}
          autoFocus={false}
          onChange={() => (rich.current === null ? undefined : onWrite(path, rich.current.read() as unknown as FieldValue))}
        />
      </div>
    );
  }
  const text = typeof value === 'string' ? value : '';
  const common = { 'aria-label': label, ...(shown === null ? {} : { description: shown }), value: text, onChange: (event: { currentTarget: { value: string } }) => onWrite(path, event.currentTarget.value) };
  return type === 'text' ? <Textarea {...common} autosize minRows={2} /> : <TextInput {...common} maxLength={300} />;
}
