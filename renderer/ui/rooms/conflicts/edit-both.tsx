import { Button, Textarea, TextInput } from '@mantine/core';
import { useRef, useState } from 'react';
import type { FieldPath, FieldValue } from '../../../../core/ledger/change.ts';
import { toFieldValue } from '../../../../core/ledger/field-value.ts';
import type { RecordKind } from '../../../../core/records/kinds.ts';
import { isOneLine, isRichText } from '../../changes/field-shape.ts';
import { RichTextInput, type RichTextHandle } from '../../rich-text/rich-text-editor.tsx';
import { useWords } from '../../words/words.ts';
import classes from './conflicts.module.css';

export interface EditBothProps {
  readonly kind: RecordKind;
  readonly field: FieldPath;
  /** The texts put together. */
  readonly initial: FieldValue;
  readonly language: string;
  readonly onTake: (value: FieldValue) => void;
  readonly onLeave: () => void;
}

/** Both texts in one, to be made into what it should say. */
export function EditBoth({ kind, field, initial, language, onTake, onLeave }: EditBothProps) {
  const say = useWords('conflicts');
  const [text, setText] = useState(typeof initial === 'string' ? initial : '');
  const rich = useRef<RichTextHandle>(null);
  const isRich = isRichText(kind, field);
  const take = () => onTake(isRich ? toFieldValue(rich.current?.read() ?? initial) : text);
  const common = { label: say('together'), value: text, autoFocus: true, lang: language };
  return (
    <div className={classes['together']}>
      {isRich ? (
        <RichTextInput ref={rich} initial={initial} label={say('together')} placeholder="" language={language} autoFocus onChange={() => undefined} />
      ) : isOneLine(kind, field) ? (
        <TextInput {...common} maxLength={300} onChange={(event) => setText(event.currentTarget.value)} />
      ) : (
        <Textarea {...common} maxLength={20_000} onChange={(event) => setText(event.currentTarget.value)} />
      )}
      <div className={classes['acts']}>
        <Button variant="filled" onClick={take}>{say('takeTogether')}</Button>
        <Button variant="subtle" onClick={onLeave}>{say('leaveTogether')}</Button>
      </div>
    </div>
  );
}
